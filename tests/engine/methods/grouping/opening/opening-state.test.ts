import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { bestOpening } from '../../../../../engine/methods/grouping/opening/open-one-group.js';
import { openingUpperBound } from '../../../../../engine/methods/grouping/opening/opening-bound.js';
import { openingGround } from '../../../../../engine/methods/grouping/opening/opening-ground.js';
import type {
  OpenGroup,
  OpeningProblem,
} from '../../../../../engine/methods/grouping/opening/opening-problem.js';
import { improveOpening } from '../../../../../engine/methods/grouping/opening/opening-search.js';
import { OpeningState } from '../../../../../engine/methods/grouping/opening/opening-state.js';
import { openingValue } from '../../../../../engine/methods/grouping/opening/opening-value.js';
import { type OtherPlace, otherPlaces } from '../../../../../engine/methods/grouping/opening/other-places.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { companyOf } from '../every-subset.js';

const soft = { ruleId: 's', level: 'soft' as const };
const hard = { ruleId: 'h', level: 'hard' as const };

/** Seven units, 2 with 5, on three topics; 0 and 6 apart; 0 and 1 cost 0.3 together. */
function drawn(seed: number, given: Partial<OpeningProblem> = {}): OpeningProblem {
  const rng = createRng(seed);
  return {
    order: 7,
    topicCount: 3,
    worth: Float64Array.from({ length: 21 }, () => (rng.next() < 0.75 ? 0.1 + rng.next() : 0)),
    weights: symmetricWeights(7, () => rng.next()),
    coverage: 0.8,
    bounds: { min: 2, max: 4 },
    perUnit: 2,
    mostGroups: 4,
    together: [[2, 5]],
    apart: [[0, 6]],
    bonuses: [
      [2, 5, 0.2],
      [1, 5, -0.4],
      [3, 4, 0.5],
    ],
    criteria: [apartCriterion({ ...soft, units: [0, 1], weight: 0.3 })],
    ...given,
  };
}

/** The value from its definition. */
function definedValue(problem: OpeningProblem, groups: readonly OpenGroup[]): number {
  const { topicCount, worth, coverage } = problem;
  let value = coverage * new Set(groups.flatMap(({ units }) => units)).size;
  for (const { topic, units } of groups) {
    for (const i of units) value += worth[i * topicCount + topic]!;
    value += companyOf(units, problem);
    if (units.includes(0) && units.includes(1)) value -= 0.3;
  }
  return value;
}

// blocks are numbered by their smallest unit: 2 with 5, then 6 is the sixth
const unitsOfBlock = [[0], [1], [2, 5], [3], [4], [6]];
const unitsIn = (blocks: readonly number[]) => blocks.flatMap((b) => unitsOfBlock[b]!).sort((a, b) => a - b);
const groupsIn = (state: OpeningState): OpenGroup[] =>
  state.groups.map(({ topic, members }) => ({ topic, units: unitsIn(members) }));

/** A state with a group on each topic, its blocks by lot. */
function drawnState(problem: OpeningProblem, seed: number): OpeningState {
  const rng = createRng(seed + 77);
  const state = new OpeningState(openingGround(problem));
  for (let topic = 0; topic < 3; topic++) {
    state.open(
      topic,
      [0, 1, 2, 3, 4, 5].filter(() => rng.next() < 0.4),
    );
  }
  return state;
}

describe('OpeningState', () => {
  test('is worth what its groups are, whatever is opened, closed, added and removed', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { maxLength: 8 }), (seed, steps) => {
        const problem = drawn(seed);
        const state = drawnState(problem, seed);
        for (const [b, g] of steps) {
          if (state.groups[g]!.members.includes(b)) state.remove(b, g);
          else state.add(b, g);
        }
        expect(state.value).toBeCloseTo(definedValue(problem, groupsIn(state)), 9);
        expect(state.groups.map(({ size }) => size)).toEqual(
          groupsIn(state).map(({ units }) => units.length),
        );
        const places = unitsOfBlock.map((_, b) => state.groups.filter(({ members }) => members.includes(b)));
        expect([...state.placesOf]).toEqual(places.map((of) => of.length));
        for (const [b, of] of places.entries()) {
          expect(state.hasRoom(b)).toBe(of.length < 2);
          for (let p = 0; p < 3; p++) expect(state.isOn(b, p)).toBe(of.some(({ topic }) => topic === p));
        }
        const kept = state.snapshot();
        const { value } = state;
        state.close(0);
        expect(state.value).toBeCloseTo(definedValue(problem, groupsIn(state)), 9);
        expect(state.groups.map(({ topic }) => topic)).toEqual([2, 1]);
        state.restore(kept);
        expect(state.value).toBeCloseTo(value, 9);
        expect(state.snapshot()).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  test('foretells what one leaving and one coming change in a group', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const problem = drawn(seed);
        const state = drawnState(problem, seed);
        for (const [g, { topic, members }] of state.groups.entries()) {
          // by itself: who is covered is not asked
          const worthOf = (blocks: readonly number[]) =>
            definedValue({ ...problem, coverage: 0 }, [{ topic, units: unitsIn(blocks) }]);
          const outside = [0, 1, 2, 3, 4, 5].filter((b) => !members.includes(b));
          for (const leaver of [-1, ...members]) {
            for (const joiner of [-1, ...outside]) {
              const after = members.filter((b) => b !== leaver);
              if (joiner !== -1) after.push(joiner);
              expect(state.changeOf(g, leaver, joiner)).toBeCloseTo(worthOf(after) - worthOf(members), 9);
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('lets in who has a place on the topic, gets on with the members, and fits', () => {
    const worth = new Float64Array(21).fill(1);
    worth[4 * 3 + 0] = 0;
    const state = new OpeningState(openingGround(drawn(1, { worth, bounds: { min: 3, max: 4 } })));
    const g = state.open(0, [0, 1, 3]);
    // 2 with 5 are two, 4 has no place, 6 is apart from 0
    expect([2, 4, 5].map((b) => state.mayEnter(b, g))).toEqual([false, false, false]);
    expect([2, 4, 5].map((b) => state.mayEnter(b, g, 1))).toEqual([true, false, false]);
    expect([2, 4, 5].map((b) => state.mayEnter(b, g, 0))).toEqual([true, false, true]);
    const pair = state.open(0, [2, 1]);
    // one for two would be too few
    expect([state.mayEnter(3, pair, 2), state.mayEnter(3, pair, 1), state.mayEnter(3, pair)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('openingGround', () => {
  test('makes a hard criterion dearer than all that can be gained', () => {
    const problem = drawn(2, { criteria: [apartCriterion({ ...hard, units: [0, 1] })] });
    const ground = openingGround(problem);
    const worths = problem.worth.reduce((sum, w) => sum + w, 0);
    const heaviest = Math.max(...problem.weights);
    // 7 × (0.8 + 2 × heaviest), and twice the bonuses, whatever their sign
    expect(ground.penalty.of([0, 1])).toBeCloseTo(1 + worths + 7 * (0.8 + 2 * heaviest) + 2 * 1.1, 9);
  });

  test('offers a topic to blocks with a place on it that fit', () => {
    const worth = Float64Array.of(1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0);
    const problem = drawn(1, { worth });
    expect(openingGround(problem).candidates).toEqual([
      [0, 1, 2, 3],
      [2, 3, 5],
      [0, 3, 4],
    ]);
    const alone = openingGround({ ...problem, bounds: { min: 1, max: 1 } });
    expect(alone.candidates).toEqual([
      [0, 1, 3],
      [3, 5],
      [0, 3, 4],
    ]);
  });
});

describe('openingValue', () => {
  test('counts any groups as defined, also those that hard rules tear apart', () => {
    const problem = drawn(3, {
      criteria: [
        apartCriterion({ ...soft, units: [0, 1], weight: 0.3 }),
        apartCriterion({ ...hard, units: [0, 1, 2] }),
      ],
    });
    const value = openingValue(problem);
    for (const groups of [
      [{ topic: 1, units: [0, 1, 2] }],
      [
        { topic: 0, units: [0, 5, 6] },
        { topic: 2, units: [1, 3, 4, 5] },
      ],
      [],
    ]) {
      expect(value(groups)).toBeCloseTo(definedValue(problem, groups), 9);
    }
  });
});

describe('improveOpening', () => {
  test('leaves nothing to gain by one entering, leaving, replacing, moving or changing places', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const problem = drawn(seed, { bounds: { min: 2, max: 4 } });
        const state = new OpeningState(openingGround(problem));
        for (const topic of [0, 1, 1]) {
          const found = bestOpening(state, topic, 3);
          if (found) state.open(topic, found.members);
        }
        let best = state.value;
        do {
          best = state.value;
          improveOpening(state, state.groups.keys());
          expect(state.value).toBeGreaterThanOrEqual(best - 1e-9);
        } while (state.value > best + 1e-9);
        const kept = state.snapshot();
        const tryOut = (change: () => void): void => {
          change();
          const groups = groupsIn(state);
          const fits = groups.every(
            ({ topic, units }) =>
              units.length >= 2 &&
              units.length <= 4 &&
              !(units.includes(0) && units.includes(6)) &&
              unitsOfBlock.every(
                (block) =>
                  !block.some((i) => units.includes(i)) ||
                  block.some((i) => problem.worth[3 * i + topic]! > 0),
              ),
          );
          const once = unitsOfBlock.every(([i]) => {
            const topics = groups.filter(({ units }) => units.includes(i!)).map(({ topic }) => topic);
            return topics.length <= 2 && new Set(topics).size === topics.length;
          });
          if (fits && once) expect(state.value).toBeLessThanOrEqual(best + 1e-7);
          state.restore(kept);
        };
        const sits = (b: number, g: number) => kept[g]!.members.includes(b);
        for (let g = 0; g < kept.length; g++) {
          for (let b = 0; b < 6; b++) {
            tryOut(() => (sits(b, g) ? state.remove(b, g) : state.add(b, g)));
            for (let c = 0; c < 6; c++) {
              if (sits(b, g) && !sits(c, g)) {
                tryOut(() => {
                  state.remove(b, g);
                  state.add(c, g);
                });
              }
              for (let h = 0; h < kept.length; h++) {
                if (h === g || !sits(b, g) || sits(b, h)) continue;
                if (c === 0) {
                  tryOut(() => {
                    state.remove(b, g);
                    state.add(b, h);
                  });
                }
                if (!sits(c, h) || sits(c, g)) continue;
                tryOut(() => {
                  state.remove(b, g);
                  state.remove(c, h);
                  state.add(b, h);
                  state.add(c, g);
                });
              }
            }
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('bestOpening', () => {
  test('adds what it says, leaves the state as it was, and keeps the sizes asked for', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 2, max: 4 }), (seed, largest) => {
        const problem = drawn(seed);
        const state = new OpeningState(openingGround(problem));
        const first = bestOpening(state, 0, 4);
        if (first) state.open(0, first.members);
        const before = { value: state.value, groups: state.snapshot(), places: [...state.placesOf] };
        const found = bestOpening(state, 1, largest);
        expect({ value: state.value, groups: state.snapshot(), places: [...state.placesOf] }).toEqual(before);
        if (!found) return;
        expect([found.topic, found.size]).toEqual([1, unitsIn(found.members).length]);
        expect(found.size >= 2 && found.size <= Math.max(largest, 3)).toBe(true);
        state.open(1, found.members);
        expect(state.value - before.value).toBeCloseTo(found.gain, 9);
        // nobody twice on a topic
        const left = bestOpening(state, 1, 4)?.members ?? [];
        expect(left.some((b) => found.members.includes(b))).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  test('grows from the best, the one that adds most a unit first, while that adds something', () => {
    const plain: OpeningProblem = {
      order: 6,
      topicCount: 2,
      worth: Float64Array.of(1, 1, 5, 1, 3, 1, 4, 1, 2, 1, 0.5, 1),
      weights: new Float64Array(36),
      coverage: 0,
      bounds: { min: 2, max: 4 },
      perUnit: 2,
      mostGroups: 9,
    };
    const of = (given: Partial<OpeningProblem>, largest = 4, seated: readonly number[] = []) => {
      const state = new OpeningState(openingGround({ ...plain, ...given }));
      if (seated.length > 0) state.open(1, seated);
      return bestOpening(state, 0, largest);
    };
    expect(of({})).toEqual({ topic: 0, members: [1, 3, 2, 4], gain: 14, size: 4 });
    expect(of({}, 3)).toEqual({ topic: 0, members: [1, 3, 2], gain: 12, size: 3 });
    expect(of({}, 2)?.members).toEqual([1, 3]);
    // 1 and 3 are alike: a third would halve that
    const weights = symmetricWeights(6, (i, j) => (i === 3 && j === 1 ? 6 : 0));
    expect(of({ weights })).toEqual({ topic: 0, members: [1, 3], gain: 21, size: 2 });
    expect(of({ weights, bounds: { min: 3, max: 4 } })?.members).toEqual([1, 3, 2]);
    // those who sit nowhere yet are worth more
    expect(of({ coverage: 10 }, 4, [1, 3])?.members).toEqual([2, 4, 0, 5]);
    // 0 with 4 are worth 1.5 each, and too many for the fourth place
    const together = [[0, 4]];
    expect(of({ together })?.members).toEqual([1, 3, 2, 4]);
    expect(of({ together })?.gain).toBe(12.5);
    expect(of({ together, bounds: { min: 2, max: 5 } }, 5)?.members).toEqual([1, 3, 2, 0]);
  });

  test('opens nothing with too few, or with those who may not be together', () => {
    const worth = Float64Array.from({ length: 21 }, (_, at) =>
      at % 3 === 0 && (at === 0 || at === 18) ? 1 : 0,
    );
    expect(bestOpening(new OpeningState(openingGround(drawn(1, { worth }))), 0, 4)).toBeNull();
    const free = new OpeningState(openingGround(drawn(1, { worth, apart: [] })));
    expect(bestOpening(free, 0, 4)?.members).toEqual([0, 5]);
    expect(bestOpening(free, 1, 4)).toBeNull();
    free.open(0, [0]);
    expect(bestOpening(free, 0, 4)).toBeNull();
  });
});

describe('otherPlaces', () => {
  test('are the best of all moves, exchanges and reliefs, and of all who could come instead', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const problem = drawn(seed, { worth: new Float64Array(21).fill(0.5), bounds: { min: 1, max: 4 } });
        const rng = createRng(seed);
        const some = () => {
          const blocks = [0, 1, 2, 3, 4].filter(() => rng.next() < 0.5);
          return unitsIn(blocks.length > 0 && blocks.length < 4 ? blocks.slice(0, 2) : [3]);
        };
        // two groups on one topic, nobody in both
        const groups: OpenGroup[] = [0, 1, 1].map((topic) => ({ topic, units: some() }));
        fc.pre(!groups[1]!.units.some((i) => groups[2]!.units.includes(i)));
        const own = (i: number) => unitsOfBlock.find((block) => block.includes(i))!;
        const { value, places } = otherPlaces(problem, groups);
        const before = definedValue(problem, groups);
        expect(value).toBeCloseTo(before, 9);
        const without = (units: readonly number[], gone: readonly number[]) =>
          units.filter((i) => !gone.includes(i));
        /** The value once `mine` left group g and the place says who went where; none where that is not allowed. */
        const gainOf = (g: number, mine: readonly number[], place: Partial<OtherPlace>): number => {
          const {
            group = -1,
            exchangedWith = [],
            succeededBy = [],
            succeededFrom = -1,
            insteadOf = [],
          } = place;
          const after = groups.map(({ topic, units }, k) => {
            if (k === g) return { topic, units: [...without(units, mine), ...exchangedWith, ...succeededBy] };
            if (k === group)
              return { topic, units: [...without(units, [...exchangedWith, ...insteadOf]), ...mine] };
            return { topic, units: k === succeededFrom ? without(units, succeededBy) : units };
          });
          const fits = after.every(
            ({ units }) =>
              units.length >= 1 && units.length <= 4 && !(units.includes(0) && units.includes(6)),
          );
          const once = !after[1]!.units.some((i) => after[2]!.units.includes(i));
          return fits && once ? definedValue(problem, after) - before : Number.NEGATIVE_INFINITY;
        };
        const sits = (j: number) => groups.filter((each) => each.units.includes(j)).length;
        for (const [g, { units }] of groups.entries()) {
          const comers = [0, 1, 2, 3, 4, 6].filter((j) => !units.includes(j));
          for (const [k, i] of units.entries()) {
            const mine = own(i);
            // where the group cannot do without it somebody has to come: from none, or from a group that can spare them
            const relays = [0, 1, 2].flatMap((from) =>
              comers
                .filter((j) => from !== g && groups[from]!.units.includes(j))
                .map((j) => ({ succeededBy: own(j), succeededFrom: from })),
            );
            relays.push(
              ...comers.filter((j) => sits(j) < 2).map((j) => ({ succeededBy: own(j), succeededFrom: -1 })),
            );
            const departures = units.length > mine.length ? [{}] : relays;
            const gains: number[] = [];
            for (const [h, there] of groups.entries()) {
              if (h === g || there.units.includes(i)) continue;
              for (const departure of departures) {
                gains.push(gainOf(g, mine, { group: h, ...departure }));
                for (const j of there.units) {
                  gains.push(gainOf(g, mine, { group: h, ...departure, insteadOf: own(j) }));
                }
              }
              for (const j of there.units) {
                if (!units.includes(j)) gains.push(gainOf(g, mine, { group: h, exchangedWith: own(j) }));
              }
            }
            const best = Math.max(Number.NEGATIVE_INFINITY, ...gains);
            const { elsewhere, successor } = places[g]![k]!;
            expect(elsewhere?.gain ?? Number.NEGATIVE_INFINITY).toBeCloseTo(best, 9);
            if (elsewhere) expect(gainOf(g, mine, elsewhere)).toBeCloseTo(best, 9);
            const next = comers
              .filter((j) => sits(j) < 2)
              .map((j) => gainOf(g, mine, { succeededBy: own(j) }));
            const most = Math.max(Number.NEGATIVE_INFINITY, ...next);
            expect(successor?.gain ?? Number.NEGATIVE_INFINITY).toBeCloseTo(most, 9);
            if (successor) expect(gainOf(g, mine, { succeededBy: successor.units })).toBeCloseTo(most, 9);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('are nowhere for groups that tear units apart, nor where a hard rule would break', () => {
    const worth = new Float64Array(21).fill(0.5);
    const groups = [
      { topic: 0, units: [1, 2] },
      { topic: 1, units: [3, 4] },
    ];
    const torn = otherPlaces(drawn(1, { worth }), groups);
    expect(torn.places.flat()).toEqual(
      new Array(4).fill({ elsewhere: null, successor: null, obstacle: null }),
    );
    const whole = [
      { topic: 0, units: [1, 4] },
      { topic: 1, units: [0, 3] },
    ];
    const criteria = [apartCriterion({ ...hard, units: [0, 1] })];
    // those outside have none of the topics
    const inside = worth.map((each, at) => ([2, 5, 6].includes(Math.floor(at / 3)) ? 0 : each));
    const { places } = otherPlaces(
      drawn(1, { worth: inside, perUnit: 1, bounds: { min: 2, max: 3 }, criteria }),
      whole,
    );
    // nobody can just leave; any other exchange would bring 0 and 1 together
    expect(places.flat().map(({ elsewhere }) => elsewhere?.exchangedWith)).toEqual([[0], [3], [1], [4]]);
    expect(places.flat().map(({ elsewhere }) => elsewhere?.group)).toEqual([1, 1, 0, 0]);
    // no exchange and nobody from outside leaves all rules kept
    const pairs = [
      [0, 1],
      [0, 4],
      [3, 6],
      [1, 6],
      [4, 6],
    ];
    const stuck = drawn(1, {
      worth,
      perUnit: 1,
      bounds: { min: 2, max: 2 },
      criteria: pairs.map((units) => apartCriterion({ ...hard, units })),
    });
    const held = [
      { topic: 0, units: [0, 3] },
      { topic: 1, units: [1, 4] },
    ];
    const rules = [
      { kind: 'rules', groups: [1] },
      { kind: 'rules', groups: [0] },
    ];
    // 6 alone could come for 3, and is kept apart from 0
    const alone = { kind: 'at-minimum', groups: [1] };
    expect(otherPlaces(stuck, held).places.flat()).toEqual(
      [rules[0], alone, rules[1], rules[1]].map((obstacle) => ({
        elsewhere: null,
        successor: null,
        obstacle,
      })),
    );
  });
});

describe('openingUpperBound', () => {
  const empty: OpeningProblem = {
    order: 3,
    topicCount: 2,
    worth: Float64Array.of(4, 1, 3, 0, 2, 5),
    weights: new Float64Array(9),
    coverage: 0,
    bounds: { min: 1, max: 2 },
    perUnit: 1,
    mostGroups: 9,
  };
  const weights = symmetricWeights(3, (i, j) => (i === 1 ? 6 : j === 0 ? 2 : 1));

  test('gives each unit its best places, as many as it may have', () => {
    expect(openingUpperBound(empty)).toBe(12);
    expect(openingUpperBound({ ...empty, perUnit: 2 })).toBe(15);
  });

  test('puts each beside its best partners on the topic, and leaves out topics that gather too few', () => {
    // first topic: 4 + 6, 3 + 6, 2 + 2; second, 0 and 2 alone: 1 + 2, 5 + 2
    expect(openingUpperBound({ ...empty, weights })).toBe(10 + 9 + 7);
    // means of two: 4, 3.5 and 1.5 on the first topic only
    expect(openingUpperBound({ ...empty, weights, bounds: { min: 3, max: 3 } })).toBe(8 + 6.5 + 3.5);
    expect(openingUpperBound({ ...empty, weights, bounds: { min: 4, max: 5 } })).toBe(0);
  });

  test('counts the best places only, as many as the groups hold, and covers nobody beyond them', () => {
    expect(openingUpperBound({ ...empty, mostGroups: 1, coverage: 10 })).toBe(9 + 20);
    expect(openingUpperBound({ ...empty, coverage: 10 })).toBe(12 + 30);
    expect(openingUpperBound({ ...empty, worth: Float64Array.of(4, 1, 0, 0, 2, 5), coverage: 10 })).toBe(
      9 + 20,
    );
  });

  test('counts bonuses as often as two may meet, and no malus', () => {
    const bonuses = [
      [0, 1, 3],
      [1, 2, -8],
    ] as const;
    expect(openingUpperBound({ ...empty, bonuses, perUnit: 2 })).toBe(15 + 6);
  });

  test('gives units that must be together the places of each other, along any chain', () => {
    const worth = Float64Array.of(4, 0, 0, 1, 0, 0);
    const together = [
      [1, 2],
      [0, 1],
    ];
    // 0 has 4, 1 has 1, and 2 comes along for nothing
    expect(openingUpperBound({ ...empty, worth, together, coverage: 10, bounds: { min: 3, max: 3 } })).toBe(
      35,
    );
    // nobody of them has a place on the second topic
    const first = Float64Array.of(4, 0, 1, 0, 0, 0);
    expect(
      openingUpperBound({
        ...empty,
        worth: first,
        weights,
        together: [...together].reverse(),
        perUnit: 2,
        bounds: { min: 3, max: 3 },
      }),
    ).toBe(8 + 4.5 + 1.5);
  });
});

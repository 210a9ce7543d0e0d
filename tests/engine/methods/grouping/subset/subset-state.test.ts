import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import {
  type SubsetProblem,
  wantedCount,
} from '../../../../../engine/methods/grouping/subset/subset-problem.js';
import { SubsetState } from '../../../../../engine/methods/grouping/subset/subset-state.js';
import { subsetWorth } from '../../../../../engine/methods/grouping/subset/subset-value.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { definedWorth, drawnSubset } from './drawn-subset.js';

const soft = { ruleId: 's', level: 'soft' as const };
const hard = { ruleId: 'h', level: 'hard' as const };

/** Eight units, 0 with 2 and 4 with 5, of which 6 and 7 come only as required; every term of the value counts. */
function full(seed: number, given: Partial<SubsetProblem> = {}): SubsetProblem {
  const rng = createRng(seed);
  return drawnSubset(8, 2, seed, {
    worth: Float64Array.from({ length: 8 }, () => rng.next()),
    eligible: Uint8Array.of(1, 1, 0, 1, 1, 1, 0, 0),
    topicWeights: Float64Array.of(0.3, 0.9),
    together: [
      [0, 2],
      [4, 5],
    ],
    bonuses: [
      [0, 2, 0.4],
      [0, 4, -0.3],
      [1, 3, 0.6],
      [5, 2, 0.1],
    ],
    criteria: [apartCriterion({ ...soft, units: [1, 4], weight: 0.25 })],
    ...given,
  });
}

function fullWorth(problem: SubsetProblem, units: readonly number[]): number {
  if (units.length === 0) return 0;
  return definedWorth(problem, units) - (units.includes(1) && units.includes(4) ? 0.25 : 0);
}

const lackingOf = ({ wanted, wantedShare }: SubsetProblem, units: readonly number[]): number =>
  Math.max(0, wantedCount(wantedShare, units.length) - units.filter((i) => wanted[i] === 1).length);

describe('SubsetState', () => {
  test('foretells what any change is worth, and is worth that after any changes', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.array(fc.tuple(fc.boolean(), fc.nat(100)), { maxLength: 12 }),
        (seed, draws) => {
          const problem = full(seed, { wantedShare: 0 });
          const state = new SubsetState(problem);
          const outside = (): number[] => state.candidates.filter((b) => !state.members.includes(b));
          for (const [enters, draw] of draws) {
            const from = enters ? outside() : [...state.members];
            const b = from[draw % from.length];
            if (b === undefined) continue;
            if (enters) state.add(b);
            else state.remove(b);
          }
          expect(state.size).toBe(state.units().length);
          expect(state.units()).toEqual(state.members.flatMap((b) => state.unitsOf(b)).sort());
          expect(state.value()).toBeCloseTo(fullWorth(problem, state.units()), 9);
          for (const leaver of [-1, ...state.members]) {
            for (const joiner of [-1, ...outside()]) {
              const left = leaver === -1 ? [] : state.unitsOf(leaver);
              const after = state.units().filter((i) => !left.includes(i));
              if (joiner !== -1) after.push(...state.unitsOf(joiner));
              expect(state.worthAfter(leaver, joiner)).toBeCloseTo(fullWorth(problem, after), 9);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('offers the blocks that hold someone eligible or required, and starts from those required', () => {
    const state = new SubsetState(full(1, { required: [7] }));
    expect(state.candidates.map((b) => state.unitsOf(b))).toEqual([[0, 2], [1], [3], [4, 5], [7]]);
    expect(state.units()).toEqual([7]);
    expect(state.members.map((b) => state.isRequired(b))).toEqual([true]);
    expect(state.candidates.filter((b) => state.isRequired(b))).toEqual(state.members);
  });

  test('lets in whom bounds and separations allow, and nobody out below the bounds', () => {
    const state = new SubsetState(full(1, { bounds: { min: 3, max: 4 }, apart: [[1, 5]] }));
    const [pair, one, three, otherPair] = [0, 1, 2, 3];
    // too small: anyone may come, nobody may leave but for as many
    expect(state.mayReplace(-1, pair)).toBe(true);
    state.become([pair, one]);
    expect(state.mayReplace(-1, one)).toBe(false);
    expect(state.mayReplace(-1, three)).toBe(true);
    expect(state.mayReplace(-1, otherPair)).toBe(false);
    expect(state.mayReplace(pair, otherPair)).toBe(false);
    expect(state.mayReplace(one, otherPair)).toBe(true);
    expect(state.mayReplace(one, -1)).toBe(false);
    expect(state.mayReplace(pair, three)).toBe(false);
    expect(state.mayReplace(one, three)).toBe(true);
    state.add(three);
    // four: one may leave for three to be left, a pair only for a pair
    expect(state.mayReplace(one, -1)).toBe(true);
    expect(state.mayReplace(pair, -1)).toBe(false);
    state.become([one]);
    // below the bounds already: not further below
    expect(state.mayReplace(one, -1)).toBe(false);
    expect(state.mayReplace(one, three)).toBe(true);
  });

  test('holds those required where they fit and may be together', () => {
    const held = (given: Partial<SubsetProblem>): boolean => new SubsetState(full(1, given)).holdsRequired();
    expect(held({ required: [0, 2, 4, 5] })).toBe(true);
    expect(held({ required: [0, 4, 1] })).toBe(false);
    expect(held({ required: [1, 3], apart: [[1, 4]] })).toBe(true);
    expect(held({ required: [1, 4], apart: [[5, 1]] })).toBe(false);
  });

  test('counts one wanted more above all that a subset can be worth, and a hard rule above all wanted', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const criteria = [apartCriterion({ ...hard, units: [1, 3] })];
        const problem = full(seed, {
          wantedShare: 1,
          bounds: { min: 2, max: 4 },
          criteria,
          bonuses: [
            [1, 3, 40],
            [3, 4, -40],
          ],
        });
        const state = new SubsetState(problem);
        const rated = [[0], [1], [2], [3], [0, 1], [1, 2], [2, 3], [0, 2], [0, 3], [1, 3]].map((members) => {
          state.become(members);
          const units = state.units();
          return {
            broken: units.includes(1) && units.includes(3),
            lacking: lackingOf(problem, units),
            worth: state.worth(),
            kept: state.keepsCriteria(),
          };
        });
        for (const a of rated) {
          expect(a.kept).toBe(!a.broken);
          for (const b of rated) {
            const better =
              a.broken === b.broken ? a.lacking < b.lacking : !a.broken && a.lacking - b.lacking < 4;
            if (better) expect(a.worth).toBeGreaterThan(b.worth);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('leaves nothing of what was there before', () => {
    const problem = full(3);
    const state = new SubsetState(problem);
    for (let k = 0; k < 20; k++) state.become([k % 4, (k + 1) % 4]);
    state.become([2, 1]);
    const fresh = new SubsetState(problem);
    fresh.become([1, 2]);
    expect(state.value()).toBe(fresh.value());
    expect(state.members).toEqual([1, 2]);
    state.become([]);
    expect([state.value(), state.size, state.units()]).toEqual([0, 0, []]);
  });
});

describe('subsetWorth', () => {
  test('rates any units, also those that hard rules tear apart, and says how many wanted are lacking', () => {
    const criteria = [
      apartCriterion({ ...hard, units: [0, 1] }),
      apartCriterion({ ...soft, units: [0, 1], weight: 0.5 }),
    ];
    const problem = full(2, {
      criteria,
      wanted: Uint8Array.of(0, 0, 1, 0, 0, 1, 1, 0),
      wantedShare: 0.5,
      required: [7],
      apart: [[0, 3]],
    });
    const rate = subsetWorth(problem);
    expect(rate([0, 1, 3]).value).toBeCloseTo(definedWorth(problem, [0, 1, 3]) - 0.5, 9);
    expect(rate([0, 3]).value).toBeCloseTo(definedWorth(problem, [0, 3]), 9);
    expect([[0, 1, 3], [1, 2, 3], [2, 5], [2, 5, 6], [0]].map((units) => rate(units).lacking)).toEqual([
      2, 1, 0, 0, 1,
    ]);
  });
});

describe('wantedCount', () => {
  test('rounds up, but not what only rounding put above a whole number', () => {
    expect([wantedCount(0.1, 30), wantedCount(0.1, 31), wantedCount(0.5, 3)]).toEqual([3, 4, 2]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { bestSubset } from '../../../../../engine/methods/grouping/subset/best-subset.js';
import { replacements } from '../../../../../engine/methods/grouping/subset/replacements.js';
import { subsetUpperBound } from '../../../../../engine/methods/grouping/subset/subset-bound.js';
import {
  type SubsetProblem,
  wantedCount,
} from '../../../../../engine/methods/grouping/subset/subset-problem.js';
import { subsetWorth } from '../../../../../engine/methods/grouping/subset/subset-value.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { everySubset } from '../every-subset.js';
import { drawnSubset as made, definedWorth as worthOf } from './drawn-subset.js';

/** Every subset, those short of fewest wanted first, then the most valuable. */
function bestOfAll(problem: SubsetProblem): { short: number; value: number } | null {
  const { order, bounds, required = [], together = [], apart = [], eligible } = problem;
  let best: { short: number; value: number } | null = null;
  for (const units of everySubset(order)) {
    const has = (i: number) => units.includes(i);
    if (units.length < bounds.min || units.length > bounds.max) continue;
    if (units.some((i) => eligible[i] === 0) || required.some((i) => !has(i))) continue;
    if (together.some((list) => list.some(has) && !list.every(has))) continue;
    if (apart.some(([i, j]) => has(i) && has(j))) continue;
    const found = {
      short: Math.max(
        0,
        wantedCount(problem.wantedShare, units.length) - units.filter((i) => problem.wanted[i] === 1).length,
      ),
      value: worthOf(problem, units),
    };
    if (!best || found.short < best.short || (found.short === best.short && found.value > best.value))
      best = found;
  }
  return best;
}

describe('bestSubset', () => {
  test('finds the best of all subsets, with rules and wishes', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 6, max: 10 }), (seed, order) => {
        const problem = made(order, 2, seed, {
          required: [1],
          together: [[0, 2]],
          apart: [[1, 3]],
          bonuses: [
            [1, 4, 0.7],
            [0, 5, -0.7],
          ],
        });
        const found = bestSubset(problem, createRng(seed), { iterations: 40 });
        const best = bestOfAll(problem);
        expect(found === null).toBe(best === null);
        if (!found || !best) return;
        expect(found.value).toBeCloseTo(worthOf(problem, found.units), 9);
        expect(found.value).toBeCloseTo(best.value, 9);
        expect(subsetUpperBound(problem)).toBeGreaterThanOrEqual(found.value - 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test('holds the share of the wanted first, even at a loss, and comes near it where they are too few', () => {
    const problem = made(8, 1, 1, {
      concern: Float64Array.of(1, 1, 1, 1, 1, 1, 0, 0),
      cover: new Float64Array(8),
      wanted: Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 1),
      bounds: { min: 4, max: 4 },
      wantedShare: 0.5,
    });
    expect(bestSubset(problem, createRng(1), { iterations: 20 })?.units.slice(2)).toEqual([6, 7]);
    const short = { ...problem, wanted: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1) };
    expect(bestSubset(short, createRng(1), { iterations: 20 })?.units).toContain(7);
    const indifferent = { ...problem, wantedShare: 0 };
    expect(bestSubset(indifferent, createRng(1), { iterations: 20 })?.units).not.toContain(7);
  });

  test('shares the members between the topics rather than serve one alone', () => {
    // five units each care for one of two topics; those of the first are all alike
    const order = 10;
    const problem = made(order, 2, 1, {
      concern: Float64Array.from({ length: 2 * order }, (_, at) =>
        Math.floor(at / 2) < 5 === (at % 2 === 0) ? 1 : 0,
      ),
      weights: Float64Array.from({ length: order * order }, (_, at) =>
        Math.floor(at / order) !== at % order && at % order < 5 && at / order < 5 ? 0.3 : 0,
      ),
      cover: new Float64Array(2 * order),
      wantedShare: 0,
      bounds: { min: 4, max: 4 },
    });
    const units = bestSubset(problem, createRng(1), { iterations: 20 })?.units ?? [];
    // the likeness of four of the first would outweigh a plain sum of concerns
    expect(units.filter((i) => i < 5)).toHaveLength(3);
  });

  test('finds none when too few are eligible, or those required cannot be together', () => {
    const few = made(6, 1, 1, { eligible: Uint8Array.of(1, 1, 0, 0, 0, 0) });
    expect(bestSubset(few, createRng(1), { iterations: 5 })).toBeNull();
    const torn = made(6, 1, 1, { required: [0, 1], apart: [[0, 1]] });
    expect(bestSubset(torn, createRng(1), { iterations: 5 })).toBeNull();
    const many = made(6, 1, 1, { required: [0, 1, 2, 3, 4] });
    expect(bestSubset(many, createRng(1), { iterations: 5 })).toBeNull();
  });
});

describe('bestSubset, rules and effort', () => {
  const softly = apartCriterion({ ruleId: 's', level: 'soft', units: [0, 1], weight: 0.6 });
  const strictly = apartCriterion({ ruleId: 'h', level: 'hard', units: [0, 1] });
  // 0 and 1 are worth 3 together, any other pair 2.5 at most
  const pair = made(5, 0, 1, {
    worth: Float64Array.of(1.5, 1.5, 1, 0.5, 0),
    weights: new Float64Array(25),
    wantedShare: 0,
    bounds: { min: 2, max: 2 },
  });

  test('pays for soft criteria, keeps hard ones, and finds none where they cannot be kept', () => {
    const found = (given: Partial<SubsetProblem>) =>
      bestSubset({ ...pair, ...given }, createRng(1), { iterations: 3 });
    expect(found({})).toEqual({ units: [0, 1], value: 3, iterations: 3 });
    expect(found({ criteria: [softly] })).toEqual({ units: [0, 2], value: 2.5, iterations: 3 });
    expect(found({ criteria: [strictly] })?.units).toEqual([0, 2]);
    expect(found({ criteria: [strictly], required: [0, 1] })).toBeNull();
    expect(found({ criteria: [softly], required: [0, 1] })?.value).toBeCloseTo(2.4, 9);
  });

  test('takes nobody beyond the fewest who would only cost, and all who add something', () => {
    const wide = { ...pair, bounds: { min: 1, max: 4 } };
    expect(bestSubset(wide, createRng(1), { iterations: 5 })?.units).toEqual([0, 1, 2, 3]);
    const costly = {
      ...wide,
      bonuses: [
        [0, 1, -2],
        [0, 2, -2],
        [0, 3, -2],
        [1, 2, -2],
        [1, 3, -2],
        [2, 3, -2],
      ] as const,
    };
    expect(bestSubset(costly, createRng(1), { iterations: 5 })?.units).toHaveLength(1);
    // two there must be, at a loss
    const forced = bestSubset({ ...costly, bounds: { min: 2, max: 4 } }, createRng(1), { iterations: 5 });
    expect(forced).toEqual({ units: [0, 4], value: 1.5, iterations: 5 });
  });

  test('lets go of one who came before those it does not get on with', () => {
    // 0 and 1 come first, then 2 with 3, for lack of others: 0 costs them 10
    const problem = made(4, 0, 1, {
      worth: Float64Array.of(5, 4, 3, 2),
      weights: new Float64Array(16),
      together: [[2, 3]],
      bonuses: [[0, 3, -10]],
      wantedShare: 0,
      bounds: { min: 3, max: 4 },
    });
    expect(bestSubset(problem, createRng(1), { iterations: 0 })).toEqual({
      units: [1, 2, 3],
      value: 9,
      iterations: 0,
    });
  });

  test('takes in those who come to add something once another has been replaced', () => {
    // 0 comes first, then 3; 1 is better beside 3 and takes the place of 0, which kept 2 away
    const problem = made(4, 0, 1, {
      worth: Float64Array.of(5, 4, 2, 1),
      weights: new Float64Array(16),
      bonuses: [
        [0, 1, -20],
        [0, 2, -20],
        [1, 3, 3],
      ],
      wantedShare: 0,
      bounds: { min: 1, max: 3 },
    });
    expect(bestSubset(problem, createRng(1), { iterations: 0 })).toEqual({
      units: [1, 2, 3],
      value: 10,
      iterations: 0,
    });
  });

  test.each<[string, Partial<SubsetProblem>]>([
    ['worth', { worth: Float64Array.of(0, 900, 900, 900) }],
    ['concern', { concern: Float64Array.of(0, 900, 900, 900) }],
    ['the weight of a topic', { concern: Float64Array.of(0, 1, 1, 1), topicWeights: Float64Array.of(900) }],
    ['likeness', { weights: symmetricWeights(4, (_, j) => (j === 0 ? 0 : 900)) }],
    ['cover', { cover: Float64Array.of(0, 900, 900, 900) }],
    ['bonuses', { bonuses: [[1, 2, 900]] }],
    [
      'a malus',
      {
        bonuses: [
          [0, 1, -900],
          [0, 2, -900],
          [0, 3, -900],
        ],
      },
    ],
  ])('seeks the wanted before anything else: %s', (_, given) => {
    const problem = made(4, 1, 1, {
      concern: new Float64Array(4),
      cover: new Float64Array(4),
      weights: new Float64Array(16),
      wanted: Uint8Array.of(1, 0, 0, 0),
      wantedShare: 0.5,
      bounds: { min: 2, max: 2 },
      ...given,
    });
    expect(bestSubset(problem, createRng(1), { iterations: 4 })?.units).toContain(0);
  });

  test('gives the same for the same draws, no less for more rounds, and stops when told', () => {
    const problem = made(40, 3, 4, { bounds: { min: 8, max: 12 } });
    const of = (iterations: number, shouldStop?: () => boolean) =>
      bestSubset(problem, createRng(9), { iterations, shouldStop })!;
    expect(of(12)).toEqual(of(12));
    let value = of(0).value;
    for (const iterations of [1, 4, 16]) {
      const found = of(iterations);
      expect(found.iterations).toBe(iterations);
      expect(found.value).toBeGreaterThanOrEqual(value);
      value = found.value;
    }
    let asked = 0;
    expect(of(12, () => ++asked > 3).iterations).toBe(3);
  });
});

describe('replacements', () => {
  test('come best first, those that lack wanted members last, and never of someone required', () => {
    const problem = made(5, 0, 1, {
      worth: Float64Array.of(5, 1, 4, 2, 3),
      weights: new Float64Array(25),
      wanted: Uint8Array.of(0, 1, 0, 1, 0),
      wantedShare: 0.5,
      bounds: { min: 2, max: 2 },
    });
    expect(replacements(problem, [0, 1])).toEqual([
      { leavers: [1], joiners: [3], value: 7 },
      { leavers: [0], joiners: [2], value: 5 },
      { leavers: [0], joiners: [4], value: 4 },
      { leavers: [0], joiners: [3], value: 3 },
      { leavers: [1], joiners: [2], value: 9 },
      { leavers: [1], joiners: [4], value: 8 },
    ]);
    const held = replacements({ ...problem, required: [0] }, [0, 1]);
    expect(held.map(({ leavers, joiners }) => [...leavers, ...joiners])).toEqual([
      [1, 3],
      [1, 2],
      [1, 4],
    ]);
  });

  test('leave hard rules kept, and tear no units apart that must be together', () => {
    const problem = made(5, 0, 1, {
      worth: Float64Array.of(1, 1, 1, 1, 1),
      weights: new Float64Array(25),
      together: [[0, 2]],
      wantedShare: 0,
      bounds: { min: 2, max: 3 },
    });
    expect(replacements(problem, [0, 1])).toEqual([]);
    expect(replacements(problem, [0, 1, 3])).toEqual([]);
    // nor of a subset with someone who could not be chosen
    const closed = { ...problem, eligible: Uint8Array.of(1, 1, 1, 1, 0) };
    expect(replacements(closed, [1, 3, 4])).toEqual([]);
    expect(replacements(closed, [0, 4])).toEqual([]);
    const criteria = [
      apartCriterion({ ruleId: 'h', level: 'hard', units: [1, 3] }),
      apartCriterion({ ruleId: 'none', level: 'hard', units: [] }),
      apartCriterion({ ruleId: 's', level: 'soft', units: [1, 4] }),
    ];
    const told = (units: readonly number[]) =>
      replacements({ ...problem, criteria }, units).map(({ leavers, joiners, value }) => [
        leavers,
        joiners,
        value,
      ]);
    expect(told([0, 1, 2])).toEqual([
      [[1], [3], 3],
      [[1], [4], 3],
      [[0, 2], [4], 1],
    ]);
    // as good: by who leaves, then by who comes
    expect(told([1, 4])).toEqual([
      [[1], [0, 2], 3],
      [[4], [0, 2], 3],
      [[1], [3], 2],
    ]);
  });

  test('are all the exchanges that bounds and rules allow, each worth what its definition gives', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 6, max: 9 }), (seed, order) => {
        const problem = made(order, 2, seed, {
          required: [1],
          together: [[0, 2]],
          apart: [[1, 3]],
          bonuses: [[1, 4, 0.7]],
        });
        const found = bestSubset(problem, createRng(seed), { iterations: 10 });
        if (!found) return;
        const told = replacements(problem, found.units);
        const blocks = [[0, 2], ...Array.from({ length: order }, (_, i) => [i])].filter(
          (block, k) => k === 0 || (block[0] !== 0 && block[0] !== 2),
        );
        const isIn = (block: readonly number[]) => block.every((i) => found.units.includes(i));
        const expected = blocks.flatMap((leavers) =>
          blocks.flatMap((joiners) => {
            if (!isIn(leavers) || isIn(joiners) || leavers.includes(1)) return [];
            const after = [...found.units.filter((i) => !leavers.includes(i)), ...joiners];
            const { min, max } = problem.bounds;
            if (after.length > max || after.length < Math.min(min, found.units.length)) return [];
            return after.includes(3) ? [] : [{ leavers, joiners, value: worthOf(problem, after) }];
          }),
        );
        const key = ({ leavers, joiners }: { leavers: readonly number[]; joiners: readonly number[] }) =>
          `${leavers}/${joiners}`;
        expect(told.map(key).sort()).toEqual(expected.map(key).sort());
        for (const { value, ...pair } of expected) {
          expect(told.find((each) => key(each) === key(pair))?.value).toBeCloseTo(value, 9);
        }
        const units = [0, 1, 2, 4];
        expect(subsetWorth(problem)(units).value).toBeCloseTo(worthOf(problem, units), 9);
      }),
      { numRuns: 40 },
    );
  });
});

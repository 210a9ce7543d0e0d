import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
import { companyOf, everySubset } from '../every-subset.js';

function made(
  order: number,
  topicCount: number,
  seed: number,
  given: Partial<SubsetProblem> = {},
): SubsetProblem {
  const rng = createRng(seed);
  const weights = symmetricWeights(order, () => rng.next() / 2);
  const some = (chance: number) =>
    Float64Array.from({ length: order * topicCount }, () => (rng.next() < chance ? rng.next() : 0));
  return {
    order,
    topicCount,
    concern: some(0.5),
    topicWeights: new Float64Array(topicCount).fill(1 / topicCount),
    worth: new Float64Array(order),
    eligible: new Uint8Array(order).fill(1),
    weights,
    bounds: { min: 3, max: 4 },
    cover: some(0.3),
    wanted: Uint8Array.from({ length: order }, () => (rng.next() < 0.3 ? 1 : 0)),
    wantedShare: 0.25,
    ...given,
  };
}

/** The value from its definition. */
function worthOf(problem: SubsetProblem, units: readonly number[]): number {
  const { topicCount, concern, topicWeights, worth, cover } = problem;
  let value = units.reduce((sum, i) => sum + worth[i]!, 0);
  for (let p = 0; p < topicCount; p++) {
    const mean = units.reduce((sum, i) => sum + concern[i * topicCount + p]!, 0) / units.length;
    value += units.length * topicWeights[p]! * Math.sqrt(mean);
    value += Math.max(0, ...units.map((i) => cover[i * topicCount + p]!));
  }
  return value + companyOf(units, problem);
}

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

describe('replacements', () => {
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

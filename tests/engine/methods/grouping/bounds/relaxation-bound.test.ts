import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relaxationBound } from '../../../../../engine/methods/grouping/bounds/relaxation-bound.js';
import { groupingUpperBound } from '../../../../../engine/methods/grouping/bounds/upper-bound.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { bestBySubsets } from '../best-by-subsets.js';
import {
  bestOfAll,
  errorOf,
  everyGrouping,
  recountValue,
  symmetricWeights,
  tinyProblems,
} from '../every-grouping.js';
import { petersen, ring } from './known-graphs.js';

/** Units on a line of `n` places, alike when near: groups of neighbours are best. */
function onALine(n: number) {
  return symmetricWeights(n, (i, j) => Math.max(0, 10 - Math.abs(i - j)));
}

/** The pairs that share a group, as bits. */
function pairsOf(groupOf: Int32Array): number {
  let pairs = 0;
  for (let i = 0, bit = 1; i < groupOf.length; i++) {
    for (let j = 0; j < i; j++, bit *= 2) if (groupOf[i] === groupOf[j]) pairs |= bit;
  }
  return pairs;
}

describe('relaxationBound', () => {
  test('is never below the best of all groupings, with rules, unlike sizes and negative weights', () => {
    fc.assert(
      fc.property(tinyProblems(7), (problem) => {
        const best = bestOfAll(problem);
        fc.pre(best !== null);
        const { upperBound } = relaxationBound(problem, { iterations: 60 });
        expect(upperBound).toBeGreaterThanOrEqual((best?.value ?? 0) - 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test('only falls, and is valid wherever it is stopped', () => {
    const rng = createRng(3);
    const weights = symmetricWeights(9, () => rng.integer(100));
    const problem = { order: 9, weights, groups: Array.from({ length: 3 }, () => ({ min: 2, max: 4 })) };
    const best = bestOfAll(problem)?.value ?? Number.NaN;
    const bounds: number[] = [groupingUpperBound(problem)];
    relaxationBound(problem, { onProgress: (_done, _total, bound) => bounds.push(bound) });
    expect(bounds.length).toBeGreaterThan(10);
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
    expect(bounds.at(-1)).toBeGreaterThanOrEqual(best);
    expect(bounds.at(-1)).toBeLessThan(bounds[0] ?? 0);
  });

  test('closes the gap where groups are plain to see', () => {
    const weights = symmetricWeights(12, (i, j) => (i % 3 === j % 3 ? 7 : 1));
    const problem = { order: 12, weights, groups: Array.from({ length: 3 }, () => ({ min: 3, max: 5 })) };
    // four units a group, alike: three times six pairs at 7
    const even = 7 * 18;
    const { upperBound } = relaxationBound(problem, { iterations: 400 });
    expect(upperBound).toBeGreaterThanOrEqual(even);
    expect(upperBound).toBeLessThan(1.01 * even);
  });

  test('is much nearer than the instant bound on a line of neighbours', () => {
    const order = 30;
    const groups = Array.from({ length: 5 }, () => ({ min: 6, max: 6 }));
    const problem = { order, weights: onALine(order), groups };
    // six neighbours: 5 × 9 + 4 × 8 + 3 × 7 + 2 × 6 + 5 = 115
    const { upperBound } = relaxationBound(problem, { iterations: 200 });
    expect(upperBound).toBeGreaterThanOrEqual(575);
    expect(upperBound - 575).toBeLessThan((groupingUpperBound(problem) - 575) / 4);
  });

  test('bounds the mean of rounds in which no two units meet again', () => {
    const order = 6;
    const groups = Array.from({ length: 3 }, () => ({ min: 1, max: 3 }));
    for (const seed of [1, 2, 3, 4]) {
      const rng = createRng(seed);
      const weights = symmetricWeights(order, () => rng.integer(20) - 4);
      const problem = { order, weights, groups };
      const rounds = [...everyGrouping(problem)].map((groupOf) => ({
        value: recountValue(problem, groupOf),
        pairs: pairsOf(groupOf),
      }));
      let best = Number.NEGATIVE_INFINITY;
      for (const one of rounds) {
        for (const other of rounds) {
          if ((one.pairs & other.pairs) === 0) best = Math.max(best, (one.value + other.value) / 2);
        }
      }
      const { upperBound } = relaxationBound(problem, { mostTogether: 1 / 2 });
      expect(upperBound).toBeGreaterThanOrEqual(best - 1e-6);
      expect(upperBound).toBeLessThan(relaxationBound(problem).upperBound);
    }
  });

  test('is exact where rounds of pairs meet everyone once', () => {
    // four units, three rounds: each of the six pairs once, 21 in all
    const weights = symmetricWeights(4, (i, j) => (i * (i - 1)) / 2 + j + 1);
    const groups = Array.from({ length: 2 }, () => ({ min: 2, max: 2 }));
    const { upperBound } = relaxationBound({ order: 4, weights, groups }, { mostTogether: 1 / 3 });
    expect(upperBound).toBeGreaterThanOrEqual(7 - 1e-9);
    expect(upperBound).toBeLessThan(7.01);
  });

  test('is the instant bound when stopped at once, and where there is nothing to relax', () => {
    const problem = { order: 6, weights: onALine(6), groups: [{ min: 1, max: 6 }] };
    expect(relaxationBound(problem)).toEqual({ upperBound: groupingUpperBound(problem), iterations: 0 });
    const two = { ...problem, groups: [...problem.groups, ...problem.groups] };
    const stopped = relaxationBound(two, { shouldStop: () => true });
    expect(stopped).toEqual({ upperBound: groupingUpperBound(two), iterations: 0 });
  });

  test('gives the same number again, and refuses weights that are none', () => {
    const problem = { order: 8, weights: onALine(8), groups: [3, 5].map((n) => ({ min: n, max: n })) };
    expect(relaxationBound(problem)).toEqual(relaxationBound(problem));
    const weights = problem.weights.with(1, Number.NaN);
    expect(errorOf(() => relaxationBound({ ...problem, weights }))?.code).toBe('bad-weights');
  });

  test.each<[string, GroupingProblem, number, [done: number, above: number][], number]>([
    // the best bisection of the Petersen graph: two rings of five
    [
      'the Petersen graph in two fives',
      even(petersen, 2, 5),
      10,
      [
        [10, 0.06],
        [20, 0.001],
        [40, 1e-6],
      ],
      200,
    ],
    // three neighbours a group, two pairs each; 6.68 without the inequalities that are added after 40 iterations
    [
      'a ring of nine in threes',
      even(ring(9), 3, 3),
      6,
      [
        [10, 0.69],
        [40, 0.6801],
        [60, 0.01],
        [100, 0.001],
      ],
      300,
    ],
    // five neighbours: 4 × 9 + 3 × 8 + 2 × 7 + 6 = 80
    [
      'a line of twenty in fives',
      even(onALine(20), 4, 5),
      320,
      [
        [10, 2.8],
        [40, 1.2],
        [60, 0.01],
      ],
      200,
    ],
  ])('comes to the best there is, and soon: %s', (_, problem, best, course, stops) => {
    const { bounds, iterations } = courseOf(problem);
    for (const [done, above] of course) {
      expect(bounds.get(done)).toBeLessThan(best + above);
      expect(bounds.get(done)).toBeGreaterThan(best - 1e-9);
    }
    // the bound stands still, and no inequality is broken
    expect(iterations).toBe(stops);
  });

  test('comes to the best of twelve drawn at random in threes, by every partition', () => {
    const rng = createRng(5);
    const weights = symmetricWeights(12, () => rng.integer(100));
    const best = bestBySubsets(12, weights, { min: 3, max: 3 }, 4);
    const { bounds } = courseOf(even(weights, 4, 3));
    expect(bounds.get(10)).toBeLessThan(1.015 * best);
    expect(bounds.get(40)).toBeLessThan(1.006 * best);
    expect(bounds.get(60)).toBeLessThan(1.00001 * best);
    expect(bounds.get(200)).toBeGreaterThan(best - 1e-6);
  });

  test('comes near what it comes to in the end, by iterations, where that is above the best', () => {
    // what is proven once the bound stands still: of sixteen in groups of three to six, some weights negative, and of twenty-four in sixes
    const some = createRng(6);
    const free = {
      order: 16,
      weights: symmetricWeights(16, () => some.integer(100) - 30),
      groups: Array.from({ length: 4 }, () => ({ min: 3, max: 6 })),
    };
    const others = createRng(7);
    const sixes = even(
      symmetricWeights(24, () => others.next()),
      4,
      6,
    );
    expectCourse(free, 1078.638, { 10: 0.065, 40: 0.051, 60: 0.018, 100: 0.0037, 200: 0.0008, 400: 0.0001 });
    expectCourse(sixes, 41.6608, { 10: 0.039, 40: 0.027, 60: 0.012, 100: 0.0038, 200: 0.0007, 400: 0.0001 });
  });

  test('tells every ten iterations, and after the last', () => {
    const told: [number, number][] = [];
    const onProgress = (done: number, total: number) => told.push([done, total]);
    const { upperBound } = relaxationBound(even(ring(9), 3, 3), { iterations: 25, onProgress });
    expect(told).toEqual([10, 20, 25].map((done) => [done, 25]));
    expect(upperBound).toBeLessThan(courseOf(even(ring(9), 3, 3)).bounds.get(10) ?? 0);
  });

  test('relaxes three units, not two', () => {
    const groups = Array.from({ length: 2 }, () => ({ min: 1, max: 2 }));
    const three = { order: 3, weights: symmetricWeights(3, (i, j) => i + j), groups };
    expect(relaxationBound(three, { iterations: 30 })).toMatchObject({ iterations: 30 });
    const two = { order: 2, weights: symmetricWeights(2, () => 5), groups };
    expect(relaxationBound(two)).toEqual({ upperBound: groupingUpperBound(two), iterations: 0 });
  });
});

/** Groups of one size. */
function even(weights: Float64Array, count: number, size: number): GroupingProblem {
  const groups = Array.from({ length: count }, () => ({ min: size, max: size }));
  return { order: count * size, weights, groups };
}

/** The bound every ten iterations, and how many were made. */
function courseOf(problem: GroupingProblem) {
  const bounds = new Map<number, number>();
  const onProgress = (done: number, _: number, bound: number) => bounds.set(done, bound);
  const { iterations } = relaxationBound(problem, { iterations: 1000, onProgress });
  return { bounds, iterations };
}

/** After so many iterations the bound is less than this share above what it comes to. */
function expectCourse(problem: GroupingProblem, comesTo: number, course: Record<number, number>): void {
  const { bounds, iterations } = courseOf(problem);
  for (const [done, share] of Object.entries(course)) {
    expect(bounds.get(Number(done))).toBeLessThan(comesTo * (1 + share));
    expect(bounds.get(Number(done))).toBeGreaterThan(comesTo * (1 - 1e-5));
  }
  expect(iterations).toBeGreaterThanOrEqual(400);
  expect(iterations).toBeLessThanOrEqual(800);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupingUpperBound } from '../../../../../engine/methods/grouping/bounds/upper-bound.js';
import { bestOfAll, symmetricWeights, tinyProblems } from '../every-grouping.js';

describe('groupingUpperBound', () => {
  test('is never below the best of all groupings, also with negative weights', () => {
    fc.assert(
      fc.property(tinyProblems(7), (problem) => {
        const best = bestOfAll(problem);
        fc.pre(best !== null);
        expect(groupingUpperBound(problem)).toBeGreaterThanOrEqual(best?.value ?? 0);
      }),
      { numRuns: 120 },
    );
  });

  test('meets the value where every partner is the best one', () => {
    const weights = symmetricWeights(6, (i, j) => (Math.floor(i / 2) === Math.floor(j / 2) ? 5 : 1));
    const groups = [2, 2, 2].map((size) => ({ min: size, max: size }));
    expect(groupingUpperBound({ order: 6, weights, groups })).toBe(15);
  });

  test('counts no more pairs than sizes leave room for', () => {
    // sizes 2..3 for 5 units: 3 + 2, four pairs at most
    const weights = symmetricWeights(5, () => 1);
    const groups = [2, 2].map((min) => ({ min, max: 3 }));
    expect(groupingUpperBound({ order: 5, weights, groups })).toBe(4);
  });

  test('counts no fewer pairs than sizes make, where pairs cost', () => {
    const weights = symmetricWeights(5, () => -1);
    const groups = [2, 2].map((min) => ({ min, max: 3 }));
    expect(groupingUpperBound({ order: 5, weights, groups })).toBe(-4);
  });

  test('leaves out partners that the rules forbid', () => {
    const weights = symmetricWeights(4, (i, j) => (i + j === 3 ? 10 : 1));
    const groups = [2, 2].map((size) => ({ min: size, max: size }));
    expect(groupingUpperBound({ order: 4, weights, groups })).toBe(20);
    expect(groupingUpperBound({ order: 4, weights, groups, apart: [[0, 3]] })).toBe(11);
    expect(groupingUpperBound({ order: 4, weights, groups, together: [[0, 1]] })).toBe(11);
  });
});

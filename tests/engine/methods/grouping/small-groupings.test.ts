import { describe, expect, test } from 'vitest';
import { solveGrouping } from '../../../../engine/methods/grouping/solve-grouping.js';
import { createRng } from '../../../../engine/random/rng.js';
import { bestBySubsets } from './best-by-subsets.js';
import { bestOfAll, symmetricWeights } from './every-grouping.js';

describe('bestBySubsets', () => {
  test('agrees with trying every grouping', () => {
    const rng = createRng(8);
    const weights = symmetricWeights(8, () => Math.floor(rng.next() * 41) - 15);
    const groups = Array.from({ length: 3 }, () => ({ min: 2, max: 4 }));
    expect(bestBySubsets(8, weights, { min: 2, max: 4 }, 3)).toBe(
      bestOfAll({ order: 8, weights, groups })?.value,
    );
  });
});

describe('solveGrouping on up to 16 units and identical bounds', () => {
  test.each([
    [12, 3, 3, 5],
    [12, 4, 3, 3],
    [14, 4, 2, 5],
    [15, 3, 4, 6],
    [16, 4, 4, 4],
    [16, 2, 6, 10],
  ])(
    'finds the optimum of %i units in %i groups of %i to %i, whatever the seed',
    (order, count, min, max) => {
      for (let seed = 1; seed <= 6; seed++) {
        const rng = createRng(seed);
        const mean = [50, 0, -50][seed % 3] ?? 0;
        const weights = symmetricWeights(order, () => Math.floor(rng.next() * 100) - 50 + mean);
        const groups = Array.from({ length: count }, () => ({ min, max }));
        const { value } = solveGrouping({ order, weights, groups }, { seed, iterations: 8000 });
        expect(value).toBe(bestBySubsets(order, weights, { min, max }, count));
      }
    },
  );
});

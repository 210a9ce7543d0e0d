import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowOutliers, noOutliers } from '../../../../../engine/methods/grouping/problem/low-outliers.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';

function smallest(weights: Float64Array, order: number, but: (a: number, b: number) => boolean): number[] {
  return Array.from({ length: order }, (_, a) =>
    Math.min(...[...weights.subarray(a * order, (a + 1) * order)].filter((_, b) => b !== a && !but(a, b))),
  );
}

/** The pairs (b, a) by which b is an outlier of a. */
function pairsOf({ start, blocks }: { start: Int32Array; blocks: Int32Array }): number[][] {
  return Array.from({ length: start.length - 1 }, (_, b) =>
    [...blocks.subarray(start[b]!, start[b + 1]!)].map((a) => [b, a]),
  ).flat();
}

describe('lowOutliers', () => {
  test('are those below the lower fence', () => {
    // the weights of block 0: 0 (its own), −7, −6, −5, 10 … 14: quartiles −5 and 12 of nine, fence −30.5
    const order = 9;
    const far = symmetricWeights(order, (i, j) =>
      j === 0 || i === 0 ? [-7, -6, -5, 10, 11, 12, 13, 14][i + j - 1]! : 10,
    );
    expect(
      pairsOf(lowOutliers(far, order, Float64Array.from(smallest(far, order, () => false)))),
    ).not.toContainEqual([1, 0]);

    // of sixteen: block 0 and block 1 met before, everyone else is worth 10 to 13
    const met = symmetricWeights(16, (i, j) => (i + j === 1 ? -50 : 10 + ((i * j) % 4)));
    const lowest = Float64Array.from(smallest(met, 16, () => false));
    const found = lowOutliers(met, 16, lowest);
    expect(pairsOf(found)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect([lowest[0], lowest[1]]).toEqual([-50, -50]);
    expect([...found.smallestOfRest]).toEqual(smallest(met, 16, (a, b) => a + b === 1));
  });

  test('a block with too many of them has none', () => {
    // block 0 has met 3 of 16, more than an eighth; those three have met block 0 alone
    const met = symmetricWeights(16, (i, j) =>
      Math.min(i, j) === 0 && i + j <= 3 ? -50 : 10 + ((i * j) % 4),
    );
    const lowest = Float64Array.from(smallest(met, 16, () => false));
    const found = lowOutliers(met, 16, lowest);
    expect(pairsOf(found)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    expect(found.smallestOfRest[0]).toBe(-50);
    expect(found.smallestOfRest[1]).toBe(10);
  });

  test('the smallest of the rest is that of those who are not listed, whatever the weights', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 250 }), fc.nat(), (order, seed) => {
        const rng = createRng(seed);
        const weights = symmetricWeights(order, () => rng.integer(50) - (rng.integer(20) === 0 ? 300 : 0));
        const lowest = Float64Array.from(smallest(weights, order, () => false));
        const found = lowOutliers(weights, order, lowest);
        const listed = new Set(pairsOf(found).map(([b, a]) => a! * order + b!));
        expect(listed.size).toBe(found.blocks.length);
        expect([...found.smallestOfRest]).toEqual(
          smallest(weights, order, (a, b) => listed.has(a * order + b)),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('noOutliers says that there are none', () => {
    const found = noOutliers(Float64Array.of(1, 2));
    expect([...found.smallestOfRest]).toEqual([1, 2]);
    expect([...found.start]).toEqual([0, 0, 0]);
    expect(found.blocks.length).toBe(0);
  });
});

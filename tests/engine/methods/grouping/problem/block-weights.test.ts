import { describe, expect, test } from 'vitest';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import { blockWeights } from '../../../../../engine/methods/grouping/problem/block-weights.js';

const groups = [{ min: 0, max: 4 }];
const weights = Float64Array.of(0, 1, -2, 4, 1, 0, 8, 16, -2, 8, 0, 32, 4, 16, 32, 0);

describe('blockWeights', () => {
  test('takes the weights of units as they are where none are joined', () => {
    const found = blockWeights(weights, blockRules({ order: 4, groups }));
    expect(found.between).toBe(weights);
    expect([...found.smallestOf]).toEqual([-2, 1, -2, 4]);
    expect([found.sum, found.total]).toEqual([59, 63]);
    expect(found.tolerance).toBeCloseTo(32e-10, 20);
    expect(found).not.toHaveProperty('places');
  });

  test('adds up the weights between blocks, those inside left out', () => {
    const found = blockWeights(weights, blockRules({ order: 4, groups, together: [[0, 2]] }));
    // {0, 2}, {1}, {3}
    expect([...found.between]).toEqual([0, 9, 36, 9, 0, 16, 36, 16, 0]);
    expect([...found.smallestOf]).toEqual([9, 9, 16]);
    expect([found.sum, found.total]).toEqual([61, 61]);
  });

  test('has one value for both directions, to the last bit', () => {
    // between two pairs; in the order of the one they add up to 1, in that of the other to 2
    const between = [
      [1e16, 1],
      [-1e16, 1],
    ];
    const pairs = Float64Array.from({ length: 16 }, (_, at) => {
      const [i, j] = [Math.floor(at / 4), at % 4];
      return i < 2 ? (between[i]?.[j - 2] ?? 0) : (between[j]?.[i - 2] ?? 0);
    });
    const together = [
      [0, 1],
      [2, 3],
    ];
    const found = blockWeights(pairs, blockRules({ order: 4, groups, together }));
    expect([...found.between]).toEqual([0, 1, 1, 0]);
  });

  test('sets a diagonal to zero in a copy', () => {
    const odd = weights.with(5, 7);
    const { between } = blockWeights(odd, blockRules({ order: 4, groups }));
    expect([...between]).toEqual([...weights]);
    expect(odd[5]).toBe(7);
  });

  test('counts places in what weighs, and hands them on', () => {
    const places = Float64Array.of(0, -50, 3, 0);
    const found = blockWeights(weights, blockRules({ order: 4, groups }), places);
    expect(found.places).toBe(places);
    expect([found.sum, found.total]).toEqual([59, 116]);
    expect(found.tolerance).toBeCloseTo(50e-10, 20);
  });

  test('has a least tolerance, and no partner, for one alone', () => {
    const found = blockWeights(new Float64Array(1), blockRules({ order: 1, groups }));
    expect([...found.smallestOf]).toEqual([0]);
    expect([found.sum, found.total, found.tolerance]).toEqual([0, 0, 1e-10]);
  });
});

import { describe, expect, test } from 'vitest';
import { subsetUpperBound } from '../../../../../engine/methods/grouping/subset/subset-bound.js';
import type { SubsetProblem } from '../../../../../engine/methods/grouping/subset/subset-problem.js';
import { symmetricWeights } from '../every-grouping.js';

const none = new Float64Array(4);
const empty: SubsetProblem = {
  order: 4,
  topicCount: 0,
  concern: none,
  topicWeights: none,
  worth: none,
  eligible: new Uint8Array(4).fill(1),
  weights: new Float64Array(16),
  bounds: { min: 2, max: 3 },
  cover: none,
  wanted: new Uint8Array(4),
  wantedShare: 0,
};

describe('subsetUpperBound', () => {
  test('takes the best members, as many as may be', () => {
    expect(subsetUpperBound({ ...empty, worth: Float64Array.of(1, 8, 2, 4) })).toBe(14);
    expect(
      subsetUpperBound({ ...empty, worth: Float64Array.of(1, 8, 2, 4), bounds: { min: 1, max: 9 } }),
    ).toBe(15);
  });

  test('puts each beside its best min − 1 partners, one at least', () => {
    const weights = symmetricWeights(4, (i, j) => (i === 1 ? 8 : i === 2 ? [4, 2][j]! : [1, 16, 0][j]!));
    // best partners: 8 for 0, 16 for 1 and 3, 4 for 2
    expect(subsetUpperBound({ ...empty, weights })).toBe(40);
    expect(subsetUpperBound({ ...empty, weights, bounds: { min: 1, max: 3 } })).toBe(40);
    // means of the best two: 6, 12, 3, 8.5
    expect(subsetUpperBound({ ...empty, weights, bounds: { min: 3, max: 3 } })).toBe(26.5);
  });

  test('takes the best cover of each topic, and those whom it concerns most', () => {
    const topics = { topicCount: 2, topicWeights: Float64Array.of(10, 1) };
    const cover = Float64Array.of(1, 0, 3, 0, 2, 5, 0, 4);
    const concern = Float64Array.of(4, 0, 1, 2, 3, 2, 5, 0);
    expect(subsetUpperBound({ ...empty, ...topics, concern: new Float64Array(8), cover })).toBe(8);
    // 5 + 4 + 3 = 12 of the first, 2 + 2 of the second, by three members
    expect(subsetUpperBound({ ...empty, ...topics, concern, cover: new Float64Array(8) })).toBeCloseTo(
      10 * Math.sqrt(3 * 12) + Math.sqrt(3 * 4),
      9,
    );
    // no more members than there are: 13 by four
    expect(
      subsetUpperBound({
        ...empty,
        ...topics,
        bounds: { min: 2, max: 9 },
        concern,
        cover: new Float64Array(8),
      }),
    ).toBeCloseTo(10 * Math.sqrt(4 * 13) + Math.sqrt(4 * 4), 9);
  });

  test('takes every bonus and no malus', () => {
    expect(
      subsetUpperBound({
        ...empty,
        bonuses: [
          [0, 1, 2],
          [1, 2, -7],
          [2, 3, 3],
        ],
      }),
    ).toBe(5);
    expect(subsetUpperBound({ ...empty, order: 1, weights: none, bounds: { min: 1, max: 1 } })).toBe(0);
  });
});

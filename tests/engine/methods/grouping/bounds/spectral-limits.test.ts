import { describe, expect, test } from 'vitest';
import { meetingLimits } from '../../../../../engine/methods/grouping/bounds/meeting-limits.js';
import { SpectralLimits } from '../../../../../engine/methods/grouping/bounds/spectral-limits.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { everyGrouping, symmetricWeights } from '../every-grouping.js';

const limitsOf = (rules: GroupingRules) => new SpectralLimits(meetingLimits(rules.groups, blockRules(rules)));
const groupsOf = (count: number, min: number, max: number) =>
  Array.from({ length: count }, () => ({ min, max }));

function pointOf(groupOf: ArrayLike<number>): Float64Array {
  const n = groupOf.length;
  return Float64Array.from({ length: n * n }, (_, at) =>
    Number(groupOf[Math.floor(at / n)] === groupOf[at % n]),
  );
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, at) => sum + x * b[at]!, 0);

describe('SpectralLimits', () => {
  test('leave groupings of even sizes where they are', () => {
    const rules: GroupingRules = { order: 6, groups: groupsOf(3, 2, 2) };
    const limits = limitsOf(rules);
    const point = new Float64Array(36);
    for (const groupOf of everyGrouping(rules)) {
      const target = pointOf(groupOf);
      limits.project(target, point);
      for (const [at, x] of point.entries()) expect(x).toBeCloseTo(target[at]!, 9);
    }
  });

  test('bound what one direction holds by the largest size, two by two sizes, all by the trace', () => {
    // of four in groups of two, one and one: X − J / 3 has trace 8 / 3, at most 2 of it in one direction
    const groups = [1, 2, 1].map((size) => ({ min: size, max: size }));
    const limits = limitsOf({ order: 4, groups });
    // two directions that sum to nothing, so that J holds nothing of them
    const one = [0.5, -0.5, 0.5, -0.5];
    const other = [0.5, -0.5, -0.5, 0.5];
    const along = (...directions: number[][]) =>
      Float64Array.from({ length: 16 }, (_, at) =>
        directions.reduce((sum, v) => sum + v[Math.floor(at / 4)]! * v[at % 4]!, 0),
      );
    expect(limits.most(along(one))).toBeCloseTo(2, 9);
    expect(limits.most(along(one, other))).toBeCloseTo(8 / 3, 9);
  });

  test('bring any matrix to one of the right trace that stays there, nearer than any grouping is', () => {
    const rng = createRng(4);
    const rules: GroupingRules = { order: 6, groups: groupsOf(2, 2, 4) };
    const limits = limitsOf(rules);
    for (let round = 0; round < 5; round++) {
      const target = symmetricWeights(6, () => 3 * rng.next() - 1);
      for (let i = 0; i < 6; i++) target[7 * i] = 2 * rng.next();
      const point = new Float64Array(36);
      limits.project(target, point);
      let trace = 0;
      for (let i = 0; i < 6; i++) trace += point[7 * i]!;
      expect(trace).toBeCloseTo(6, 9);
      const again = new Float64Array(36);
      limits.project(point, again);
      const away = (a: Float64Array, b: Float64Array) => Math.hypot(...a.map((x, at) => x - b[at]!));
      expect(away(point, again)).toBeLessThan(1e-8);
      for (const groupOf of everyGrouping(rules)) {
        expect(away(point, target)).toBeLessThanOrEqual(away(pointOf(groupOf), target) + 1e-9);
      }
      for (let i = 0; i < 6; i++) for (let j = 0; j < i; j++) expect(point[6 * i + j]).toBe(point[6 * j + i]);
    }
  });

  test('bound what any grouping gains, and are reached where gains are a grouping', () => {
    const rng = createRng(9);
    const rules: GroupingRules = { order: 6, groups: groupsOf(3, 1, 3) };
    const limits = limitsOf(rules);
    const possible = Array.from(everyGrouping(rules), pointOf);
    for (let round = 0; round < 10; round++) {
      const gains = symmetricWeights(6, () => 8 * rng.next() - 4);
      const best = Math.max(...possible.map((x) => dot(gains, x)));
      const most = limits.most(gains);
      expect(most).toBeGreaterThanOrEqual(best);
      const point = new Float64Array(36);
      limits.project(
        gains.map((gain) => 1e4 * gain),
        point,
      );
      // the furthest point along the gains is where the bound is reached
      expect(dot(gains, point)).toBeLessThanOrEqual(most + 1e-6);
      expect(dot(gains, point)).toBeCloseTo(most, 3);
    }
    const even = limitsOf({ order: 6, groups: groupsOf(3, 2, 2) });
    expect(even.most(pointOf([0, 0, 1, 1, 2, 2]))).toBeCloseTo(12, 9);
  });
});

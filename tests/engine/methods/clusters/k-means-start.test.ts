import { kmeans } from 'ml-kmeans';
import { describe, expect, it } from 'vitest';
import { kMeans } from '../../../../engine/methods/clusters/k-means.js';
import { spreadOutRows } from '../../../../engine/methods/clusters/k-means-start.js';
import type { Matrix } from '../../../../engine/numeric/matrix.js';
import { squaredDistance } from '../../../../engine/numeric/squared-distance.js';
import { createRng } from '../../../../engine/random/rng.js';

function drawnRows(rows: number, columns: number, seed: number): Matrix {
  const rng = createRng(seed);
  return { rows, columns, values: Float64Array.from({ length: rows * columns }, () => rng.next()) };
}

function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => [...values.subarray(i * columns, (i + 1) * columns)]);
}

/** Σ of squares about the means of the clusters. */
function squaresWithin(rows: readonly (readonly number[])[], labels: ArrayLike<number>): number {
  const clusters = new Map<number, (readonly number[])[]>();
  for (const [i, row] of rows.entries()) clusters.set(labels[i]!, [...(clusters.get(labels[i]!) ?? []), row]);
  let sum = 0;
  for (const members of clusters.values()) {
    for (const p of members[0]?.keys() ?? []) {
      const mean = members.reduce((total, row) => total + row[p]!, 0) / members.length;
      sum += members.reduce((total, row) => total + (row[p]! - mean) ** 2, 0);
    }
  }
  return sum;
}

describe('spreadOutRows', () => {
  it('draws rows that differ, no more than there are', () => {
    const values = Float64Array.of(1, 2, 1, 2, 3, 4, 1, 2);
    for (let seed = 0; seed < 20; seed++) {
      const drawn = spreadOutRows({ rows: 4, columns: 2, values }, 3, createRng(seed));
      expect(drawn).toHaveLength(2);
      expect(drawn).toContain(2);
    }
    expect(spreadOutRows({ rows: 0, columns: 2, values: new Float64Array() }, 3, createRng(1))).toEqual([]);
  });

  it('lets clusters be as tight as those that ml-kmeans starts itself, over many seeds', () => {
    const features = drawnRows(120, 5, 7);
    const rows = rowsOf(features);
    let ours = 0;
    let theirs = 0;
    for (let seed = 1; seed <= 40; seed++) {
      ours += squaresWithin(rows, kMeans(features, { count: 9, rng: createRng(seed) }).membership);
      theirs += squaresWithin(rows, kmeans(rows, 9, { seed }).clusters);
    }
    expect(ours / theirs).toBeLessThan(1.01);
  });
});

describe('squaredDistance', () => {
  it('is exact below its limit, and at least the limit beyond', () => {
    const a = drawnRows(6, 9, 3);
    const b = drawnRows(4, 9, 4);
    const exact = squaredDistance(a, 5, b, 2, Number.POSITIVE_INFINITY);
    const [x = [], y = []] = [rowsOf(a)[5], rowsOf(b)[2]];
    expect(exact).toBeCloseTo(
      x.reduce((sum, value, p) => sum + (value - (y[p] ?? 0)) ** 2, 0),
      12,
    );
    expect(squaredDistance(a, 5, b, 2, exact + 1e-9)).toBe(exact);
    expect(squaredDistance(a, 5, b, 2, exact / 2)).toBeGreaterThanOrEqual(exact / 2);
  });
});

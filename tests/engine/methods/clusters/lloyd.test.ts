import { kmeans } from 'ml-kmeans';
import { describe, expect, it } from 'vitest';
import { spreadOutRows } from '../../../../engine/methods/clusters/k-means-start.js';
import { lloyd } from '../../../../engine/methods/clusters/lloyd.js';
import { renumbered } from '../../../../engine/methods/graph/partition.js';
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
function squaresWithin(features: Matrix, labels: ArrayLike<number>): number {
  const { membership, count } = renumbered(labels);
  let sum = 0;
  for (let c = 0; c < count; c++) {
    const members = rowsOf(features).filter((_, i) => membership[i] === c);
    for (let p = 0; p < features.columns; p++) {
      const mean = members.reduce((total, row) => total + (row[p] ?? 0), 0) / members.length;
      sum += members.reduce((total, row) => total + ((row[p] ?? 0) - mean) ** 2, 0);
    }
  }
  return sum;
}

describe('lloyd', () => {
  it('finds the clusters that ml-kmeans finds from the same centres', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const features = drawnRows(40 + seed, 1 + (seed % 6), seed);
      const start = drawnRows(2 + (seed % 7), features.columns, 1000 + seed);
      const { clusters } = kmeans(rowsOf(features), start.rows, {
        initialization: rowsOf(start),
        tolerance: 0,
      });
      expect([...lloyd(features, start)]).toEqual(clusters);
    }
  });

  it('keeps a centre that no row is nearest to, and takes the first of two that are as near', () => {
    const features = { rows: 3, columns: 1, values: Float64Array.of(0, 1, 5) };
    expect([...lloyd(features, { rows: 3, columns: 1, values: Float64Array.of(0.5, 0.5, 5) })]).toEqual([
      0, 0, 2,
    ]);
  });
});

describe('spreadOutRows', () => {
  it('draws distinct rows, no more than there are', () => {
    const values = Float64Array.of(1, 2, 1, 2, 3, 4, 1, 2);
    for (let seed = 0; seed < 20; seed++) {
      const { rows, values: drawn } = spreadOutRows({ rows: 4, columns: 2, values }, 3, createRng(seed));
      expect([rows, ...[...drawn].sort()]).toEqual([2, 1, 2, 3, 4]);
    }
  });

  it('leaves clusters as tight as those of ml-kmeans, over many seeds', () => {
    const features = drawnRows(120, 5, 7);
    const rows = rowsOf(features);
    let ours = 0;
    let theirs = 0;
    for (let seed = 1; seed <= 40; seed++) {
      ours += squaresWithin(features, lloyd(features, spreadOutRows(features, 9, createRng(seed))));
      theirs += squaresWithin(features, kmeans(rows, 9, { seed }).clusters);
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

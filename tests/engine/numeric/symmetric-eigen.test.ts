import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadingEigen, symmetricEigenvalues } from '../../../engine/numeric/symmetric-eigen.js';
import { createRng } from '../../../engine/random/rng.js';

/** Symmetric, entries −1..1; whole numbers make repeated eigenvalues and zero rows likely. */
const symmetric = fc
  .record({ order: fc.integer({ min: 1, max: 12 }), whole: fc.boolean(), seed: fc.nat() })
  .map(({ order, whole, seed }) => {
    const rng = createRng(seed);
    const matrix = new Float64Array(order * order);
    for (let i = 0; i < order; i++) {
      for (let j = 0; j <= i; j++) {
        const x = 2 * rng.next() - 1;
        matrix[i * order + j] = matrix[j * order + i] = whole ? Math.round(x) : x;
      }
    }
    return { order, matrix };
  });

describe('leadingEigen', () => {
  test('rebuilds the matrix from all its eigenvalues and vectors', () => {
    fc.assert(
      fc.property(symmetric, ({ order, matrix }) => {
        const { values, vectors } = leadingEigen(matrix.slice(), order, () => order);
        for (let i = 0; i < order; i++) {
          for (let j = 0; j < order; j++) {
            let sum = 0;
            for (let k = 0; k < order; k++) {
              sum += (values[k] ?? 0) * (vectors[k * order + i] ?? 0) * (vectors[k * order + j] ?? 0);
            }
            expect(sum).toBeCloseTo(matrix[i * order + j] ?? Number.NaN, 8);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives orthogonal vectors, also where eigenvalues repeat', () => {
    // all ones: one eigenvalue 20, nineteen zeros
    const order = 20;
    const { values, vectors } = leadingEigen(new Float64Array(order * order).fill(1), order, () => order);
    expect(values[0]).toBeCloseTo(20, 12);
    expect(values[19]).toBeCloseTo(0, 12);
    for (let a = 0; a < order; a++) {
      for (let b = 0; b <= a; b++) {
        let dot = 0;
        for (let i = 0; i < order; i++) dot += (vectors[a * order + i] ?? 0) * (vectors[b * order + i] ?? 0);
        expect(dot).toBeCloseTo(a === b ? 1 : 0, 10);
      }
    }
  });

  test('makes only as many vectors as wanted', () => {
    const matrix = Float64Array.from([2, 0, 0, 0, 5, 0, 0, 0, 3]);
    const { values, count, vectors } = leadingEigen(matrix, 3, (all) => all.filter((v) => v > 2.5).length);
    expect([...values]).toEqual([5, 3, 2]);
    expect(count).toBe(2);
    expect([...vectors].map((x) => Math.abs(Math.round(1e6 * x) / 1e6))).toEqual([0, 1, 0, 0, 0, 1]);
  });
});

describe('symmetricEigenvalues', () => {
  test('finds those of a path by hand: 2 cos(kπ / (n + 1))', () => {
    const order = 5;
    const path = new Float64Array(order * order);
    for (let i = 1; i < order; i++) path[i * order + i - 1] = path[(i - 1) * order + i] = 1;
    const values = symmetricEigenvalues(path, order);
    [1, 2, 3, 4, 5].forEach((k) => {
      expect(values[k - 1]).toBeCloseTo(2 * Math.cos((k * Math.PI) / 6), 12);
    });
  });

  test('has nothing to say of an empty matrix', () => {
    expect(symmetricEigenvalues(new Float64Array(0), 0)).toHaveLength(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affinityMatrix } from '../../../engine/affinity/affinity-matrix.js';
import type { Matrix } from '../../../engine/numeric/matrix.js';
import { thrownBy } from '../thrown-error.js';

const apart = { sources: new Uint32Array(), targets: new Uint32Array(), shares: new Float64Array() };

function matrix(...rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
}

function dot(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, p) => sum + value * y[p]!, 0);
}

/** The published formulas, pair by pair, empty rows apart. */
const oracles = {
  cosine: (x: readonly number[], y: readonly number[]) => dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y)),
  jaccard: (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, p) => sum + Math.min(value, y[p]!), 0) /
    x.reduce((sum, value, p) => sum + Math.max(value, y[p]!), 0),
};

const profiles = fc.array(
  fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5, noNaN: true })), {
    minLength: 4,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 8 },
);

describe.each(['cosine', 'jaccard'] as const)('%s', (likeness) => {
  const options = { likeness, samePerimeterDiscount: 0.5 };

  test('every pair agrees with the formula; the matrix is symmetric, in 0..1, zero on the diagonal', () => {
    fc.assert(
      fc.property(profiles, (rows) => {
        const n = rows.length;
        const { values } = affinityMatrix(matrix(...rows), apart, options);
        rows.forEach((x, i) => {
          rows.forEach((y, j) => {
            const value = values[i * n + j]!;
            const empty = !x.some(Boolean) || !y.some(Boolean);
            expect(value).toBeCloseTo(i === j || empty ? 0 : oracles[likeness](x, y), 9);
            expect(value).toBe(values[j * n + i]);
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          });
        });
      }),
    );
  });

  test('relabelling territories permutes the matrix', () => {
    fc.assert(
      fc.property(profiles, (rows) => {
        const n = rows.length;
        const there = affinityMatrix(matrix(...rows), apart, options).values;
        const back = affinityMatrix(matrix(...[...rows].reverse()), apart, options).values;
        for (let at = 0; at < n * n; at++) expect(back[n * n - 1 - at]).toBe(there[at]);
      }),
    );
  });

  test('equal profiles have affinity 1, empty ones 0 with all', () => {
    const { values } = affinityMatrix(matrix([1, 2], [1, 2], [0, 0]), apart, options);
    expect(values[1]).toBeCloseTo(1, 12);
    expect([values[2], values[5], values[6], values[7], values[8]]).toEqual([0, 0, 0, 0, 0]);
  });

  test('nobody, one and all empty have matrices', () => {
    expect(affinityMatrix(matrix(), apart, options).rows).toBe(0);
    expect([...affinityMatrix(matrix([1]), apart, options).values]).toEqual([0]);
    expect([...affinityMatrix(matrix([0], [0]), apart, options).values]).toEqual([0, 0, 0, 0]);
  });

  test('a pair with one perimeter loses the discount times the share', () => {
    const overlap = {
      sources: Uint32Array.of(0),
      targets: Uint32Array.of(1),
      shares: Float64Array.of(0.5),
    };
    const { values } = affinityMatrix(matrix([1, 2], [1, 2], [1, 2]), overlap, options);
    expect(values[1]).toBeCloseTo(0.75, 12);
    expect(values[3]).toBe(values[1]);
    expect(values[2]).toBeCloseTo(1, 12);
  });
});

test('two profiles worked by hand', () => {
  const rows = matrix([3, 4, 0], [4, 3, 5]);
  const cosine = affinityMatrix(rows, apart, { likeness: 'cosine', samePerimeterDiscount: 0 });
  expect(cosine.values[1]).toBeCloseTo(24 / (5 * Math.sqrt(50)), 12);
  const jaccard = affinityMatrix(rows, apart, { likeness: 'jaccard', samePerimeterDiscount: 0 });
  expect(jaccard.values[1]).toBeCloseTo(6 / 13, 12);
});

test('bad use is refused', () => {
  const options = { likeness: 'cosine', samePerimeterDiscount: 0.5 } as const;
  expect(thrownBy(() => affinityMatrix(matrix([1], [-1]), apart, options)).code).toBe('entry-not-usable');
  const discount = { ...options, samePerimeterDiscount: Number.NaN };
  expect(thrownBy(() => affinityMatrix(matrix([1]), apart, discount)).code).toBe('discount-out-of-range');
  const outside = { sources: Uint32Array.of(0), targets: Uint32Array.of(2), shares: Float64Array.of(1) };
  expect(thrownBy(() => affinityMatrix(matrix([1], [1]), outside, options)).value).toEqual([0, 2, 1]);
  const share = {
    sources: Uint32Array.of(0),
    targets: Uint32Array.of(1),
    shares: Float64Array.of(Number.NaN),
  };
  expect(thrownBy(() => affinityMatrix(matrix([1], [1]), share, options)).code).toBe('overlap-not-usable');
});

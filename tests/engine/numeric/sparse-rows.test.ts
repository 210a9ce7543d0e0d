import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Matrix } from '../../../engine/numeric/matrix.js';
import {
  rowsInOrder,
  type SparseRows,
  sparseRows,
  transposedRows,
} from '../../../engine/numeric/sparse-rows.js';

const matrices = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.constantFrom(0, 0, 1, 2.5), { minLength: rows * columns, maxLength: rows * columns })
      .map((values): Matrix => ({ rows, columns, values: Float64Array.from(values) })),
  );

function dense({ rows, columns, offsets, columnOf, values }: SparseRows): number[][] {
  return Array.from({ length: rows }, (_, i) => {
    const row = new Array<number>(columns).fill(0);
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) row[columnOf[at]!] = values[at]!;
    return row;
  });
}

function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => [...values.subarray(i * columns, (i + 1) * columns)]);
}

test('sparse rows hold the non-zero entries and nothing else', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const sparse = sparseRows(matrix);
      expect(dense(sparse)).toEqual(rowsOf(matrix));
      expect(sparse.values.every((value) => value !== 0)).toBe(true);
    }),
  );
});

test('transposing exchanges rows and columns', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const columns = dense(transposedRows(sparseRows(matrix)));
      expect(columns).toEqual(
        Array.from({ length: matrix.columns }, (_, p) => rowsOf(matrix).map((row) => row[p])),
      );
    }),
  );
});

test('rows can be taken in any order, some left out', () => {
  const matrix = { rows: 3, columns: 2, values: Float64Array.of(1, 0, 0, 0, 2, 3) };
  expect(dense(rowsInOrder(sparseRows(matrix), Uint32Array.of(2, 0)))).toEqual([
    [2, 3],
    [1, 0],
  ]);
});

import type { Matrix } from './matrix.js';

/**
 * The non-zero entries of a matrix, row by row: entries `offsets[i]` to `offsets[i + 1]` are those of row i,
 * by growing column.
 */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Uint32Array;
  readonly columnOf: Uint32Array;
  readonly values: Float64Array;
}

/** Keeps the non-zero entries of a matrix. */
export function sparseRows(matrix: Matrix): SparseRows {
  const { rows, columns, values: dense } = matrix;
  const offsets = new Uint32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    let count = 0;
    for (let at = i * columns; at < (i + 1) * columns; at++) if (dense[at] !== 0) count++;
    offsets[i + 1] = offsets[i]! + count;
  }
  const columnOf = new Uint32Array(offsets[rows]!);
  const values = new Float64Array(offsets[rows]!);
  let filled = 0;
  for (let i = 0; i < rows; i++) {
    for (let p = 0; p < columns; p++) {
      const entry = dense[i * columns + p]!;
      if (entry === 0) continue;
      columnOf[filled] = p;
      values[filled++] = entry;
    }
  }
  return { rows, columns, offsets, columnOf, values };
}

/** Exchanges rows and columns: row p of the result lists who holds column p, by growing index. */
export function transposedRows(sparse: SparseRows): SparseRows {
  const { rows, columns, offsets, columnOf, values } = sparse;
  const newOffsets = new Uint32Array(columns + 1);
  for (const p of columnOf) newOffsets[p + 1] = newOffsets[p + 1]! + 1;
  for (let p = 0; p < columns; p++) newOffsets[p + 1] = newOffsets[p + 1]! + newOffsets[p]!;
  const next = newOffsets.slice(0, columns);
  const newColumnOf = new Uint32Array(columnOf.length);
  const newValues = new Float64Array(columnOf.length);
  for (let i = 0; i < rows; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const p = columnOf[at]!;
      const slot = next[p]!;
      next[p] = slot + 1;
      newColumnOf[slot] = i;
      newValues[slot] = values[at]!;
    }
  }
  return { rows: columns, columns: rows, offsets: newOffsets, columnOf: newColumnOf, values: newValues };
}

/** The rows named, in the order named; a hot loop over neighbours then reads memory in order. */
export function rowsInOrder(sparse: SparseRows, order: Uint32Array): SparseRows {
  const offsets = new Uint32Array(order.length + 1);
  for (let s = 0; s < order.length; s++) {
    offsets[s + 1] = offsets[s]! + sparse.offsets[order[s]! + 1]! - sparse.offsets[order[s]!]!;
  }
  const columnOf = new Uint32Array(offsets[order.length]!);
  const values = new Float64Array(offsets[order.length]!);
  for (let s = 0; s < order.length; s++) {
    const from = sparse.offsets[order[s]!]!;
    const to = sparse.offsets[order[s]! + 1]!;
    columnOf.set(sparse.columnOf.subarray(from, to), offsets[s]!);
    values.set(sparse.values.subarray(from, to), offsets[s]!);
  }
  return { rows: order.length, columns: sparse.columns, offsets, columnOf, values };
}

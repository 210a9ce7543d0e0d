import type { Matrix } from './matrix.js';

/**
 * The square matrix of some of the items, or of one item several times: entry (a, b) is that of items[a] and items[b]. Two
 * entries of one item have 0, as a diagonal.
 */
export function matrixOver({ columns, values }: Matrix, items: readonly number[]): Matrix {
  const order = items.length;
  const spread = new Float64Array(order * order);
  items.forEach((s, row) => {
    items.forEach((t, column) => {
      if (s !== t) spread[row * order + column] = values[s * columns + t] ?? 0;
    });
  });
  return { rows: order, columns: order, values: spread };
}

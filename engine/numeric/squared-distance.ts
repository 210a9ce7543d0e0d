import type { Matrix } from './matrix.js';

/**
 * Squared Euclidean distance of row i of one matrix to row j of another with as many columns; where it reaches
 * `limit`, some number from `limit` up to the distance, for the rest is not looked at.
 */
export function squaredDistance(
  { columns, values }: Matrix,
  i: number,
  others: Matrix,
  j: number,
  limit: number,
): number {
  const there = others.values;
  const shift = (j - i) * columns;
  const end = (i + 1) * columns;
  let sum = 0;
  for (let at = i * columns; at < end && sum < limit; at++) {
    const gap = values[at]! - there[at + shift]!;
    sum += gap * gap;
  }
  return sum;
}

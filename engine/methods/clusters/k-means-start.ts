import { type Matrix, zeroMatrix } from '../../numeric/matrix.js';
import { squaredDistance } from '../../numeric/squared-distance.js';
import type { Rng } from '../../random/rng.js';

/**
 * Rows to start k-means from, spread out: each is drawn with a chance that grows as the squared distance to those drawn
 * before (k-means++: Arthur, Vassilvitskii 2007), the best of 2 + ⌊ln k⌋ draws, which leaves the least sum of squares
 * (their greedy variant). Fewer than `count` where there are fewer distinct rows, none without a row.
 */
export function spreadOutRows(features: Matrix, count: number, rng: Rng): Matrix {
  const { columns } = features;
  const centres = zeroMatrix(Math.min(count, features.rows), columns);
  const trials = 2 + Math.floor(Math.log(count));
  let nearest = new Float64Array(features.rows).fill(Number.POSITIVE_INFINITY);
  for (let found = 0; found < centres.rows; found++) {
    let least = Number.POSITIVE_INFINITY;
    let best = nearest;
    // the first is any row
    for (let trial = 0; trial < (found === 0 ? 1 : trials); trial++) {
      const drawn = found === 0 ? rng.integer(features.rows) : drawRow(nearest, rng);
      const { squares, sum } = squaresWith(features, drawn, nearest);
      if (sum >= least) continue;
      least = sum;
      best = squares;
      centres.values.set(features.values.subarray(drawn * columns, (drawn + 1) * columns), found * columns);
    }
    nearest = best;
    if (least === 0)
      return { ...centres, rows: found + 1, values: centres.values.subarray(0, (found + 1) * columns) };
  }
  return centres;
}

/** Each squared distance to the nearest centre, row `drawn` being one more. */
function squaresWith(
  features: Matrix,
  drawn: number,
  nearest: Float64Array<ArrayBuffer>,
): { squares: Float64Array<ArrayBuffer>; sum: number } {
  const squares = nearest.slice();
  let sum = 0;
  for (let i = 0; i < squares.length; i++) {
    const square = squaredDistance(features, i, features, drawn, squares[i]!);
    if (square < squares[i]!) squares[i] = square;
    sum += squares[i]!;
  }
  return { squares, sum };
}

/** A row drawn with a chance in proportion to its square; one of square 0 never is. */
function drawRow(squares: Float64Array, rng: Rng): number {
  let left = rng.next() * squares.reduce((sum, square) => sum + square, 0);
  let last = 0;
  for (let i = 0; i < squares.length; i++) {
    if (squares[i] === 0) continue;
    last = i;
    left -= squares[i]!;
    if (left < 0) break;
  }
  return last;
}

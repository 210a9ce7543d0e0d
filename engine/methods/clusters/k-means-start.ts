import type { Matrix } from '../../numeric/matrix.js';
import { squaredDistance } from '../../numeric/squared-distance.js';
import type { Rng } from '../../random/rng.js';

/**
 * Rows to start k-means from, spread out: each is drawn with a chance that grows as the squared distance to those drawn
 * before (k-means++: Arthur, Vassilvitskii 2007), the best of 2 + ⌊ln k⌋ draws, which leaves the least sum of squares
 * (their greedy variant). Indices of distinct rows, fewer than `count` where there are fewer, none without a row.
 *
 * ml-kmeans has the same start, on matrices that it copies row by row: eight parts in ten of its time at 1,255 rows.
 */
export function spreadOutRows(features: Matrix, count: number, rng: Rng): number[] {
  const trials = 2 + Math.floor(Math.log(count));
  const chosen: number[] = [];
  let nearest = new Float64Array(features.rows).fill(Number.POSITIVE_INFINITY);
  let left = features.rows > 0;
  while (left && chosen.length < count) {
    const first = chosen.length === 0;
    let least = Number.POSITIVE_INFINITY;
    let best = { drawn: 0, squares: nearest };
    // the first is any row
    for (let trial = 0; trial < (first ? 1 : trials); trial++) {
      const drawn = first ? rng.integer(features.rows) : drawRow(nearest, rng);
      const { squares, sum } = squaresWith(features, drawn, nearest);
      if (sum >= least) continue;
      least = sum;
      best = { drawn, squares };
    }
    chosen.push(best.drawn);
    nearest = best.squares;
    left = least > 0;
  }
  return chosen;
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

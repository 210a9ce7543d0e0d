import type { Matrix } from '../../numeric/matrix.js';
import { squaredDistance } from '../../numeric/squared-distance.js';

const mostRounds = 100;

/**
 * The nearest of the centres to each row, once the centres are the means of their rows (Lloyd 1982,
 * 10.1109/TIT.1982.1056489): until no row changes, a hundred rounds at most. In a tie a row keeps its centre, and takes
 * the first at the start; a centre that no row is nearest to stays where it is.
 *
 * @param start one centre a row, as many columns as the features; not changed
 */
export function lloyd(features: Matrix, start: Matrix): Uint32Array {
  const centres = { ...start, values: start.values.slice() };
  const nearest = new Uint32Array(features.rows);
  for (let round = 0; round < mostRounds; round++) {
    if (!assign(features, centres, nearest) && round > 0) break;
    moveToMeans(features, centres, nearest);
  }
  return nearest;
}

/** True if any row has another nearest centre than before. */
function assign(features: Matrix, centres: Matrix, nearest: Uint32Array): boolean {
  let changed = false;
  for (let i = 0; i < features.rows; i++) {
    let best = nearest[i]!;
    // the distance to the centre of before bounds what others need be looked at
    let least = squaredDistance(features, i, centres, best, Number.POSITIVE_INFINITY);
    for (let c = 0; c < centres.rows; c++) {
      const square = squaredDistance(features, i, centres, c, least);
      if (square >= least) continue;
      least = square;
      best = c;
    }
    if (best !== nearest[i]) changed = true;
    nearest[i] = best;
  }
  return changed;
}

function moveToMeans({ rows, columns, values }: Matrix, centres: Matrix, nearest: Uint32Array): void {
  const sizes = new Uint32Array(centres.rows);
  for (const c of nearest) sizes[c] = sizes[c]! + 1;
  const means = centres.values;
  for (let c = 0; c < centres.rows; c++) {
    if (sizes[c]! > 0) means.fill(0, c * columns, (c + 1) * columns);
  }
  for (let i = 0; i < rows; i++) {
    const shift = (nearest[i]! - i) * columns;
    for (let at = i * columns; at < (i + 1) * columns; at++)
      means[at + shift] = means[at + shift]! + values[at]!;
  }
  for (let c = 0; c < centres.rows; c++) {
    if (sizes[c]! === 0) continue;
    for (let at = c * columns; at < (c + 1) * columns; at++) means[at] = means[at]! / sizes[c]!;
  }
}

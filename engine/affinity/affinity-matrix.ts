import { EngineError } from '../engine-error.js';
import type { PerimeterOverlap } from '../model/distances.js';
import { checkedMatrix } from '../numeric/checked-matrix.js';
import { type Matrix, zeroMatrix } from '../numeric/matrix.js';
import { type SparseRows, sparseRows, transposedRows } from '../numeric/sparse-rows.js';
import type { Options } from '../options.js';
import { cosine } from './cosine.js';
import type { Likeness } from './likeness.js';
import { weightedJaccard } from './weighted-jaccard.js';

const likenesses: Readonly<Record<Options['affinity']['likeness'], Likeness>> = {
  cosine,
  jaccard: weightedJaccard,
};

/**
 * Affinity of every pair of profiles: order × order, symmetric, 0..1, zero diagonal.
 *
 * A_ij = likeness(x_i, x_j) × (1 − discount × share_ij), share_ij being how much the two perimeters overlap:
 * two units that cover the same ground look alike for a trivial reason. An empty profile has 0 with all.
 *
 * @throws EngineError `matrix-misshapen`, `entry-not-usable`, `discount-out-of-range`, `overlap-not-usable`
 */
export function affinityMatrix(
  features: Matrix,
  overlap: PerimeterOverlap,
  options: Pick<Options['affinity'], 'likeness' | 'samePerimeterDiscount'>,
): Matrix {
  checkedMatrix(features, 'The feature matrix');
  const affinity = likenessMatrix(sparseRows(features), likenesses[options.likeness]);
  discountSamePerimeter(affinity, overlap, options.samePerimeterDiscount);
  return affinity;
}

/** Walks the columns that rows share, so that the work grows with the pairs of equal columns, not with order² × columns. */
function likenessMatrix(rows: SparseRows, likeness: Likeness): Matrix {
  const order = rows.rows;
  const columns = transposedRows(rows);
  const affinity = zeroMatrix(order, order);
  const sizes = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    for (let at = rows.offsets[i]!; at < rows.offsets[i + 1]!; at++) {
      sizes[i] = sizes[i]! + likeness.measure(rows.values[at]!);
    }
  }
  // the first holder after i in each column; i only grows, so it only moves forward
  const next = columns.offsets.slice(0, rows.columns);
  const shared = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    shared.fill(0, i + 1);
    for (let at = rows.offsets[i]!; at < rows.offsets[i + 1]!; at++) {
      const p = rows.columnOf[at]!;
      const x = rows.values[at]!;
      const first = next[p]! + 1;
      next[p] = first;
      for (let slot = first; slot < columns.offsets[p + 1]!; slot++) {
        const j = columns.columnOf[slot]!;
        shared[j] = shared[j]! + likeness.common(x, columns.values[slot]!);
      }
    }
    for (let j = i + 1; j < order; j++) {
      if (shared[j] === 0) continue;
      const value = Math.min(1, likeness.compare(shared[j]!, sizes[i]!, sizes[j]!));
      affinity.values[i * order + j] = value;
      affinity.values[j * order + i] = value;
    }
  }
  return affinity;
}

function discountSamePerimeter(affinity: Matrix, overlap: PerimeterOverlap, discount: number): void {
  if (!(discount >= 0 && discount <= 1)) {
    throw new EngineError(
      'discount-out-of-range',
      `The discount of a same perimeter cannot be ${discount}.`,
      'give a number from 0 (none) to 1 (nothing left).',
      discount,
    );
  }
  const { sources, targets, shares } = overlap;
  for (let e = 0; e < sources.length; e++) {
    const i = sources[e]!;
    const j = targets[e]!;
    const share = shares[e]!;
    if (i >= affinity.rows || j >= affinity.rows || !(share >= 0 && share <= 1)) {
      throw new EngineError(
        'overlap-not-usable',
        `Overlap ${e} is of ${i} and ${j}, share ${share}.`,
        `take it from perimeterOverlap of the same ${affinity.rows} territories; a share lies in 0..1.`,
        [i, j, share],
      );
    }
    const kept = 1 - discount * share;
    affinity.values[i * affinity.rows + j] = affinity.values[i * affinity.rows + j]! * kept;
    affinity.values[j * affinity.rows + i] = affinity.values[j * affinity.rows + i]! * kept;
  }
}

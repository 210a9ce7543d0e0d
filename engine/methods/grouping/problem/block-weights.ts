import type { BlockRules } from './block-rules.js';
import { type LowOutliers, lowOutliers } from './low-outliers.js';

/** Weights between blocks, blockCount × blockCount, row-major, zero diagonal. */
export interface BlockWeights {
  readonly between: Float64Array;
  /** groupCount × blockCount, group-major: what block b is worth in group g whoever else is there; none if left out */
  readonly places?: Float64Array;
  /** the smallest weight of each block to another */
  readonly smallestOf: Float64Array;
  /** those of these smallest weights that stand apart */
  readonly outliers: LowOutliers;
  /** gains below this are rounding, not improvement */
  readonly tolerance: number;
  /** Σ w over pairs of blocks */
  readonly sum: number;
  /** Σ |w| over pairs of blocks and over places */
  readonly total: number;
}

/**
 * Adds up the weights of units into weights of blocks; pairs inside a block are left out, being constant.
 * Where every block is one unit the weights are used as they are, not copied; a diagonal that is not zero is
 * set so in a copy.
 */
export function blockWeights(
  weights: Float64Array,
  rules: BlockRules,
  places: Float64Array | null = null,
): BlockWeights {
  const { order, blockCount } = rules;
  const between = blockCount === order && hasZeroDiagonal(weights, order) ? weights : joined(weights, rules);
  const smallestOf = new Float64Array(blockCount).fill(blockCount > 1 ? Number.POSITIVE_INFINITY : 0);
  let largest = 0;
  let sum = 0;
  let total = 0;
  for (let a = 0; a < blockCount; a++) {
    for (let b = a + 1; b < blockCount; b++) {
      const w = between[a * blockCount + b]!;
      if (w < smallestOf[a]!) smallestOf[a] = w;
      if (w < smallestOf[b]!) smallestOf[b] = w;
      largest = Math.max(largest, Math.abs(w));
      sum += w;
      total += Math.abs(w);
    }
  }
  for (const place of places ?? []) {
    largest = Math.max(largest, Math.abs(place));
    total += Math.abs(place);
  }
  return {
    between,
    ...(places && { places }),
    smallestOf,
    outliers: lowOutliers(between, blockCount, smallestOf),
    tolerance: 1e-10 * (largest || 1),
    sum,
    total,
  };
}

function hasZeroDiagonal(weights: Float64Array, order: number): boolean {
  for (let i = 0; i < order; i++) if (weights[i * (order + 1)] !== 0) return false;
  return true;
}

function joined(weights: Float64Array, { order, blockCount, blockOf }: BlockRules): Float64Array {
  const between = new Float64Array(blockCount * blockCount);
  for (let i = 0; i < order; i++) {
    const row = blockOf[i]! * blockCount;
    for (let j = 0; j < order; j++) between[row + blockOf[j]!]! += weights[i * order + j]!;
  }
  for (let a = 0; a < blockCount; a++) {
    between[a * blockCount + a] = 0;
    // a sum taken in another order may differ in its last bit; one value for both directions
    for (let b = a + 1; b < blockCount; b++) between[b * blockCount + a] = between[a * blockCount + b]!;
  }
  return between;
}

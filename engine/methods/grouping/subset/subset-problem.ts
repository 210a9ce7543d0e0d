import type { Criterion } from '../../../model/criterion.js';
import type { GroupBounds } from '../problem/grouping-problem.js';

/**
 * The best subset to choose among units 0..order−1: value = size × Σ over topics of weight × √(mean concern of the
 * members) + Σ worth + Σ over members of their mean weight to the others + Σ over topics of the best cover
 * + Σ bonuses − what the criteria cost. The root makes the topics share the members: a tenth member on one topic adds less than the first
 * on another.
 */
export interface SubsetProblem {
  readonly order: number;
  readonly topicCount: number;
  /** order × topicCount, ≥ 0: how far each topic concerns each unit */
  readonly concern: Float64Array;
  /** what a topic counts, ≥ 0 */
  readonly topicWeights: Float64Array;
  /** of each unit in the subset, beside the topics, ≥ 0 */
  readonly worth: Float64Array;
  /** 1: may be chosen for itself; the others come only with one they must be with, or as required */
  readonly eligible: Uint8Array;
  /** order × order, symmetric, ≥ 0; the diagonal is not read */
  readonly weights: Float64Array;
  readonly bounds: GroupBounds;
  /** order × topicCount, ≥ 0: on each topic the subset is worth its best member */
  readonly cover: Float64Array;
  /** 1: counts towards `wantedShare` of the subset, which is sought before anything else */
  readonly wanted: Uint8Array;
  readonly wantedShare: number;
  readonly required?: readonly number[];
  readonly together?: readonly (readonly number[])[];
  readonly apart?: readonly (readonly [number, number])[];
  /** added when both are in */
  readonly bonuses?: readonly (readonly [i: number, j: number, bonus: number])[];
  /** what the subset costs, as the one group there is; hard ones hold */
  readonly criteria?: readonly Criterion[];
}

/** How many of the wanted a subset of this size should hold, rounded up. */
export function wantedCount(share: number, size: number): number {
  // a product such as 0.1 × 30 may exceed the whole number by rounding
  return Math.ceil(share * size - 1e-9);
}

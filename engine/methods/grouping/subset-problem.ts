import type { GroupBounds } from './grouping-problem.js';

/** The best subset to choose among units 0..order−1. */
export interface SubsetProblem {
  readonly order: number;
  /** of each unit in the subset, ≥ 0 */
  readonly worth: Float64Array;
  /** 1: may be chosen for itself; the others come only with one they must be with, or as required */
  readonly eligible: Uint8Array;
  /** order × order, symmetric, ≥ 0; the diagonal is not read */
  readonly weights: Float64Array;
  readonly bounds: GroupBounds;
  /** order × topicCount, ≥ 0: on each topic the subset is worth its best member */
  readonly cover: Float64Array;
  readonly topicCount: number;
  /** 1: counts towards `wantedShare` of the subset, which is sought before anything else */
  readonly wanted: Uint8Array;
  readonly wantedShare: number;
  readonly required?: readonly number[];
  readonly together?: readonly (readonly number[])[];
  readonly apart?: readonly (readonly [number, number])[];
  /** added when both are in */
  readonly bonuses?: readonly (readonly [i: number, j: number, bonus: number])[];
}

/** How many of the wanted a subset of this size should hold, rounded up. */
export function wantedCount(share: number, size: number): number {
  // a product such as 0.1 × 30 may exceed the whole number by rounding
  return Math.ceil(share * size - 1e-9);
}

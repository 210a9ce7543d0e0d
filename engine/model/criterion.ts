/**
 * One rule of an organiser as the grouping search sees it: units 0..order−1 in groups 0..count−1.
 *
 * Values are penalties ≥ 0, zero when satisfied; the search maximises Σ weights − Σ weight × penalty.
 * A hard criterion is never left above zero in a returned grouping.
 */
export interface Criterion {
  /** the rule it comes from, for explanations */
  readonly ruleId: string;
  readonly level: 'hard' | 'soft';
  readonly weight: number;
  /** penalty of a whole grouping; groupOf[i] = −1 for an unplaced unit */
  evaluate(groupOf: Int32Array): number;
  /** change of the penalty if unit i goes to group g, all else equal */
  deltaOfMove(groupOf: Int32Array, i: number, g: number): number;
  /** change of the penalty if units i and j exchange their groups */
  deltaOfSwap(groupOf: Int32Array, i: number, j: number): number;
  /**
   * Given when the penalty is a constant plus a sum over pairs that share a group: what each of these pairs
   * adds by sharing one. The search then carries the rule in its weights, at no cost.
   */
  readonly pairs?: readonly PairPenalty[];
  /** the units behind the penalty, each with its part; parts sum to evaluate(groupOf) */
  justify(groupOf: Int32Array): readonly Justification[];
}

/** Units i < j, and the change of the penalty when they share a group. */
export type PairPenalty = readonly [i: number, j: number, penalty: number];

export interface Justification {
  readonly units: readonly number[];
  readonly penalty: number;
}

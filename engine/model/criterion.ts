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
  /**
   * Given when the penalty is a constant plus a sum over units of what their group costs: what each of these
   * places adds to a unit placed nowhere. The search then carries the rule beside its weights, at no cost.
   */
  readonly places?: readonly PlacePenalty[];
  /** Given when the penalty can be followed in counts per group: those of a grouping with nobody placed yet. */
  tally?(groupCount: number, order: number): Tally;
  /** the units behind the penalty, each with its part; parts sum to evaluate(groupOf) */
  justify(groupOf: Int32Array): readonly Justification[];
}

/** Units i < j, and the change of the penalty when they share a group. */
export type PairPenalty = readonly [i: number, j: number, penalty: number];

/** A unit, a group, and the change of the penalty when the unit is in it. */
export type PlacePenalty = readonly [i: number, group: number, penalty: number];

/**
 * The penalty of a criterion, followed from move to move: for the search, which asks millions of times.
 *
 * Agrees with the criterion it comes from after any sequence of `record`. Nothing is allocated after its making.
 */
export interface Tally {
  /** whether the part of each group hangs on its own members alone, so that it stays while they do */
  readonly local: boolean;
  /** change of the penalty if unit i left group `from` for group `to`; −1 is no group */
  deltaOfMove(i: number, from: number, to: number): number;
  /** change of the penalty if unit i of group g and unit j of another group h exchanged them */
  deltaOfSwap(i: number, g: number, j: number, h: number): number;
  /** writes that unit i left group `from` for group `to`; −1 is no group */
  record(i: number, from: number, to: number): void;
  /**
   * The part of the penalty that falls to a group, ≥ 0: over all groups they sum to the penalty, and whatever
   * its members and those of another group become, the penalty falls by no more than the parts of the two.
   */
  penaltyOf(group: number): number;
  /** Where known more closely than by the parts: the most by which any change between groups g and h lowers the penalty. */
  mostFall?(g: number, h: number): number;
}

export interface Justification {
  readonly units: readonly number[];
  readonly penalty: number;
}

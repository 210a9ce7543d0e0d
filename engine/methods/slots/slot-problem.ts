/** Sessions to put in slots; indices only, slots in order of time. */
export interface SlotProblem {
  readonly sessions: number;
  readonly slots: number;
  /** sessions × slots: what it costs to put a session there; Infinity: it may not be */
  readonly cost: Float64Array;
  /** by slot: the slots that overlap it, itself included */
  readonly overlaps: readonly (readonly number[])[];
  /** by slot: sessions it takes at most */
  readonly capacity: ArrayLike<number>;
  /** by session: the sessions that may not overlap it */
  readonly clashes: readonly (readonly number[])[];
  /** sessions of one workshop, in their order: each after the one before by `gap` days, all within `span` days */
  readonly series: readonly {
    readonly sessions: readonly number[];
    readonly gap: number;
    readonly span: number;
  }[];
  /** by slot: its day, a whole number */
  readonly dayOf: ArrayLike<number>;
}

/** What a choice of slots costs; compared from left to right. */
export interface SlotCost {
  /** sessions without a slot */
  readonly unplaced: number;
  /** sum of the costs of the places taken */
  readonly cost: number;
  /** slots in use */
  readonly used: number;
}

/** Negative when a costs less than b. */
export function compareSlotCosts(a: SlotCost, b: SlotCost): number {
  return a.unplaced - b.unplaced || a.cost - b.cost || a.used - b.used;
}

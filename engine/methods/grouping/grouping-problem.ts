import type { Criterion } from '../../model/criterion.js';

/** How many units a group may hold: min ≤ size ≤ max, whole numbers, 0 ≤ min. */
export interface GroupBounds {
  readonly min: number;
  readonly max: number;
}

/** A grouping to solve: units 0..order−1 into groups 0..groups.length−1. */
export interface GroupingProblem {
  readonly order: number;
  /** order × order, symmetric, row-major, finite; the diagonal is not read */
  readonly weights: Float64Array;
  readonly groups: readonly GroupBounds[];
  /** the units of each list share one group; lists that overlap merge */
  readonly together?: readonly (readonly number[])[] | undefined;
  /** the two units of each pair are in different groups */
  readonly apart?: readonly (readonly [number, number])[] | undefined;
  /** [unit, group]: the unit is in that group */
  readonly pinned?: readonly (readonly [number, number])[] | undefined;
  /** [unit, group]: the unit is not in that group */
  readonly barred?: readonly (readonly [number, number])[] | undefined;
  /** further rules; see `Criterion` */
  readonly criteria?: readonly Criterion[] | undefined;
}

/** The part of a problem that decides whether a grouping exists at all. */
export type GroupingRules = Omit<GroupingProblem, 'weights' | 'criteria'>;

import type { Criterion } from '../../../model/criterion.js';

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
  /** a unit in several entries is only in groups of all of them */
  readonly allowed?: readonly Allowed[] | undefined;
  /** further rules; see `Criterion` */
  readonly criteria?: readonly Criterion[] | undefined;
  /**
   * What hard criteria ask, as counts, so that an impossible request is explained. The search itself keeps
   * the criteria: a count without its hard criterion is not kept.
   */
  readonly quotas?: readonly Quota[] | undefined;
  readonly varieties?: readonly Variety[] | undefined;
}

/** The unit is in one of these groups; those beyond the groups there are count for nothing. */
export type Allowed = readonly [unit: number, groups: readonly number[]];

/** Of these units, every group that is not empty holds at least `min` (default 0) and at most `max` (default any). */
export interface Quota {
  readonly units: readonly number[];
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** a group may also hold none of them: "at least two, or none" keeps a unit from being alone */
  readonly orNone?: boolean | undefined;
}

/** Every group that is not empty holds a unit of at least `min` of these kinds; a kind lists its units. */
export interface Variety {
  readonly kinds: readonly (readonly number[])[];
  readonly min: number;
}

/** The part of a problem that decides whether a grouping exists at all. */
export type GroupingRules = Omit<GroupingProblem, 'weights' | 'criteria'>;

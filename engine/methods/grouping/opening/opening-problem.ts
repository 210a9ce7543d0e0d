import type { Criterion } from '../../../model/criterion.js';
import type { GroupBounds } from '../problem/grouping-problem.js';

/**
 * Groups to open on topics: units 0..order−1, topics 0..topicCount−1; how many groups, on which topics and with
 * whom is all to be found, and a unit may sit in several or in none.
 */
export interface OpeningProblem {
  readonly order: number;
  readonly topicCount: number;
  /** order × topicCount, ≥ 0: what a place in a group on the topic is worth to the unit; 0: it has no place there */
  readonly worth: Float64Array;
  /** order × order, symmetric, ≥ 0; the diagonal is not read */
  readonly weights: Float64Array;
  /** what each unit is worth that sits somewhere at all, ≥ 0 */
  readonly coverage: number;
  /** of every open group, 1 ≤ min */
  readonly bounds: GroupBounds;
  /** how many groups a unit may sit in */
  readonly perUnit: number;
  readonly mostGroups: number;
  /** these share every group; where one has a place, all have */
  readonly together?: readonly (readonly number[])[];
  /** the two units of each pair share no group */
  readonly apart?: readonly (readonly [number, number])[];
  /** added for each group that the two share */
  readonly bonuses?: readonly (readonly [i: number, j: number, bonus: number])[];
  /** what each group costs by itself, as if it were alone; hard ones hold in every group */
  readonly criteria?: readonly Criterion[];
}

export interface OpenGroup {
  readonly topic: number;
  /** ascending */
  readonly units: readonly number[];
}

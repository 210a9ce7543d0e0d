import type { GroupingProblem } from '../problem/grouping-problem.js';

/** A grouping that stands, to be improved or repaired by changing the place of few units. */
export interface ChangeProblem
  extends Pick<
    GroupingProblem,
    'order' | 'weights' | 'groups' | 'together' | 'apart' | 'pinned' | 'criteria'
  > {
  /** the group each unit is in now; −1: none yet. Placing such a unit is no change; any other may change. */
  readonly home: Int32Array;
  /** groups that no unit enters and none of `home` leaves; their bounds are not asked about */
  readonly frozen?: readonly number[] | undefined;
}

/** The best grouping found with at most so many changes. */
export interface ChangedGrouping {
  readonly groupOf: Int32Array;
  /** units that are neither where they were nor newly placed */
  readonly changes: number;
  /** Σ of weights over pairs in one group, less Σ weight × penalty of the soft criteria */
  readonly sought: number;
}

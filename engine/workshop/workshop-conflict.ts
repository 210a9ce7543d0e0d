import type { GroupingConflict } from '../methods/grouping/conflict.js';

/** What an error of code `infeasible` carries: rules and changes over the indices of the territories given. */
export interface WorkshopConflict extends GroupingConflict {
  /** the ids of the organiser's rules in conflict */
  readonly ruleIds: readonly string[];
  /** the territories that the conflict and its ways out name */
  readonly territories: readonly { readonly index: number; readonly id: string; readonly name: string }[];
}

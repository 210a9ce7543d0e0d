import type { GroupingConflict } from '../../methods/grouping/conflicts/conflict.js';

/** What an error of code `infeasible` carries: rules and changes over the indices of the territories (or seats) given. */
export interface WorkshopConflict extends GroupingConflict {
  /** what is counted and placed; default territories */
  readonly unit?: 'territory' | 'seat';
  /** a territory with more seats than there can be workshops */
  readonly delegation?: { readonly name: string; readonly seatCount: number };
  /** a referral: how many are concerned, and how many rules bring in */
  readonly referral?: { readonly concernedCount: number; readonly requiredCount: number };
  /** the ids of the organiser's rules in conflict */
  readonly ruleIds: readonly string[];
  /** the territories that the conflict and its ways out name */
  readonly territories: readonly { readonly index: number; readonly id: string; readonly name: string }[];
}

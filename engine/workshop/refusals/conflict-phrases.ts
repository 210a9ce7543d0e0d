import type { GroupBounds } from '../../methods/grouping/problem/grouping-problem.js';

/** What a language must be able to say of a conflict; territories come as names, workshops from 1. */
export interface ConflictPhrases {
  names(names: readonly string[]): string;
  unfitSizes(order: number, count: number | null, bounds: GroupBounds): string;
  unfitTotals(order: number, smallest: number, largest: number): string;
  withSizes(count: number | null, bounds: GroupBounds | null): string;
  together(names: string): string;
  apart(names: string): string;
  pinned(names: string, workshop: number): string;
  /** one rule or several that cannot hold, after `withSizes` where sizes matter */
  cannotHold(rules: readonly string[], sizes: string): string;
  bounds(bounds: GroupBounds, workshop: number | undefined): string;
  count(count: number): string;
  lowerMinima(places: number): string;
  raiseMaxima(places: number): string;
  dropTogether(names: string): string;
  dropApart(names: string): string;
  dropPinned(name: string, workshop: number): string;
  /** others: as many others pinned there would do as well; 0: there are none */
  dropPinnedSome(names: string, workshop: number, others: number): string;
  /** ways out, each enough alone; or, where none is enough, each a first step */
  waysOut(changes: readonly string[], enough: boolean): string;
  /** a territory with more seats than there can be workshops, `most` of them */
  crowded(name: string, seatCount: number, most: number): string;
  /** a referral that concerns too few, or whose rules bring in too many or keep each other out */
  fewConcerned(concerned: number, required: number, bounds: GroupBounds): string;
  or(changes: readonly string[]): string;
}

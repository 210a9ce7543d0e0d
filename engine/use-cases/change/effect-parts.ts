import type { PairMeans } from '../../explain/measures/pair-ledger.js';
import type { NameBook } from '../../explain/name-book.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import type { BeforeAfter, ChangeEffect } from '../../model/change-effect.js';
import type { Reason } from '../../model/reason.js';

export type WorkshopEffect = ChangeEffect['workshops'][number];
export type OutOfBounds = ChangeEffect['outOfBounds'][number];

/** The measures of a plan, or a workshop, now and then. */
export function beforeAndAfter(
  before: PairMeans,
  after: PairMeans,
): Record<'coherence' | 'spreadKm' | 'decoupling', BeforeAfter> {
  return {
    coherence: { before: before.coherence, after: after.coherence },
    spreadKm: { before: before.spreadKm, after: after.spreadKm },
    decoupling: { before: before.decoupling, after: after.decoupling },
  };
}

/** A workshop of this size as out of its bounds; nothing where it is within. */
export function outOfBoundsAt(
  workshopId: string,
  size: number,
  { minSize, maxSize }: { readonly minSize: number; readonly maxSize: number },
): OutOfBounds[] {
  if (size < minSize) return [{ workshopId, bound: 'min', limit: minSize, size }];
  return size > maxSize ? [{ workshopId, bound: 'max', limit: maxSize, size }] : [];
}

/** A workshop that was out of its bounds already may stay as far out as it was. */
export function isFurtherOut(
  { workshopId, bound, limit }: OutOfBounds,
  workshops: readonly WorkshopEffect[],
): boolean {
  const { before = 0, after = 0 } = workshops.find((each) => each.workshopId === workshopId)?.size ?? {};
  return bound === 'min' ? after < Math.min(before, limit) : after > Math.max(before, limit);
}

/** A workshop that would be too small or too large. */
export function boundRemark(
  { workshopId, bound, limit, size }: OutOfBounds,
  names: NameBook,
  seated = false,
): Reason {
  const facts = { workshopId, size, limit, ...(seated && { seats: true }) };
  return stateChange(bound === 'min' ? 'workshop-too-small' : 'workshop-too-large', facts, names);
}

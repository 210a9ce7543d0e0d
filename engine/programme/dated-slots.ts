import { EngineError } from '../engine-error.js';
import type { Slot } from '../model/slot.js';
import { isIsoDay } from '../numeric/iso-day.js';

/** A time when workshops may meet. */
export type DatedSlot = Readonly<Slot>;

/**
 * Slots in order of time, then by id.
 *
 * @throws EngineError `slot-twice`, `slot-not-usable` for a date, time or capacity that cannot be read
 */
export function inOrderOfTime(slots: readonly DatedSlot[]): DatedSlot[] {
  const seen = new Set<string>();
  for (const slot of slots) {
    checkSlot(slot);
    if (seen.has(slot.id)) {
      throw new EngineError(
        'slot-twice',
        `Slot ${slot.id} is given twice.`,
        'give each slot its own id.',
        slot.id,
      );
    }
    seen.add(slot.id);
  }
  const key = ({ date, start, end, id }: DatedSlot): string => `${date} ${start} ${end} ${id}`;
  return [...slots].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export function overlap(a: DatedSlot, b: DatedSlot): boolean {
  return a.date === b.date && a.start < b.end && b.start < a.end;
}

function checkSlot({ id, date, start, end, capacity = 1 }: DatedSlot): void {
  const time = /^([01]\d|2[0-3]):[0-5]\d$/u;
  const there = isIsoDay(date);
  if (
    there &&
    time.test(start) &&
    time.test(end) &&
    start < end &&
    Number.isInteger(capacity) &&
    capacity > 0
  ) {
    return;
  }
  throw new EngineError(
    'slot-not-usable',
    `Slot ${id} is on ${date} from ${start} to ${end}, for ${capacity} workshops.`,
    'give a day as 2026-11-03, times as 14:00, the end after the start, and a capacity of 1 or more.',
    id,
  );
}

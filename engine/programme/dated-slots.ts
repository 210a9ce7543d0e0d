import { EngineError } from '../model/engine-error.js';

/** A time when workshops may meet, in local time (Europe/Paris). */
export interface DatedSlot {
  readonly id: string;
  /** ISO day */
  readonly date: string;
  /** HH:MM */
  readonly start: string;
  /** HH:MM, after start, the same day */
  readonly end: string;
  /** workshops that can meet at once; any number when absent */
  readonly capacity?: number;
}

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

/** Whole days since 1 January 1970 of an ISO day. */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function overlap(a: DatedSlot, b: DatedSlot): boolean {
  return a.date === b.date && a.start < b.end && b.start < a.end;
}

function checkSlot({ id, date, start, end, capacity = 1 }: DatedSlot): void {
  const time = /^([01]\d|2[0-3]):[0-5]\d$/u;
  const there = /^\d{4}-\d{2}-\d{2}$/u.test(date) && isoDay(dayNumber(date)) === date;
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

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

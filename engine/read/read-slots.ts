import type { Slot } from '../model/slot.js';
import { optional } from './cells/optional.js';
import { identifierOf } from './cells/read-codes.js';
import { dateOf } from './cells/read-date.js';
import { countOf } from './cells/read-number.js';
import { timeOf } from './cells/read-time.js';
import { textOf } from './cells/read-words.js';
import type { FindingLog } from './findings/finding-log.js';
import { cellOf, type SheetRow } from './tables/sheets.js';

/** a session without an end lasts so many hours */
const usualHours = 2;

/**
 * Reads when workshops may meet, a row a slot; one without an identifier is known by its day, time and label. What is in error is left out; two rows that are one slot count once.
 */
export function readSlots(rows: readonly SheetRow[], log: FindingLog): Slot[] {
  const rowOfId = new Map<string, number>();
  const rowOfTime = new Map<string, number>();
  return rows.flatMap((row) => {
    const slot = readSlot(row, log);
    if (!slot) return [];
    const time = `${slot.date} ${slot.start} ${slot.end}`;
    const sameTime = rowOfTime.get(time);
    const sameId = rowOfId.get(slot.id);
    if (sameId !== undefined && sameTime === sameId) {
      log.add('same-row-twice', { name: slot.label ?? slot.id, firstRow: sameId }, row.place);
      return [];
    }
    if (sameId !== undefined) {
      log.add('duplicate-id', { id: slot.id, firstRow: sameId }, row.place);
      return [];
    }
    if (sameTime !== undefined) log.add('same-slot-twice', { time, firstRow: sameTime }, row.place);
    rowOfId.set(slot.id, row.place.row);
    rowOfTime.set(time, sameTime ?? row.place.row);
    return [slot];
  });
}

function readSlot(row: SheetRow, log: FindingLog): Slot | undefined {
  const errors = log.errorCount;
  const id = identifierOf(cellOf(row, 'id'), log);
  const label = textOf(cellOf(row, 'label'), log);
  const date = part(row, 'date', dateOf, log);
  const start = part(row, 'start', timeOf, log);
  const endCell = cellOf(row, 'end');
  const end = endCell ? timeOf(endCell, log) : start && laterBy(start, usualHours);
  const capacity = capacityOf(row, log);
  if (date === undefined || start === undefined || end === undefined) return undefined;
  if (!endCell) log.add('slot-end-assumed', { read: end }, row.place);
  if (end <= start) log.add('times-crossed', { start, end }, endCell ?? row.place);
  if (log.errorCount > errors) return undefined;
  return {
    id: id ?? [date, start, ...(label === undefined ? [] : [label])].join(' '),
    ...optional('label', label),
    date,
    start,
    end,
    ...optional('capacity', capacity),
  };
}

function part(
  row: SheetRow,
  field: 'date' | 'start',
  read: typeof dateOf,
  log: FindingLog,
): string | undefined {
  const cell = cellOf(row, field);
  if (!cell) log.add('slot-part-missing', { part: field }, row.place);
  return cell && read(cell, log);
}

function capacityOf(row: SheetRow, log: FindingLog): number | undefined {
  const cell = cellOf(row, 'capacity');
  const count = cell && countOf(cell, log);
  if (cell && count === 0) log.add('out-of-range', { value: '0', min: 1, max: null, scale: null }, cell);
  return count;
}

/** The last minute of the day where the hours would go beyond it. */
function laterBy(start: string, hours: number): string {
  const later = Number(start.slice(0, 2)) + hours;
  return later > 23 ? '23:59' : `${String(later).padStart(2, '0')}${start.slice(2)}`;
}

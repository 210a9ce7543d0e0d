import type { FindingLog } from '../findings/finding-log.js';
import { describeValue } from '../findings/finding-log.js';
import type { Cell } from '../tables/sheets.js';

/**
 * The time of a cell as HH:MM, or undefined with a finding: "14:00", "14h30", "14 h", "9:30:00", what follows a day
 * ("2026-11-03 14:00"), a time or a part of a day of a spreadsheet (0.5 is noon).
 */
export function timeOf(cell: Cell, log: FindingLog): string | undefined {
  const { value } = cell;
  const read =
    value instanceof Date
      ? value.toISOString().slice(11, 16)
      : typeof value === 'number'
        ? ofPartOfDay(value)
        : typeof value === 'string'
          ? ofText(value)
          : undefined;
  if (read === undefined) log.add('not-a-time', { value: describeValue(value) }, cell);
  return read;
}

/** Spreadsheets write a time as a part of a day, after the number of the day if there is one. */
function ofPartOfDay(days: number): string | undefined {
  if (!(days >= 0) || days > 100_000 || (days >= 1 && Number.isInteger(days))) return undefined;
  const minutes = Math.round((days - Math.floor(days)) * 1440) % 1440;
  return clock(Math.floor(minutes / 60), minutes % 60);
}

function ofText(text: string): string | undefined {
  const found = /(?:^|[\sT])(\d{1,2})\s*(?:h|:)\s*(?:(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(?:min|mn|Z)?$/iu.exec(
    text.trim(),
  );
  return found ? clock(Number(found[1]), Number(found[2] ?? 0)) : undefined;
}

function clock(hours: number, minutes: number): string | undefined {
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

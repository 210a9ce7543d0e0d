import type { FindingLog } from '../findings/finding-log.js';
import { describeValue } from '../findings/finding-log.js';
import type { Cell } from '../tables/sheets.js';
import { plainText } from './plain-text.js';

/**
 * The ISO day (yyyy-mm-dd) of a cell, or undefined with a finding: jj/mm/aaaa, jj/mm/aa, aaaa-mm-jj,
 * "12 mars 2025", a date or a day number of a spreadsheet.
 */
export function dateOf(cell: Cell, log: FindingLog): string | undefined {
  const { value } = cell;
  if (value instanceof Date) return ofDate(value, cell, log);
  if (typeof value === 'number') return ofDayNumber(value, cell, log);
  if (typeof value === 'string') return ofText(value, cell, log);
  log.add('not-a-date', { value: describeValue(value) }, cell);
  return undefined;
}

const firstDayNumber = 20_000;
const lastDayNumber = 80_000;
const millisecondsADay = 86_400_000;

function ofDate(date: Date, cell: Cell, log: FindingLog): string | undefined {
  const year = date.getUTCFullYear();
  if (year >= 1900 && year <= 2200) return date.toISOString().slice(0, 10);
  log.add('not-a-date', { value: describeValue(date) }, cell);
  return undefined;
}

/** Spreadsheets count days from 30 December 1899; 20 000 is in 1954, 80 000 in 2119. */
function ofDayNumber(days: number, cell: Cell, log: FindingLog): string | undefined {
  if (days >= firstDayNumber && days <= lastDayNumber) {
    const read = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * millisecondsADay)
      .toISOString()
      .slice(0, 10);
    log.add('date-completed', { value: String(days), read }, cell);
    return read;
  }
  log.add('not-a-date', { value: String(days) }, cell);
  return undefined;
}

function ofText(text: string, cell: Cell, log: FindingLog): string | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d.*)?$/.exec(text.trim());
  if (iso) return checked(iso[1], iso[2], iso[3], cell, log);
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: \d.*)?$/.exec(text.trim());
  if (french) {
    const [, day, month, year = ''] = french;
    const whole = year.length === 2 ? `20${year}` : year;
    const read = checked(whole, month, day, cell, log);
    if (read && year.length === 2) log.add('date-completed', { value: describeValue(text), read }, cell);
    return read;
  }
  const [day = '', month = '', year = '', ...more] = plainText(text).split(' ');
  const number = months.findIndex((names) => names.includes(month));
  if (number >= 0 && more.length === 0 && /^\d{1,2}(?:er)?$/.test(day) && /^\d{4}$/.test(year)) {
    return checked(year, String(number + 1), day.replace('er', ''), cell, log);
  }
  log.add('not-a-date', { value: describeValue(text) }, cell);
  return undefined;
}

function checked(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  cell: Cell,
  log: FindingLog,
): string | undefined {
  const read = isoDay(Number(year), Number(month), Number(day));
  if (read) return read;
  // 12/25/2024: day and month the American way round
  const guess = isoDay(Number(year), Number(day), Number(month)) ?? null;
  log.add('impossible-date', { value: describeValue(cell.value), guess }, cell);
  return undefined;
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1
    ? date.toISOString().slice(0, 10)
    : undefined;
}

const months: readonly (readonly string[])[] = [
  ['janvier', 'january', 'janv', 'jan'],
  ['fevrier', 'february', 'fev', 'fevr', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july', 'juil'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];

import type { FindingLog } from '../findings/finding-log.js';
import { describeValue } from '../findings/finding-log.js';
import type { Cell } from '../tables/sheets.js';
import { tidyText } from './plain-text.js';

/** A number as people write it, and how it was written. */
export interface WrittenNumber {
  readonly value: number;
  readonly percent: boolean;
}

/**
 * Reads "43,6", "1 234,5", "1.234,5", "80 %" or "4,36E+01"; undefined when it is no number.
 * A percentage is a part of one: "80 %" is 0.8.
 */
export function parseNumber(text: string): WrittenNumber | undefined {
  const found = /^([+-]?)([\d\s.,'’]*\d)(?:e([+-]?\d{1,3}))?\s*(%?)$/iu.exec(text.trim().replace(/^−/, '-'));
  if (!found) return undefined;
  const [, sign, digits = '', exponent = '0', percent] = found;
  const plain = decimalOf(digits);
  if (plain === undefined) return undefined;
  const value = Number(`${sign}${plain}e${exponent}`) / (percent ? 100 : 1);
  return Number.isFinite(value) ? { value, percent: percent === '%' } : undefined;
}

/** The number of a cell, or undefined with a finding. */
export function numberOf(cell: Cell, log: FindingLog): number | undefined {
  const { value } = cell;
  const read =
    typeof value === 'number' ? value : typeof value === 'string' ? parseNumber(value)?.value : undefined;
  if (read !== undefined && Number.isFinite(read)) return read;
  log.add('not-a-number', { value: describeValue(value) }, cell);
  return undefined;
}

/** A whole number ≥ 0 (a population): "12 345", "12.345" and "12 345 hab." are read, 12.5 is not. */
export function countOf(cell: Cell, log: FindingLog): number | undefined {
  const written = describeValue(cell.value);
  if (typeof cell.value === 'string') {
    const bare = tidyText(cell.value).replace(/ ?(?:hab\.?|habitants?|inhabitants?|inh\.?)$/iu, '');
    const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare;
    const read = parseNumber(grouped)?.value;
    if (grouped !== cell.value.trim() && read !== undefined && Number.isSafeInteger(read)) {
      log.add('number-cleaned', { value: written, read }, cell);
      return read;
    }
  }
  const read = numberOf(cell, log);
  if (read === undefined) return undefined;
  if (read < 0) log.add('out-of-range', { value: written, min: 0, max: null, scale: null }, cell);
  else if (Number.isSafeInteger(read)) return read;
  else log.add('not-whole', { value: written }, cell);
  return undefined;
}

/** Digits with thousands set apart and one decimal sign, as JavaScript writes them. */
function decimalOf(digits: string): string | undefined {
  const spaced = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u;
  const compact = digits.replace(/[\s'’]/gu, '');
  if (compact !== digits && !spaced.test(digits)) return undefined;
  if (/^\d*[.,]?\d+$/.test(compact)) return compact.replace(',', '.');
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(compact)) return compact.replaceAll('.', '').replace(',', '.');
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(compact)) return compact.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:,\d{3}){2,}$/.test(compact)) return compact.replace(/[.,]/g, '');
  return undefined;
}

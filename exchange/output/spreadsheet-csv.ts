import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../engine/index.js';

/**
 * Rows as a CSV text that the spreadsheet of the language opens by a double click.
 *
 * French: `;`; English: `,`. Both UTF-8 with a byte order mark, CRLF. A text that a spreadsheet would run as a formula
 * (= + - @, tab, carriage return, and their full-width forms) gets an apostrophe before it; a number never does.
 *
 * @param numberText how a number is written
 */
export function spreadsheetCsv(
  rows: readonly (readonly (string | number | null)[])[],
  language: Language,
  numberText: (value: number) => string,
): string {
  return stringify([...rows], {
    bom: true,
    delimiter: language === 'fr' ? ';' : ',',
    record_delimiter: 'windows',
    // also neutralises a leading minus in text; a number below zero (a longitude) is no formula
    escape_formulas: true,
    cast: { number: (value) => ({ value: numberText(value), escape_formulas: false }) },
  });
}

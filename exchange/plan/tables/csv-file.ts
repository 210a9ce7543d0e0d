import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../../engine/index.js';
import type { Table, TableCell } from './table.js';

/** A table as a CSV file under its own name; a column of kilometres says so in its header. */
export function csvFileOf(table: Table, language: Language): { name: string; content: string } {
  const header = table.columns.map(({ header, kind }) => (kind === 'km' ? `${header} (km)` : header));
  return { name: table.file, content: csvText([header, ...table.rows.map(({ cells }) => cells)], language) };
}

/**
 * Rows as a CSV file that the spreadsheet of the language opens by a double click.
 *
 * French: `;` and decimal commas; English: `,` and points. Both UTF-8 with a byte order mark, CRLF.
 * Text that a spreadsheet would run as a formula (= + - @, tab, carriage return, and their full-width
 * forms) gets an apostrophe before it; numbers stay numbers.
 */
export function csvText(rows: readonly (readonly TableCell[])[], language: Language): string {
  return stringify(
    rows.map((row) => row.map(plainCell)),
    {
      bom: true,
      delimiter: language === 'fr' ? ';' : ',',
      record_delimiter: 'windows',
      // also neutralises a leading minus in text, and leaves numbers (the option looks at the type)
      escape_formulas: true,
      cast: { number: (value) => decimal(value, language) },
    },
  );
}

/** A cell is one line: a line break inside would hide a formula from the escaping, and break naive readers. */
function plainCell(cell: TableCell): string | number | null {
  const text = Array.isArray(cell) ? cell.join(' | ') : (cell as string | number | null);
  return typeof text === 'string' ? text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() : text;
}

/** At most three decimals, none that says nothing. */
function decimal(value: number, language: Language): string {
  if (!Number.isFinite(value)) return '';
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return language === 'fr' ? text.replace('.', ',') : text;
}

import type { Language } from '../../../engine/index.js';
import { spreadsheetCsv } from '../../output/spreadsheet-csv.js';
import type { Table, TableCell } from './table.js';

/** A table as a CSV file under its own name; a column of kilometres says so in its header. */
export function csvFileOf(table: Table, language: Language): { name: string; content: string } {
  const header = table.columns.map(({ header, kind }) => (kind === 'km' ? `${header} (km)` : header));
  return { name: table.file, content: csvText([header, ...table.rows.map(({ cells }) => cells)], language) };
}

/** Rows of cells as a CSV text (see `spreadsheetCsv`): lists on one line, numbers with three decimals at most. */
export function csvText(rows: readonly (readonly TableCell[])[], language: Language): string {
  const cells = rows.map((row) => row.map(plainCell));
  return spreadsheetCsv(cells, language, (value) => decimal(value, language));
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

import type { Assembly, Language } from '../../engine/index.js';
import { spreadsheetCsv } from '../output/spreadsheet-csv.js';
import { assemblyTables } from './tables/assembly-tables.js';
import type { Table, TableCell } from './tables/table.js';

/**
 * An assembly as CSV, one file a table, as the spreadsheet of the language opens them by a double click.
 *
 * French: decimal commas, dates jj/mm/aaaa; English: points, ISO dates; the rest as `spreadsheetCsv`. A table without rows
 * keeps its header.
 */
export function assemblyToCsv(
  assembly: Assembly,
  language: Language = 'fr',
): { name: string; content: string }[] {
  return assemblyTables(assembly, language).map((table) => ({
    name: `${table.file}.csv`,
    content: csvText(table, language),
  }));
}

function csvText({ header, rows }: Table, language: Language): string {
  const cells = rows.map((row) => row.map((cell) => cellText(cell, language)));
  return spreadsheetCsv([header, ...cells], language, (value) => numberText(value, language));
}

function cellText(cell: TableCell, language: Language): string | number {
  if (cell === null) return '';
  if (typeof cell !== 'object') return cell;
  return language === 'fr' ? cell.day.split('-').reverse().join('/') : cell.day;
}

function numberText(value: number, language: Language): string {
  return language === 'fr' ? String(value).replace('.', ',') : String(value);
}

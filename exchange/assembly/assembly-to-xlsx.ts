import writeWorkbook, { type Cell, type Sheet } from 'write-excel-file/node';
import type { Assembly, Language } from '../../engine/index.js';
import { withFixedTimestamps } from '../output/deterministic-zip.js';
import { assemblyTables } from './tables/assembly-tables.js';
import { noticeName, noticeOf } from './tables/notice.js';
import type { Table, TableCell } from './tables/table.js';

const widest = 60;
const narrowest = 8;

/**
 * An assembly as an Excel workbook: a sheet a table, and a notice before them that is not read back.
 *
 * Codes are texts and keep their zeros, days are dates, no cell is a formula. The same assembly gives the same bytes.
 */
export async function assemblyToXlsx(assembly: Assembly, language: Language = 'fr'): Promise<Uint8Array> {
  const sheets = assemblyTables(assembly, language).map((table) => sheetOf(table, language));
  const workbook = writeWorkbook([noticeSheet(noticeOf(assembly, language), language), ...sheets], {
    fontFamily: 'Calibri',
    fontSize: 11,
  });
  return withFixedTimestamps(await workbook.toBuffer());
}

function noticeSheet(lines: readonly string[], language: Language): Sheet<Buffer> {
  return {
    sheet: noticeName[language],
    data: lines.map((value, row) => [
      { value, type: String, wrap: true, ...(row === 0 ? { fontWeight: 'bold' as const } : {}) },
    ]),
    columns: [{ width: 110 }],
  };
}

function sheetOf({ name, header, rows }: Table, language: Language): Sheet<Buffer> {
  const title = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return {
    sheet: name,
    data: [title, ...rows.map((row) => row.map((cell) => typedCell(cell, language)))],
    columns: header.map((value, place) => ({ width: widthOf(value, rows, place) })),
    stickyRowsCount: 1,
  };
}

function typedCell(cell: TableCell, language: Language): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  const format = language === 'fr' ? 'dd/mm/yyyy' : 'yyyy-mm-dd';
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format };
}

function widthOf(header: string, rows: readonly (readonly TableCell[])[], place: number): number {
  const lengths = rows.map((row) => lengthOf(row[place] ?? null));
  return Math.min(widest, Math.max(narrowest, header.length, ...lengths) + 2);
}

function lengthOf(cell: TableCell): number {
  if (cell === null) return 0;
  return typeof cell === 'object' ? cell.day.length : String(cell).length;
}

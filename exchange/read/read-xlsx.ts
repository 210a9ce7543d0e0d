import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import type { Finding, RawCell, RawTable } from '../../engine/index.js';
import type { Tell } from './read-findings.js';
import { rowLimit, tableFromGrid } from './read-grid.js';
import { measureSheet, type SheetExtent } from './sheet-extent.js';
import { unpackSafely } from './xlsx-guard.js';

/** what Excel itself can hold */
const excelRows = 1_048_576;
const excelColumns = 16_384;

/** cells that are built in memory for one sheet, blanks included */
const cellLimit = 5_000_000;

/**
 * Reads every sheet of an XLSX workbook, hidden ones too, with its numbers, dates (midnight UTC) and booleans.
 *
 * Blank sheets are dropped. A workbook that is protected, broken, dangerous or not one gives one error and no table.
 *
 * @param file what the organiser knows the file by
 */
export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  tell: Tell,
): Promise<{ tables: RawTable[]; findings: Finding[] }> {
  const place = { table: file };
  const files = unpackSafely(bytes);
  if (typeof files === 'string') return refuse(tell('error', files, { file, where: null }, place));
  for (const [name, content] of files) {
    // any of the files may be named as a sheet by the workbook, so all are looked at
    const xml = new TextDecoder().decode(content);
    const fault = faultOf(measureSheet(xml));
    if (fault === 'too-many-rows')
      return refuse(tell('error', fault, { table: file, limit: rowLimit }, place));
    if (fault) return refuse(tell('error', fault, { file, where: null }, place));
    if (errorCell.test(xml)) files.set(name, new TextEncoder().encode(showErrors(xml)));
  }
  try {
    // packed again without compression: the reader sees just what was looked at here
    const archive = zipSync(Object.fromEntries(files), { level: 0 });
    const sheets = await readWorkbook(archive.buffer, { trim: false });
    const read = sheets.map(({ sheet, data }) => tableFromGrid(sheet, gridOf(data), tell));
    return {
      tables: read.flatMap(({ table }) => (table ? [table] : [])),
      findings: read.flatMap(({ findings }) => findings),
    };
  } catch (error) {
    return refuse(tell('error', 'broken-xlsx', { file, where: cellOf(error) }, place));
  }
}

function faultOf(extent: SheetExtent | null): 'broken-xlsx' | 'too-many-rows' | 'zip-bomb' | null {
  if (extent === null || extent.lastRow > excelRows || extent.columns > excelColumns) return 'broken-xlsx';
  // a few rows more, for the header and the titles above it: the table itself is counted later
  if (extent.filledRows > rowLimit + 10) return 'too-many-rows';
  if (extent.rows * extent.columns <= cellLimit) return null;
  return extent.rows > rowLimit ? 'too-many-rows' : 'zip-bomb';
}

/** The opening tag of a formula cell that failed: `<c r="B2" t="e">`. */
const errorCell = /(<(?:[^\s/<>:]{0,99}:)?c\s[^<>]{0,999}?\bt\s*=\s*["'])e(?=["'])/;

/** Makes text of failed formulas: the reader drops them in silence, and an organiser must hear of them. */
function showErrors(xml: string): string {
  return xml.replace(new RegExp(errorCell, 'g'), '$1str');
}

function refuse(finding: Finding): { tables: RawTable[]; findings: Finding[] } {
  return { tables: [], findings: [finding] };
}

/** A chart sheet has no cells, and the reader's types call a Date by the name of its class. */
function gridOf(data: unknown): RawCell[][] {
  return (data as RawCell[][] | undefined) ?? [];
}

/** "B3" when the reader says at which cell it gave up. */
function cellOf(error: unknown): string | null {
  const place = /at row (\d+),? col (\d+)/.exec(error instanceof Error ? error.message : String(error));
  return place ? `${columnLetters(Number(place[2]))}${place[1]}` : null;
}

function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const last = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + last : last;
}

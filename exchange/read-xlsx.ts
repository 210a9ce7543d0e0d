import readWorkbook from 'read-excel-file/universal';
import type { Finding, RawCell, RawTable } from '../engine/index.js';
import type { Tell } from './read-findings.js';
import { rowLimit, tableFromGrid } from './read-grid.js';
import { measureSheet } from './sheet-extent.js';
import { guardXlsx } from './xlsx-guard.js';

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
  const guarded = guardXlsx(bytes);
  if (typeof guarded === 'string')
    return refuse(tell('error', guarded, { file, where: null }, { table: file }));
  const place = { table: file };
  for (const xml of guarded.files.values()) {
    // any of the files may be named as a sheet by the workbook, so all are measured
    const extent = measureSheet(new TextDecoder().decode(xml));
    if (extent === null || extent.lastRow > excelRows || extent.columns > excelColumns) {
      return refuse(tell('error', 'broken-xlsx', { file, where: null }, place));
    }
    if (extent.rows * extent.columns <= cellLimit) continue;
    return refuse(
      extent.rows > rowLimit
        ? tell('error', 'too-many-rows', { table: file, limit: rowLimit }, place)
        : tell('error', 'zip-bomb', { file }, place),
    );
  }
  try {
    const sheets = await readWorkbook(guarded.archive.buffer, { trim: false });
    const read = sheets.map(({ sheet, data }) => tableFromGrid(sheet, gridOf(data), tell));
    return {
      tables: read.flatMap(({ table }) => (table ? [table] : [])),
      findings: read.flatMap(({ findings }) => findings),
    };
  } catch (error) {
    return refuse(tell('error', 'broken-xlsx', { file, where: cellOf(error) }, place));
  }
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

import writeWorkbook from 'write-excel-file/node';
import { withFixedTimestamps } from '../../output/deterministic-zip.js';
import type { PlanSheet } from './plan-sheet.js';
import { printAndFilter } from './print-and-filter.js';

/** Sheets as the bytes of an Excel workbook; no cell is a formula, the same sheets give the same bytes. */
export async function workbookOf(sheets: readonly PlanSheet[]): Promise<Uint8Array> {
  const workbook = writeWorkbook(sheets.map(toLibrarySheet), {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [printAndFilter(sheets)],
  });
  return withFixedTimestamps(await workbook.toBuffer());
}

function toLibrarySheet({ name, rows, widths, frozenRows, frozenColumns }: PlanSheet) {
  return {
    sheet: name,
    data: rows.map((row) => [...row]),
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    showGridLines: false,
    stickyRowsCount: frozenRows,
    stickyColumnsCount: frozenColumns,
  };
}

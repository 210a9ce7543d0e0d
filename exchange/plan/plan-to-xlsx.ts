import writeWorkbook from 'write-excel-file/node';
import type { Language, Plan } from '../../engine/index.js';
import { withFixedTimestamps } from '../output/deterministic-zip.js';
import { pairingsTable } from './tables/pairings-table.js';
import { participantsTable } from './tables/participants-table.js';
import { lookupOf, type NamesOfSeats } from './tables/plan-lookup.js';
import { rulesTable } from './tables/rules-table.js';
import { territoriesTable } from './tables/territories-table.js';
import { workshopsTable } from './tables/workshops-table.js';
import { parametersSheet } from './workbook/parameters-sheet.js';
import type { PlanSheet } from './workbook/plan-sheet.js';
import { printAndFilter } from './workbook/print-and-filter.js';
import { tableSheet } from './workbook/table-sheet.js';

/**
 * A plan as an Excel workbook for organisers, in five or six sheets: workshops, participants, territories,
 * pairings, what became of the rules if there are any, parameters. No cell is a formula, whatever the texts; the
 * same plan gives the same bytes. Names of people stand in it only if they are given.
 */
export async function planToXlsx(plan: Plan, language: Language, names?: NamesOfSeats): Promise<Uint8Array> {
  const lookup = lookupOf(plan, language, names);
  const sheets = [
    tableSheet(workshopsTable(lookup), 2),
    tableSheet(participantsTable(lookup), 1),
    tableSheet(territoriesTable(lookup), 2),
    tableSheet(pairingsTable(lookup), 0),
    ...(plan.ruleOutcomes.length > 0 ? [tableSheet(rulesTable(lookup), 1)] : []),
    parametersSheet(plan, language),
  ];
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

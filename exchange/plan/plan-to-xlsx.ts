import type { Language, Plan } from '../../engine/index.js';
import { pairingsTable } from './tables/pairings-table.js';
import { participantsTable } from './tables/participants-table.js';
import { lookupOf } from './tables/plan-lookup.js';
import { territoriesTable } from './tables/territories-table.js';
import { whyHereTable } from './tables/why-here-table.js';
import { workshopsTable } from './tables/workshops-table.js';
import { parametersSheet } from './workbook/parameters-sheet.js';
import { tableSheet } from './workbook/table-sheet.js';
import { workbookOf } from './workbook/workbook-of.js';

/**
 * A plan as an Excel workbook for organisers, in six sheets: workshops, participants, territories,
 * pairings, why each sits where it sits, parameters. No cell is a formula, whatever the texts; the same plan gives the same bytes.
 */
export async function planToXlsx(plan: Plan, language: Language): Promise<Uint8Array> {
  const lookup = lookupOf(plan, language);
  const sheets = [
    tableSheet(workshopsTable(lookup), 2),
    tableSheet(participantsTable(lookup), 1),
    tableSheet(territoriesTable(lookup), 2),
    tableSheet(pairingsTable(lookup), 0),
    tableSheet(whyHereTable(lookup), 2),
    parametersSheet(plan, language),
  ];
  return await workbookOf(sheets);
}

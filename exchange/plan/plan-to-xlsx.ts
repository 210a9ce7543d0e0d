import type { Language, Plan } from '../../engine/index.js';
import { pairingsTable } from '../pairings/pairings-table.js';
import { participantsTable } from './tables/participants-table.js';
import { lookupOf, type NamesOfSeats } from './tables/plan-lookup.js';
import { rulesTable } from './tables/rules-table.js';
import { territoriesTable } from './tables/territories-table.js';
import { whyHereTable } from './tables/why-here-table.js';
import { workshopsTable } from './tables/workshops-table.js';
import { parametersSheet } from './workbook/parameters-sheet.js';
import { tableSheet } from './workbook/table-sheet.js';
import { workbookOf } from './workbook/workbook-of.js';

/**
 * A plan as an Excel workbook for organisers, in six or seven sheets: workshops, participants, territories,
 * pairings, why each sits where it sits, what became of the rules if there are any, parameters. No cell is a formula,
 * whatever the texts; the same plan gives the same bytes. Names of people stand in it only if they are given.
 */
export async function planToXlsx(plan: Plan, language: Language, names?: NamesOfSeats): Promise<Uint8Array> {
  const lookup = lookupOf(plan, language, names);
  const sheets = [
    tableSheet(workshopsTable(lookup), 2),
    tableSheet(participantsTable(lookup), 1),
    tableSheet(territoriesTable(lookup), 2),
    tableSheet(pairingsTable(plan, language), 2),
    tableSheet(whyHereTable(lookup), 2),
    ...(plan.ruleOutcomes.length > 0 ? [tableSheet(rulesTable(lookup), 1)] : []),
    parametersSheet(plan, language),
  ];
  return await workbookOf(sheets);
}

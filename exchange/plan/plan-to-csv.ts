import type { Language, Plan } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { pairingsTable } from '../pairings/pairings-table.js';
import { csvFileOf, csvText } from './tables/csv-file.js';
import { columnValue, measureColumns, measureLines, unitText } from './tables/measure-lines.js';
import { participantsTable } from './tables/participants-table.js';
import { lookupOf, type NamesOfSeats } from './tables/plan-lookup.js';

/**
 * A plan as CSV files that the spreadsheet of the language opens by a double click: workshops
 * (one row a territory or seat), pairings, measures. Names of people stand in it only if they are given.
 */
export function planToCsv(
  plan: Plan,
  language: Language,
  names?: NamesOfSeats,
): { name: string; content: string }[] {
  const lookup = lookupOf(plan, language, names);
  return [
    csvFileOf(participantsTable(lookup), language),
    csvFileOf(pairingsTable(plan, language), language),
    measuresFile(plan, language),
  ];
}

function measuresFile(plan: Plan, language: Language) {
  const say = saying(language);
  const header = [say('Mesure', 'Measure'), say('Unité', 'Unit'), ...measureColumns(plan, language)];
  const rows = measureLines(plan, language).map(({ label, unit, values }) => [
    label,
    unitText(unit, language),
    ...values.map((value) => columnValue(value, unit)),
  ]);
  return { name: say('mesures.csv', 'measures.csv'), content: csvText([header, ...rows], language) };
}

import { stringify } from 'csv-stringify/sync';
import type { Language, Plan } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type MeasureUnit, measureColumns, measureLines } from './tables/measure-lines.js';
import { pairingsTable } from './tables/pairings-table.js';
import { participantsTable } from './tables/participants-table.js';
import { lookupOf } from './tables/plan-lookup.js';
import type { Table, TableCell } from './tables/table.js';

/**
 * A plan as CSV files that the spreadsheet of the language opens by a double click: workshops
 * (one row a territory), pairings, measures.
 *
 * French: `;` and decimal commas; English: `,` and points. Both UTF-8 with a byte order mark, CRLF.
 * Text that a spreadsheet would run as a formula (= + - @, tab, carriage return, and their full-width
 * forms) gets an apostrophe before it; numbers stay numbers.
 */
export function planToCsv(plan: Plan, language: Language): { name: string; content: string }[] {
  const lookup = lookupOf(plan, language);
  return [
    fileOfTable(participantsTable(lookup), language),
    fileOfTable(pairingsTable(lookup), language),
    measuresFile(plan, language),
  ];
}

function fileOfTable(table: Table, language: Language) {
  const header = table.columns.map(({ header, kind }) => (kind === 'km' ? `${header} (km)` : header));
  return { name: table.file, content: csvText([header, ...table.rows.map(({ cells }) => cells)], language) };
}

function measuresFile(plan: Plan, language: Language) {
  const say = saying(language);
  const header = [say('Mesure', 'Measure'), say('Unité', 'Unit'), ...measureColumns(plan, language)];
  const rows = measureLines(plan, language).map(({ label, unit, values }) => [
    label,
    unitName(unit, language),
    ...values.map((value) => (value === null ? null : unit === 'percent' ? value * 100 : value)),
  ]);
  return { name: say('mesures.csv', 'measures.csv'), content: csvText([header, ...rows], language) };
}

function unitName(unit: MeasureUnit, language: Language): string {
  const say = saying(language);
  switch (unit) {
    case 'times':
      return say('fois le hasard', 'times chance');
    case 'decimal':
      return say('0 à 1', '0 to 1');
    case 'km':
      return 'km';
    case 'percent':
      return '%';
    case 'count':
      return say('nombre', 'count');
    case 'mean':
      return say('moyenne', 'mean');
  }
}

function csvText(rows: readonly (readonly TableCell[])[], language: Language): string {
  return stringify(
    rows.map((row) => row.map(plainCell)),
    {
      bom: true,
      delimiter: language === 'fr' ? ';' : ',',
      record_delimiter: 'windows',
      // also neutralises a leading minus in text, and leaves numbers (the option looks at the type)
      escape_formulas: true,
      cast: { number: (value) => decimal(value, language) },
    },
  );
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

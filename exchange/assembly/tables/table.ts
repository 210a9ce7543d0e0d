import type { Language } from '../../../engine/index.js';

/** A day of the calendar, yyyy-mm-dd: a true date in a spreadsheet, jj/mm/aaaa in French text. */
export interface Day {
  readonly day: string;
}

export type TableCell = string | number | Day | null;

/** One sheet of a workbook, or one file of CSV. */
export interface Table {
  /** name of the sheet */
  readonly name: string;
  /** name of the file, without its ending */
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What a column holds, and its header in each language. */
export interface Column<Item> {
  readonly fr: string;
  readonly en: string;
  readonly cell: (item: Item) => TableCell | undefined;
  /** written only if some row has something in it */
  readonly optional?: true;
}

export interface TableName {
  readonly fr: string;
  readonly en: string;
  /** the file, the same in both languages but for its words: lower case, no accent */
  readonly files: { readonly fr: string; readonly en: string };
}

/** Lays items out, one a row; columns that are optional and empty are left out. */
export function layOut<Item>(
  name: TableName,
  columns: readonly Column<Item>[],
  items: readonly Item[],
  language: Language,
): Table {
  const filled = columns
    .map((column) => ({ column, cells: items.map((item) => column.cell(item) ?? null) }))
    .filter(({ column, cells }) => !column.optional || cells.some((cell) => cell !== null));
  return {
    name: name[language],
    file: name.files[language],
    header: filled.map(({ column }) => column[language]),
    rows: items.map((_, row) => filled.map(({ cells }) => cells[row] ?? null)),
  };
}

/** A list in one cell; null when it is empty. */
export function listCell(items: readonly string[] | undefined): string | null {
  return items && items.length > 0 ? items.join('|') : null;
}

/**
 * An input as it was found: tables of cells, before anything is understood.
 *
 * Files become tables in `exchange/`, JSON becomes tables in `records-from-json.ts`;
 * `readAssembly` is the only reader of tables.
 */
export interface RawRecords {
  /** what the organiser knows it by: a file name, "requête" */
  readonly source: string;
  readonly tables: readonly RawTable[];
}

export interface RawTable {
  /** sheet name, file name without ending, or JSON list name */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  /** as the spreadsheet numbers it (the header being row 1 when it stands first); in JSON, the place in the list from 1 */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** Text files give strings; spreadsheets also numbers, booleans and dates; JSON also lists of objects. */
export type RawCell =
  | string
  | number
  | boolean
  | Date
  | null
  | readonly unknown[]
  | { readonly [key: string]: unknown };

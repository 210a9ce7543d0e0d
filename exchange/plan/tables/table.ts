/** What an organiser reads as one sheet or one CSV file: typed cells, the header in their language. */
export interface Table {
  /** sheet name, in the language */
  readonly sheet: string;
  /** file name, in the language */
  readonly file: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly header: string;
  readonly kind: CellKind;
  /** characters */
  readonly width: number;
}

export interface TableRow {
  /** the workshop the row speaks of, from 1: gives its shade and colour; null for none */
  readonly workshop: number | null;
  readonly cells: readonly TableCell[];
}

/** badge: the number of a workshop · mark: out of 10 · day: an ISO day, a date in a sheet · code: digits that are no number (SIREN) · percent: a share 0..1 · km: kilometres */
export type CellKind =
  | 'text'
  | 'code'
  | 'badge'
  | 'integer'
  | 'decimal'
  | 'mark'
  | 'percent'
  | 'day'
  | 'km'
  | 'degrees';

/** A list is written on several lines in a sheet, with " | " between items in CSV. */
export type TableCell = string | number | null | readonly string[];

/** One column of a table of things of one type. */
export interface Reading<Thing> extends TableColumn {
  value(thing: Thing): TableCell;
}

/** Reads every thing through every column; `workshopOf` tells the workshop a thing belongs to. */
export function tableOf<Thing>(
  names: { readonly sheet: string; readonly file: string },
  readings: readonly Reading<Thing>[],
  things: readonly Thing[],
  workshopOf: (thing: Thing) => number | null,
): Table {
  return {
    ...names,
    columns: readings.map(({ header, kind, width }) => ({ header, kind, width })),
    rows: things.map((thing) => ({
      workshop: workshopOf(thing),
      cells: readings.map((reading) => reading.value(thing)),
    })),
  };
}

import type { CellObject, Row } from 'write-excel-file/node';
import type { Table, TableRow } from '../tables/table.js';
import { bodyStyle, headerStyle, shadeOf } from './house-style.js';
import type { PlanSheet } from './plan-sheet.js';
import { rowHeight } from './row-height.js';
import { textOf, typedCell } from './typed-cell.js';

/**
 * A table as a sheet an organiser can work in: header frozen and repeated on every printed page,
 * filters, one shade a workshop, rows high enough to be read.
 */
export function tableSheet(table: Table, frozenColumns: number): PlanSheet {
  const shades = shadesOf(table.rows);
  return {
    name: table.sheet,
    widths: table.columns.map(({ width }) => width),
    rows: [headerRow(table), ...table.rows.map((row, place) => bodyRow(row, table, shades[place] ?? 0))],
    frozenRows: 1,
    frozenColumns,
    filtered: table.rows.length > 0,
  };
}

function headerRow({ columns }: Table): Row {
  // the arrow of the filter covers the last characters of a header
  const height = rowHeight(columns.map(({ header, width }) => ({ text: header, width: width - 1 }))) + 6;
  return columns.map(({ header }) => ({ ...headerStyle, indent: 1, value: header, type: String, height }));
}

function bodyRow(row: TableRow, { columns }: Table, shade: number): Row {
  const height = rowHeight(
    columns.map(({ width }, place) => ({ text: textOf(row.cells[place] ?? null), width })),
  );
  const style: CellObject = { ...bodyStyle, backgroundColor: shadeOf(shade), height };
  return columns.map(({ kind }, place) => typedCell(row.cells[place] ?? null, kind, style));
}

/** Rows of one workshop share a shade; rows of none alternate one by one. */
function shadesOf(rows: readonly TableRow[]): number[] {
  let shade = 0;
  return rows.map((row, place) => {
    const before = rows[place - 1];
    if (before !== undefined && (row.workshop === null || row.workshop !== before.workshop)) shade++;
    return shade;
  });
}

import { tidyText } from '../cells/plain-text.js';
import { describeValue, type FindingLog, type Place } from '../findings/finding-log.js';
import { codeFields, fieldOfHeader, listFields } from './column-fields.js';
import type { ColumnField, TableRole } from './column-headers.js';
import {
  cellWithoutContact,
  codesWithoutContact,
  isContactHeader,
  withoutContact,
} from './personal-contact.js';
import type { RawCell, RawRecords, RawRow, RawTable } from './raw-records.js';
import { rolesOfTables } from './table-roles.js';

/** A cell that holds something, and where it stands. */
export interface Cell extends Place {
  readonly row: number;
  readonly column: string;
  readonly columnIndex: number;
  readonly value: NonNullable<RawCell>;
}

/** A row of a table whose columns are understood; contact data is already gone. */
export interface SheetRow {
  readonly place: Place & { readonly row: number };
  readonly cells: ReadonlyMap<ColumnField, readonly Cell[]>;
}

/** A table that is understood: what it is about, and its rows that hold something. */
export interface Sheet {
  readonly role: TableRole;
  readonly name: string;
  readonly place: Place;
  readonly rows: readonly SheetRow[];
}

/** Recognises tables and columns, drops contact data, and says which tables and columns are left aside. */
export function readSheets(records: RawRecords, log: FindingLog): Sheet[] {
  const roles = rolesOfTables(records.tables);
  return records.tables.flatMap((table, tableIndex) => {
    const role = roles[tableIndex];
    if (role === 'ignored') return [];
    const place: Place = { table: withoutContact(table.name).kept, tableIndex };
    if (role) return [readSheet(table, role, place, log)];
    log.add('unknown-table', { table: place.table }, place);
    return [];
  });
}

/** The first cell of the row in that field, if any. */
export function cellOf(row: SheetRow, field: ColumnField): Cell | undefined {
  return row.cells.get(field)?.[0];
}

export function cellsOf(row: SheetRow, field: ColumnField): readonly Cell[] {
  return row.cells.get(field) ?? [];
}

/** All that a row holds: two rows with the same content are one row copied. */
export function contentOf(row: SheetRow): string {
  const cells = [...row.cells.values()].flat().sort((a, b) => a.columnIndex - b.columnIndex);
  return cells.map(({ columnIndex, value }) => `${columnIndex}=${contentOfValue(value)}`).join('\n');
}

interface Column {
  readonly field: ColumnField;
  readonly header: string;
  readonly index: number;
}

function readSheet(table: RawTable, role: TableRole, place: Place, log: FindingLog): Sheet {
  const columns = readHeader(table, role, place, log);
  const rows = table.rows.flatMap((raw) => {
    const row = readRow(raw, columns, place, log);
    return row.cells.size > 0 ? [row] : [];
  });
  return { role, name: place.table, place, rows };
}

function readHeader(table: RawTable, role: TableRole, place: Place, log: FindingLog): Column[] {
  const columns: Column[] = [];
  table.header.forEach((written, index) => {
    const column = withoutContact(tidyText(written)).kept || `(${index + 1})`;
    const at: Place = { ...place, column, columnIndex: index };
    const field = fieldOfHeader(role, written);
    const kept = columns.find((other) => other.field === field);
    if (field && (!kept || listFields.has(field))) columns.push({ field, header: column, index });
    else if (field && kept) log.add('repeated-column', { column, kept: kept.header }, at);
    else if (isContactHeader(written) || holdsContacts(table, index))
      log.add('contact-column', { column }, at);
    else if (tidyText(written) !== '' || table.rows.some(({ cells }) => !isBlank(cells[index]))) {
      log.add('unknown-column', { column }, at);
    }
  });
  return columns;
}

function readRow(raw: RawRow, columns: readonly Column[], table: Place, log: FindingLog): SheetRow {
  const place = { ...table, row: raw.row };
  const cells = new Map<ColumnField, Cell[]>();
  for (const { field, header, index } of columns) {
    const written = raw.cells[index];
    if (written === null || written === undefined || isBlank(written)) continue;
    const clean = codeFields.has(field) ? codesWithoutContact : cellWithoutContact;
    const { kept, found } = clean(withoutFormulaGuard(written));
    const at = { ...place, column: header, columnIndex: index };
    // the value itself never enters a finding
    if (found) log.add('contact-dropped', { column: header }, at);
    if (kept === null || isBlank(kept)) continue;
    const cell: Cell = { ...at, value: kept };
    const others = cells.get(field);
    if (others) others.push(cell);
    else cells.set(field, [cell]);
  }
  return { place, cells };
}

/** Our own CSV writes '=… so that no text runs as a formula in a spreadsheet: the sign goes when it is read back. */
function withoutFormulaGuard(cell: RawCell): RawCell {
  return typeof cell === 'string' ? cell.replace(/^'(?=[=+\-@\t\r])/, '') : cell;
}

function holdsContacts(table: RawTable, index: number): boolean {
  return table.rows.some(({ cells }) => cellWithoutContact(cells[index] ?? null).found);
}

function isBlank(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell === 'string') return tidyText(cell) === '';
  return Array.isArray(cell) && cell.length === 0;
}

function contentOfValue(value: unknown): string {
  return typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : describeValue(value);
}

import type { Assembly } from '../model/assembly.js';
import type { Finding } from '../model/finding.js';
import type { Territory } from '../model/territory.js';
import { plainText, tidyText } from './cells/plain-text.js';
import { describeValue, FindingLog } from './findings/finding-log.js';
import {
  createTerritoryDirectory,
  type TerritoryDirectory,
  territoryMeant,
} from './names/territory-directory.js';
import { type ReadingContext, readAssembly } from './read-assembly.js';
import { type Change, changeColumn, changeMeant } from './tables/change-words.js';
import { fieldOfHeader } from './tables/column-fields.js';
import type { ColumnField } from './tables/column-headers.js';
import type { RawCell, RawRecords, RawRow, RawTable } from './tables/raw-records.js';
import type { Cell } from './tables/sheets.js';

/** What is to become of a published plan: a whole new assembly, or who leaves, joins and changes. */
export type PlanChanges =
  | { readonly kind: 'assembly'; readonly assembly: Assembly }
  | {
      readonly kind: 'changes';
      readonly left: readonly string[];
      readonly joined: readonly Territory[];
      /** whole territories: what a row does not say stays as the plan has it */
      readonly changed: readonly Territory[];
    };

/**
 * Understands changes to a plan as an organiser writes them: a list with a column "changement" (part, arrive,
 * modifié; a row without one is left alone), or else a whole new assembly.
 *
 * Every finding at once, by row and column; what is in error is left out and told. Never throws on bad data.
 */
export function readChanges(
  records: RawRecords,
  context: ReadingContext & { readonly territories: readonly Territory[] },
): { changes: PlanChanges; findings: Finding[] } {
  const at = records.tables.findIndex((table) => changeColumn(table) !== -1);
  const table = records.tables[at];
  if (!table) {
    const { assembly, findings } = readAssembly(records, context);
    return { changes: { kind: 'assembly', assembly }, findings };
  }
  const log = new FindingLog(context.language ?? 'fr');
  const rows = markedRows(table, at, context.territories, log);
  const rewritten = rows.some(({ change }) => change !== 'left')
    ? readAssembly(withRows(records, at, rows), context)
    : null;
  const read = new Map(rewritten?.assembly.territories.map((territory) => [territory.id, territory]));
  const before = new Map(context.territories.map((territory) => [territory.id, territory]));
  const changedIds = new Set(rows.flatMap(({ change, id }) => (change === 'changed' && id ? [id] : [])));
  return {
    changes: {
      kind: 'changes',
      left: rows.flatMap(({ change, id }) => (change === 'left' && id ? [id] : [])),
      joined: [...read.values()].filter(({ id }) => !changedIds.has(id)),
      changed: rows.flatMap(({ change, id = '', stated }) => {
        const [old, anew] = [before.get(id), read.get(id)];
        return change === 'changed' && old && anew ? [merged(old, anew, stated)] : [];
      }),
    },
    // that few rows are read says nothing of the assembly
    findings: [
      ...log.findings(),
      ...(rewritten?.findings ?? [])
        .filter(({ code }) => code !== 'one-territory')
        .map((finding) => (finding.table === territoriesName ? { ...finding, table: table.name } : finding)),
    ],
  };
}

interface MarkedRow {
  readonly raw: RawRow;
  readonly change: Change;
  /** the territory of the plan that it means; none for one that joins */
  readonly id: string | undefined;
  readonly stated: ReadonlySet<ColumnField>;
}

/** The rows that say a change, with the territory each means. */
function markedRows(
  table: RawTable,
  tableIndex: number,
  territories: readonly Territory[],
  log: FindingLog,
): MarkedRow[] {
  const columnIndex = changeColumn(table);
  const column = tidyText(table.header[columnIndex] ?? '');
  const place = { table: table.name, tableIndex };
  const directory = createTerritoryDirectory(
    territories.map((territory) => ({ territory, entry: undefined })),
    [],
  );
  const firstRows = new Map<string, number>();
  let marked = false;
  const rows = table.rows.flatMap((raw): MarkedRow[] => {
    const value = describeValue(raw.cells[columnIndex] ?? null);
    if (tidyText(value) === '') return [];
    marked = true;
    const change = changeMeant(value);
    if (!change) {
      log.add('unknown-change', { value }, { ...place, row: raw.row, column, columnIndex, value });
      return [];
    }
    const cell = namingCell(table, tableIndex, raw);
    if (!cell) {
      log.add('change-without-territory', {}, { ...place, row: raw.row });
      return [];
    }
    const errors = log.errorCount;
    const id = idMeant(change, cell, directory, log);
    if (log.errorCount > errors || (change !== 'joined' && id === undefined)) return [];
    const key = id ?? plainText(describeValue(cell.value));
    const firstRow = firstRows.get(key);
    if (firstRow !== undefined) {
      log.add('changed-twice', { name: describeValue(cell.value), firstRow }, cell);
      return [];
    }
    firstRows.set(key, raw.row);
    return [{ raw, change, id, stated: statedFields(table, raw) }];
  });
  if (!marked) log.add('no-change', { column }, { ...place, column, columnIndex });
  return rows;
}

/** The identifier, or else the name. */
function namingCell(table: RawTable, tableIndex: number, { row, cells }: RawRow): Cell | undefined {
  for (const field of ['id', 'name'] as const) {
    const columnIndex = table.header.findIndex(
      (written, k) => fieldOfHeader('territories', written) === field && !isBlank(cells[k]),
    );
    const value = cells[columnIndex];
    if (value === undefined || value === null) continue;
    return {
      table: table.name,
      tableIndex,
      row,
      column: table.header[columnIndex] ?? '',
      columnIndex,
      value,
    };
  }
  return undefined;
}

function idMeant(
  change: Change,
  cell: Cell,
  directory: TerritoryDirectory,
  log: FindingLog,
): string | undefined {
  const name = describeValue(cell.value);
  if (change !== 'joined') return territoryMeant(name, directory, cell, log);
  const known = directory(tidyText(name));
  // a name that is only alike is another territory
  if (known.outcome === 'found' && known.readAs === undefined) log.add('already-in-plan', { name }, cell);
  return undefined;
}

function statedFields({ header }: RawTable, { cells }: RawRow): ReadonlySet<ColumnField> {
  return new Set(
    header.flatMap((written, k) => {
      const field = isBlank(cells[k]) ? undefined : fieldOfHeader('territories', written);
      return field ? [field] : [];
    }),
  );
}

/** A list of territories, whatever columns it has beside the change. */
const territoriesName = 'territoires';

/** The same input with the rows that join or change alone, each that changes under the id the plan knows it by. */
function withRows(records: RawRecords, at: number, rows: readonly MarkedRow[]): RawRecords {
  const tables = records.tables.map((table, k) => {
    if (k !== at) return table;
    const change = changeColumn(table);
    const idColumn = table.header.findIndex((written) => fieldOfHeader('territories', written) === 'id');
    const column = idColumn === -1 ? table.header.length : idColumn;
    const header = table.header.map((written, c) => (c === change ? '' : written));
    if (idColumn === -1) header.push('id');
    const kept = rows
      .filter((row) => row.change !== 'left')
      .map(({ raw, id }): RawRow => {
        const cells: RawCell[] = raw.cells.map((cell, c) => (c === change ? null : cell));
        if (idColumn === -1) cells.push(null);
        if (id !== undefined) cells[column] = id;
        return { row: raw.row, cells };
      });
    return { name: territoriesName, header, rows: kept };
  });
  return { ...records, tables };
}

/** What the row states stands above what the plan has. */
function merged(old: Territory, anew: Territory, stated: ReadonlySet<ColumnField>): Territory {
  const says = (...fields: ColumnField[]): boolean => fields.some((field) => stated.has(field));
  return {
    ...old,
    ...(says('name') && says('id') && { name: anew.name }),
    ...(says('kind') && { kind: anew.kind }),
    ...(says('departments') && { departments: anew.departments }),
    ...(says('lat', 'lon', 'position') && anew.position && { position: anew.position }),
    ...(says('population') && anew.population !== undefined && { population: anew.population }),
    ...(says('members') && { members: anew.members }),
    ...(says('traits') && { traits: anew.traits }),
    // answers may also come on a sheet of their own
    ...((says('needs') || anew.needs.length > 0) && { needs: anew.needs }),
    ...((says('experiences') || anew.experiences.length > 0) && { experiences: anew.experiences }),
    ...(says('wishes') && anew.wishes && { wishes: anew.wishes }),
    ...(says('availability') && anew.availability && { availability: anew.availability }),
    ...(says('canHost') && anew.canHost !== undefined && { canHost: anew.canHost }),
    ...(says('videoReady') && anew.videoReady !== undefined && { videoReady: anew.videoReady }),
  };
}

function isBlank(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  if (Array.isArray(cell)) return cell.length === 0;
  return typeof cell === 'string' && tidyText(cell) === '';
}

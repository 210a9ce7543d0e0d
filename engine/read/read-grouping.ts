import type { Assembly } from '../model/assembly.js';
import type { Finding } from '../model/finding.js';
import type { Gazetteer } from '../model/gazetteer.js';
import type { Language } from '../model/local-text.js';
import { plainText, tidyText } from './cells/plain-text.js';
import { textOf } from './cells/read-words.js';
import { FindingLog } from './findings/finding-log.js';
import {
  createTerritoryDirectory,
  type TerritoryDirectory,
  territoryMeant,
} from './names/territory-directory.js';
import type { RawRecords, RawTable } from './tables/raw-records.js';
import type { Cell } from './tables/sheets.js';

/** A workshop of a grouping made elsewhere, as its file names it. */
export interface NamedGroup {
  readonly name: string;
  readonly territoryIds: readonly string[];
}

/**
 * Reads who sits in which workshop: one row a territory, found by identifier or by name, and a workshop by number or by
 * name; other columns are not looked at, so that our own lists and those of others can be given as they are.
 *
 * Gives the groups in the order of their first row, and every finding at once: unknown, ambiguous or repeated
 * territories by row and column, then those of the assembly that no row names. Never throws on bad data.
 */
export function readGrouping(
  records: RawRecords,
  { territories }: Pick<Assembly, 'territories'>,
  context: { readonly gazetteer?: Gazetteer; readonly language?: Language } = {},
): { groups: NamedGroup[]; findings: Finding[] } {
  const log = new FindingLog(context.language ?? 'fr');
  const known = new Map((context.gazetteer ?? []).map((entry) => [entry.id, entry]));
  const directory = createTerritoryDirectory(
    territories.map((territory) => ({ territory, entry: known.get(territory.id) })),
    [],
  );
  const found = columnsIn(records, log);
  if (!found) return { groups: [], findings: log.findings() };
  const groups = groupsIn(found, directory, log);
  if (groups.length === 0) log.add('no-grouping-rows', {}, { table: found.table.name, tableIndex: 0 });
  else tellMissing(territories, groups, found, log);
  return { groups, findings: log.findings() };
}

interface GroupingTable {
  readonly table: RawTable;
  readonly tableIndex: number;
  /** identifier first, then name */
  readonly territory: readonly number[];
  readonly workshop: number;
}

const headers = {
  id: ['id', 'identifiant', 'identifier', 'siren', 'code', 'territory id', 'id territoire', 'code siren'],
  name: ['territoire', 'territory', 'nom', 'name', 'nom du territoire', 'epci', 'collectivite', 'structure'],
  workshop: ['atelier', 'workshop', 'groupe', 'group', 'n atelier', 'numero atelier', 'no atelier', 'table'],
} as const;

/** The first table that has both columns; else the one that comes nearest says what it lacks. */
function columnsIn({ tables }: RawRecords, log: FindingLog): GroupingTable | undefined {
  const read = tables.map((table, tableIndex) => {
    const columns = table.header.map((header) => plainText(header).replace(/(?<=..)s$/u, ''));
    const placeOf = (names: readonly string[]): number => columns.findIndex((name) => names.includes(name));
    const territory = [placeOf(headers.id), placeOf(headers.name)].filter((index) => index >= 0);
    return { table, tableIndex, territory, workshop: placeOf(headers.workshop) };
  });
  const usable = read.find(({ territory, workshop }) => territory.length > 0 && workshop >= 0);
  if (usable) return usable;
  const nearest = read.find(({ territory, workshop }) => territory.length > 0 || workshop >= 0) ?? read[0];
  const missing = nearest && nearest.territory.length > 0 ? 'workshop' : 'territory';
  const columns = (nearest?.table.header ?? []).map(tidyText).filter((header) => header !== '');
  const place = nearest && { table: nearest.table.name, tableIndex: nearest.tableIndex };
  log.add('no-grouping-columns', { missing, columns: columns.slice(0, 8) }, place);
  return undefined;
}

function groupsIn(found: GroupingTable, directory: TerritoryDirectory, log: FindingLog): NamedGroup[] {
  const { table, tableIndex, territory, workshop } = found;
  const groups = new Map<string, { name: string; territoryIds: string[] }>();
  const seen = new Map<string, { key: string; name: string; row: number }>();
  for (const { row, cells } of table.rows) {
    const cellAt = (index: number): Cell | undefined => {
      const value = cells[index];
      if (value === null || value === undefined || (typeof value === 'string' && tidyText(value) === ''))
        return undefined;
      const column = tidyText(table.header[index] ?? '');
      return { table: table.name, tableIndex, row, column, columnIndex: index, value };
    };
    const named = territory.flatMap((index) => cellAt(index) ?? []);
    const workshopCell = cellAt(workshop);
    const [first] = named;
    if (!first) {
      if (workshopCell) log.add('missing-territory', {}, { table: table.name, tableIndex, row });
      continue;
    }
    const id = territoryIn(named, directory, log);
    if (id === undefined) continue;
    const name = textOf(workshopCell, log);
    if (name === undefined) {
      log.add(
        'row-without-workshop',
        { name: textOf(first, log) ?? id },
        { table: table.name, tableIndex, row },
      );
      continue;
    }
    const key = plainText(name) || name;
    const before = seen.get(id);
    if (before) {
      if (before.key !== key) {
        const facts = { name: textOf(first, log) ?? id, workshop: name };
        log.add(
          'in-two-workshops',
          { ...facts, firstWorkshop: before.name, firstRow: before.row },
          workshopCell,
        );
      }
      continue;
    }
    seen.set(id, { key, name, row });
    const group = groups.get(key);
    if (group) group.territoryIds.push(id);
    else groups.set(key, { name, territoryIds: [id] });
  }
  return [...groups.values()];
}

/** By its identifier if the assembly has it, else by its name, which then says what is wrong. */
function territoryIn(
  cells: readonly Cell[],
  directory: TerritoryDirectory,
  log: FindingLog,
): string | undefined {
  for (const cell of cells) {
    const reference = directory(tidyText(String(cell.value)));
    if (reference.outcome === 'found' && reference.readAs === undefined) return reference.id;
  }
  const last = cells.at(-1);
  return last && territoryMeant(String(last.value), directory, last, log);
}

const mostNames = 5;

function tellMissing(
  territories: Assembly['territories'],
  groups: readonly NamedGroup[],
  { table, tableIndex }: GroupingTable,
  log: FindingLog,
): void {
  const placed = new Set(groups.flatMap(({ territoryIds }) => territoryIds));
  const missing = territories.filter(({ id }) => !placed.has(id));
  if (missing.length === 0) return;
  const names = missing.slice(0, mostNames).map(({ name }) => name);
  log.add('not-in-grouping', { names, count: missing.length }, { table: table.name, tableIndex });
}

import { type Taxonomy, taxonomySchema } from '../model/taxonomy.js';
import { optional } from './cells/optional.js';
import { textOf, yesOrNo } from './cells/read-words.js';
import type { FindingLog, Place } from './findings/finding-log.js';
import { type Cell, cellOf, type SheetRow } from './tables/sheets.js';

/** What is said of the assembly as a whole: its name, whether it is invented, its own taxonomy. */
export interface AssemblyCard {
  readonly name?: string;
  readonly fictive?: boolean;
  readonly taxonomy?: Taxonomy;
}

export function readCard(row: SheetRow | undefined, log: FindingLog): AssemblyCard {
  if (!row) return {};
  const taxonomyCell = cellOf(row, 'taxonomy');
  return {
    ...optional('name', textOf(cellOf(row, 'name'), log)),
    ...optional('fictive', yesOrNo(cellOf(row, 'fictive'), log)),
    ...optional('taxonomy', taxonomyCell && readTaxonomy(taxonomyCell, log)),
  };
}

/** A taxonomy that cannot be used is reported in full, and the usual one stands in its place. */
function readTaxonomy(cell: Cell, log: FindingLog): Taxonomy | undefined {
  const at: Place = { ...cell, value: null };
  const read = taxonomySchema.safeParse(cell.value);
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      log.add('bad-taxonomy', { path: path.map(String).join('.'), problem: message }, at);
    }
    return undefined;
  }
  const twice = idsTwice(read.data);
  for (const id of twice) log.add('taxonomy-id-twice', { id }, at);
  return twice.length > 0 ? undefined : read.data;
}

function idsTwice({ themes }: Taxonomy): string[] {
  const themeIds = themes.map(({ id }) => id);
  const problemIds = themes.flatMap(({ problems }) => problems.map(({ id }) => id));
  return [themeIds, problemIds].flatMap((ids) => [...new Set(ids.filter((id, k) => ids.indexOf(id) !== k))]);
}

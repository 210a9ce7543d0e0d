import type { Meeting } from '../model/assembly.js';
import { optional, unlessEmpty } from './cells/optional.js';
import { dateOf } from './cells/read-date.js';
import { codesOf } from './cells/read-list.js';
import { type Choices, choiceOf, textOf } from './cells/read-words.js';
import type { FindingLog } from './findings/finding-log.js';
import { namesListed, type TerritoryDirectory } from './names/territory-directory.js';
import { cellOf, cellsOf, type SheetRow } from './tables/sheets.js';

/** Reads who met before; a territory that is no longer in the assembly is left aside with a warning. */
export function readHistory(
  rows: readonly SheetRow[],
  directory: TerritoryDirectory,
  log: FindingLog,
): Meeting[] {
  return rows.flatMap((row) => readMeeting(row, directory, log) ?? []);
}

const kinds: Choices<Meeting['kind']> = {
  workshop: ['atelier', 'workshop', 'ateliers', 'groupe', 'réunion'],
  pairing: ['jumelage', 'pairing', 'jumelages', 'échange'],
  chairs: ['binôme', 'chairs', 'binômes', 'présidence', 'coprésidence', 'chair pair'],
};

function readMeeting(row: SheetRow, directory: TerritoryDirectory, log: FindingLog): Meeting | undefined {
  const errors = log.errorCount;
  const kindCell = cellOf(row, 'kind');
  const kind = kindCell ? choiceOf(kindCell, kinds, log) : 'workshop';
  const dateCell = cellOf(row, 'date');
  const date = dateCell && dateOf(dateCell, log);
  const label = textOf(cellOf(row, 'label'), log);
  const listed = namesListed(cellsOf(row, 'territories'), directory);
  const met = new Set<string>();
  for (const { text, cell } of listed) {
    const reference = directory(text);
    if (reference.outcome === 'found') met.add(reference.id);
    else if (reference.outcome === 'ambiguous')
      log.add('ambiguous-territory', { name: text }, cell, reference.candidates);
    else log.add('past-territory-gone', { name: text }, cell);
  }
  const territoryIds = [...met].sort();
  // two named of whom one is gone: said above, there is nothing to keep
  if (listed.length < 2) log.add('too-few-territories', { count: listed.length }, row.place);
  if (!kind || log.errorCount > errors || territoryIds.length < 2) return undefined;
  const seatIds = codesOf(cellsOf(row, 'seats'), /,/).map(({ code }) => code);
  return {
    kind,
    territoryIds,
    ...optional('date', date),
    ...optional('label', label),
    ...optional('seatIds', unlessEmpty(seatIds)),
  };
}

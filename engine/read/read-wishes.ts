import type { Territory } from '../model/territory.js';
import { optional, unlessEmpty } from './cells/optional.js';
import { tidyText } from './cells/plain-text.js';
import type { FindingLog } from './findings/finding-log.js';
import { namesListed, type TerritoryDirectory, territoryMeant } from './names/territory-directory.js';
import type { TerritoryDraft } from './read-territories.js';
import { workshopNumberIn } from './rules/rule-cells.js';
import { cellsOf } from './tables/sheets.js';

/**
 * The wishes of a territory, the best first: ids of territories, workshops as "atelier 3". A wish that names
 * neither is kept as it was written, with a warning that it counts for nothing.
 */
export function readWishes(
  { territory, row }: TerritoryDraft,
  directory: TerritoryDirectory,
  log: FindingLog,
): Pick<Territory, 'wishes'> {
  const wishes = new Set<string>();
  const known: TerritoryDirectory = (text) => {
    const workshop = workshopWished(text);
    return workshop === undefined ? directory(text) : { outcome: 'found', id: workshop };
  };
  for (const { text, cell } of namesListed(cellsOf(row, 'wishes'), known)) {
    const name = tidyText(text);
    const reference = known(name);
    if (reference.outcome === 'unknown') {
      log.add('unknown-wish', { name, near: reference.near }, cell);
      wishes.add(name);
      continue;
    }
    const wish = workshopWished(name) ?? territoryMeant(name, directory, cell, log);
    if (wish === undefined) continue;
    if (wish === territory.id) log.add('wish-for-itself', { name }, cell);
    else if (wishes.has(wish)) log.add('repeated-in-list', { name }, cell);
    else wishes.add(wish);
  }
  return optional('wishes', unlessEmpty([...wishes]));
}

/** "Atelier n° 3" as "atelier 3"; a bare number is no workshop here: it may be the id of a territory. */
function workshopWished(text: string): string | undefined {
  const number = /^\s*\d/.test(text) ? undefined : workshopNumberIn(text);
  return number === undefined ? undefined : `atelier ${number}`;
}

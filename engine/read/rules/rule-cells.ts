import { plainText, tidyText } from '../cells/plain-text.js';
import { codesOf } from '../cells/read-list.js';
import { numberOf } from '../cells/read-number.js';
import { describeValue, type FindingLog } from '../findings/finding-log.js';
import { namesListed, type TerritoryDirectory, territoryMeant } from '../names/territory-directory.js';
import { type Cell, cellsOf, type SheetRow } from '../tables/sheets.js';

/**
 * Each territory once, sorted: the order in which a rule names them says nothing. A rule that lacks one of
 * its territories (said in a finding) is not the rule that was asked for.
 */
export function territoriesOf(
  row: SheetRow,
  directory: TerritoryDirectory,
  log: FindingLog,
): { territoryIds: string[]; missing: boolean } {
  const ids = new Set<string>();
  let missing = false;
  for (const { text, cell } of namesListed(cellsOf(row, 'territories'), directory)) {
    const id = territoryMeant(text, directory, cell, log);
    if (id === undefined) missing = true;
    else if (ids.has(id)) log.add('repeated-in-list', { name: text.trim() }, cell);
    else ids.add(id);
  }
  return { territoryIds: [...ids].sort(), missing };
}

/** The numbers of the workshops of a row, sorted, each once: "3", "n° 3", "Atelier 3", "ateliers 2, 5 et 6". */
export function workshopsOf(row: SheetRow, log: FindingLog): number[] {
  const found = new Set<number>();
  for (const { code, cell } of codesOf(cellsOf(row, 'workshop'), /,|\set\s|\sand\s/i)) {
    const number = workshopNumberIn(code);
    if (number === undefined) log.add('not-whole', { value: code }, { ...cell, value: code });
    else if (found.has(number)) log.add('repeated-in-list', { name: code }, cell);
    else found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

/** The number that a text gives a workshop, from 1. */
export function workshopNumberIn(text: string): number | undefined {
  const digits = /^(?:ateliers?|workshops?|groupes?)?(?: n| no| numeros?)? ?(\d{1,4})$/.exec(plainText(text));
  const number = Number(digits?.[1] ?? Number.NaN);
  return number >= 1 ? number : undefined;
}

/** A whole number from 1. */
export function countOfRule(cell: Cell, log: FindingLog): number | undefined {
  const count = numberOf(cell, log);
  if (count === undefined) return undefined;
  const value = describeValue(cell.value);
  if (!Number.isInteger(count)) log.add('not-whole', { value }, cell);
  else if (count >= 1) return count;
  else log.add('out-of-range', { value, min: 0, max: null, scale: null }, cell);
  return undefined;
}

/** "0,4" or "40 %". */
export function shareOf(cell: Cell, log: FindingLog): number | undefined {
  const share = numberOf(cell, log);
  if (share === undefined || (share >= 0 && share <= 1)) return share;
  log.add('out-of-range', { value: describeValue(cell.value), min: 0, max: 1, scale: null }, cell);
  return undefined;
}

/** Kilometres from 0: "80", "80 km". */
export function kilometresOf(cell: Cell, log: FindingLog): number | undefined {
  const { value } = cell;
  const bare =
    typeof value === 'string' ? tidyText(value).replace(/ ?(?:km|kilom[eè]tres?)\.?$/iu, '') : value;
  const km = numberOf({ ...cell, value: bare }, log);
  if (km === undefined || km >= 0) return km;
  log.add('out-of-range', { value: describeValue(value), min: 0, max: null, scale: null }, cell);
  return undefined;
}

export function weightOf(cell: Cell, log: FindingLog): number | undefined {
  const weight = numberOf(cell, log);
  if (weight === undefined || weight > 0) return weight;
  log.add('out-of-range', { value: describeValue(cell.value), min: 0, max: null, scale: null }, cell);
  return undefined;
}

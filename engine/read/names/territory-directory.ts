import { plainText, tidyText } from '../cells/plain-text.js';
import { splitList } from '../cells/read-list.js';
import type { FindingLog } from '../findings/finding-log.js';
import type { LeftOutRow, TerritoryDraft } from '../read-territories.js';
import type { Cell } from '../tables/sheets.js';
import { createNameMatcher, type NamedPlace, type NameMatcher } from './match-name.js';

/** What a reference to a territory comes to. */
export type Reference =
  | { readonly outcome: 'found'; readonly id: string; readonly readAs?: string }
  | {
      readonly outcome: 'ambiguous';
      readonly candidates: { id: string; label: string; confidence: number }[];
    }
  | { readonly outcome: 'left-out'; readonly row: number }
  | { readonly outcome: 'unknown'; readonly near: readonly string[] };

/** Finds the territory of the assembly that a text means: by identifier, by name, by official name. */
export type TerritoryDirectory = (text: string) => Reference;

export function createTerritoryDirectory(
  drafts: readonly Pick<TerritoryDraft, 'territory' | 'entry'>[],
  leftOut: readonly LeftOutRow[],
): TerritoryDirectory {
  const ids = new Map<string, string>();
  const names = new Map<string, Set<string>>();
  const nameOf = new Map(drafts.map(({ territory }) => [territory.id, territory.name]));
  const addName = (name: string, id: string) =>
    names.set(plainText(name), (names.get(plainText(name)) ?? new Set()).add(id));
  for (const { entry, territory } of drafts) {
    if (entry && !ids.has(idKey(entry.id))) ids.set(idKey(entry.id), territory.id);
    addName(territory.name, territory.id);
    if (entry) addName(entry.name, territory.id);
  }
  for (const { territory } of drafts) ids.set(idKey(territory.id), territory.id);
  for (const { names: said, sameAs } of leftOut) if (sameAs) for (const name of said) addName(name, sameAs);
  const missing = new Map(
    leftOut.flatMap(({ names: said, row }) => said.map((name) => [plainText(name), row])),
  );
  const matchers = [
    createNameMatcher(drafts.map(({ territory }) => territory)),
    createNameMatcher(
      drafts.flatMap(({ territory, entry }) => (entry ? [{ ...entry, id: territory.id }] : [])),
    ),
  ];
  return (text) => {
    const id = ids.get(idKey(text));
    if (id !== undefined) return { outcome: 'found', id };
    const [only, ...others] = names.get(plainText(text)) ?? [];
    if (only !== undefined && others.length === 0) return { outcome: 'found', id: only };
    if (only !== undefined) {
      const candidates = [only, ...others].map((each) => ({
        id: each,
        label: nameOf.get(each) ?? each,
        confidence: 0.5,
      }));
      return { outcome: 'ambiguous', candidates };
    }
    const row = missing.get(plainText(text));
    return row === undefined ? byLikeness(text, matchers, nameOf) : { outcome: 'left-out', row };
  };
}

/** The territory that a cell or an item of it means, or undefined with a finding. */
export function territoryMeant(
  text: string,
  directory: TerritoryDirectory,
  at: Cell,
  log: FindingLog,
): string | undefined {
  const name = tidyText(text);
  const reference = directory(name);
  if (reference.outcome === 'found') {
    if (reference.readAs !== undefined) log.add('territory-read-as', { name, read: reference.readAs }, at);
    return reference.id;
  }
  if (reference.outcome === 'ambiguous') log.add('ambiguous-territory', { name }, at, reference.candidates);
  else if (reference.outcome === 'left-out') log.add('territory-left-out', { name, row: reference.row }, at);
  else log.add('unknown-territory', { name, near: reference.near }, at);
  return undefined;
}

/** The texts of list cells that each name one territory: a name may itself hold commas. */
export function namesListed(
  cells: readonly Cell[],
  directory: TerritoryDirectory,
): { text: string; cell: Cell }[] {
  const known = (text: string) => directory(tidyText(text)).outcome !== 'unknown';
  return cells.flatMap((cell) =>
    splitList(cell.value).flatMap((part) => {
      const pieces = known(part) ? [part] : part.split(',');
      const texts = pieces.some(known) ? pieces : [part];
      return texts
        .filter((text) => text.trim() !== '')
        .map((text) => ({ text, cell: { ...cell, value: text } }));
    }),
  );
}

function byLikeness(
  text: string,
  matchers: readonly NameMatcher<NamedPlace>[],
  nameOf: ReadonlyMap<string, string>,
): Reference {
  const alike = new Map<string, number>();
  for (const match of matchers) {
    const found = match({ name: text });
    if (found.outcome === 'certain')
      return { outcome: 'found', id: found.place.id, readAs: nameOf.get(found.place.id) ?? text };
    if (found.outcome === 'unknown') continue;
    const [first] = found.candidates;
    // the list is closed: a name without its kind can only be the one territory that has all its words
    if (found.outcome === 'bare' && first) {
      return { outcome: 'found', id: first.place.id, readAs: nameOf.get(first.place.id) ?? text };
    }
    for (const { place, confidence } of found.candidates) {
      alike.set(place.id, Math.max(confidence, alike.get(place.id) ?? 0));
    }
  }
  const candidates = [...alike]
    .map(([id, confidence]) => ({ id, label: nameOf.get(id) ?? id, confidence }))
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
  const likely = candidates.filter(({ confidence }) => confidence >= likelyEnough);
  if (likely.length > 0) return { outcome: 'ambiguous', candidates: likely };
  return { outcome: 'unknown', near: candidates.slice(0, 3).map(({ label }) => label) };
}

const likelyEnough = 0.7;

function idKey(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

import type { Gazetteer, GazetteerEntry } from '../../model/gazetteer.js';
import type { FindingLog, Place } from '../findings/finding-log.js';
import { editDistance } from './edit-distance.js';
import { createNameMatcher, type NameMatcher, type NameQuery } from './match-name.js';
import { parseTerritoryName } from './territory-name.js';

/** The territories that everyone knows, ready to be asked by SIREN or by name. */
export interface KnownTerritories {
  readonly byId: ReadonlyMap<string, GazetteerEntry>;
  readonly match: NameMatcher<GazetteerEntry>;
}

export function knownTerritories(gazetteer: Gazetteer): KnownTerritories {
  return {
    byId: new Map(gazetteer.map((entry) => [entry.id, entry])),
    match: createNameMatcher(gazetteer),
  };
}

/**
 * The entry of the gazetteer that a row is, if that is certain. A SIREN that says one territory while
 * the name says another, and a name that could be several, are questions: the row then stays as it is.
 */
export function recogniseTerritory(
  id: string | undefined,
  query: NameQuery | undefined,
  known: KnownTerritories,
  at: Place,
  log: FindingLog,
): GazetteerEntry | undefined {
  const byId = id === undefined ? undefined : known.byId.get(id);
  if (byId) {
    if (!query || namesAgree(query.name, byId.name)) return byId;
    log.add('siren-name-mismatch', { id: byId.id, name: query.name, official: byId.name }, at, [
      { id: byId.id, label: byId.name, confidence: 0.5 },
    ]);
    return undefined;
  }
  if (!query) return undefined;
  const found = known.match(query);
  if (found.outcome === 'certain') {
    const { place } = found;
    if (id === undefined || !/^\d{9}$/.test(id)) return place;
    log.add('siren-name-mismatch', { id, name: query.name, official: place.name }, at, [
      { id: place.id, label: place.name, confidence: 0.5 },
    ]);
  } else if (found.outcome !== 'unknown') {
    const candidates = found.candidates.map(({ place, confidence }) => ({
      id: place.id,
      label: place.departments.length > 0 ? `${place.name} (${place.departments.join(', ')})` : place.name,
      confidence,
    }));
    log.add('ambiguous-name', { name: query.name }, at, candidates);
  }
  return undefined;
}

/** One word that tells in common, or a slip of the keyboard: enough beside an exact SIREN. */
function namesAgree(a: string, b: string): boolean {
  const coreOfA = parseTerritoryName(a).core;
  const coreOfB = parseTerritoryName(b).core;
  return (
    coreOfA.some((word) => coreOfB.includes(word)) ||
    editDistance(coreOfA.join(' '), coreOfB.join(' '), 3) <= 3
  );
}

import type { Territory } from '../model/territory.js';
import { tidyText } from './cells/plain-text.js';
import { createTerritoryDirectory } from './names/territory-directory.js';

/** The territory that a text means, or the names that come near it. */
export type NamedTerritory = { readonly id: string } | { readonly near: readonly string[] };

/** Finds a territory by its id or its name, written as people write it. */
export function readTerritoryName(text: string, territories: readonly Territory[]): NamedTerritory {
  const directory = createTerritoryDirectory(
    territories.map((territory) => ({ territory, entry: undefined })),
    [],
  );
  const reference = directory(tidyText(text));
  if (reference.outcome === 'found') return { id: reference.id };
  if (reference.outcome === 'ambiguous') return { near: reference.candidates.map(({ label }) => label) };
  return { near: reference.outcome === 'unknown' ? reference.near : [] };
}

import type { Language, LocalText } from '../model/local-text.js';
import type { Taxonomy } from '../model/taxonomy.js';
import type { Territory } from '../model/territory.js';
import type { Names } from './sentences/statements.js';

export type NameBook = Readonly<Record<Language, Names>>;

/** The names that sentences use; an id that nothing names stands for itself. */
export function nameBook(
  taxonomy: Taxonomy,
  territories: readonly Territory[],
  workshops: ReadonlyMap<string, LocalText> = new Map(),
): NameBook {
  const problems = new Map(taxonomy.themes.flatMap((theme) => theme.problems).map((p) => [p.id, p]));
  const territoryNames = new Map(territories.map(({ id, name }) => [id, name]));
  const inLanguage = (language: Language): Names => ({
    problem: (id) => problems.get(id)?.[language] ?? id,
    territory: (id) => territoryNames.get(id) ?? id,
    workshop: (id) => workshops.get(id)?.[language] ?? id,
  });
  return { fr: inLanguage('fr'), en: inLanguage('en') };
}

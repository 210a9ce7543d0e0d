import type { Assembly, Language } from '../../../engine/index.js';

/** How cells name territories and problems: by what people call them, unless that could be taken for another. */
export interface References {
  territory(territoryId: string): string;
  /** in a cell that holds a list */
  territoryInList(territoryId: string): string;
  problem(problemId: string): string;
  /** in a cell that holds a list: a territory, a workshop, or the text as it is */
  wish(wish: string): string;
}

export function referencesOf({ territories, taxonomy }: Assembly, language: Language): References {
  const names = onlyUnambiguous(territories.map(({ id, name }) => ({ id, called: name, words: [id, name] })));
  const problems = taxonomy.themes.flatMap((theme) => theme.problems);
  const labels = onlyUnambiguous(
    problems.map(({ id, fr, en, synonyms }) => ({
      id,
      called: language === 'fr' ? fr : en,
      words: [id, fr, en, ...synonyms],
    })),
  );
  const territory = (id: string) => names.get(id) ?? id;
  const territoryInList = (id: string) => (/[|;,/\n\r]/.test(territory(id)) ? id : territory(id));
  return {
    territory,
    territoryInList,
    wish: (wish) =>
      language === 'en' && !names.has(wish)
        ? wish.replace(/^atelier (?=\d+$)/, 'workshop ')
        : territoryInList(wish),
    problem: (id) => labels.get(id) ?? id,
  };
}

/** The name of each item, where no other item goes by the same words. */
function onlyUnambiguous(
  items: readonly { readonly id: string; readonly called: string; readonly words: readonly string[] }[],
): ReadonlyMap<string, string> {
  const bearers = new Map<string, number>();
  for (const { words } of items) {
    for (const word of new Set(words.map(folded))) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  }
  return new Map(
    items.flatMap(({ id, called }) =>
      bearers.get(folded(called)) === 1 && folded(called) !== '' ? [[id, called] as const] : [],
    ),
  );
}

/** Letters and digits alone, without accents or case: names that differ less than that are the same to a reader. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/œ/gi, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase();
}

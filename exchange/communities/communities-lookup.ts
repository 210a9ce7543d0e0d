import type { Communities, JudgedConcern, Language, SharedProblem, Territory } from '../../engine/index.js';
import { problemLabels } from '../locale/problem-labels.js';
import { saying } from '../locale/saying.js';

/** Finds the things of communities by their ids, and says them in one language. */
export interface CommunitiesLookup {
  readonly communities: Communities;
  readonly language: Language;
  territory(id: string): Pick<Territory, 'id' | 'name' | 'departments'>;
  problemLabel(problemId: string): string;
}

/** Indexes communities once for their readers; an id that nothing names stands for itself. */
export function communitiesLookup(communities: Communities, language: Language): CommunitiesLookup {
  const { territories, taxonomy } = communities.assembly;
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  return {
    communities,
    language,
    territory: (id) => byId.get(id) ?? { id, name: id, departments: [] },
    problemLabel: problemLabels(taxonomy, language),
  };
}

/** "Vacance (7 sur 12)": a problem of a concern, and how many of its territories declare it. */
export function sharedProblemText(
  concern: JudgedConcern,
  { problemId, share }: SharedProblem,
  lookup: CommunitiesLookup,
): string {
  const size = concern.territoryIds.length;
  const count = Math.round(share * size);
  const of = saying(lookup.language)(`${count} sur ${size}`, `${count} of ${size}`);
  return `${lookup.problemLabel(problemId)} (${of})`;
}

/** How well a concern stands, in a word. */
export function levelText({ level }: JudgedConcern, language: Language): string {
  const say = saying(language);
  switch (level) {
    case 'solid':
      return say('solide', 'solid');
    case 'fair':
      return say('assez solide', 'fairly solid');
    case 'fragile':
      return say('fragile', 'fragile');
  }
}

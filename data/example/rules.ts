import type { Rule, Territory } from '../../engine/index.js';

/** Below this many territories an example needs no rule. */
const leastTerritories = 20;
const askedBy = 'Bureau de l’assemblée (exemple)';

/**
 * Four rules that an organiser could write, on territories picked by their facts; they never contradict
 * each other and hold with workshops of 6 to 10. None for a small assembly.
 */
export function exampleRules(territories: readonly Territory[]): Rule[] {
  if (territories.length < leastTerritories) return [];
  return [
    ...largestApart(territories),
    ...overlappingApart(territories),
    ...mountainWithCoast(territories),
    smallestPinned(territories),
  ];
}

function largestApart(territories: readonly Territory[]): Rule[] {
  const [first, second] = byPopulation(
    territories.filter(({ kind }) => kind === 'METROPOLE' || kind === 'CU'),
  );
  if (!first || !second) return [];
  return [
    {
      id: 'regle-1',
      kind: 'apart',
      territoryIds: [first.id, second.id],
      level: 'hard',
      reason: 'Les deux plus grandes agglomérations dans deux ateliers, pour que chacun ait la parole',
      askedBy,
    },
  ];
}

function overlappingApart(territories: readonly Territory[]): Rule[] {
  const projects = territories.filter(({ kind }) => kind === 'PETR' || kind === 'PNR');
  let found: { ids: [string, string]; common: number } | null = null;
  for (const a of projects) {
    for (const b of projects) {
      const common = a.members.filter((id) => b.members.includes(id)).length;
      if (a.id < b.id && common > (found?.common ?? 0)) found = { ids: [a.id, b.id], common };
    }
  }
  if (!found) return [];
  return [
    {
      id: 'regle-2',
      kind: 'apart',
      territoryIds: found.ids,
      level: 'soft',
      weight: 1,
      reason: `${found.common} intercommunalités en commun : mieux vaut apprendre d’autres territoires`,
      askedBy,
    },
  ];
}

function mountainWithCoast(territories: readonly Territory[]): Rule[] {
  const mountain = territories.find(({ kind, traits }) => kind === 'CC' && traits.includes('montagne'));
  const coast = territories.find(({ kind, traits }) => kind === 'CC' && traits.includes('littoral'));
  if (!mountain || !coast) return [];
  return [
    {
      id: 'regle-3',
      kind: 'together',
      territoryIds: [mountain.id, coast.id],
      level: 'soft',
      weight: 1,
      reason: 'Contribution commune « montagne et littoral » à préparer',
      askedBy,
    },
  ];
}

function smallestPinned(territories: readonly Territory[]): Rule {
  const smallest = byPopulation(territories).at(-1);
  return {
    id: 'regle-4',
    kind: 'pinned',
    territoryIds: smallest ? [smallest.id] : [],
    workshop: 1,
    level: 'hard',
    reason: 'Le premier atelier se tient en visioconférence : le trajet serait trop long',
    askedBy,
  };
}

/** Largest first, those of unknown population left out. */
function byPopulation(territories: readonly Territory[]): Territory[] {
  return territories
    .filter(({ population }) => population !== undefined)
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.id < b.id ? -1 : 1));
}

import type { PlaceSentences } from './place-statements.js';
import { list, number, points, quoted, space } from './wording.fr.js';

/** Every statement on a place in French. */
export const placeSentencesFr: PlaceSentences = {
  'next-best-change': ({ workshopId, exchangedWithId, pointsHere, pointsThere, lossPercent }, names) => {
    const exchange = exchangedWithId ? `, en échange de ${names.territory(exchangedWithId)}` : '';
    const compared = `la ressemblance moyenne y serait de ${points(pointsThere)}, contre ${number(pointsHere, 1)} ici`;
    const cost =
      lossPercent > 0
        ? `l’ensemble y perdrait ${percent(lossPercent)} d’affinité`
        : 'l’ensemble n’y perdrait rien';
    return `Autre atelier possible : ${quoted(names.workshop(workshopId))}${exchange} ; ${compared}, et ${cost}.`;
  },
  'held-from-better': ({ workshopId, exchangedWithId, ruleIds, gainPercent }, names) => {
    const exchange = exchangedWithId ? `, en échange de ${names.territory(exchangedWithId)}` : '';
    const asked = list(ruleIds.map((id) => quoted(names.rule(id))));
    const rules = ruleIds.length > 1 ? `les règles ${asked}` : `la règle ${asked}`;
    return `Sans ${rules}, il irait dans ${quoted(names.workshop(workshopId))}${exchange} : l’ensemble y gagnerait ${percent(gainPercent)} d’affinité.`;
  },
  'placement-robustness': ({ level, kept, companions, steadyIds, resamplings }, names) => {
    const steady = steadyIds.length > 0 ? `, le plus souvent ${list(steadyIds.map(names.territory))}` : '';
    const whom = kept < 1 ? 'rarement l’un' : `${number(kept)}`;
    return `Placement ${levels[level]} : si une réponse sur cinq manquait, il garderait en moyenne ${whom} de ses ${number(companions)} compagnons d’atelier${steady} (${number(resamplings)} essais).`;
  },
  'shared-with-member': (
    { territoryId, problemIds, percentsHere, percentsThere, togetherPercent },
    names,
  ) => {
    const parts = problemIds.map(
      (id, rank) =>
        `${quoted(names.problem(id))} (${percentsHere[rank]}${space}% ici, ${percentsThere[rank]}${space}% là-bas)`,
    );
    return `Avec ${names.territory(territoryId)} : ${list(parts)}${together(togetherPercent)}.`;
  },
  'nothing-shared-with-member': ({ territoryId, togetherPercent }, names) =>
    `Avec ${names.territory(territoryId)} : aucun problème déclaré par les deux${together(togetherPercent)}.`,
};

const levels = { solid: 'solide', fair: 'assez solide', fragile: 'fragile' } as const;

function together(value: number): string {
  return value < 0 ? '' : ` ; encore ensemble dans ${number(value)}${space}% des essais`;
}

function percent(value: number): string {
  return `${number(value, 1)}${space}%`;
}

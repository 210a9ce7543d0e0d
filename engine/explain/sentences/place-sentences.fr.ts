import type { Exchange, PlaceSentences } from './place-statements.js';
import { type SeatTerm, withoutSeatTerms } from './seat-terms.js';
import type { Names } from './statements.js';
import { list, number, points, quoted, space } from './wording.fr.js';

/** Every statement on a place in French. */
export const placeSentencesFr: PlaceSentences = {
  'next-best-change': (facts, names) => {
    const { workshopId, pointsHere, pointsThere, lossPercent } = facts;
    const exchange = exchangeOf(facts, names);
    const compared = `la ressemblance moyenne y serait de ${points(pointsThere)}, contre ${number(pointsHere, 1)} ici`;
    const cost =
      lossPercent > 0
        ? `l’ensemble y perdrait ${percent(lossPercent)} d’affinité`
        : 'l’ensemble n’y perdrait rien';
    return `Autre atelier possible : ${quoted(names.workshop(workshopId))}${exchange} ; ${compared}, et ${cost}.`;
  },
  'no-other-workshop': ({ why, workshopIds, size }, names) => {
    const others = workshopIds.map((id) => quoted(names.workshop(id)));
    const told = others.length > 3 ? [...others.slice(0, 2), `${others.length - 2} autres`] : others;
    switch (why) {
      case 'no-topic':
        return 'Pas d’autre atelier possible : aucun autre atelier ouvert ne traite un problème de ce territoire.';
      case 'in-all':
        return 'Pas d’autre atelier possible : il siège déjà sur tous ses problèmes qui ont un atelier ouvert.';
      case 'at-minimum':
        return `Pas d’autre atelier possible, bien que ${list(told)} ${others.length > 1 ? 'traitent' : 'traite'} un de ses problèmes : celui-ci n’a que ${number(size)} territoires, et personne ne peut y prendre sa place.`;
      case 'rules':
        return `Pas d’autre atelier possible : des règles l’écartent de ${list(told)}.`;
    }
  },
  'no-replacement': ({ why }) =>
    ({
      required: 'Personne ne peut prendre sa place : une règle le fait participer.',
      nobody: 'Personne ne peut prendre sa place : la saisine ne concerne aucun autre territoire.',
      rules:
        'Personne ne peut prendre sa place : les tailles et les règles n’en laissent la possibilité à aucun autre.',
    })[why],
  'held-from-better': (facts, names) => {
    const { workshopId, ruleIds, gainPercent } = facts;
    const exchange = exchangeOf(facts, names);
    return `Sans ${rulesNamed(ruleIds, names)}, il irait dans ${quoted(names.workshop(workshopId))}${exchange} : l’ensemble y gagnerait ${percent(gainPercent)} d’affinité.`;
  },
  'next-best-replacement': ({ territoryIds, lossPercent }, names) =>
    `Le plus près d’être retenu à sa place : ${list(territoryIds.map(names.territory))} ; ${referralLoss(lossPercent)}.`,
  'next-best-successor': ({ territoryIds, lossPercent }, names) => {
    const cost =
      lossPercent > 0 ? `l’ensemble y perdrait ${percent(lossPercent)}` : 'l’ensemble n’y perdrait rien';
    return `Le plus près de prendre sa place : ${list(territoryIds.map(names.territory))} ; ${cost}.`;
  },
  'nearest-to-referral': ({ territoryIds, insteadOfIds, lossPercents }, names) => {
    const parts = territoryIds.map(
      (id, rank) =>
        `${names.territory(id)} (à la place de ${quoted(names.territory(insteadOfIds[rank] ?? ''))}, ${percent(-Number(lossPercents[rank]))})`,
    );
    return `Les plus près d’être retenus : ${list(parts)}.`;
  },
  'chosen-again': ({ level, times, resamplings }) =>
    `Choix ${levels[level]} : si une réponse sur cinq manquait, il serait retenu ${number(times)} fois sur ${number(resamplings)}.`,
  'seated-again': ({ level, times, resamplings }) =>
    `Place ${levels[level]} : si une réponse sur cinq manquait, il siégerait encore sur ce problème ${number(times)} fois sur ${number(resamplings)}.`,
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

/** Rules by what they ask; what the entry by seat adds has none that an organiser gave. */
function rulesNamed(ids: readonly string[], names: Names): string {
  const { ruleIds, terms } = withoutSeatTerms(ids);
  const asked = ruleIds.map((id) => quoted(names.rule(id)));
  const named = asked.length > 1 ? [`les règles ${list(asked)}`] : asked.map((one) => `la règle ${one}`);
  return list([...named, ...terms.map((term) => seatTermWords[term])]);
}

const seatTermWords: Readonly<Record<SeatTerm, string>> = {
  'same-territory': 'la séparation des sièges d’un même territoire',
  parity: 'l’équilibre des femmes et des hommes',
  college: 'l’équilibre des collèges',
};

function exchangeOf(
  { exchangedWithId, exchangedSeatId, succeededByIds, succeededFromId, insteadOfIds }: Exchange,
  names: Names,
): string {
  if (succeededByIds || insteadOfIds) {
    const leaving = succeededFromId ? ` (au départ de ${quoted(names.workshop(succeededFromId))})` : '';
    const instead = insteadOfIds ? `, à la place de ${list(insteadOfIds.map(names.territory))}` : '';
    return (
      instead +
      (succeededByIds
        ? `, si sa place ici est prise par ${list(succeededByIds.map(names.territory))}${leaving}`
        : '')
    );
  }
  if (!exchangedWithId) return '';
  const seat = exchangedSeatId ? ` (siège ${exchangedSeatId})` : '';
  return `, en échange de ${names.territory(exchangedWithId)}${seat}`;
}

function together(value: number): string {
  return value < 0 ? '' : ` ; encore ensemble dans ${number(value)}${space}% des essais`;
}

function referralLoss(lossPercent: number): string {
  return lossPercent > 0
    ? `l’atelier y répondrait moins bien, de ${percent(lossPercent)}`
    : 'l’atelier n’y perdrait rien';
}

function percent(value: number): string {
  return `${number(value, 1)}${space}%`;
}

import type { Exchange, PlaceSentences } from './place-statements.js';
import { type SeatTerm, withoutSeatTerms } from './seat-terms.js';
import type { Names } from './statements.js';
import { list, number, points, quoted } from './wording.en.js';

/** Every statement on a place in English. */
export const placeSentencesEn: PlaceSentences = {
  'next-best-change': (facts, names) => {
    const { workshopId, pointsHere, pointsThere, lossPercent } = facts;
    const exchange = exchangeOf(facts, names);
    const compared = `mean likeness would be ${points(pointsThere)} there, against ${number(pointsHere, 1)} here`;
    const cost =
      lossPercent > 0
        ? `the whole would lose ${number(lossPercent, 1)}% of affinity`
        : 'the whole would lose nothing';
    return `Another possible workshop: ${quoted(names.workshop(workshopId))}${exchange}; ${compared}, and ${cost}.`;
  },
  'no-other-workshop': ({ why, workshopIds, size }, names) => {
    const others = workshopIds.map((id) => quoted(names.workshop(id)));
    const told = others.length > 3 ? [...others.slice(0, 2), `${others.length - 2} others`] : others;
    switch (why) {
      case 'no-topic':
        return 'No other workshop is possible: no other open workshop is on a problem of this territory.';
      case 'in-all':
        return 'No other workshop is possible: it already sits on all of its problems that have an open workshop.';
      case 'at-minimum':
        return `No other workshop is possible, though ${list(told)} ${others.length > 1 ? 'are' : 'is'} on one of its problems: this one has only ${number(size)} territories, and nobody can take its place.`;
      case 'rules':
        return `No other workshop is possible: rules keep it from ${list(told)}.`;
    }
  },
  'no-replacement': ({ why }) =>
    ({
      required: 'Nobody can take its place: a rule brings it in.',
      nobody: 'Nobody can take its place: the referral concerns no other territory.',
      rules: 'Nobody can take its place: sizes and rules let no other do so.',
    })[why],
  'held-from-better': (facts, names) => {
    const { workshopId, ruleIds, gainPercent } = facts;
    const exchange = exchangeOf(facts, names);
    return `Without ${rulesNamed(ruleIds, names)}, it would go to ${quoted(names.workshop(workshopId))}${exchange}: the whole would gain ${number(gainPercent, 1)}% of affinity.`;
  },
  'next-best-replacement': ({ territoryIds, lossPercent }, names) =>
    `Nearest to being chosen instead: ${list(territoryIds.map(names.territory))}; ${referralLoss(lossPercent)}.`,
  'next-best-successor': ({ territoryIds, lossPercent }, names) => {
    const cost =
      lossPercent > 0 ? `the whole would lose ${number(lossPercent, 1)}%` : 'the whole would lose nothing';
    return `Nearest to taking its place: ${list(territoryIds.map(names.territory))}; ${cost}.`;
  },
  'nearest-to-referral': ({ territoryIds, insteadOfIds, lossPercents }, names) => {
    const parts = territoryIds.map(
      (id, rank) =>
        `${names.territory(id)} (instead of ${names.territory(insteadOfIds[rank] ?? '')}, ${number(-Number(lossPercents[rank]), 1)}%)`,
    );
    return `Nearest to being chosen: ${list(parts)}.`;
  },
  'chosen-again': ({ level, times, resamplings }) =>
    `${levels[level]} choice: if one answer in five were missing, it would be chosen ${number(times)} times in ${number(resamplings)}.`,
  'seated-again': ({ level, times, resamplings }) =>
    `${levels[level]} place: if one answer in five were missing, it would still sit on this problem ${number(times)} times in ${number(resamplings)}.`,
  'placement-robustness': ({ level, kept, companions, steadyIds, resamplings }, names) => {
    const steady = steadyIds.length > 0 ? `, most often ${list(steadyIds.map(names.territory))}` : '';
    const whom = kept < 1 ? 'hardly one' : number(kept);
    return `${levels[level]} placement: if one answer in five were missing, it would keep ${whom} of its ${number(companions)} companions on average${steady} (${number(resamplings)} trials).`;
  },
  'shared-with-member': (
    { territoryId, problemIds, percentsHere, percentsThere, togetherPercent },
    names,
  ) => {
    const parts = problemIds.map(
      (id, rank) =>
        `${quoted(names.problem(id))} (${percentsHere[rank]}% here, ${percentsThere[rank]}% there)`,
    );
    return `With ${names.territory(territoryId)}: ${list(parts)}${together(togetherPercent)}.`;
  },
  'nothing-shared-with-member': ({ territoryId, togetherPercent }, names) =>
    `With ${names.territory(territoryId)}: no problem that both declared${together(togetherPercent)}.`,
};

const levels = { solid: 'Solid', fair: 'Fairly solid', fragile: 'Fragile' } as const;

/** Rules by what they ask; what the entry by seat adds has none that an organiser gave. */
function rulesNamed(ids: readonly string[], names: Names): string {
  const { ruleIds, terms } = withoutSeatTerms(ids);
  const asked = ruleIds.map((id) => quoted(names.rule(id)));
  const named = asked.length > 1 ? [`the rules ${list(asked)}`] : asked.map((one) => `the rule ${one}`);
  return list([...named, ...terms.map((term) => seatTermWords[term])]);
}

const seatTermWords: Readonly<Record<SeatTerm, string>> = {
  'same-territory': 'the separation of the seats of one territory',
  parity: 'the balance of women and men',
  college: 'the balance of colleges',
};

function exchangeOf(
  { exchangedWithId, exchangedSeatId, succeededByIds, succeededFromId, insteadOfIds }: Exchange,
  names: Names,
): string {
  if (succeededByIds || insteadOfIds) {
    const leaving = succeededFromId ? ` (leaving ${quoted(names.workshop(succeededFromId))})` : '';
    const instead = insteadOfIds ? `, instead of ${list(insteadOfIds.map(names.territory))}` : '';
    return (
      instead +
      (succeededByIds
        ? `, if ${list(succeededByIds.map(names.territory))}${leaving} takes its place here`
        : '')
    );
  }
  if (!exchangedWithId) return '';
  const seat = exchangedSeatId ? ` (seat ${exchangedSeatId})` : '';
  return `, in exchange for ${names.territory(exchangedWithId)}${seat}`;
}

function together(value: number): string {
  return value < 0 ? '' : `; together again in ${number(value)}% of the trials`;
}

function referralLoss(lossPercent: number): string {
  return lossPercent > 0
    ? `the workshop would answer it less well, by ${number(lossPercent, 1)}%`
    : 'the workshop would lose nothing';
}

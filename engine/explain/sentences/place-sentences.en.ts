import type { PlaceSentences } from './place-statements.js';
import { list, number, points, quoted } from './wording.en.js';

/** Every statement on a place in English. */
export const placeSentencesEn: PlaceSentences = {
  'next-best-change': ({ workshopId, exchangedWithId, pointsHere, pointsThere, lossPercent }, names) => {
    const exchange = exchangedWithId ? `, in exchange for ${names.territory(exchangedWithId)}` : '';
    const compared = `mean likeness would be ${points(pointsThere)} there, against ${number(pointsHere, 1)} here`;
    const cost =
      lossPercent > 0
        ? `the whole would lose ${number(lossPercent, 1)}% of affinity`
        : 'the whole would lose nothing';
    return `Another possible workshop: ${quoted(names.workshop(workshopId))}${exchange}; ${compared}, and ${cost}.`;
  },
  'held-from-better': ({ workshopId, exchangedWithId, ruleIds, gainPercent }, names) => {
    const exchange = exchangedWithId ? ` in exchange for ${names.territory(exchangedWithId)}` : '';
    const asked = list(ruleIds.map((id) => quoted(names.rule(id))));
    const rules = ruleIds.length > 1 ? `the rules ${asked}` : `the rule ${asked}`;
    return `Without ${rules}, it would go to ${quoted(names.workshop(workshopId))}${exchange}: the whole would gain ${number(gainPercent, 1)}% of affinity.`;
  },
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

function together(value: number): string {
  return value < 0 ? '' : `; together again in ${number(value)}% of the trials`;
}

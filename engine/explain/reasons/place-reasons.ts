import type { Reason } from '../../model/reason.js';
import type { Territory } from '../../model/territory.js';
import type { Matrix } from '../../numeric/matrix.js';
import { type Companionship, placementLevel } from '../measures/companionship.js';
import type { NameBook } from '../name-book.js';
import { placeSentencesEn } from '../sentences/place-sentences.en.js';
import { placeSentencesFr } from '../sentences/place-sentences.fr.js';
import type { PlaceCode, PlaceStatements } from '../sentences/place-statements.js';
import type { Alternatives } from './next-best.js';

/** below half of the trials nobody is told to stay most often */
const steady = { most: 2, least: 0.5 };

/** The best other workshop of a territory and what it would cost; nothing where sizes and rules leave none. */
export function nextBestReason(
  { best }: Alternatives,
  i: number,
  here: number,
  input: {
    readonly affinity: Matrix;
    readonly territories: readonly Territory[];
    readonly workshops: readonly (readonly number[])[];
    readonly workshopIds: readonly string[];
  },
  names: NameBook,
): Reason[] {
  if (!best) return [];
  const { affinity, territories, workshops, workshopIds } = input;
  const gone = new Set([i, best.exchangedWith, ...(best.insteadOf ?? [])]);
  const points = (g: number): number => {
    const others = (workshops[g] ?? []).filter((j) => !gone.has(j));
    const sum = others.reduce((all, j) => all + (affinity.values[i * affinity.columns + j] ?? 0), 0);
    return others.length > 0 ? tenth((100 * sum) / others.length) : 0;
  };
  const facts = {
    workshopId: workshopIds[best.workshop] ?? '',
    exchangedWithId: territories[best.exchangedWith]?.id ?? '',
    ...(best.exchangedSeatId !== undefined && { exchangedSeatId: best.exchangedSeatId }),
    ...(best.succeededBy?.length && {
      succeededByIds: idsOf(best.succeededBy, territories),
      succeededFromId: workshopIds[best.succeededFrom ?? -1] ?? '',
    }),
    ...(best.insteadOf?.length && { insteadOfIds: idsOf(best.insteadOf, territories) }),
    pointsHere: points(here),
    pointsThere: points(best.workshop),
    lossPercent: tenth(100 * best.loss),
  };
  return [statePlace('next-best-change', facts, names)];
}

/** Why it has no other workshop, where that is known. */
export function obstacleReason(
  { best, obstacle }: Alternatives,
  size: number,
  workshopIds: readonly string[],
  names: NameBook,
): Reason[] {
  if (best || !obstacle) return [];
  const facts = {
    why: obstacle.kind,
    workshopIds: obstacle.workshops.map((g) => workshopIds[g] ?? ''),
    size,
  };
  return [statePlace('no-other-workshop', facts, names)];
}

/** Where a territory would sit if rules were forgotten, and which of them hold it; nothing where none does. */
export function heldReason(
  { held }: Alternatives,
  territories: readonly Territory[],
  workshopIds: readonly string[],
  names: NameBook,
): Reason[] {
  if (!held) return [];
  const facts = {
    workshopId: workshopIds[held.workshop] ?? '',
    exchangedWithId: territories[held.exchangedWith]?.id ?? '',
    ...(held.exchangedSeatId !== undefined && { exchangedSeatId: held.exchangedSeatId }),
    ruleIds: [...held.ruleIds],
    gainPercent: tenth(-100 * held.loss),
  };
  return [statePlace('held-from-better', facts, names)];
}

/** Who would best take its place, were it to leave the workshop; nothing where nobody is free to. */
export function successorReason(
  { successor }: Alternatives,
  territories: readonly Territory[],
  names: NameBook,
): Reason[] {
  if (!successor) return [];
  const territoryIds = successor.units.map((i) => territories[i]?.id ?? '');
  return [
    statePlace('next-best-successor', { territoryIds, lossPercent: tenth(100 * successor.loss) }, names),
  ];
}

/** How well the place of the member of rank `rank` of a workshop holds when answers vary; nothing for one alone. */
export function robustnessReason(
  { shares, pairs, resamplings }: Companionship,
  workshop: number,
  members: readonly number[],
  rank: number,
  territoryIdOf: (unit: number) => string,
  names: NameBook,
): Reason[] {
  const own = members[rank] ?? -1;
  const companions = members.length - 1;
  if (resamplings === 0 || companions < 1) return [];
  const share = shares[workshop]?.[rank] ?? 0;
  const others = new Set(members);
  const steadiest = pairs
    .filter(({ i, j }) => (i === own && others.has(j)) || (j === own && others.has(i)))
    .map(({ i, j, share: times }) => ({ other: i === own ? j : i, times }))
    .filter(({ times }) => times >= steady.least)
    .sort((a, b) => b.times - a.times || a.other - b.other)
    .slice(0, steady.most);
  const facts = {
    level: placementLevel(share),
    percent: Math.round(100 * share),
    kept: Math.round(share * companions),
    companions,
    steadyIds: steadiest.map(({ other }) => territoryIdOf(other)),
    resamplings,
  };
  return [statePlace('placement-robustness', facts, names)];
}

/** How often a territory is chosen for a referral again, or sits on the problem again, when answers vary. */
export function againReason(
  counted: 'chosen' | 'seated',
  share: number,
  resamplings: number,
  names: NameBook,
): Reason[] {
  if (resamplings === 0) return [];
  const facts = { level: placementLevel(share), times: Math.round(share * resamplings), resamplings };
  return [statePlace(counted === 'chosen' ? 'chosen-again' : 'seated-again', facts, names)];
}

/** Something said of the place of a territory, with its sentence in each language. */
export function statePlace<Code extends PlaceCode>(
  code: Code,
  facts: PlaceStatements[Code],
  names: NameBook,
): Reason {
  return {
    code,
    facts: { ...facts },
    text: { fr: placeSentencesFr[code](facts, names.fr), en: placeSentencesEn[code](facts, names.en) },
  };
}

function idsOf(indices: readonly number[], territories: readonly Territory[]): string[] {
  return indices.map((i) => territories[i]?.id ?? '');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

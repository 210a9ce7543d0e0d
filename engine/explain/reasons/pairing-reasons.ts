import type { Distances } from '../../model/distances.js';
import type { UnpairedCode } from '../../model/pairings.js';
import type { Profiles } from '../../model/profiles.js';
import type { Reason } from '../../model/reason.js';
import type { Taxonomy } from '../../model/taxonomy.js';
import type { Territory } from '../../model/territory.js';
import { type NameBook, nameBook } from '../name-book.js';
import { stateReason } from '../sentences/state-reason.js';

export interface PairingGround {
  readonly territories: readonly Territory[];
  readonly profiles: Profiles;
  readonly distances: Distances;
  readonly taxonomy: Taxonomy;
  /** pairs that have met before */
  readonly metBefore: readonly (readonly [number, number])[];
}

/** A pair of territories, i and j; the problems of each way come with the largest part first. */
export interface ExplainedPair {
  readonly i: number;
  readonly j: number;
  /** what i shows and j needs */
  readonly given: readonly { readonly problem: number }[];
  /** what j shows and i needs */
  readonly received: readonly { readonly problem: number }[];
  /** asked for */
  readonly imposed?: boolean;
  /** who joins them */
  readonly third?: { readonly k: number };
}

const mostProblems = 3;

/**
 * Why each pair was made, in the order given: that it was asked for; what one shows and the other needs, both
 * ways, the strongest need first; common problems; settings that differ; distance; a past
 * meeting; who joins them. Nothing is said that was not declared.
 */
export function pairingReasons(pairs: readonly ExplainedPair[], ground: PairingGround): Reason[][] {
  const names = nameBook(ground.taxonomy, ground.territories);
  const met = new Set(ground.metBefore.flatMap(([i, j]) => [`${i} ${j}`, `${j} ${i}`]));
  return pairs.map(({ i, j, given, received, imposed, third }) => [
    ...(imposed ? [stateReason('pair-imposed', {}, names)] : []),
    ...showsReason(ground, i, j, given, names),
    ...showsReason(ground, j, i, received, names),
    ...sharedReason(ground, i, j, names),
    ...settingsReason(ground, i, j, names),
    ...distanceReason(ground.distances, i, j, names),
    ...(met.has(`${i} ${j}`) ? [stateReason('pair-met-before', {}, names)] : []),
    ...(third
      ? [stateReason('pair-third', { territoryId: ground.territories[third.k]?.id ?? '' }, names)]
      : []),
  ]);
}

/** Why a territory has no partner. */
export function unpairedReason(code: UnpairedCode, territory: Territory, taxonomy: Taxonomy): Reason {
  const names = nameBook(taxonomy, [territory]);
  const statement = code === 'odd-one-out' ? code : (`unpaired-${code}` as const);
  return stateReason(statement, { territoryId: territory.id }, names);
}

/** Said when each declared a trait that the other has not. */
function settingsReason({ territories }: PairingGround, i: number, j: number, names: NameBook): Reason[] {
  const ofI = territories[i]?.traits ?? [];
  const ofJ = territories[j]?.traits ?? [];
  const traits = ofI.filter((trait) => !ofJ.includes(trait));
  const otherTraits = ofJ.filter((trait) => !ofI.includes(trait));
  if (traits.length === 0 || otherTraits.length === 0) return [];
  const facts = {
    territoryId: territories[i]?.id ?? '',
    otherId: territories[j]?.id ?? '',
    traits,
    otherTraits,
  };
  return [stateReason('pair-settings', facts, names)];
}

function showsReason(
  { territories, profiles }: PairingGround,
  from: number,
  to: number,
  problems: readonly { readonly problem: number }[],
  names: NameBook,
): Reason[] {
  if (problems.length === 0) return [];
  const strongest = strongestNeed(profiles, to);
  const shown = problems.map(({ problem }) => problem);
  const first = shown.filter((problem) => problem === strongest);
  const others = shown.filter((problem) => problem !== strongest);
  const idOf = (problem: number): string => profiles.problemIds[problem] ?? '';
  const facts = {
    fromId: territories[from]?.id ?? '',
    toId: territories[to]?.id ?? '',
    problemIds: [...first, ...others].slice(0, mostProblems).map(idOf),
    strongestNeedId: first.map(idOf).join(''),
  };
  return [stateReason('pair-shows-needs', facts, names)];
}

/** The problem a territory declares more strongly than any other; −1 when several are alike, or there is none. */
function strongestNeed({ needs }: Profiles, i: number): number {
  const row = needs.values.subarray(i * needs.columns, (i + 1) * needs.columns);
  const highest = row.reduce((most, need) => Math.max(most, need), 0);
  const first = row.indexOf(highest);
  return highest > 0 && row.lastIndexOf(highest) === first ? first : -1;
}

/** The problems both need, by rarity × the lesser of the two needs. */
function sharedReason({ profiles }: PairingGround, i: number, j: number, names: NameBook): Reason[] {
  const { needs, rarity, problemIds } = profiles;
  const common = problemIds
    .map((id, p) => {
      const lesser = Math.min(
        needs.values[i * needs.columns + p] ?? 0,
        needs.values[j * needs.columns + p] ?? 0,
      );
      return { id, p, weight: lesser * (rarity[p] ?? 0) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.p - b.p);
  if (common.length === 0) return [];
  const problemIdsShared = common.slice(0, mostProblems).map(({ id }) => id);
  return [stateReason('pair-shared-problems', { problemIds: problemIdsShared }, names)];
}

function distanceReason({ km, located }: Distances, i: number, j: number, names: NameBook): Reason[] {
  if (!located[i] || !located[j]) return [];
  const distanceKm = Math.round(km.values[i * km.columns + j] ?? 0);
  return [stateReason('pair-distance', { distanceKm }, names)];
}

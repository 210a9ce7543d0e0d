import type { Distances } from '../../model/distances.js';
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
}

/** A pair of territories, i and j; the problems of each way come with the largest part first. */
export interface ExplainedPair {
  readonly i: number;
  readonly j: number;
  /** what i shows and j needs */
  readonly given: readonly { readonly problem: number }[];
  /** what j shows and i needs */
  readonly received: readonly { readonly problem: number }[];
}

export type UnpairedCode = 'odd-one-out' | 'nothing-in-common' | 'nothing-declared';

const mostProblems = 3;

/** Why each pair was made, in the order given: what one shows and the other needs, both ways; common problems; distance. */
export function pairingReasons(pairs: readonly ExplainedPair[], ground: PairingGround): Reason[][] {
  const names = nameBook(ground.taxonomy, ground.territories);
  return pairs.map((pair) => {
    const { i, j, given, received } = pair;
    return [
      ...showsReason(ground, i, j, given, names),
      ...showsReason(ground, j, i, received, names),
      ...sharedReason(ground, i, j, names),
      ...distanceReason(ground.distances, i, j, names),
    ];
  });
}

/** Why a territory has no partner. */
export function unpairedReason(code: UnpairedCode, territory: Territory, taxonomy: Taxonomy): Reason {
  const names = nameBook(taxonomy, [territory]);
  const statement = code === 'odd-one-out' ? code : (`unpaired-${code}` as const);
  return stateReason(statement, { territoryId: territory.id }, names);
}

function showsReason(
  { territories, profiles }: PairingGround,
  from: number,
  to: number,
  problems: readonly { readonly problem: number }[],
  names: NameBook,
): Reason[] {
  if (problems.length === 0) return [];
  const facts = {
    fromId: territories[from]?.id ?? '',
    toId: territories[to]?.id ?? '',
    problemIds: problems.slice(0, mostProblems).map(({ problem }) => profiles.problemIds[problem] ?? ''),
  };
  return [stateReason('pair-shows-needs', facts, names)];
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

import { kMeans } from '../../methods/clusters/k-means.js';
import { louvain } from '../../methods/graph/louvain.js';
import type { WeightedGraph } from '../../methods/graph/weighted-graph.js';
import type { Baseline, Measures } from '../../model/measures.js';
import type { Territory } from '../../model/territory.js';
import { groupMembers } from '../../numeric/group-members.js';
import type { Matrix } from '../../numeric/matrix.js';
import type { Rng } from '../../random/rng.js';
import { shuffle } from '../../random/shuffle.js';
import { type Ground, measureGrouping } from './measure-grouping.js';

export interface BaselineInput {
  /** the affinity network, for Louvain */
  readonly graph: WeightedGraph;
  /** one row a territory, for k-means */
  readonly features: Matrix;
  /** the workshops to be compared, each its members; a territory may sit in several, or in none */
  readonly workshops: readonly (readonly number[])[];
  /** those who could have been placed, ascending; default those who are */
  readonly candidates?: readonly number[];
  readonly minSize: number;
  readonly maxSize: number;
}

const randomDraws = 20;

/**
 * Four other groupings of the territories that the plan places (or could have), judged as the plan is.
 *
 * random: the plan's workshops, members drawn by lot; mean of 20 draws · department: sorted by main
 * département then id, cut into groups as large as the plan's, sizes within one of each other ·
 * louvain: communities of the affinity network as they come · kmeans: as many clusters as the
 * départements make groups. The last two know no sizes: outOfBounds counts the territories in groups too small
 * or too large. In all but the first, each territory is in one group.
 */
export function measureBaselines(ground: Ground, input: BaselineInput, rng: Rng): Baseline[] {
  const { workshops, graph, features } = input;
  const order = ground.territories.length;
  const placed = [...new Set(workshops.flat())].sort((a, b) => a - b);
  const candidates = Uint32Array.from(input.candidates ?? placed);
  const groupCount = groupCountFor(workshops, candidates.length);
  const judged = (method: Baseline['method'], groups: readonly (readonly number[])[]): Baseline => ({
    method,
    measures: measureGrouping(ground, groups),
    outOfBounds: outOfBounds(groups, input.minSize, input.maxSize),
  });
  const isCandidate = new Uint8Array(order);
  for (const i of candidates) isCandidate[i] = 1;
  const keepCandidates = (membership: ArrayLike<number>): number[][] =>
    groupMembers(Int32Array.from(isCandidate, (flag, i) => (flag ? (membership[i] ?? -1) : -1)));
  const clusters = Math.max(1, groupCount);
  return [
    {
      method: 'random',
      measures: meanOfDraws(ground, workshops, { placed, candidates }, rng.stream('random')),
      outOfBounds: outOfBounds(workshops, input.minSize, input.maxSize),
    },
    judged('department', cutByDepartment(ground.territories, candidates, groupCount)),
    judged('louvain', keepCandidates(louvain(graph, { rng: rng.stream('louvain') }).membership)),
    judged(
      'kmeans',
      keepCandidates(kMeans(features, { count: clusters, rng: rng.stream('kmeans') }).membership),
    ),
  ];
}

/** How many groups of the plan's mean size the candidates make; a plan without overlap has as many workshops. */
function groupCountFor(workshops: readonly (readonly number[])[], candidateCount: number): number {
  const sizes = workshops.map((members) => members.length).filter((size) => size > 0);
  const placements = sizes.reduce((sum, size) => sum + size, 0);
  return placements > 0 ? Math.max(1, Math.round((candidateCount * sizes.length) / placements)) : 0;
}

function meanOfDraws(
  ground: Ground,
  workshops: readonly (readonly number[])[],
  { placed, candidates }: { placed: readonly number[]; candidates: Uint32Array },
  rng: Rng,
): Measures {
  const drawn = candidates.slice();
  const rankOf = new Map(placed.map((i, rank) => [i, rank]));
  const draws = Array.from({ length: randomDraws }, () => {
    shuffle(drawn, rng);
    const members = workshops.map((own) =>
      own.map((i) => drawn[rankOf.get(i) ?? 0] ?? 0).sort((a, b) => a - b),
    );
    return measureGrouping(ground, members);
  });
  const mean = { ...measureGrouping(ground, workshops) };
  for (const name of Object.keys(mean) as (keyof Measures)[]) {
    // what no draw changes (sizes, chance) is kept to the bit
    if (draws.every((draw) => draw[name] === mean[name])) continue;
    mean[name] = draws.reduce((sum, draw) => sum + draw[name], 0) / randomDraws;
  }
  return mean;
}

function cutByDepartment(
  territories: readonly Territory[],
  placed: Uint32Array,
  groupCount: number,
): number[][] {
  const keyOf = (i: number): string => territories[i]?.departments[0] ?? '\uffff';
  const idOf = (i: number): string => territories[i]?.id ?? '';
  const sorted = [...placed].sort(
    (a, b) => compare(keyOf(a), keyOf(b)) || compare(idOf(a), idOf(b)) || a - b,
  );
  const groups: number[][] = Array.from({ length: groupCount }, () => []);
  for (const [rank, i] of sorted.entries()) groups[Math.floor((rank * groupCount) / sorted.length)]?.push(i);
  return groups.map((members) => members.sort((a, b) => a - b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Territories with a place in a group too small or too large. */
function outOfBounds(groups: readonly (readonly number[])[], minSize: number, maxSize: number): number {
  const unfit = groups.filter(({ length }) => length > 0 && (length < minSize || length > maxSize));
  return new Set(unfit.flat()).size;
}

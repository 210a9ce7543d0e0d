import { kMeans } from '../methods/graph/k-means.js';
import { louvain } from '../methods/graph/louvain.js';
import type { WeightedGraph } from '../methods/graph/weighted-graph.js';
import type { Baseline, Measures } from '../model/measures.js';
import type { Territory } from '../model/territory.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Rng } from '../random/rng.js';
import { shuffle } from '../random/shuffle.js';
import { type Ground, measureGrouping } from './measure-grouping.js';

export interface BaselineInput {
  /** the affinity network, for Louvain */
  readonly graph: WeightedGraph;
  /** one row a territory, for k-means */
  readonly features: Matrix;
  /** the grouping to be compared; −1 unplaced */
  readonly groupOf: Int32Array;
  readonly minSize: number;
  readonly maxSize: number;
}

const randomDraws = 20;

/**
 * Four other groupings of the territories that the plan places, judged as the plan is.
 *
 * random: the plan's sizes, members drawn by lot; mean of 20 draws · department: sorted by main
 * département then id, cut into as many groups as the plan, sizes within one of each other ·
 * louvain: communities of the affinity network as they come · kmeans: as many clusters as the plan
 * has workshops. The last two know no sizes: outOfBounds counts the territories in groups too small
 * or too large.
 */
export function measureBaselines(ground: Ground, input: BaselineInput, rng: Rng): Baseline[] {
  const { groupOf, graph, features } = input;
  const placed = Uint32Array.from([...groupOf.keys()].filter((i) => (groupOf[i] ?? -1) >= 0));
  const groupCount = new Set(placed.map((i) => groupOf[i] ?? -1)).size;
  const judged = (method: Baseline['method'], grouping: Int32Array): Baseline => ({
    method,
    measures: measureGrouping(ground, grouping),
    outOfBounds: outOfBounds(grouping, input.minSize, input.maxSize),
  });
  const keepPlaced = (membership: ArrayLike<number>): Int32Array =>
    Int32Array.from(groupOf, (g, i) => (g < 0 ? -1 : (membership[i] ?? -1)));
  const clusters = Math.max(1, groupCount);
  return [
    {
      method: 'random',
      measures: meanOfDraws(ground, groupOf, placed, rng.stream('random')),
      outOfBounds: outOfBounds(groupOf, input.minSize, input.maxSize),
    },
    judged('department', cutByDepartment(ground.territories, placed, groupCount)),
    judged('louvain', keepPlaced(louvain(graph, { rng: rng.stream('louvain') }).membership)),
    judged('kmeans', keepPlaced(kMeans(features, { count: clusters, rng: rng.stream('kmeans') }).membership)),
  ];
}

function meanOfDraws(ground: Ground, groupOf: Int32Array, placed: Uint32Array, rng: Rng): Measures {
  const order = placed.slice();
  const draws = Array.from({ length: randomDraws }, () => {
    shuffle(order, rng);
    const drawn = new Int32Array(groupOf.length).fill(-1);
    for (const [rank, i] of order.entries()) drawn[i] = groupOf[placed[rank] ?? 0] ?? -1;
    return measureGrouping(ground, drawn);
  });
  const mean = { ...measureGrouping(ground, groupOf) };
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
): Int32Array {
  const keyOf = (i: number): string => territories[i]?.departments[0] ?? '\uffff';
  const idOf = (i: number): string => territories[i]?.id ?? '';
  const sorted = [...placed].sort(
    (a, b) => compare(keyOf(a), keyOf(b)) || compare(idOf(a), idOf(b)) || a - b,
  );
  const groupOf = new Int32Array(territories.length).fill(-1);
  for (const [rank, i] of sorted.entries()) groupOf[i] = Math.floor((rank * groupCount) / sorted.length);
  return groupOf;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function outOfBounds(groupOf: Int32Array, minSize: number, maxSize: number): number {
  const sizes = new Map<number, number>();
  for (const g of groupOf) if (g >= 0) sizes.set(g, (sizes.get(g) ?? 0) + 1);
  let count = 0;
  for (const size of sizes.values()) if (size < minSize || size > maxSize) count += size;
  return count;
}

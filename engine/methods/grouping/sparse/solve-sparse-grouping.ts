import { EngineError } from '../../../engine-error.js';
import { createRng, type Rng } from '../../../random/rng.js';
import { strengths, type WeightedGraph } from '../../graph/weighted-graph.js';
import { checkRules } from '../problem/check-grouping.js';
import type { GroupBounds } from '../problem/grouping-problem.js';
import { explainSizes } from '../problem/sizes-that-add-up.js';
import { Thresholds } from '../search/thresholds.js';
import { growGroups } from './grow-groups.js';
import { SparseGroupingState } from './sparse-grouping-state.js';
import { sparseSweep } from './sparse-sweep.js';

export interface SparseGroupingOptions {
  /** default 1 */
  readonly seed?: number | undefined;
  /** sweeps over the places, default 200 */
  readonly iterations?: number | undefined;
  /** asked after each sweep; true ends the search with the best grouping so far */
  readonly shouldStop?: (() => boolean) | undefined;
  /** after each sweep */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface SparseGroupingSolution {
  /** the group of each place */
  readonly groupOf: Int32Array;
  /** Σ of weights of edges within groups */
  readonly value: number;
  /** no grouping within the bounds has a larger value */
  readonly upperBound: number;
  /** (upperBound − value) / upperBound; 0 when they meet */
  readonly gap: number;
  readonly iterations: number;
}

/**
 * Puts every place of a graph into one group, within the size bounds, for the largest Σ of weights of edges
 * within groups (capacitated clustering): for tens of thousands of places, where `solveGrouping` and its
 * matrix stop. Sizes are the only rule.
 *
 * Groups grown from the communities of the graph, then annealing in cycles of doubling length, as
 * `solveGrouping` does. The same graph, bounds, seed and iterations give the same groups. O(places + edges)
 * memory.
 *
 * @throws EngineError `bad-bounds`, `infeasible` (its value: a `GroupingConflict`), `bad-iterations`
 */
export function solveSparseGrouping(
  problem: { readonly graph: WeightedGraph; readonly groups: readonly GroupBounds[] },
  { seed = 1, iterations = 200, shouldStop = () => false, onProgress = () => {} }: SparseGroupingOptions = {},
): SparseGroupingSolution {
  const { graph, groups } = problem;
  checkRules({ order: graph.order, groups });
  if (!(iterations >= 0)) {
    throw new EngineError('bad-iterations', `iterations is ${iterations}.`, 'give 0 or more.', iterations);
  }
  const conflict = explainSizes(graph.order, groups);
  if (conflict) {
    throw new EngineError(
      'infeasible',
      `${graph.order} places do not fit the bounds of ${groups.length} groups.`,
      'see the ways out in the value of this error.',
      conflict,
    );
  }
  const rng = createRng(seed);
  const state = new SparseGroupingState(
    graph,
    groups.length,
    growGroups(graph, groups, rng.stream('communities').integer(2 ** 32)),
  );
  const found = search(state, groups, rng, { iterations, shouldStop, onProgress });
  const best = new SparseGroupingState(graph, groups.length, found.groupOf);
  const upperBound = Math.max(best.value, boundByStrongestTies(graph, groups));
  const gap = upperBound > 0 ? (upperBound - best.value) / upperBound : 0;
  return { groupOf: found.groupOf, value: best.value, upperBound, gap, iterations: found.done };
}

function search(
  state: SparseGroupingState,
  groups: readonly GroupBounds[],
  rng: Rng,
  { iterations, shouldStop, onProgress }: SparseControl,
): { groupOf: Int32Array; done: number } {
  const draws = rng.stream('sweeps');
  const thresholds = new Thresholds(rng.stream('thresholds'));
  const ties = strengths(state.graph);
  let best = state.value;
  const bestGroupOf = state.groupOf.slice();
  let loss = 0;
  let length = firstCycle;
  let cycleStart = 0;
  let done = 0;
  for (; done < iterations && !shouldStop(); done++) {
    if (done === cycleStart + length) {
      cycleStart = done;
      length *= 2;
    }
    // the last cycle takes what is left, so that every search ends cold
    const end = iterations < cycleStart + 3 * length ? iterations : cycleStart + length;
    if (end - cycleStart > length) length = end - cycleStart;
    const phase = (done - cycleStart) / Math.max(1, length - 1);
    // the first cycle starts cold: it measures the losses that set the temperature of the others
    const temperature = cycleStart === 0 || phase >= 1 ? 0 : hot * loss * (frozen / hot) ** phase;
    const measured = sparseSweep(state, groups, ties, temperature, draws, thresholds);
    if (cycleStart === 0) loss = measured;
    if (state.value > best) {
      best = state.value;
      bestGroupOf.set(state.groupOf);
    }
    onProgress(done + 1, iterations);
  }
  return { groupOf: bestGroupOf, done };
}

interface SparseControl {
  readonly iterations: number;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** Temperatures in mean losses of an offer at a local optimum; sweeps of the first cycle. */
const hot = 0.25;
const frozen = 0.03;
const firstCycle = 8;

/** Each place with its strongest ties, as many as its group may have others; each edge half at both ends. */
function boundByStrongestTies(
  { order, offsets, targets, weights }: WeightedGraph,
  groups: readonly GroupBounds[],
): number {
  const others = groups.reduce((most, { max }) => Math.max(most, max), 1) - 1;
  let twice = 0;
  for (let i = 0; i < order; i++) {
    const row: number[] = [];
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) if (targets[at] !== i) row.push(weights[at]!);
    row.sort((a, b) => b - a);
    for (let k = 0; k < Math.min(others, row.length); k++) twice += row[k]!;
  }
  return twice / 2;
}

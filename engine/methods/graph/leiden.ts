import { createRng, type Rng } from '../../random/rng.js';
import { aggregate } from './leiden-aggregation.js';
import type { LeidenLevel } from './leiden-level.js';
import { countSizes, moveNodes, weighInside } from './leiden-moving.js';
import { type CheckedLeiden, checkLeiden, type LeidenOptions } from './leiden-options.js';
import { type Parts, partsOf, takeOver } from './leiden-parts.js';
import { refine } from './leiden-refinement.js';
import { type LeidenScratch, leidenScratch } from './leiden-scratch.js';
import type { NullModel } from './null-model.js';
import { type Partition, renumbered } from './partition.js';
import { splitDisconnected } from './split-disconnected.js';
import type { WeightedGraph } from './weighted-graph.js';

/** The communities of a run, and the finer ones that they are made of. */
export interface LeidenCommunities extends Partition {
  /**
   * Nested partitions of the places in the last iteration, from the finest to the communities themselves, which
   * come last; labels by smallest member.
   */
  readonly levels: readonly Uint32Array[];
}

/**
 * Communities by the Leiden algorithm (Traag, Waltman, van Eck 2019, 10.1038/s41598-019-41695-z): fast local
 * moving, seeded randomised refinement, aggregation on the refined partition.
 *
 * Every community is connected by edges of weight > 0, also from a disconnected `initial`, so that a place without
 * such an edge is a community of its own; a graph without places has none. `quality` is what was maximised: for
 * modularity and for a null model of one's own Σ (A_ij − γ P_ij) / 2m over pairs in one community (0 for a graph
 * without weight), for CPM Σ_c [e_c − γ Σ_{i<j ∈ c} n_i n_j], with e_c the weight inside, self-loops once.
 * It is never below that of `initial`.
 *
 * The same graph, options and seed give the same bytes on every machine. The order of the edges given to
 * `graphFromEdges` changes nothing; numbering the places otherwise acts as another seed would.
 *
 * @throws EngineError `graph-not-usable`, `weight-not-usable`, `resolution-not-usable`, `seed-not-usable`,
 * `iterations-not-usable`, `theta-not-usable`, `objective-not-known`, `lengths-differ`, `membership-not-usable`,
 * `node-weight-not-usable`, `options-contradict`
 */
export function leiden(graph: WeightedGraph, options: LeidenOptions = {}): LeidenCommunities {
  return leidenRuns(graph, options)(options.seed ?? 1);
}

/**
 * `leiden` for many seeds on one graph: checks and lays out memory once, then runs for each seed it is called with.
 *
 * @throws EngineError as `leiden` does
 */
export function leidenRuns(
  graph: WeightedGraph,
  options: LeidenOptions = {},
): (seed: number) => LeidenCommunities {
  const checked = checkLeiden(graph, options);
  const scratch = leidenScratch(checked.base);
  return (seed) => run(checked, scratch, createRng(seed));
}

function run(checked: CheckedLeiden, scratch: LeidenScratch, rng: Rng): LeidenCommunities {
  const { base, initial, iterations } = checked;
  const { order } = base;
  for (let i = 0; i < order; i++) scratch.membership[i] = initial ? initial[i]! : i;
  let levels: Uint32Array[] = [];
  let parts: Parts | null = null;
  for (let iteration = 0; iteration < iterations; iteration++) {
    levels = [];
    const moves = iterate(checked, scratch, rng, levels, parts);
    scratch.membership.set(levels.at(-1)!);
    if (moves === 0 && !parts && iterations === Number.POSITIVE_INFINITY) break;
    parts = parts ? null : partsOf(levels);
  }
  const nested = levels.map(renumbered);
  const { membership, count } = nested.at(-1)!;
  return {
    membership,
    count,
    quality: checked.qualityOf(membership),
    levels: nested.map((partition) => partition.membership),
  };
}

/**
 * One round of moving, refining and aggregating, from the partition in `scratch.membership`; returns the moves made.
 *
 * @param parts of the round before, to be taken over in place of refining the places anew
 */
export function iterate(
  checked: CheckedLeiden,
  scratch: LeidenScratch,
  rng: Rng,
  levels: Uint32Array[],
  parts: Parts | null = null,
): number {
  const { base, nullModel, resolution } = checked;
  const { membership, refined } = scratch;
  let level: LeidenLevel = base;
  let expected = nullModel;
  let into: 0 | 1 = 0;
  let moves = 0;
  let nodeOf: Uint32Array | null = null;
  countSizes(base.order, scratch);
  if (occupied(scratch.sizes, base.order) < base.order) weighInside(base, scratch);
  for (;;) {
    expected.place(membership);
    const moved = moveNodes(level, expected, resolution, scratch, rng);
    moves += moved;
    const communityCount = occupied(scratch.sizes, level.order);
    const refinedCount =
      communityCount === level.order
        ? level.order
        : parts && level === base
          ? takeOver(parts, scratch)
          : refinedAnew(level, expected, moved, checked, scratch, rng);
    if (refinedCount === level.order) {
      if (communityCount < level.order) splitDisconnected(level, membership);
      levels.push(nodeOf ? followed(nodeOf, membership) : membership.slice(0, level.order));
      return moves;
    }
    nodeOf = nodeOf ? followed(nodeOf, refined) : refined.slice(0, level.order);
    levels.push(nodeOf);
    expected = expected.aggregate(refined, refinedCount);
    keepCommunities(level.order, scratch);
    level = aggregate(level, refinedCount, scratch, into);
    into = into === 0 ? 1 : 0;
  }
}

/** Refines a level after so many moves; weights inside communities are as they were if there was none. */
function refinedAnew(
  level: LeidenLevel,
  expected: NullModel,
  moved: number,
  { resolution, theta }: CheckedLeiden,
  scratch: LeidenScratch,
  rng: Rng,
): number {
  if (moved > 0) weighInside(level, scratch);
  return refine(level, expected, resolution, theta, scratch, rng);
}

/** Where each place ends if its node goes to `next`. */
function followed(nodeOf: Uint32Array, next: Uint32Array): Uint32Array {
  const reached = new Uint32Array(nodeOf.length);
  for (let i = 0; i < reached.length; i++) reached[i] = next[nodeOf[i]!]!;
  return reached;
}

function occupied(sizes: Uint32Array, order: number): number {
  let count = 0;
  for (let c = 0; c < order; c++) if (sizes[c] !== 0) count++;
  return count;
}

/** Each refined community starts the next level in the community that its members are in. */
function keepCommunities(order: number, scratch: LeidenScratch): void {
  const { membership, refined, relabel, touched: next } = scratch;
  relabel.fill(order, 0, order);
  let count = 0;
  for (let v = 0; v < order; v++) {
    const c = membership[v]!;
    if (relabel[c] === order) relabel[c] = count++;
    next[refined[v]!] = relabel[c]!;
  }
  membership.set(next.subarray(0, order));
}

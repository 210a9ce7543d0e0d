import type { Rng } from '../../random/rng.js';
import { firstMoves } from './first-moves.js';
import { iterate } from './leiden.js';
import { moveNodes } from './leiden-moving.js';
import { type CheckedLeiden, checkLeiden, type LeidenOptions } from './leiden-options.js';
import { partsOf } from './leiden-parts.js';
import { type LeidenScratch, leidenScratch } from './leiden-scratch.js';
import { PartitionTally } from './partition-tally.js';
import type { WeightedGraph } from './weighted-graph.js';

/**
 * Many runs of Leiden on one graph, as a tally of the partitions they end in.
 *
 * Each run starts with draws of its own. Runs that meet, that is come to the same partition after moving
 * the places or at the end of an iteration, go on together, with draws that belong to that meeting: each run
 * by itself is a run of Leiden as ever, and what many share is worked out once.
 *
 * @throws EngineError as `leiden` does
 */
export function tallyOfRuns(
  graph: WeightedGraph,
  options: LeidenOptions,
  runs: number,
  rng: Rng,
): PartitionTally {
  const checked = checkLeiden(graph, options);
  const scratch = leidenScratch(checked.base);
  let reached = movedApart(checked, scratch, runs, rng.stream('moves'));
  let parts: (Uint32Array | null)[] = [];
  for (let iteration = 0; iteration < checked.iterations; iteration++) {
    const draws = rng.stream(`iteration ${iteration}`);
    const ended = iterated(checked, scratch, reached, parts, draws);
    reached = ended.tally;
    parts = iteration % 2 === 0 ? ended.parts : [];
  }
  return reached;
}

/** Where each run stands once its places, each alone at first, have moved. */
function movedApart(
  { base, nullModel, resolution }: CheckedLeiden,
  scratch: LeidenScratch,
  runs: number,
  draws: Rng,
): PartitionTally {
  const moved = new PartitionTally(base.order);
  if (nullModel.product) {
    const move = firstMoves(base, nullModel.product, resolution);
    for (let run = 0; run < runs; run++) moved.add(move(draws));
    return moved;
  }
  const { membership } = scratch;
  for (let run = 0; run < runs; run++) {
    for (let i = 0; i < base.order; i++) membership[i] = i;
    nullModel.scatter();
    moveNodes(base, nullModel, resolution, scratch, draws);
    moved.add(membership);
  }
  return moved;
}

/**
 * Where each different partition goes in an iteration; the moves that start the first one are made already.
 *
 * @param parts part of each place in each different partition, to be taken over as `leiden` does; where runs met,
 *   those of the first
 */
function iterated(
  checked: CheckedLeiden,
  scratch: LeidenScratch,
  from: PartitionTally,
  parts: readonly (Uint32Array | null)[],
  draws: Rng,
): { tally: PartitionTally; parts: (Uint32Array | null)[] } {
  const tally = new PartitionTally(from.order);
  const reached: (Uint32Array | null)[] = [];
  const levels: Uint32Array[] = [];
  for (let d = 0; d < from.distinct; d++) {
    const communityOf = from.membership(d);
    const partOf = parts[d];
    scratch.membership.set(communityOf);
    iterate(checked, scratch, draws, levels, partOf ? { partOf, communityOf } : null);
    const place = tally.add(levels.at(-1)!, from.times[d]!);
    if (place === reached.length) reached.push(partsOf(levels)?.partOf ?? null);
    levels.length = 0;
  }
  return { tally, parts: reached };
}

import { createRng, type Rng } from '../../random/rng.js';
import { climbLevels, moveLevel } from './leiden-iteration.js';
import { type CheckedLeiden, checkLeiden, type LeidenOptions } from './leiden-options.js';
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
  const { order } = graph;
  let ended = new PartitionTally(order);
  ended.add(
    Uint32Array.from({ length: order }, (_, i) => i),
    runs,
  );
  for (let iteration = 0; iteration < checked.iterations; iteration++) {
    const moved = new PartitionTally(order);
    const draws = rng.stream(`iteration ${iteration}`);
    for (let d = 0; d < ended.distinct; d++) {
      // runs part at the start only: afterwards those that met stay together
      const ways = iteration === 0 ? runs : 1;
      for (let way = 0; way < ways; way++) {
        scratch.membership.set(ended.membership(d));
        moveLevel(checked, scratch, createRng(draws.integer(2 ** 32)));
        moved.add(scratch.membership, ended.times[d]! / ways);
      }
    }
    ended = climbed(checked, scratch, moved, draws);
  }
  return ended;
}

function climbed(
  checked: CheckedLeiden,
  scratch: LeidenScratch,
  moved: PartitionTally,
  draws: Rng,
): PartitionTally {
  const ended = new PartitionTally(moved.order);
  const levels: Uint32Array[] = [];
  for (let d = 0; d < moved.distinct; d++) {
    const label = moved.membership(d);
    scratch.membership.set(label);
    checked.nullModel.place(scratch.membership);
    scratch.sizes.fill(0);
    for (let i = 0; i < label.length; i++) scratch.sizes[label[i]!] = scratch.sizes[label[i]!]! + 1;
    climbLevels(checked, scratch, createRng(draws.integer(2 ** 32)), levels);
    ended.add(levels.at(-1)!, moved.times[d]!);
    levels.length = 0;
  }
  return ended;
}

import type { Rng } from '../../random/rng.js';
import { aggregate } from './leiden-aggregation.js';
import type { LeidenLevel } from './leiden-level.js';
import { moveNodes } from './leiden-moving.js';
import type { CheckedLeiden } from './leiden-options.js';
import { refine } from './leiden-refinement.js';
import type { LeidenScratch } from './leiden-scratch.js';
import { splitDisconnected } from './split-disconnected.js';

/**
 * One round of moving, refining and aggregating, from the partition in `scratch.membership`; returns the moves made.
 *
 * Pushes the nested partitions of the places to `levels`, the finest first, the communities they end in last.
 */
export function iterate(
  { base, nullModel, resolution, theta }: CheckedLeiden,
  scratch: LeidenScratch,
  rng: Rng,
  levels: Uint32Array[],
): number {
  const { membership, refined } = scratch;
  let level: LeidenLevel = base;
  let expected = nullModel;
  let into: 0 | 1 = 0;
  let moves = 0;
  let nodeOf: Uint32Array = Uint32Array.from({ length: base.order }, (_, i) => i);
  for (;;) {
    expected.place(membership);
    moves += moveNodes(level, expected, resolution, scratch, rng);
    const communityCount = occupied(scratch.sizes, level.order);
    const refinedCount =
      communityCount === level.order ? level.order : refine(level, expected, resolution, theta, scratch, rng);
    if (refinedCount === level.order) {
      if (communityCount < level.order) splitDisconnected(level, membership);
      levels.push(followed(nodeOf, membership));
      return moves;
    }
    nodeOf = followed(nodeOf, refined);
    levels.push(nodeOf);
    const next = aggregate(level, refinedCount, scratch, into);
    expected = expected.aggregate(refined, refinedCount);
    keepCommunities(level.order, scratch);
    level = next;
    into = into === 0 ? 1 : 0;
  }
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

import type { GroupingRules } from './grouping-problem.js';

/**
 * The rules of a grouping over blocks: a block is a set of units that must stay together, most often one.
 *
 * Blocks are numbered by their smallest unit. Lists of varying length are stored end to end:
 * the units of block b are units[unitStart[b]] .. units[unitStart[b + 1] − 1], and likewise for apart.
 */
export interface BlockRules {
  readonly order: number;
  readonly blockCount: number;
  readonly groupCount: number;
  readonly blockOf: Int32Array;
  readonly unitStart: Int32Array;
  readonly units: Int32Array;
  readonly blockSize: Int32Array;
  /** the blocks that each block must not meet, ascending */
  readonly apartStart: Int32Array;
  readonly apartBlocks: Int32Array;
  /** the group a block is pinned to, or −1 */
  readonly pinnedTo: Int32Array;
  /** barred[g × blockCount + b] = 1: block b must not be in group g; empty when no block is barred from any */
  readonly barred: Uint8Array;
  readonly min: Int32Array;
  readonly max: Int32Array;
  /** a block is apart from itself, or pinned to two groups: nothing can satisfy the rules */
  readonly contradictory: boolean;
}

/** Joins units into blocks and restates every rule on blocks; expects checked rules. */
export function blockRules(rules: GroupingRules): BlockRules {
  const { order, groups } = rules;
  const { blockOf, blockCount } = joinTogether(order, rules.together ?? []);
  const blockSize = new Int32Array(blockCount);
  for (let i = 0; i < order; i++) blockSize[blockOf[i]!]!++;
  const unitStart = startsOf(blockSize);
  const units = new Int32Array(order);
  const filled = unitStart.slice();
  for (let i = 0; i < order; i++) units[filled[blockOf[i]!]!++] = i;

  const pinnedTo = new Int32Array(blockCount).fill(-1);
  let contradictory = false;
  for (const [i, g] of rules.pinned ?? []) {
    const b = blockOf[i]!;
    if (pinnedTo[b] !== -1 && pinnedTo[b] !== g) contradictory = true;
    pinnedTo[b] = g;
  }

  const { allowed = [] } = rules;
  const barred = new Uint8Array(allowed.length > 0 ? groups.length * blockCount : 0);
  for (const [i, places] of allowed) {
    const open = new Set(places);
    for (let g = 0; g < groups.length; g++) if (!open.has(g)) barred[g * blockCount + blockOf[i]!] = 1;
  }

  const apart = blocksApart(rules.apart ?? [], blockOf, blockCount);
  return {
    order,
    blockCount,
    groupCount: groups.length,
    blockOf,
    unitStart,
    units,
    blockSize,
    apartStart: apart.apartStart,
    apartBlocks: apart.apartBlocks,
    pinnedTo,
    barred,
    min: Int32Array.from(groups, ({ min }) => Math.min(min, order + 1)),
    max: Int32Array.from(groups, ({ max }) => Math.min(max, order)),
    contradictory: contradictory || apart.fromItself,
  };
}

/** Union by lists, smallest unit as the root (Galler, Fischer 1964, 10.1145/364099.364331). */
function joinTogether(
  order: number,
  together: readonly (readonly number[])[],
): Pick<BlockRules, 'blockOf' | 'blockCount'> {
  const root = new Int32Array(order);
  for (let i = 0; i < order; i++) root[i] = i;
  const find = (i: number): number => {
    while (root[i] !== i) {
      root[i] = root[root[i]!]!;
      i = root[i]!;
    }
    return i;
  };
  for (const units of together) {
    for (const i of units) {
      const a = find(units[0]!);
      const b = find(i);
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const blockOf = new Int32Array(order);
  let blockCount = 0;
  for (let i = 0; i < order; i++) blockOf[i] = root[i] === i ? blockCount++ : blockOf[find(i)]!;
  return { blockOf, blockCount };
}

/** Each separation both ways, once: sorted as numbers a × blockCount + b. */
function blocksApart(
  apart: readonly (readonly [number, number])[],
  blockOf: Int32Array,
  blockCount: number,
): Pick<BlockRules, 'apartStart' | 'apartBlocks'> & { fromItself: boolean } {
  if (apart.length === 0) {
    return { apartStart: new Int32Array(blockCount + 1), apartBlocks: new Int32Array(0), fromItself: false };
  }
  const both = new Float64Array(2 * apart.length);
  let fromItself = false;
  for (let k = 0; k < apart.length; k++) {
    // by index: taking a pair apart as a list costs more than all the rest
    const pair = apart[k]!;
    const a = blockOf[pair[0]]!;
    const b = blockOf[pair[1]]!;
    if (a === b) fromItself = true;
    both[2 * k] = a * blockCount + b;
    both[2 * k + 1] = b * blockCount + a;
  }
  both.sort();
  const partners = new Int32Array(blockCount);
  const apartBlocks = new Int32Array(both.length);
  let count = 0;
  for (let k = 0; k < both.length; k++) {
    if (both[k] === both[k - 1]) continue;
    const b = both[k]! % blockCount;
    partners[(both[k]! - b) / blockCount]!++;
    apartBlocks[count++] = b;
  }
  return { apartStart: startsOf(partners), apartBlocks: apartBlocks.slice(0, count), fromItself };
}

function startsOf(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let b = 0; b < lengths.length; b++) starts[b + 1] = starts[b]! + lengths[b]!;
  return starts;
}

import type { BlockRules } from './block-rules.js';
import type { GroupingRules } from './grouping-problem.js';

/** Rules by their place in the lists they were given in. */
export interface RuleSelection {
  readonly together: readonly number[];
  readonly apart: readonly number[];
  readonly pinned: readonly number[];
}

/**
 * Rules that contradict each other for a reason seen at once, or null. They may hold superfluous ones.
 *
 * The reasons: a block with two pins, separated from itself, or larger than every group it may join;
 * pins beyond the size of a group; two blocks pinned together and kept apart; more blocks of a size than
 * places for them; more blocks kept apart from each other than groups.
 */
export function certainConflict(given: GroupingRules, rules: BlockRules): RuleSelection | null {
  const blocks =
    contradictoryBlock(given, rules) ??
    crowdedGroup(rules) ??
    pinnedTogetherKeptApart(given, rules) ??
    tooManyLargeBlocks(rules) ??
    tooManyApart(rules);
  return blocks && rulesOn(given, rules, new Set(blocks));
}

function rulesOn(given: GroupingRules, { blockOf }: BlockRules, blocks: ReadonlySet<number>): RuleSelection {
  const on = (i: number): boolean => blocks.has(blockOf[i]!);
  const places = <T>(list: readonly T[] | undefined, keep: (entry: T) => boolean): number[] =>
    (list ?? []).flatMap((entry, k) => (keep(entry) ? [k] : []));
  return {
    together: places(given.together, (units) => units.some(on)),
    apart: places(given.apart, ([i, j]) => on(i) && on(j)),
    pinned: places(given.pinned, ([i]) => on(i)),
  };
}

function contradictoryBlock(given: GroupingRules, rules: BlockRules): number[] | null {
  const { blockOf, blockCount, blockSize, pinnedTo, max } = rules;
  for (const [i, j] of given.apart ?? []) if (blockOf[i] === blockOf[j]) return [blockOf[i]!];
  for (const [i, g] of given.pinned ?? []) if (pinnedTo[blockOf[i]!] !== g) return [blockOf[i]!];
  for (let b = 0; b < blockCount; b++) {
    const pinned = pinnedTo[b]!;
    const largest = pinned === -1 ? Math.max(0, ...max) : max[pinned]!;
    if (blockSize[b]! > largest) return [b];
  }
  return null;
}

function crowdedGroup({ pinnedTo, blockSize, max, groupCount }: BlockRules): number[] | null {
  for (let g = 0; g < groupCount; g++) {
    const here = [...pinnedTo.keys()].filter((b) => pinnedTo[b] === g);
    if (here.reduce((sum, b) => sum + blockSize[b]!, 0) > max[g]!) return here;
  }
  return null;
}

function pinnedTogetherKeptApart(
  { apart }: GroupingRules,
  { blockOf, pinnedTo }: BlockRules,
): number[] | null {
  for (const [i, j] of apart ?? []) {
    const a = blockOf[i]!;
    const b = blockOf[j]!;
    if (pinnedTo[a] !== -1 && pinnedTo[a] === pinnedTo[b]) return [a, b];
  }
  return null;
}

/** Pigeonholes: a group of at most m places holds at most ⌊m / s⌋ blocks of s units or more. */
function tooManyLargeBlocks({ blockSize, max }: BlockRules): number[] | null {
  for (const s of new Set(blockSize)) {
    if (s === 1) continue;
    const large = [...blockSize.keys()].filter((b) => blockSize[b]! >= s);
    const places = max.reduce((sum, m) => sum + Math.floor(m / s), 0);
    if (large.length > places) return large;
  }
  return null;
}

/** A greedy clique among separations: from each block, most separated first, keep all that fit. */
function tooManyApart(rules: BlockRules): number[] | null {
  const { blockCount, apartStart, apartBlocks, groupCount, max } = rules;
  const degree = (b: number): number => apartStart[b + 1]! - apartStart[b]!;
  const partners = (b: number): Int32Array => apartBlocks.subarray(apartStart[b]!, apartStart[b + 1]!);
  const usable = groupCount - max.filter((m) => m === 0).length;
  for (let first = 0; first < blockCount; first++) {
    if (degree(first) < usable) continue;
    const clique = [first];
    const candidates = [...partners(first)].sort((a, b) => degree(b) - degree(a) || a - b);
    for (const b of candidates) {
      const known = new Set(partners(b));
      if (clique.every((c) => known.has(c))) clique.push(b);
    }
    if (clique.length > usable) return clique.slice(0, usable + 1);
  }
  return null;
}

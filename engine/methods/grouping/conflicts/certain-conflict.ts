import type { BlockRules } from '../problem/block-rules.js';
import type { GroupingRules } from '../problem/grouping-problem.js';
import { quotaConflict, shortPlaces, varietyConflict } from './count-conflict.js';
import { largeClique } from './large-clique.js';
import { type Cause, nothing, placesWhere } from './rule-selection.js';

/**
 * Rules that contradict each other for a reason that needs no search, or null. They may hold superfluous ones.
 *
 * The reasons: those of `conflictAtOnce`; more blocks kept apart from each other than groups; units whose places run
 * short, alone or with a quota.
 */
export function certainConflict(given: GroupingRules, rules: BlockRules): Cause | null {
  return (
    conflictAtOnce(given, rules) ??
    behind(given, rules, tooManyApart(rules)) ??
    (given.quotas ?? []).reduce<Cause | null>(
      (found, _, index) => found ?? shortPlaces(given, rules, index),
      null,
    )
  );
}

/**
 * The reasons seen in one reading: a block with two pins, or separated from itself; pinned blocks beyond the size of a
 * group; two blocks pinned together and kept apart; more blocks of a size than places for them, be it one too large for
 * every group; counts that no grouping meets; units whose places run short.
 */
export function conflictAtOnce(given: GroupingRules, rules: BlockRules): Cause | null {
  const blocks =
    contradictoryBlock(given, rules) ??
    crowdedGroup(rules) ??
    pinnedTogetherKeptApart(given, rules) ??
    tooManyLargeBlocks(rules);
  return (
    behind(given, rules, blocks) ??
    quotaConflict(given, rules) ??
    varietyConflict(given, rules) ??
    shortPlaces(given, rules, null)
  );
}

function behind(
  given: GroupingRules,
  { blockOf }: BlockRules,
  blocks: readonly number[] | null,
): Cause | null {
  if (!blocks) return null;
  return () => {
    const known = new Set(blocks);
    const on = (i: number): boolean => known.has(blockOf[i]!);
    return {
      ...nothing,
      together: placesWhere(given.together, (units) => units.some(on)),
      apart: placesWhere(given.apart, (pair) => on(pair[0]) && on(pair[1])),
      pinned: placesWhere(given.pinned, (pin) => on(pin[0])),
    };
  };
}

function contradictoryBlock(given: GroupingRules, rules: BlockRules): number[] | null {
  const { blockOf, pinnedTo, contradictory } = rules;
  if (!contradictory) return null;
  for (const [i, j] of given.apart ?? []) if (blockOf[i] === blockOf[j]) return [blockOf[i]!];
  for (const [i, g] of given.pinned ?? []) if (pinnedTo[blockOf[i]!] !== g) return [blockOf[i]!];
  return null;
}

function crowdedGroup({ pinnedTo, blockSize, max, groupCount }: BlockRules): number[] | null {
  const held = new Int32Array(groupCount);
  for (let b = 0; b < pinnedTo.length; b++) {
    const g = pinnedTo[b]!;
    if (g !== -1) held[g]! += blockSize[b]!;
  }
  const crowded = held.findIndex((count, g) => count > max[g]!);
  return crowded === -1 ? null : [...pinnedTo.keys()].filter((b) => pinnedTo[b] === crowded);
}

function pinnedTogetherKeptApart(
  { apart = [], pinned = [] }: GroupingRules,
  { blockOf, pinnedTo }: BlockRules,
): number[] | null {
  if (pinned.length === 0) return null;
  for (const [i, j] of apart) {
    const a = blockOf[i]!;
    const b = blockOf[j]!;
    if (pinnedTo[a] !== -1 && pinnedTo[a] === pinnedTo[b]) return [a, b];
  }
  return null;
}

/** Pigeonholes: a group of at most m places holds at most ⌊m / s⌋ blocks of s units or more. */
function tooManyLargeBlocks({ blockSize, max }: BlockRules): number[] | null {
  for (const s of new Set(blockSize)) {
    const large = [...blockSize.keys()].filter((b) => blockSize[b]! >= s);
    const places = max.reduce((sum, m) => sum + Math.floor(m / s), 0);
    if (large.length > places) return large;
  }
  return null;
}

/** Blocks all kept apart from each other, one more than there are groups to put them in. */
function tooManyApart({ blockCount, apartStart, apartBlocks, groupCount, max }: BlockRules): number[] | null {
  const usable = groupCount - max.filter((m) => m === 0).length;
  return largeClique(blockCount, apartStart, apartBlocks, usable + 1);
}

import type { Rng } from '../../../random/rng.js';
import type { BlockRules } from '../problem/block-rules.js';

/**
 * Moves blocks between groups until their sizes make as many pairs as the bounds allow: where pairs are worth
 * something on average the best groupings have such sizes, and exchanges alone seldom find them.
 *
 * Equally good sizes are drawn from. Rules stay kept; where they leave no move, or the bounds are too wide to
 * look through, sizes stay as they are. Changes `groupOf`, groups of blocks, in place.
 */
export function fillGroups(rules: BlockRules, groupOf: Int32Array, rng: Rng): void {
  const target = sizesWithMostPairs(rules, rng);
  if (!target) return;
  const { blockSize, pinnedTo } = rules;
  const size = new Int32Array(rules.groupCount);
  groupOf.forEach((g, b) => {
    size[g]! += blockSize[b]!;
  });
  for (let h = 0; h < rules.groupCount; h++) {
    for (let b = 0; b < rules.blockCount && size[h]! < target[h]!; b++) {
      const g = groupOf[b]!;
      const s = blockSize[b]!;
      if (pinnedTo[b] !== -1 || size[g]! - s < target[g]! || size[h]! + s > target[h]!) continue;
      if (refused(rules, groupOf, b, h)) continue;
      groupOf[b] = h;
      size[g]! -= s;
      size[h]! += s;
    }
  }
}

/**
 * Sizes within bounds that add up to the order with the most pairs, Σ s(s − 1)/2, by dynamic programming over
 * the groups; null if that takes too long. A draw of less than half a pair a group decides between near equals.
 */
function sizesWithMostPairs({ order, groupCount, min, max }: BlockRules, rng: Rng): Int32Array | null {
  let work = 0;
  for (let g = 0; g < groupCount; g++) work += (max[g]! - min[g]! + 1) * order;
  if (work > workLimit) return null;
  // most[total]: the most pairs of the groups so far with that many units; chosen[g]: the size of g behind it
  let most = new Float64Array(order + 1).fill(Number.NEGATIVE_INFINITY);
  most[0] = 0;
  const chosen: Int32Array[] = [];
  for (let g = 0; g < groupCount; g++) {
    const next = new Float64Array(order + 1).fill(Number.NEGATIVE_INFINITY);
    const choice = new Int32Array(order + 1);
    for (let s = min[g]!; s <= max[g]!; s++) {
      const pairs = (s * (s - 1)) / 2 + rng.next() / 2;
      for (let total = s; total <= order; total++) {
        const value = most[total - s]! + pairs;
        if (value <= next[total]!) continue;
        next[total] = value;
        choice[total] = s;
      }
    }
    most = next;
    chosen.push(choice);
  }
  if (most[order] === Number.NEGATIVE_INFINITY) return null;
  const sizes = new Int32Array(groupCount);
  for (let g = groupCount - 1, total = order; g >= 0; g--) {
    sizes[g] = chosen[g]![total]!;
    total -= sizes[g]!;
  }
  return sizes;
}

/** Some tenths of a second. */
const workLimit = 1e8;

function refused(rules: BlockRules, groupOf: Int32Array, b: number, h: number): boolean {
  const { apartStart, apartBlocks, barred, blockCount } = rules;
  if (barred[h * blockCount + b] === 1) return true;
  for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) if (groupOf[apartBlocks[k]!] === h) return true;
  return false;
}

import { type BlockRules, blockRules } from './block-rules.js';
import { checkGrouping } from './check-grouping.js';
import type { GroupBounds, GroupingProblem } from './grouping-problem.js';

/**
 * A number that no grouping within the rules exceeds, criteria apart (their penalties only lower it).
 *
 * Each unit gets its best partners, as many as it may have, and each pair counts half at both ends.
 * How many: at least its smallest group less one, at most its largest group less one, and over all units
 * no more pairs than the bounds leave room for. Partners it must have come first; those it cannot have
 * are left out. Holds for negative weights. O(order² log order).
 *
 * @throws EngineError as `checkGrouping`
 */
export function groupingUpperBound(problem: GroupingProblem): number {
  checkGrouping(problem);
  const rules = blockRules(problem);
  const { order } = rules;
  const optional: number[] = [];
  let twice = 0;
  let partnerCount = 0;
  for (let i = 0; i < order; i++) {
    const { fewest, most } = partnersAllowed(rules, i);
    const { forced, forcedCount, others } = partnersOf(problem.weights, rules, i);
    twice += forced;
    const obliged = Math.max(fewest - forcedCount, 0);
    for (let k = 0; k < Math.min(most - forcedCount, others.length); k++) {
      const w = others[others.length - 1 - k]!;
      if (k < obliged) twice += w;
      else optional.push(w);
    }
    partnerCount += Math.max(fewest, forcedCount);
  }
  const { fewest, most } = meetings(problem.groups, order);
  const descending = Float64Array.from(optional).sort().reverse();
  for (const w of descending) {
    if (partnerCount >= most || (w <= 0 && partnerCount >= fewest)) break;
    twice += w;
    partnerCount++;
  }
  return twice / 2;
}

/** How many partners unit i has, whichever group it is in. */
function partnersAllowed(rules: BlockRules, i: number): { fewest: number; most: number } {
  const b = rules.blockOf[i]!;
  const pinned = rules.pinnedTo[b]!;
  let fewest = rules.order;
  let most = 0;
  for (let g = 0; g < rules.groupCount; g++) {
    if ((pinned !== -1 && g !== pinned) || rules.max[g]! < rules.blockSize[b]!) continue;
    fewest = Math.min(fewest, rules.min[g]! - 1);
    most = Math.max(most, rules.max[g]! - 1);
  }
  return { fewest: Math.max(0, fewest), most };
}

/** The weights of i to those it must meet, summed, and to each one it may meet, ascending. */
function partnersOf(
  weights: Float64Array,
  rules: BlockRules,
  i: number,
): { forced: number; forcedCount: number; others: Float64Array } {
  const { order, blockOf, pinnedTo, apartStart, apartBlocks } = rules;
  const b = blockOf[i]!;
  const pinned = pinnedTo[b]!;
  const barred = new Set(apartBlocks.subarray(apartStart[b]!, apartStart[b + 1]!));
  const others = new Float64Array(order);
  let otherCount = 0;
  let forced = 0;
  let forcedCount = 0;
  for (let j = 0; j < order; j++) {
    if (j === i) continue;
    const c = blockOf[j]!;
    const w = weights[i * order + j]!;
    const elsewhere = pinned !== -1 && pinnedTo[c] !== -1 && pinnedTo[c] !== pinned;
    if (c === b || (pinned !== -1 && pinnedTo[c] === pinned)) {
      forced += w;
      forcedCount++;
    } else if (!elsewhere && !barred.has(c)) {
      others[otherCount++] = w;
    }
  }
  return { forced, forcedCount, others: others.subarray(0, otherCount).sort() };
}

/**
 * Fewest and most meetings (a unit and a partner; twice the pairs) that sizes within bounds can make:
 * Σ s(s − 1) is convex, least for even sizes, and at most its chords filled steepest first.
 */
function meetings(groups: readonly GroupBounds[], order: number): { fewest: number; most: number } {
  const bounds = groups.map(({ min, max }) => ({ min, max: Math.min(max, order) }));
  const spare = bounds.reduce((rest, { min }) => rest - min, order);
  const base = bounds.reduce((sum, { min }) => sum + min * (min - 1), 0);

  let most = base;
  let left = spare;
  const steepest = [...bounds].sort((a, b) => b.min + b.max - a.min - a.max);
  for (const { min, max } of steepest) {
    const taken = Math.min(left, max - min);
    most += taken * (min + max - 1);
    left -= taken;
  }

  let fewest = base;
  const sizes = bounds.map(({ min }) => min);
  for (let k = 0; k < spare; k++) {
    let g = -1;
    for (let h = 0; h < sizes.length; h++) {
      if (sizes[h]! < bounds[h]!.max && (g === -1 || sizes[h]! < sizes[g]!)) g = h;
    }
    if (g === -1) break;
    fewest += 2 * sizes[g]!++;
  }
  return { fewest, most };
}

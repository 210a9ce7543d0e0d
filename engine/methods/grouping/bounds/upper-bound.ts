import { type BlockRules, blockRules } from '../problem/block-rules.js';
import { checkGrouping } from '../problem/check-grouping.js';
import type { GroupingProblem } from '../problem/grouping-problem.js';
import { meetings, partnersAllowed } from './meeting-limits.js';

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
    const { forced, forcedCount, others } = partnersOf(problem.weights, rules, i, most);
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

/** The weights of i to those it must meet, summed, and the `most` largest to those it may meet, ascending. */
function partnersOf(
  weights: Float64Array,
  rules: BlockRules,
  i: number,
  most: number,
): { forced: number; forcedCount: number; others: Float64Array } {
  const { order, blockOf, pinnedTo, apartStart, apartBlocks } = rules;
  const b = blockOf[i]!;
  const pinned = pinnedTo[b]!;
  const barred = new Set(apartBlocks.subarray(apartStart[b]!, apartStart[b + 1]!));
  const others = new Float64Array(Math.max(0, Math.min(most, order - 1))).fill(Number.NEGATIVE_INFINITY);
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
      otherCount++;
      insertLarger(others, w);
    }
  }
  return { forced, forcedCount, others: others.subarray(Math.max(0, others.length - otherCount)) };
}

/** Puts a number among the largest, ascending, in place of the least of them; nothing if it is no larger. */
function insertLarger(largest: Float64Array, x: number): void {
  if (largest.length === 0 || x <= largest[0]!) return;
  let place = 0;
  for (; place + 1 < largest.length && largest[place + 1]! < x; place++) largest[place] = largest[place + 1]!;
  largest[place] = x;
}

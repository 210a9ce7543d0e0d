import type { Change, ConflictRule, GroupingConflict } from '../methods/grouping/conflicts/conflict.js';
import type { GroupBounds } from '../methods/grouping/problem/grouping-problem.js';
import { countsThatAddUp, explainUniformSizes } from '../methods/grouping/problem/sizes-that-add-up.js';
import type { IndexedRules } from './rules/index-rules.js';

/**
 * The numbers of workshops to try, the best first: the one asked for, or else those that the bounds allow,
 * nearest to sizes midway between the bounds first (a tie: fewer, larger workshops). A conflict if none fits.
 */
export function workshopCounts(
  order: number,
  bounds: GroupBounds,
  asked: number | null,
  { pinned, wishedCount }: IndexedRules,
): { counts: readonly number[] } | { conflict: GroupingConflict } {
  const sizes = explainUniformSizes(order, bounds, asked);
  if (sizes) return { conflict: sizes };
  const possible = asked === null ? countsThatAddUp(order, bounds) : { from: asked, to: asked };
  if (!possible) return { counts: [] };
  const { from, to } = possible;

  const highest = Math.max(0, ...pinned.map(([, g]) => g + 1));
  if (highest > to) return { conflict: explainHighPin(order, bounds, asked, highest, pinned) };
  const ideal = (2 * order) / (bounds.min + bounds.max);
  const counts = Array.from({ length: to - from + 1 }, (_, k) => from + k).filter((k) => k >= highest);
  const lacks = (count: number): number => Number(count < wishedCount);
  return {
    counts: counts.sort((a, b) => lacks(a) - lacks(b) || Math.abs(a - ideal) - Math.abs(b - ideal) || a - b),
  };
}

/** A territory is pinned to a workshop whose number does not exist, and cannot with these sizes. */
function explainHighPin(
  order: number,
  bounds: GroupBounds,
  asked: number | null,
  highest: number,
  pinned: IndexedRules['pinned'],
): GroupingConflict {
  const index = pinned.findIndex(([, g]) => g + 1 === highest);
  const [unit, group] = pinned[index] ?? [0, highest - 1];
  const pin: ConflictRule = { kind: 'pinned', index, unit, group };
  const sizes: ConflictRule = {
    kind: 'sizes',
    order,
    groupCount: asked,
    bounds,
    smallestTotal: asked === null ? null : asked * bounds.min,
    largestTotal: asked === null ? null : asked * bounds.max,
  };
  const others = pinned.filter(([, g]) => g + 1 === highest).length - 1;
  const relaxation: Change[] = [{ kind: 'drop', rule: pin, sufficient: others === 0 }];
  if (asked !== null && explainUniformSizes(order, bounds, highest) === null) {
    relaxation.push({ kind: 'group-count', groupCount: highest, sufficient: true });
  } else if (asked === null && Math.floor(order / highest) >= 1) {
    relaxation.push({
      kind: 'bounds',
      min: Math.floor(order / highest),
      max: bounds.max,
      sufficient: true,
    });
  }
  return { conflict: [pin, sizes], relaxation };
}

import type { Change, ConflictRule, GroupingConflict } from '../conflicts/conflict.js';
import type { GroupBounds } from './grouping-problem.js';

/** The numbers of groups, from..to, that can hold all units within the bounds, none of them empty; null if there are none. */
export function countsThatAddUp(
  order: number,
  { min, max }: GroupBounds,
): { from: number; to: number } | null {
  if (max === 0) return order === 0 ? { from: 0, to: 0 } : null;
  const from = Math.ceil(order / max);
  const to = min === 0 ? Math.max(order, from) : Math.floor(order / min);
  return from <= to ? { from, to } : null;
}

/**
 * Why units do not fill groups that all have these bounds, with the nearest numbers that would; null if
 * they do. `groupCount` null: no number of groups fits.
 */
export function explainUniformSizes(
  order: number,
  bounds: GroupBounds,
  groupCount: number | null,
): GroupingConflict | null {
  const { min, max } = bounds;
  const counts = countsThatAddUp(order, bounds);
  if (groupCount === null ? counts : groupCount * min <= order && order <= groupCount * max) return null;
  const sufficient = true;
  const relaxation: Change[] = [];
  if (counts && groupCount !== null) {
    const nearest = Math.min(Math.max(groupCount, counts.from), counts.to);
    relaxation.push({ kind: 'group-count', groupCount: nearest, sufficient });
  }
  // with fewer groups the maximum gives way, with more the minimum
  const most = groupCount ?? Math.ceil(order / Math.max(max, 1));
  const fewest = groupCount ?? (min === 0 ? 0 : Math.floor(order / min));
  // as the units do not fit, the other bound is the one that keeps them from it
  if (most * max >= order) {
    relaxation.push({ kind: 'bounds', min: Math.floor(order / most), max, sufficient });
  }
  if (fewest > 0 && fewest * min <= order) {
    relaxation.push({ kind: 'bounds', min, max: Math.ceil(order / fewest), sufficient });
  }
  const rule: ConflictRule = {
    kind: 'sizes',
    order,
    groupCount,
    bounds,
    smallestTotal: groupCount === null ? null : groupCount * min,
    largestTotal: groupCount === null ? null : groupCount * max,
  };
  return { conflict: [rule], relaxation };
}

/** The same for given groups, whose bounds may differ. */
export function explainSizes(order: number, groups: readonly GroupBounds[]): GroupingConflict | null {
  if (addUp(order, groups)) return null;
  const sizes = sizesOf(order, [groups]);
  if (sizes.bounds) return explainUniformSizes(order, sizes.bounds, groups.length);
  const smallestTotal = sizes.smallestTotal ?? 0;
  const largestTotal = sizes.largestTotal ?? 0;
  const conflict = [sizes];
  if (groups.length === 0) return { conflict, relaxation: [] };
  const relaxation: Change[] =
    smallestTotal > order
      ? [{ kind: 'lower-minima', places: smallestTotal - order, sufficient: true }]
      : [{ kind: 'raise-maxima', places: order - largestTotal, sufficient: true }];
  return { conflict, relaxation };
}

function addUp(order: number, groups: readonly GroupBounds[]): boolean {
  let least = 0;
  let most = 0;
  for (const { min, max } of groups) {
    least += min;
    most += max;
  }
  return least <= order && order <= most;
}

/** The sizes of groups, as a rule; with several sets of groups to choose from their number is free. */
export function sizesOf(order: number, alternatives: readonly (readonly GroupBounds[])[]): SizesRule {
  const groups = alternatives.flat();
  const [first] = groups;
  const uniform = groups.every(({ min, max }) => min === first?.min && max === first.max);
  const settled = alternatives.length === 1;
  return {
    kind: 'sizes',
    order,
    groupCount: settled ? groups.length : null,
    bounds: first && uniform ? { min: first.min, max: first.max } : null,
    smallestTotal: settled ? groups.reduce((sum, { min }) => sum + min, 0) : null,
    largestTotal: settled ? groups.reduce((sum, { max }) => sum + max, 0) : null,
  };
}

type SizesRule = Extract<ConflictRule, { kind: 'sizes' }>;

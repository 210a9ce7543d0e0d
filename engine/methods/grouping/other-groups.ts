import type { ConflictRule } from './conflict.js';
import type { GroupBounds, GroupingRules } from './grouping-problem.js';

/** A change of the groups, without the verdict whether it suffices. */
export type GroupChange =
  | { readonly kind: 'bounds'; readonly min: number; readonly max: number; readonly group?: number }
  | { readonly kind: 'group-count'; readonly groupCount: number };

export interface Regrouping {
  readonly groups: readonly GroupBounds[];
  readonly change: GroupChange;
}

/**
 * The least changes of the groups under which `possible` holds: a larger maximum, a smaller minimum, one
 * more or several more groups where all are alike; else a larger maximum of a group that is pinned to.
 */
export function otherGroups(
  { order, groups }: GroupingRules,
  conflict: readonly ConflictRule[],
  possible: (groups: readonly GroupBounds[]) => boolean,
): Regrouping[] {
  const [first] = groups;
  if (!first) return [];
  const { min, max } = first;
  if (!groups.every((group) => group.min === min && group.max === max)) {
    return raiseOneGroup(order, groups, conflict, possible);
  }
  const found: Regrouping[] = [];
  const propose = (count: number, change: GroupChange, bounds: GroupBounds): boolean => {
    const proposed = Array.from({ length: count }, () => bounds);
    if (!possible(proposed)) return false;
    found.push({ groups: proposed, change });
    return true;
  };
  const raised = leastStep(order - max, (by) => possible(groups.map(() => ({ min, max: max + by }))));
  if (raised) propose(groups.length, { kind: 'bounds', min, max: max + raised }, { min, max: max + raised });
  const lowered = leastStep(min, (by) => possible(groups.map(() => ({ min: min - by, max }))));
  if (lowered)
    propose(groups.length, { kind: 'bounds', min: min - lowered, max }, { min: min - lowered, max });
  const most = Math.floor(order / Math.max(min, 1));
  for (let count = groups.length + 1; count <= most; count++) {
    if (propose(count, { kind: 'group-count', groupCount: count }, first)) break;
  }
  return found;
}

function raiseOneGroup(
  order: number,
  groups: readonly GroupBounds[],
  conflict: readonly ConflictRule[],
  possible: (groups: readonly GroupBounds[]) => boolean,
): Regrouping[] {
  const pinnedTo = new Set(conflict.flatMap((rule) => (rule.kind === 'pinned' ? [rule.group] : [])));
  return [...pinnedTo]
    .sort((a, b) => a - b)
    .flatMap((g) => {
      const { min, max } = groups[g]!;
      const raise = (by: number): GroupBounds[] =>
        groups.map((bounds, h) => (h === g ? { min, max: max + by } : bounds));
      const by = leastStep(order - max, (step) => possible(raise(step)));
      if (by === null) return [];
      return [{ groups: raise(by), change: { kind: 'bounds' as const, min, max: max + by, group: g } }];
    });
}

/** The least step in 1..furthest that holds, by bisection: a step that holds makes every longer one hold. */
function leastStep(furthest: number, holds: (step: number) => boolean): number | null {
  if (furthest < 1 || !holds(furthest)) return null;
  let low = 1;
  let high = furthest;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

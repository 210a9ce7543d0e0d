import type { ConflictRule } from './conflict.js';
import type { GroupBounds } from './grouping-problem.js';

type Groups = readonly GroupBounds[];

/** A change of the groups, without the verdict whether it suffices. */
export type GroupChange =
  | { readonly kind: 'bounds'; readonly min: number; readonly max: number; readonly group?: number }
  | { readonly kind: 'group-count'; readonly groupCount: number };

export interface Regrouping {
  /** the groups to choose from after the change */
  readonly choices: readonly Groups[];
  readonly change: GroupChange;
}

/**
 * The least changes of the groups under which `possible` holds: where all are alike a larger maximum, a
 * smaller minimum, or more groups if their number was settled; else a larger maximum of a group pinned to.
 */
export function otherGroups(
  order: number,
  alternatives: readonly Groups[],
  conflict: readonly ConflictRule[],
  possible: (choices: readonly Groups[]) => boolean,
): Regrouping[] {
  const [groups = []] = alternatives;
  const [first] = groups;
  if (!first) return [];
  const { min, max } = first;
  if (!groups.every((group) => group.min === min && group.max === max)) {
    return raiseOneGroup(order, groups, conflict, possible);
  }
  const withBounds = (bounds: GroupBounds): Groups[] =>
    alternatives.map((choice) => choice.map(() => bounds));
  const found: Regrouping[] = [];
  const raised = leastStep(order - max, (by) => possible(withBounds({ min, max: max + by })));
  const lowered = leastStep(min, (by) => possible(withBounds({ min: min - by, max })));
  for (const bounds of [raised && { min, max: max + raised }, lowered && { min: min - lowered, max }]) {
    if (bounds) found.push({ choices: withBounds(bounds), change: { kind: 'bounds', ...bounds } });
  }
  if (alternatives.length > 1) return found;
  const most = Math.floor(order / Math.max(min, 1));
  for (let groupCount = groups.length + 1; groupCount <= most; groupCount++) {
    const choices = [Array.from({ length: groupCount }, () => first)];
    if (!possible(choices)) continue;
    found.push({ choices, change: { kind: 'group-count', groupCount } });
    break;
  }
  return found;
}

function raiseOneGroup(
  order: number,
  groups: Groups,
  conflict: readonly ConflictRule[],
  possible: (choices: readonly Groups[]) => boolean,
): Regrouping[] {
  const pinnedTo = new Set(conflict.flatMap((rule) => (rule.kind === 'pinned' ? [rule.group] : [])));
  return [...pinnedTo]
    .sort((a, b) => a - b)
    .flatMap((group) => {
      const { min, max } = groups[group]!;
      const raise = (by: number): Groups[] => [groups.with(group, { min, max: max + by })];
      const by = leastStep(order - max, (step) => possible(raise(step)));
      return by
        ? [{ choices: raise(by), change: { kind: 'bounds' as const, min, max: max + by, group } }]
        : [];
    });
}

/** The least step in 1..furthest that holds, by bisection (a step that holds makes every longer one hold); 0 if none. */
function leastStep(furthest: number, holds: (step: number) => boolean): number {
  if (furthest < 1 || !holds(furthest)) return 0;
  let low = 1;
  let high = furthest;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

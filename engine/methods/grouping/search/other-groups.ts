import type { ConflictRule } from '../conflicts/conflict.js';
import type { GroupBounds } from '../problem/grouping-problem.js';
import { leastStep } from './least-step.js';

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
 * smaller minimum, or, if their number was settled, more groups or, where counts or blocks conflict, fewer, `named` ones
 * kept; else a larger maximum of a group pinned or allowed to.
 */
export function otherGroups(
  order: number,
  alternatives: readonly Groups[],
  conflict: readonly ConflictRule[],
  named: readonly number[],
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
  const lowered = leastStep(min - 1, (by) => possible(withBounds({ min: min - by, max })));
  for (const bounds of [raised && { min, max: max + raised }, lowered && { min: min - lowered, max }]) {
    if (bounds) found.push({ choices: withBounds(bounds), change: { kind: 'bounds', ...bounds } });
  }
  if (alternatives.length > 1) return found;
  const more = Math.floor(order / Math.max(min, 1)) - groups.length;
  const counts = Array.from({ length: Math.max(0, more) }, (_, k) => groups.length + 1 + k);
  const fewest = Math.max(Math.ceil(order / Math.max(max, 1)), ...named.map((g) => g + 1));
  const counted = conflict.some(({ kind }) => kind === 'quota' || kind === 'variety' || kind === 'together');
  const lower = Array.from(
    { length: counted ? Math.max(0, groups.length - fewest) : 0 },
    (_, k) => groups.length - 1 - k,
  );
  for (const direction of [counts, lower]) {
    for (const groupCount of direction) {
      const choices = [Array.from({ length: groupCount }, () => first)];
      if (!possible(choices)) continue;
      found.push({ choices, change: { kind: 'group-count', groupCount } });
      break;
    }
  }
  return found;
}

function raiseOneGroup(
  order: number,
  groups: Groups,
  conflict: readonly ConflictRule[],
  possible: (choices: readonly Groups[]) => boolean,
): Regrouping[] {
  const pinnedTo = new Set(
    conflict.flatMap((rule) =>
      rule.kind === 'pinned' ? [rule.group] : rule.kind === 'allowed' ? rule.groups : [],
    ),
  );
  return [...pinnedTo]
    .filter((group) => group < groups.length)
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

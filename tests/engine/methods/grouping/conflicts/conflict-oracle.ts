import fc from 'fast-check';
import type { Change, ConflictRule } from '../../../../../engine/methods/grouping/conflicts/conflict.js';
import {
  nothing,
  type RuleSelection,
  statedRules,
} from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import type {
  GroupBounds,
  GroupingRules,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { everyGrouping, tinyCounts } from '../every-grouping.js';

export const alike = (count: number, min: number, max: number): GroupBounds[] =>
  Array.from({ length: count }, () => ({ min, max }));

/** By trying every grouping. */
export function possible(rules: GroupingRules): boolean {
  return !everyGrouping(rules).next().done;
}

export function selected(some: Partial<RuleSelection>): RuleSelection {
  return { ...nothing, ...some };
}

/** Only these rules of a problem. */
export function onlySelected(problem: GroupingRules, rules: RuleSelection): GroupingRules {
  return only(problem, statedRules(problem, rules));
}

/** Only the rules of a conflict, less the one at `without`. */
export function only(
  problem: GroupingRules,
  conflict: readonly ConflictRule[],
  without?: number,
): GroupingRules {
  const rules = conflict.filter((_, k) => k !== without);
  return {
    order: problem.order,
    groups: problem.groups,
    together: rules.flatMap((rule) => (rule.kind === 'together' ? [rule.units] : [])),
    apart: rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.units] : [])),
    pinned: rules.flatMap((rule) => (rule.kind === 'pinned' ? [[rule.unit, rule.group] as const] : [])),
    allowed: rules.flatMap((rule) => (rule.kind === 'allowed' ? [[rule.unit, rule.groups] as const] : [])),
    quotas: rules.filter((rule) => rule.kind === 'quota'),
    varieties: rules.filter((rule) => rule.kind === 'variety'),
  };
}

/** The problem after a change; null for those that leave open which groups change. */
export function after(problem: GroupingRules, change: Change): GroupingRules | null {
  const { groups } = problem;
  switch (change.kind) {
    case 'bounds': {
      const { min, max, group } = change;
      return { ...problem, groups: groups.map((old, g) => (g === (group ?? g) ? { min, max } : old)) };
    }
    case 'group-count':
      return { ...problem, groups: Array.from({ length: change.groupCount }, () => groups[0]!) };
    case 'drop': {
      const { rule } = change;
      if (rule.kind === 'sizes') return null;
      const list = listOf(rule.kind);
      return { ...problem, [list]: (problem[list] as readonly unknown[]).filter((_, k) => k !== rule.index) };
    }
    case 'drop-some':
      return withoutSome(problem, change, change.count);
    case 'limit': {
      const { rule, kind: _, sufficient: __, ...limits } = change;
      const list = listOf(rule.kind) as 'quotas' | 'varieties';
      const eased = [...(problem[list] ?? [])].map((one, k) =>
        k === rule.index ? { ...one, ...limits } : one,
      );
      return { ...problem, [list]: eased };
    }
    default:
      return null;
  }
}

/** The problem without the first so many of these rules, all of one kind. */
export function withoutSome(
  problem: GroupingRules,
  { rules }: Extract<Change, { kind: 'drop-some' }>,
  count: number,
): GroupingRules {
  const [{ kind } = { kind: 'allowed' as const }] = rules.flatMap((rule) =>
    rule.kind === 'sizes' ? [] : [rule],
  );
  const dropped = new Set(rules.slice(0, count).map((rule) => ('index' in rule ? rule.index : -1)));
  const list = listOf(kind);
  return { ...problem, [list]: (problem[list] as readonly unknown[]).filter((_, k) => !dropped.has(k)) };
}

function listOf(kind: Exclude<ConflictRule['kind'], 'sizes'>) {
  if (kind === 'quota') return 'quotas' as const;
  return kind === 'variety' ? ('varieties' as const) : kind;
}

/** Rules of every kind on tiny groups that are alike and whose sizes add up. */
export function tinyRules(largest = 6): fc.Arbitrary<GroupingRules> {
  return tinyCounts(largest).map(({ weights: _, ...problem }) => {
    const { order, groups } = problem;
    const { min, max } = groups[0]!;
    const bounds = {
      min: min % (Math.floor(order / groups.length) + 1),
      max: Math.ceil(order / groups.length) + (max % 2),
    };
    return { ...problem, groups: groups.map(() => bounds) };
  });
}

/** Units each held to a place, kept out of one, or free: many rules say the same of different units. */
export function tinyPlaces(largest = 6): fc.Arbitrary<GroupingRules> {
  const place = fc.constantFrom(null, [0], [1], [0, 1], [0, 2], 0, 1);
  return fc
    .record({
      places: fc.array(place, { minLength: 3, maxLength: largest }),
      groupCount: fc.integer({ min: 2, max: 3 }),
      more: fc.nat(1),
      less: fc.nat(1),
      quotas: fc.array(
        fc.record({
          units: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
          max: fc.integer({ min: 1, max: 2 }),
        }),
        { maxLength: 1 },
      ),
    })
    .map(({ places, groupCount, more, less, quotas }) => {
      const order = places.length;
      const min = Math.max(0, Math.floor(order / groupCount) - less);
      return {
        order,
        groups: alike(groupCount, min, Math.ceil(order / groupCount) + more),
        allowed: places.flatMap((groups, i) => (Array.isArray(groups) ? [[i, groups] as const] : [])),
        pinned: places.flatMap((g, i) => (typeof g === 'number' ? [[i, g] as const] : [])),
        quotas,
      };
    });
}

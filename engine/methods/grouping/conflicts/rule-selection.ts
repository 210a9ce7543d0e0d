import type { GroupingRules } from '../problem/grouping-problem.js';
import type { ConflictRule } from './conflict.js';

/** Rules by their place in the lists they were given in. */
export interface RuleSelection {
  readonly together: readonly number[];
  readonly apart: readonly number[];
  readonly pinned: readonly number[];
  readonly allowed: readonly number[];
  readonly quotas: readonly number[];
  readonly varieties: readonly number[];
}

/** A problem but for its groups. */
export type RulesAlone = Omit<GroupingRules, 'groups'>;

/** The kinds of rules that can be given up one by one. */
export type StatedRule = Exclude<ConflictRule, { kind: 'sizes' }>;

const lists = ['together', 'apart', 'pinned', 'allowed', 'quotas', 'varieties'] as const;

/** What `choose` keeps of each list. */
export function selection(choose: (list: (typeof lists)[number]) => readonly number[]): RuleSelection {
  return {
    together: choose('together'),
    apart: choose('apart'),
    pinned: choose('pinned'),
    allowed: choose('allowed'),
    quotas: choose('quotas'),
    varieties: choose('varieties'),
  };
}

export function everyRule(rules: RulesAlone): RuleSelection {
  return selection((list) => [...(rules[list] ?? []).keys()]);
}

export function unionOf(selections: readonly RuleSelection[]): RuleSelection {
  return selection((list) => [...new Set(selections.flatMap((one) => one[list]))].sort((a, b) => a - b));
}

/** The selected rules, told one by one. */
export function statedRules(rules: RulesAlone, selected: RuleSelection): StatedRule[] {
  return [
    ...selected.together.map((index): StatedRule => {
      return { kind: 'together', index, units: rules.together![index]! };
    }),
    ...selected.apart.map((index): StatedRule => ({ kind: 'apart', index, units: rules.apart![index]! })),
    ...selected.pinned.map((index): StatedRule => {
      const [unit, group] = rules.pinned![index]!;
      return { kind: 'pinned', index, unit, group };
    }),
    ...selected.allowed.map((index): StatedRule => {
      const [unit, groups] = rules.allowed![index]!;
      return { kind: 'allowed', index, unit, groups };
    }),
    ...selected.quotas.map((index): StatedRule => ({ kind: 'quota', index, ...rules.quotas![index]! })),
    ...selected.varieties.map((index): StatedRule => {
      return { kind: 'variety', index, ...rules.varieties![index]! };
    }),
  ];
}

/** The problem that these rules alone make. */
export function onlyRules(order: number, rules: readonly ConflictRule[]): RulesAlone {
  return {
    order,
    together: rules.flatMap((rule) => (rule.kind === 'together' ? [rule.units] : [])),
    apart: rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.units] : [])),
    pinned: rules.flatMap((rule) => (rule.kind === 'pinned' ? [[rule.unit, rule.group] as const] : [])),
    allowed: rules.flatMap((rule) => (rule.kind === 'allowed' ? [[rule.unit, rule.groups] as const] : [])),
    quotas: rules.filter((rule) => rule.kind === 'quota'),
    varieties: rules.filter((rule) => rule.kind === 'variety'),
  };
}

import type { Allowed, GroupingRules, Quota, Variety } from '../problem/grouping-problem.js';
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

/** The rules behind an impossibility, perhaps more than needed; most often the verdict is enough and they are not told. */
export type Cause = () => RuleSelection;

export const nothing: RuleSelection = {
  together: [],
  apart: [],
  pinned: [],
  allowed: [],
  quotas: [],
  varieties: [],
};

/** A problem but for its groups. */
export type RulesAlone = Omit<GroupingRules, 'groups'>;

/** The kinds of rules that can be given up one by one. */
export type StatedRule = Exclude<ConflictRule, { kind: 'sizes' }>;

const lists = ['together', 'apart', 'pinned', 'allowed', 'quotas', 'varieties'] as const;

/** The places in a list of the entries that `keep` holds. */
export function placesWhere<T>(list: readonly T[] | undefined, keep: (entry: T) => boolean): number[] {
  const places: number[] = [];
  list?.forEach((entry, k) => {
    if (keep(entry)) places.push(k);
  });
  return places;
}

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
  const together: (readonly number[])[] = [];
  const apart: (readonly [number, number])[] = [];
  const pinned: (readonly [number, number])[] = [];
  const allowed: Allowed[] = [];
  const quotas: Quota[] = [];
  const varieties: Variety[] = [];
  for (const rule of rules) {
    if (rule.kind === 'together') together.push(rule.units);
    else if (rule.kind === 'apart') apart.push(rule.units);
    else if (rule.kind === 'pinned') pinned.push([rule.unit, rule.group]);
    else if (rule.kind === 'allowed') allowed.push([rule.unit, rule.groups]);
    else if (rule.kind === 'quota') quotas.push(rule);
    else if (rule.kind === 'variety') varieties.push(rule);
  }
  return { order, together, apart, pinned, allowed, quotas, varieties };
}

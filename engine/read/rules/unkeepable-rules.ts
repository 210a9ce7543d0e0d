import type { Rule, RuleKind } from '../../model/rule.js';
import { territoriesNamedBy } from '../../model/rule.js';
import type { HeldValues } from './held-values.js';

/** Why no workshops whatever could keep a rule. */
export type Unkeepable =
  | { readonly why: 'too-few-values'; readonly found: number; readonly count: number }
  | { readonly why: 'lone-holder'; readonly values: readonly string[] }
  | { readonly why: 'no-chair-pair' };

/** What a rule is about that the assembly tells nothing of: it would change nothing. */
export type LackingData = 'availability' | 'wishes' | 'history' | 'positions' | 'members' | 'values';

/** What the assembly tells, for the rules that need it. */
export interface ToldData {
  readonly held: HeldValues;
  readonly has: Readonly<Record<Exclude<LackingData, 'values'>, boolean>>;
}

/** Whether the assembly is such that a rule can be kept in no way, sizes and other rules apart. */
export function whyUnkeepable(rule: Rule, { held }: ToldData): Unkeepable | undefined {
  if (rule.kind === 'at-least-different') {
    const found = holdersAmong(rule, held[rule.attribute]).length;
    return found < rule.count ? { why: 'too-few-values', found, count: rule.count } : undefined;
  }
  if (rule.kind === 'not-alone') {
    const lone = holdersAmong(rule, held[rule.attribute])
      .filter(({ value, holders }) => holders === 1 && (rule.value === undefined || rule.value === value))
      .map(({ value }) => value);
    return lone.length > 0 ? { why: 'lone-holder', values: lone } : undefined;
  }
  if (rule.kind === 'chair-pair') {
    const women = held.civility.get('F') ?? new Set();
    const men = held.civility.get('M') ?? new Set();
    const possible = women.size > 0 && men.size > 0 && new Set([...women, ...men]).size > 1;
    return possible ? undefined : { why: 'no-chair-pair' };
  }
  return undefined;
}

/** What is missing for a rule to have any effect. */
export function lackingDataOf(rule: Rule, { held, has }: ToldData): LackingData | undefined {
  const needed = neededBy[rule.kind];
  if (needed) return has[needed] ? undefined : needed;
  const attribute = rule.kind === 'at-most' || rule.kind === 'not-alone' ? rule.attribute : undefined;
  return attribute && held[attribute].size === 0 ? 'values' : undefined;
}

const neededBy: Partial<Record<RuleKind, Exclude<LackingData, 'values'>>> = {
  'common-slots': 'availability',
  wishes: 'wishes',
  'past-meetings': 'history',
  spread: 'positions',
  'same-perimeter': 'members',
};

function holdersAmong(
  rule: Rule,
  values: ReadonlyMap<string, ReadonlySet<string>>,
): { value: string; holders: number }[] {
  const named = new Set(territoriesNamedBy(rule));
  return [...values]
    .map(([value, holders]) => ({
      value,
      holders: named.size === 0 ? holders.size : [...holders].filter((id) => named.has(id)).length,
    }))
    .filter(({ holders }) => holders > 0);
}

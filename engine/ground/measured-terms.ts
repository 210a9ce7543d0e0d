import { pairCriterion } from '../criteria/forms/pair-criterion.js';
import type { Criterion } from '../model/criterion.js';
import type { Rule } from '../model/rule.js';
import { measuredRules } from '../workshop/rules/measured-rules.js';
import type { UnitGrouping } from './workshop-ground.js';

/** The pairs of seats of one territory that meet: what the entry by seat is about, no hand may break it. */
export const sameTerritoryId = 'same-territory';

/** What is asked of the workshops: a rule, or a term that the entry adds. */
export interface MeasuredTerm {
  readonly ruleId: string;
  readonly level: Rule['level'];
  readonly rule?: Rule;
  /** they all have the weight of the rule */
  readonly criteria: readonly Criterion[];
}

/** All that is asked of units: the rules, parity and colleges of seats, and last the seats of one territory apart. */
export function measuredTerms(
  rules: readonly Rule[],
  { units, facts, balance, apart }: Pick<UnitGrouping, 'units' | 'facts' | 'balance' | 'apart'>,
): MeasuredTerm[] {
  const pairs = apart.map(([i, j]) => [i, j, 1] as const);
  const separation = pairCriterion({ ruleId: sameTerritoryId, level: 'hard' }, pairs);
  return [
    ...measuredRules(rules, units, facts).map(({ rule, criteria }) => ({
      ruleId: rule.id,
      level: rule.level,
      rule,
      criteria,
    })),
    ...balance.map((criterion) => ({
      ruleId: criterion.ruleId,
      level: criterion.level,
      criteria: [criterion],
    })),
    ...(pairs.length > 0
      ? [{ ruleId: sameTerritoryId, level: 'hard' as const, criteria: [separation] }]
      : []),
  ];
}

import type { Criterion } from '../../model/criterion.js';
import type { Rule } from '../../model/rule.js';
import type { RuleFacts } from '../../model/rule-facts.js';
import type { RuleUnit } from '../../model/rule-unit.js';
import { unitGround } from '../unit-ground.js';
import { ruleCriteria } from './rule-criteria.js';

/** A rule and the criteria that add up to its penalty. */
export interface MeasuredRule {
  readonly rule: Rule;
  readonly criteria: readonly Criterion[];
}

/**
 * Every rule as criteria, those that must hold included: what the search keeps by construction has to be
 * measured where a hand may break it.
 *
 * @throws EngineError `unknown-territory`
 */
export function measuredRules(
  rules: readonly Rule[],
  units: readonly RuleUnit[],
  facts: RuleFacts,
): MeasuredRule[] {
  const ground = unitGround(units, facts);
  return rules.map((rule) => ({ rule, criteria: ruleCriteria(rule, ground) }));
}

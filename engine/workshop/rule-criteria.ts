import type { Criterion } from '../model/criterion.js';
import type { Rule } from '../model/rule.js';
import { indexRules } from './index-rules.js';

/** A rule and the criterion that measures it. */
export interface MeasuredRule {
  readonly rule: Rule;
  readonly criterion: Criterion;
}

/**
 * Every rule as a criterion over the indices of `territoryIds`, those that must hold included: what the
 * search keeps by construction has to be measured where a hand may break it.
 *
 * @throws EngineError as `indexRules`
 */
export function measuredRules(rules: readonly Rule[], territoryIds: readonly string[]): MeasuredRule[] {
  return rules.flatMap((rule) =>
    // a wish is always a criterion, whatever its kind
    indexRules([{ ...rule, level: 'soft' }], territoryIds).criteria.map((criterion) => ({
      rule,
      criterion,
    })),
  );
}

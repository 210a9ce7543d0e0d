import type { Criterion } from '../model/criterion.js';
import { pairCriterion } from './forms/pair-criterion.js';
import { pairsOf } from './forms/pairs-of.js';
import { checkIndices } from './forms/rule-facts.js';
import type { UnitRule } from './forms/rule-terms.js';

/**
 * These units share one group. Penalty: the pairs of them that do not; a unit placed nowhere is with nobody.
 *
 * @throws EngineError `bad-rule`
 */
export function togetherCriterion({ units, ...terms }: UnitRule): Criterion {
  checkIndices(terms.ruleId, 'unit', units);
  return pairCriterion(terms, pairsOf(units, -1));
}

import type { Criterion } from '../model/criterion.js';
import { pairCriterion } from './forms/pair-criterion.js';
import { pairsOf } from './forms/pairs-of.js';
import { checkIndices } from './forms/rule-facts.js';
import type { UnitRule } from './forms/rule-terms.js';

/**
 * No two of these units share a group. Penalty: the pairs of them that do.
 *
 * @throws EngineError `bad-rule`
 */
export function apartCriterion({ units, ...terms }: UnitRule): Criterion {
  checkIndices(terms.ruleId, 'unit', units);
  return pairCriterion(terms, pairsOf(units, 1));
}

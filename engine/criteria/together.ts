import type { Criterion } from '../model/criterion.js';
import { pairCriterion } from './forms/pair-criterion.js';
import { pairsOf } from './forms/pairs-of.js';
import type { UnitRule } from './forms/rule-terms.js';

/** These units share one group. Penalty: the pairs of them that do not; a unit placed nowhere is with nobody. */
export function togetherCriterion({ units, ...terms }: UnitRule): Criterion {
  return pairCriterion(terms, pairsOf(units, -1));
}

import type { Criterion } from '../model/criterion.js';
import { mergedPairs } from './forms/merged-pairs.js';
import { pairCriterion } from './forms/pair-criterion.js';
import { checkPairs } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

/**
 * Units whose perimeters overlap are apart. `pairs`: the overlap of two units, 0..1. Penalty: the overlaps of
 * pairs that share a group, summed; of a pair given twice, the larger counts.
 *
 * @throws EngineError `bad-rule`
 */
export function samePerimeterCriterion({
  pairs,
  ...terms
}: RuleTerms & {
  readonly pairs: readonly (readonly [i: number, j: number, overlap: number])[];
}): Criterion {
  checkPairs(terms.ruleId, 'overlap', pairs, { from: 0, to: 1 });
  return pairCriterion(terms, mergedPairs(pairs, Math.max));
}

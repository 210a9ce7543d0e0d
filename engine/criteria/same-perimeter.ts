import type { Criterion } from '../model/criterion.js';
import { mergedPairs } from './forms/merged-pairs.js';
import { pairCriterion } from './forms/pair-criterion.js';
import type { RuleTerms } from './forms/rule-terms.js';

/**
 * Units whose perimeters overlap are apart. `pairs`: the overlap of two units, 0..1. Penalty: the overlaps of
 * pairs that share a group, summed; of a pair given twice, the larger counts.
 */
export function samePerimeterCriterion({
  pairs,
  ...terms
}: RuleTerms & {
  readonly pairs: readonly (readonly [i: number, j: number, overlap: number])[];
}): Criterion {
  return pairCriterion(terms, mergedPairs(pairs, Math.max));
}

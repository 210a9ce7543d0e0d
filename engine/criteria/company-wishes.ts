import type { Criterion, PairPenalty } from '../model/criterion.js';
import { mergedPairs } from './forms/merged-pairs.js';
import { pairCriterion } from './forms/pair-criterion.js';
import { checkIndices } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

/**
 * Units are with those they wish to be with. `wishes[i]` names the units that unit i wishes, best first.
 *
 * Penalty, summed over units and wishes not fulfilled: the wish of rank r (from 0) of m weighs
 * (m − r) / (1 + 2 + … + m), so that a unit all of whose wishes fail costs 1.
 *
 * @throws EngineError `bad-rule`
 */
export function companyWishesCriterion({
  wishes,
  ...terms
}: RuleTerms & { readonly wishes: readonly (readonly number[])[] }): Criterion {
  for (const wished of wishes) checkIndices(terms.ruleId, 'wished unit', wished);
  const fulfilled = wishes.flatMap((listed, i) => {
    const wished = [...new Set(listed)].filter((j) => j !== i);
    const m = wished.length;
    return wished.map((j, r): PairPenalty => [i, j, (-2 * (m - r)) / (m * (m + 1))]);
  });
  return pairCriterion(
    terms,
    mergedPairs(fulfilled, (a, b) => a + b),
  );
}

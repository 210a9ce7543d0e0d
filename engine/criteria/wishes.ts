import type { Criterion } from '../model/criterion.js';
import { placeCriterion } from './forms/place-criterion.js';
import { checkIndices } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

/**
 * Units are where they wish to be. `wishes[i]` names the groups that unit i wishes, best first. Penalty, summed
 * over units: r/m in the wish of rank r (from 0) of m, 1 anywhere else or nowhere, 0 for who wishes nothing.
 *
 * @throws EngineError `bad-rule`
 */
export function wishesCriterion({
  wishes,
  ...terms
}: RuleTerms & { readonly wishes: readonly (readonly number[])[] }): Criterion {
  for (const wished of wishes) checkIndices(terms.ruleId, 'wished group', wished);
  return placeCriterion(
    terms,
    wishes.flatMap((listed, unit) => {
      const groups = [...new Set(listed)];
      if (groups.length === 0) return [];
      return [{ unit, elsewhere: 1, at: groups.map((g, r): [number, number] => [g, r / groups.length]) }];
    }),
  );
}

import type { Criterion } from '../model/criterion.js';
import { placeCriterion } from './forms/place-criterion.js';
import { checkNumber } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

/**
 * Units stay in the group where a published plan has them. `published[i]` is the group of unit i, −1 for a
 * newcomer, who is free. Penalty: the units that are elsewhere, the unplaced among them.
 *
 * @throws EngineError `bad-rule`
 */
export function changeCriterion({
  published,
  ...terms
}: RuleTerms & { readonly published: Int32Array }): Criterion {
  for (const group of published)
    checkNumber(terms.ruleId, 'published group', group, { from: -1, whole: true });
  return placeCriterion(
    terms,
    [...published].flatMap((group, unit) => (group === -1 ? [] : [{ unit, elsewhere: 1, at: [[group, 0]] }])),
  );
}

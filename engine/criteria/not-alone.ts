import type { Criterion } from '../model/criterion.js';
import { groupCriterion } from './forms/group-criterion.js';
import { checkIndices } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';
import { membersByValue, unitValues } from './forms/unit-values.js';
import { ValueTally } from './forms/value-tally.js';

/**
 * No unit is the only one of its value in its group: no lone mountain territory, no lone woman. `valuesOf[i]`:
 * the values of unit i, by index from 0. Penalty: the groups and values with just one unit.
 *
 * @throws EngineError `bad-rule`
 */
export function notAloneCriterion({
  valuesOf,
  ...terms
}: RuleTerms & { readonly valuesOf: readonly (readonly number[])[] }): Criterion {
  for (const values of valuesOf) checkIndices(terms.ruleId, 'value', values);
  const values = unitValues(valuesOf);
  return groupCriterion(
    terms,
    (members) =>
      membersByValue(valuesOf, members)
        .filter(([, units]) => units.length === 1)
        .map(([, units]) => ({ units, penalty: 1 })),
    (groupCount, order) => new ValueTally(values, groupCount, order, (count) => (count === 1 ? 1 : 0)),
  );
}

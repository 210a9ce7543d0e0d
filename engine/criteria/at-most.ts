import type { Criterion } from '../model/criterion.js';
import { groupCriterion } from './forms/group-criterion.js';
import { checkIndices, checkNumber } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';
import { membersByValue, unitValues } from './forms/unit-values.js';
import { ValueTally } from './forms/value-tally.js';

/**
 * No group holds more than `most` units of one value (a département, a kind). `valuesOf[i]`: the values of unit
 * i, by index from 0. Penalty, summed over groups and values: units beyond `most`.
 *
 * @throws EngineError `bad-rule`
 */
export function atMostCriterion({
  valuesOf,
  most,
  ...terms
}: RuleTerms & {
  readonly valuesOf: readonly (readonly number[])[];
  readonly most: number;
}): Criterion {
  checkNumber(terms.ruleId, 'most', most, { from: 0, whole: true });
  for (const values of valuesOf) checkIndices(terms.ruleId, 'value', values);
  const values = unitValues(valuesOf);
  const beyond = (count: number): number => Math.max(0, count - most);
  return groupCriterion(
    terms,
    (members) =>
      membersByValue(valuesOf, members)
        .filter(([, units]) => units.length > most)
        .map(([, units]) => ({ units, penalty: beyond(units.length) })),
    (groupCount, order) => new ValueTally(values, groupCount, order, beyond),
  );
}

import type { Criterion } from '../model/criterion.js';
import { placeCriterion } from './forms/place-criterion.js';
import { checkIndices } from './forms/rule-facts.js';
import type { UnitRule } from './forms/rule-terms.js';

/**
 * These units are in this group. Penalty: those that are not.
 *
 * @throws EngineError `bad-rule`
 */
export function pinnedCriterion({
  units,
  group,
  ...terms
}: UnitRule & { readonly group: number }): Criterion {
  checkIndices(terms.ruleId, 'unit', units);
  checkIndices(terms.ruleId, 'group', [group]);
  return placeCriterion(
    terms,
    units.map((unit) => ({ unit, elsewhere: 1, at: [[group, 0]] })),
  );
}

import type { Criterion } from '../model/criterion.js';
import { placeCriterion } from './forms/place-criterion.js';
import { checkIndices } from './forms/rule-facts.js';
import type { UnitRule } from './forms/rule-terms.js';

/**
 * These units are in none of these groups. Penalty: those that are.
 *
 * @throws EngineError `bad-rule`
 */
export function forbiddenCriterion({
  units,
  groups,
  ...terms
}: UnitRule & { readonly groups: readonly number[] }): Criterion {
  checkIndices(terms.ruleId, 'unit', units);
  checkIndices(terms.ruleId, 'group', groups);
  return placeCriterion(
    terms,
    units.map((unit) => ({ unit, elsewhere: 0, at: groups.map((g) => [g, 1]) })),
  );
}

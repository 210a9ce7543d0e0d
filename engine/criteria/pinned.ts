import type { Criterion } from '../model/criterion.js';
import { placeCriterion } from './forms/place-criterion.js';
import type { UnitRule } from './forms/rule-terms.js';

/** These units are in this group. Penalty: those that are not. */
export function pinnedCriterion({
  units,
  group,
  ...terms
}: UnitRule & { readonly group: number }): Criterion {
  return placeCriterion(
    terms,
    units.map((unit) => ({ unit, elsewhere: 1, at: [[group, 0]] })),
  );
}

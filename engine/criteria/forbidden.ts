import type { Criterion } from '../model/criterion.js';
import { placeCriterion } from './forms/place-criterion.js';
import type { UnitRule } from './forms/rule-terms.js';

/** These units are in none of these groups. Penalty: those that are. */
export function forbiddenCriterion({
  units,
  groups,
  ...terms
}: UnitRule & { readonly groups: readonly number[] }): Criterion {
  return placeCriterion(
    terms,
    units.map((unit) => ({ unit, elsewhere: 0, at: groups.map((g) => [g, 1]) })),
  );
}

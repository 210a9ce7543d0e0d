import type { Criterion } from '../../model/criterion.js';
import { placeCriterion } from './place-criterion.js';
import { checkIndices } from './rule-facts.js';
import type { UnitRule } from './rule-terms.js';

/** A rule on units and on groups, by index. */
export interface GroupsRule extends UnitRule {
  readonly groups: readonly number[];
}

/**
 * What each unit of a rule costs in one of its groups, and elsewhere or unplaced.
 *
 * @throws EngineError `bad-rule`
 */
export function groupsCriterion(
  { units, groups, ...terms }: GroupsRule,
  { within, elsewhere }: { readonly within: number; readonly elsewhere: number },
): Criterion {
  checkIndices(terms.ruleId, 'unit', units);
  checkIndices(terms.ruleId, 'group', groups);
  return placeCriterion(
    terms,
    units.map((unit) => ({ unit, elsewhere, at: groups.map((g) => [g, within]) })),
  );
}

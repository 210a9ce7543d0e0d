import type { Criterion } from '../model/criterion.js';
import { type GroupsRule, groupsCriterion } from './forms/groups-criterion.js';

/**
 * These units are in none of these groups. Penalty: those that are.
 *
 * @throws EngineError `bad-rule`
 */
export function forbiddenCriterion(rule: GroupsRule): Criterion {
  return groupsCriterion(rule, { within: 1, elsewhere: 0 });
}

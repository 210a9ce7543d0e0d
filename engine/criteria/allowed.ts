import type { Criterion } from '../model/criterion.js';
import { type GroupsRule, groupsCriterion } from './forms/groups-criterion.js';

/**
 * These units are in one of these groups. Penalty: those that are not, the unplaced among them.
 *
 * @throws EngineError `bad-rule`
 */
export function allowedCriterion(rule: GroupsRule): Criterion {
  return groupsCriterion(rule, { within: 0, elsewhere: 1 });
}

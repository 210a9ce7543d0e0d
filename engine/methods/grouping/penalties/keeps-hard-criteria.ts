import { groupOfEach } from '../../../numeric/group-members.js';
import type { GroupingProblem } from '../problem/grouping-problem.js';

/** Whether these units, alone in one group with all others placed nowhere, keep every hard criterion. */
export function keepsHardCriteria(
  { order, criteria = [] }: Pick<GroupingProblem, 'order' | 'criteria'>,
  units: readonly number[],
): boolean {
  const hard = criteria.filter(({ level }) => level === 'hard');
  if (hard.length === 0) return true;
  const groupOf = groupOfEach([units], order);
  return hard.every((criterion) => criterion.evaluate(groupOf) <= 1e-9);
}

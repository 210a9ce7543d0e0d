import { lowestWorkshopCriterion } from '../../criteria/lowest-workshop.js';
import { worstServedCriterion } from '../../criteria/worst-served.js';
import type { Criterion } from '../../model/criterion.js';
import type { Options } from '../../options.js';

/**
 * What turns the search from the sum of the weights to those worst off: nothing for the sum itself, else one soft
 * criterion, so heavy that a mean raised by one in `order` outweighs all pairs together: the sum decides between
 * near equals.
 *
 * `weights` is order × order, symmetric.
 */
export function objectiveCriteria(
  objective: Options['workshop']['objective'],
  weights: Float64Array,
  order: number,
): Criterion[] {
  if (objective === 'total') return [];
  const total = weights.reduce((sum, w) => sum + Math.abs(w), 0) / 2;
  const terms = {
    ruleId: objective,
    level: 'soft' as const,
    weight: order * Math.max(1, total),
    weights,
    order,
  };
  return [objective === 'worst-served' ? worstServedCriterion(terms) : lowestWorkshopCriterion(terms)];
}

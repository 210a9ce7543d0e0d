import type { GroupingState } from '../grouping/search/grouping-state.js';
import type { RoundsState } from './rounds-state.js';
import { unsettledRounds } from './seated-round.js';

/**
 * What the least costly exchange of a unit costs, the median over the units of a round that stands at a local
 * optimum: the scale of the bumps that annealing has to cross, in units of value; 0 where nothing costs anything.
 */
export function medianLoss(state: RoundsState): number {
  const [round] = unsettledRounds(state, 0);
  if (!round) return 0;
  round.takeOut();
  const { grouping } = round;
  const losses = Float64Array.from(grouping.groupOf, (_, a) => leastLoss(grouping, a)).sort();
  round.putBack();
  return losses[losses.length >> 1] ?? 0;
}

function leastLoss(grouping: GroupingState, a: number): number {
  const { groupOf } = grouping;
  let least = Number.POSITIVE_INFINITY;
  for (let b = 0; b < groupOf.length; b++) {
    if (groupOf[b] !== groupOf[a]) least = Math.min(least, -grouping.gainOfSwap(a, b));
  }
  return Math.max(0, least);
}

import type { Rng } from '../../../random/rng.js';
import { feasibleGrouping } from './feasible-grouping.js';
import type { GroupingState } from './grouping-state.js';

/**
 * Mixes the blocks of two groups drawn at random and finds room again for all, the others staying where
 * they are as far as the rules allow. Crosses where separations and blocks leave no exchange of two open.
 */
export function rebuild(state: GroupingState, rng: Rng): void {
  const { rules } = state;
  const g = rng.integer(rules.groupCount);
  const h = rng.integer(rules.groupCount);
  const preferred = state.groupOf.map((at) => {
    if (at !== g && at !== h) return at;
    return rng.integer(2) === 0 ? g : h;
  });
  const found = feasibleGrouping(rules, rng, { preferred, budget: 2 * rules.blockCount });
  if (found.outcome !== 'found') return;
  found.groupOf.forEach((at, b) => {
    state.move(b, at);
  });
}

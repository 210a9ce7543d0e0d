import type { BestByMoves } from './best-by-moves.js';
import type { MembershipState } from './membership-state.js';

/**
 * Offers every set of memberships that takes at most `budget` moves more than the state as it is, each once; the state is
 * left as it was. Exponential: ask `countMemberships` first.
 */
export function everyMembership(state: MembershipState, budget: number, best: BestByMoves): void {
  const order = flipsOf(state);
  const visit = (from: number, room: number): void => {
    best.offer(state);
    for (let at = from; at < order.length; at++) {
      const f = order[at]!;
      const cost = state.movesBy(f);
      if (cost > room || !state.mayFlip(f)) continue;
      state.flip(f);
      visit(at + 1, room - cost);
      state.flip(f);
    }
  };
  visit(0, budget);
}

/** How many sets `everyMembership` may have to offer, rules that forbid some left out; infinite where moves could be undone. */
export function countMemberships(state: MembershipState, budget: number): number {
  // counts[c]: the sets that take c moves
  const counts = new Float64Array(budget + 1);
  counts[0] = 1;
  for (const f of flipsOf(state)) {
    const cost = state.movesBy(f);
    if (cost < 0) return Number.POSITIVE_INFINITY;
    for (let c = budget; c >= cost; c--) counts[c]! += counts[c - cost]!;
  }
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Who may leave before who may come: a place that is refused then stays refused. */
function flipsOf({ flipCount, on }: MembershipState): number[] {
  const all = Array.from({ length: flipCount }, (_, f) => f);
  return [...all.filter((f) => on[f] === 1), ...all.filter((f) => on[f] === 0)];
}

import type { Rng } from '../../../random/rng.js';
import type { GroupingState } from './grouping-state.js';

/**
 * Mends groups in which a hard criterion is broken: min-conflicts (Minton et al. 1992, 10.1016/0004-3702(92)90007-K)
 * with a short memory (Glover 1989, 10.1287/ijoc.1.3.190).
 *
 * A broken group drawn at random makes a change that mends it, a move or an exchange, or else its best one, be it a
 * loss; blocks that just changed wait. Ends when no group is broken, or with the least broken grouping after a number
 * of steps without progress: false then. Bounds, separations and pins hold throughout.
 */
export function repair(state: GroupingState, rng: Rng, shouldStop: () => boolean): boolean {
  const { criteria, rules } = state;
  if (criteria.none || brokenGroup(state, rng) === -1) return true;
  if (rules.groupCount < 2) return false;
  const waitsUntil = new Int32Array(rules.blockCount);
  let best = state.objective;
  state.commit();
  const patience = 100 + 2 * rules.blockCount;
  for (let step = 1, last = step; step < last + patience && !shouldStop(); step++) {
    const g = brokenGroup(state, rng);
    if (g === -1) break;
    const change = bestChange(state, g, waitsUntil, { step, rng });
    if (!change) continue;
    for (const [b, h] of change) {
      state.move(b, h);
      waitsUntil[b] = step + 3 + rng.integer(8);
    }
    // less than a break is not worth remembering: that is for the search
    if (state.objective < best + criteria.leastBreak) continue;
    best = state.objective;
    last = step;
    state.commit();
  }
  // what came after the least broken grouping was of no use
  if (state.objective < best) state.rollback(best);
  state.commit();
  return brokenGroup(state, rng) === -1;
}

/** One of the broken groups, or −1. */
function brokenGroup({ criteria, rules }: GroupingState, rng: Rng): number {
  let chosen = -1;
  let seen = 0;
  for (let g = 0; g < rules.groupCount; g++) {
    if (criteria.isBroken(g) && rng.integer(++seen) === 0) chosen = g;
  }
  return chosen;
}

/**
 * The moves of the best change between group g and another one: of the first, in turn from a random one, where a
 * change mends something, or else of all.
 */
function bestChange(
  state: GroupingState,
  g: number,
  waitsUntil: Int32Array,
  { step, rng }: { step: number; rng: Rng },
): [b: number, h: number][] | null {
  const { members, capacity, count, rules, criteria } = state;
  const ready = (b: number): boolean => waitsUntil[b]! <= step;
  let best = Number.NEGATIVE_INFINITY;
  let change: [number, number][] | null = null;
  const offer = (gain: number, moves: [number, number][]): void => {
    if (gain <= best) return;
    best = gain;
    change = moves;
  };
  const first = rng.integer(rules.groupCount);
  for (let k = 0; k < rules.groupCount && best < criteria.leastBreak; k++) {
    const h = (first + k) % rules.groupCount;
    if (h === g) continue;
    for (let y = 0; y < count[h]!; y++) {
      const b = members[h * capacity + y]!;
      if (ready(b) && state.allowsMove(b, g)) offer(state.gainOfMove(b, g), [[b, g]]);
    }
    for (let x = 0; x < count[g]!; x++) {
      const a = members[g * capacity + x]!;
      if (!ready(a)) continue;
      if (state.allowsMove(a, h)) offer(state.gainOfMove(a, h), [[a, h]]);
      for (let y = 0; y < count[h]!; y++) {
        const b = members[h * capacity + y]!;
        if (!ready(b) || !state.allowsSwap(a, b)) continue;
        offer(state.gainOfSwap(a, b), [
          [a, h],
          [b, g],
        ]);
      }
    }
  }
  return change;
}

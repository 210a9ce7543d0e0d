import type { SlotProblem } from './slot-problem.js';

/**
 * What any choice that places all sessions costs at the least: for each series the cheapest slots in order of time with
 * its gaps, its span and what else clashes left aside (a path through sessions × slots). Infinity where a series cannot be
 * placed whole. `without`: a slot that is not used. O(sessions × slots).
 */
export function leastCost(problem: SlotProblem, without = -1): number {
  const inSeries = new Set(problem.series.flatMap(({ sessions }) => sessions));
  let total = 0;
  for (const { sessions, gap } of problem.series) total += leastOfSeries(problem, sessions, gap, without);
  for (let s = 0; s < problem.sessions; s++) {
    if (!inSeries.has(s)) total += leastOfSeries(problem, [s], 0, without);
  }
  return total;
}

/** How many slots each choice of the least cost uses at the least: those without any one of which it costs more. */
export function slotsOfLeastCost(problem: SlotProblem): number {
  const least = leastCost(problem);
  let needed = 0;
  for (let slot = 0; slot < problem.slots; slot++) if (leastCost(problem, slot) > least) needed++;
  return needed;
}

function leastOfSeries(
  { slots, cost, dayOf }: SlotProblem,
  sessions: readonly number[],
  gap: number,
  without: number,
): number {
  let before = new Float64Array(slots);
  let least = 0;
  for (const [k, s] of sessions.entries()) {
    const now = new Float64Array(slots);
    let reached = 0;
    let cheapest = k === 0 ? 0 : Infinity;
    least = Infinity;
    for (let slot = 0; slot < slots; slot++) {
      // slots are in order of time: those the session before may have had only grow
      while (k > 0 && reached < slot && dayOf[reached]! + gap <= dayOf[slot]!) {
        cheapest = Math.min(cheapest, before[reached++]!);
      }
      now[slot] = slot === without ? Infinity : cheapest + cost[s * slots + slot]!;
      least = Math.min(least, now[slot]!);
    }
    before = now;
  }
  return least;
}

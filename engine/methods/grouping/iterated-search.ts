import type { Rng } from '../../random/rng.js';
import { Acceptance } from './acceptance.js';
import type { GroupingState } from './grouping-state.js';
import { climb } from './local-search.js';
import { perturb } from './perturb.js';
import { rebuild } from './rebuild.js';

export interface SearchControl {
  /** rounds of perturbation and climb after the first climb */
  readonly iterations: number;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** a fresh feasible grouping of blocks for the start of a new cycle */
  readonly restart: () => Int32Array;
}

/**
 * Iterated local search (Lourenço, Martin, Stützle 2003, 10.1007/0-306-48056-5_11): climb, then disturb
 * two groups, climb again, and keep or undo the round.
 *
 * Rounds come in cycles, each twice as long as the one before and started afresh, so that the search
 * neither freezes nor needs to know how long it may run. Returns the best grouping of blocks met.
 */
export function iteratedSearch(
  state: GroupingState,
  rng: Rng,
  { iterations, shouldStop, onProgress, restart }: SearchControl,
): { groupOf: Int32Array; iterations: number } {
  const { tolerance, total } = state.weights;
  const { order, blockCount, apartBlocks } = state.rules;
  const acceptance = new Acceptance(tolerance, total);
  const entangled = apartBlocks.length > 0 || blockCount < order;
  const reportEvery = Math.max(1, Math.floor(iterations / 100));
  climb(state, shouldStop);
  state.commit();
  let current = state.objective;
  let best = current;
  let bestGroupOf = state.groupOf.slice();
  let cycleStart = 0;
  let cycleLength = Math.min(firstCycle(blockCount), iterations);
  let done = 0;

  for (; done < iterations && !shouldStop(); done++) {
    if (done === cycleStart + cycleLength) {
      cycleStart = done;
      cycleLength = Math.min(2 * cycleLength, iterations - done);
      restart().forEach((g, b) => {
        state.move(b, g);
      });
      state.commit();
      current = state.objective;
    } else if (entangled && rng.integer(rebuildEvery) === 0) {
      rebuild(state, rng);
    } else {
      perturb(state, rng, 1 + rng.integer(2));
    }
    climb(state, shouldStop);
    const phase = (done - cycleStart) / cycleLength;
    if (acceptance.accepts(current - state.objective, phase, rng.next())) {
      state.commit();
      current = state.objective;
      if (current > best + tolerance) {
        best = current;
        bestGroupOf = state.groupOf.slice();
      }
    } else {
      state.rollback(current);
    }
    if ((done + 1) % reportEvery === 0) onProgress(done + 1, iterations);
  }
  return { groupOf: bestGroupOf, iterations: done };
}

/** How often, on average, a round rebuilds two groups where separations or blocks bind. */
const rebuildEvery = 8;

/** Short for tiny problems, which gain by fresh starts; at least the default effort for those of a region's size. */
function firstCycle(blockCount: number): number {
  return Math.max(1, 2 * blockCount * blockCount);
}

import { EngineError } from '../../engine-error.js';
import { createRng } from '../../random/rng.js';
import { checkRounds, presence } from './check-rounds.js';
import { designedSeating, restingByDesign } from './designed-seating.js';
import { fewestRepeats } from './fewest-repeats.js';
import { firstSeating } from './first-seating.js';
import type { RoundsProblem } from './rounds-problem.js';
import { RoundsState } from './rounds-state.js';
import { searchRounds } from './search-rounds.js';
import { turnsOut } from './sitting-out.js';

export interface RoundsOptions {
  /** default 1 */
  readonly seed?: number | undefined;
  /** exchanges offered by the search; default `defaultRoundIterations` */
  readonly iterations?: number | undefined;
  /** asked often; true ends the search with the best rounds so far */
  readonly shouldStop?: (() => boolean) | undefined;
  /** some hundred times per search */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface RoundsPlan {
  /** the group of each unit in each round; −1: absent, or sitting out */
  readonly groupOf: readonly Int32Array[];
  /** meetings beyond the first, summed over pairs, history counted */
  readonly repeats: number;
  /** no plan of these rounds with these turns of sitting out has fewer repeats */
  readonly fewestPossible: number;
  /** Σ over rounds of the weights of pairs in one group, less repeatCost × Σ m(m − 1)/2 when that is finite */
  readonly value: number;
  /** for each unit, in how many rounds it is there and has no seat */
  readonly sittingOut: Int32Array;
  /** exchanges offered; 0 when a design answers at once */
  readonly iterations: number;
}

/**
 * Plans rounds of groups in which few pairs meet twice and which are worth much.
 *
 * With a finite `repeatCost`, for the largest value; without, for the least Σ m(m − 1)/2 over pairs that meet
 * m times, history counted, and among such plans the largest value. A combinatorial design is taken where
 * one fits (`findDesign`); otherwise, and for weights, all rounds are searched at once (`searchRounds`). Bounds
 * and absences always hold. Where a round has fewer places than units that are there, turns of sitting out
 * are even (`seatedInTurn`). The same problem, seed and iterations give the same plan. O(order²) memory.
 *
 * @throws EngineError `bad-iterations` and those of `checkRounds`
 */
export function planRounds(problem: RoundsProblem, options: RoundsOptions = {}): RoundsPlan {
  checkRounds(problem);
  const shouldStop = options.shouldStop ?? (() => false);
  const rng = createRng(options.seed ?? 1);
  const turning = firstSeating(problem, rng.stream('seating'));
  const resting = restingByDesign(problem, turning, rng.stream('resting'), shouldStop);
  const seating = resting ? { ...turning, groupOf: resting.groupOf } : turning;
  const iterations = options.iterations ?? defaultRoundIterations(problem.order, problem.rounds.length);
  if (!(iterations >= 0)) {
    throw new EngineError('bad-iterations', `iterations is ${iterations}.`, 'give 0 or more.', iterations);
  }
  const fewestPossible = fewestRepeats(seating);
  const repeatCost = problem.repeatCost ?? Number.POSITIVE_INFINITY;
  const state = new RoundsState(seating);
  const tried = searchRounds(state, rng.stream('search'), {
    iterations,
    repeatCost,
    leastCost: fewestPossible,
    design: () => resting ?? designedSeating(seating, rng.stream('design'), shouldStop),
    shouldStop,
    onProgress: options.onProgress ?? (() => {}),
  });
  return {
    groupOf: roundByRound(state),
    repeats: state.repeats(),
    fewestPossible,
    value: state.value - (repeatCost === Number.POSITIVE_INFINITY ? 0 : repeatCost * state.cost),
    sittingOut: turnsOut(problem.order, presence(problem), state.groupOf),
    iterations: tried,
  };
}

/** Some hundred sweeps over all exchanges: about a second for a region's programme; fewer for a country's, more for few. */
export function defaultRoundIterations(order: number, roundCount: number): number {
  const sweep = (roundCount * order * order) / 2;
  return Math.min(Math.max(320 * sweep, Math.min(5000 * sweep, 3e7)), 4e8);
}

/** Group numbers of each round counted from 0. */
function roundByRound(state: RoundsState): Int32Array[] {
  const { order, groupOf, seating, roundCount } = state;
  return Array.from({ length: roundCount }, (_, r) =>
    groupOf.slice(r * order, (r + 1) * order).map((g) => (g === -1 ? -1 : g - seating.groupStart[r]!)),
  );
}

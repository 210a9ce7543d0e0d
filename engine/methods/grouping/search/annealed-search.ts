import type { Rng } from '../../../random/rng.js';
import { AnnealingRun, type SearchControl } from './annealing-run.js';
import { frozen, melting, reheating, scattering } from './cooling-window.js';
import { enoughForElites, recombineElites } from './elite-search.js';
import type { GroupingState } from './grouping-state.js';
import { climb } from './local-search.js';
import { repair } from './repair.js';
import { typicalLoss } from './typical-loss.js';

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983, 10.1126/science.220.4598.671) over exchanges and moves,
 * in cycles, each twice as long as the one before: the search does not need to know how long it may run. Where it
 * does, one cooling as slow as the time allows follows the first cycle.
 *
 * Temperatures are set by what is measured, the typical least loss of an exchange at a local optimum: the first
 * cycle starts where little holds, later ones reheat to where about half the pairs would part, and all end
 * where next to nothing moves. A cycle of `longestCycle` sweeps has had its chance: those after it start afresh.
 * Where the time is known to allow many coolings, what the best of them agree on is cooled again instead.
 * Returns the best grouping of blocks met, a local optimum unless stopped.
 */
export function annealedSearch(
  state: GroupingState,
  rng: Rng,
  control: SearchControl,
): { groupOf: Int32Array; iterations: number } {
  const { iterations, shouldStop, remaining, restart } = control;
  const { order, blockCount, apartBlocks } = state.rules;
  repair(state, rng, shouldStop);
  climb(state, shouldStop);
  state.refresh();
  // the tables of a run cost more than the climb of a small problem
  if (iterations === 0 || shouldStop()) return { groupOf: state.groupOf.slice(), iterations: 0 };
  const run = new AnnealingRun(state, rng, control);
  const loss = typicalLoss(state);
  const entangled = apartBlocks.length > 0 || blockCount < order;
  const longest = longestCycle(blockCount);
  let length = Math.min(firstCycle, longest);
  if (remaining) {
    const hottest = (entangled ? scattering : melting) * loss;
    const slowest = entangled ? longest : Math.min(longest, slowestCooling * blockCount);
    // the first sweeps of a process are slow, and here the choice hangs on how long they take
    if (!entangled) run.probe(slowest, hottest);
    if (run.mayCoolOnce(remaining, slowest, hottest)) {
      run.coolOnce(remaining, hottest, frozen * loss, entangled ? lastKicks : lastTouch);
      return { groupOf: run.finish(), iterations: run.done };
    }
  }
  let hot = scattering;
  while (!run.isOver()) {
    const weighed = length === warmCycle && !entangled ? remaining : undefined;
    const left = weighed?.() ?? 0;
    run.anneal(length, hot * loss, frozen * loss);
    if (entangled) run.kick(Math.ceil(length / sweepsPerKick), frozen * loss);
    hot = reheating;
    if (weighed) {
      const still = weighed();
      const affordable = Math.min(iterations, (still * length) / Math.max(left - still, 1e-9));
      if (affordable * blockCount >= enoughForElites) {
        recombineElites(run, state, rng.stream('elites'), loss, control, affordable);
        break;
      }
    }
    if (length < longest) {
      length = Math.min(2 * length, longest);
    } else {
      state.adopt(restart());
      repair(state, rng, shouldStop);
      hot = scattering;
    }
  }
  return { groupOf: run.finish(), iterations: run.done };
}

const firstCycle = 100;

/**
 * Sweeps at `melting`, for each block, that are better spent on a single cooling than on cycles, where nothing is
 * entangled: beyond, on random weights of 120 to 158 units, cycles of doubling length reach as much or more.
 */
const slowestCooling = 75;

/** A kick takes about as long as two sweeps: a third of the time. */
const sweepsPerKick = 4;

/** What is left of the time given for kicks after a single cooling, and for the last climb where there are none. */
const lastKicks = 0.15;
const lastTouch = 0.02;

/** The cycle after which sweeps take their usual time. */
const warmCycle = 1600;

/** Sweeps: few for tiny problems, which gain by fresh starts; never reached in seconds beyond some 200 units. */
function longestCycle(blockCount: number): number {
  return Math.max(10, 4 * blockCount * blockCount);
}

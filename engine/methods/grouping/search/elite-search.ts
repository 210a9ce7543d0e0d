import type { Rng } from '../../../random/rng.js';
import type { AnnealingRun, SearchControl } from './annealing-run.js';
import { ElitePool } from './elite-pool.js';
import { feasibleGrouping } from './feasible-grouping.js';
import type { GroupingState } from './grouping-state.js';
import { recombine } from './recombination.js';
import { repair } from './repair.js';

/** Sweeps that pay for a pool of elites and many children: with fewer, one long cycle reaches more. */
export const enoughForElites = 200_000;

/**
 * Memetic search (Moscato 1989, Caltech C3P report 826): coolings from scratch fill a pool, then what two of it agree on
 * is completed and cooled from a lower temperature, again and again, until the run is over. Temperatures in the unit of
 * the weights; `affordable`: the sweeps there is time for.
 */
export function recombineElites(
  run: AnnealingRun,
  state: GroupingState,
  rng: Rng,
  temperatures: { readonly scattering: number; readonly mixing: number; readonly frozen: number },
  { restart, shouldStop }: SearchControl,
  affordable: number,
): void {
  const { rules } = state;
  const { scattering, mixing, frozen } = temperatures;
  const fresh = eliteCooling * rules.blockCount;
  const eliteCount = Math.min(mostElites, Math.ceil((poolShare * affordable) / fresh));
  const pool = new ElitePool(eliteCount, state.weights.tolerance);
  const cool = (groupOf: Int32Array, length: number, hot: number): void => {
    state.adopt(groupOf);
    repair(state, rng, shouldStop);
    run.anneal(length, hot, frozen);
    pool.add(state.objective, state.groupOf);
  };
  // twice as many coolings at most, where some end in the same grouping
  for (let k = 0; k < 2 * eliteCount && !pool.isFull && !run.isOver(); k++) {
    cool(restart(), fresh, scattering);
  }
  while (!run.isOver()) {
    const parents = pool.draw(rng);
    // few optima: all coolings end in the same one
    if (!parents) {
      cool(restart(), fresh, scattering);
      continue;
    }
    const preferred = recombine(...parents, rules.groupCount, rng);
    const child = feasibleGrouping(rules, rng, { preferred });
    cool(child.outcome === 'found' ? child.groupOf : parents[0], childCooling * rules.blockCount, mixing);
  }
}

const mostElites = 24;

/** Sweeps for each block of a cooling that ends in an elite, and of one that starts from what two elites agree on. */
const eliteCooling = 25;
const childCooling = 20;

/** The share of the sweeps that goes to the pool. */
const poolShare = 0.25;

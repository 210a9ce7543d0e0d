import { AnnealingSweep } from '../grouping/search/annealing-sweep.js';
import type { Thresholds } from '../grouping/search/thresholds.js';
import type { RoundsState } from './rounds-state.js';
import { unsettledRounds } from './seated-round.js';

export interface Annealing {
  /** exchanges offered, in whole sweeps of all rounds, one at least */
  readonly iterations: number;
  /** temperatures of the first and the last sweep, in units of value; 0: only what gains */
  readonly hot: number;
  readonly cold: number;
  /** what a unit of cost is worth in the first and the last sweep */
  readonly cheap: number;
  readonly dear: number;
  /** rounds before this one stay as they are */
  readonly firstRound: number;
  /** the search ends where nothing is left to gain: unweighted, and cost this low */
  readonly leastCost: number;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number) => void;
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983, 10.1126/science.220.4598.671) over all rounds at
 * once, for the largest value − price × cost: exchanges of two units of one round (the neighbourhood of Dotú,
 * Van Hentenryck 2007, AI Communications 20(3), 151–162) and moves within the bounds.
 *
 * Each sweep goes through the rounds in turn, every exchange of a round being offered once given the others. The
 * temperature falls and the price rises geometrically from sweep to sweep. Leaves the state where it ends;
 * returns the exchanges offered.
 */
export function annealRounds(state: RoundsState, thresholds: Thresholds, annealing: Annealing): number {
  const { iterations, hot, cold, cheap, dear, firstRound, leastCost, shouldStop, onProgress } = annealing;
  const rounds = unsettledRounds(state, firstRound).map((round) => ({
    round,
    sweep: new AnnealingSweep(round.grouping, thresholds, shouldStop),
  }));
  const offers = rounds.reduce((sum, { round }) => sum + round.offers, 0);
  if (offers === 0) return 0;
  const sweeps = Math.max(1, Math.round(iterations / offers));
  const cooling = hot > 0 ? (cold / hot) ** (1 / sweeps) : 1;
  const rising = cheap > 0 ? (dear / cheap) ** (1 / Math.max(1, sweeps - 1)) : 1;
  let temperature = hot;
  let price = cheap;
  let done = 0;
  while (done < sweeps && !shouldStop()) {
    state.setPrice(price);
    for (const { round, sweep } of rounds) {
      round.takeOut();
      sweep.run(temperature);
      round.putBack();
    }
    temperature *= cooling;
    price *= rising;
    done++;
    onProgress(done * offers);
    if (!state.weighted && state.cost <= leastCost) break;
  }
  return done * offers;
}

import type { Rng } from '../../random/rng.js';
import { type Annealing, annealRounds } from './anneal-rounds.js';
import { BestSeating } from './best-seating.js';
import type { DesignedSeating } from './designed-seating.js';
import { relabelRounds } from './relabel-rounds.js';
import { composeRoundByRound } from './round-by-round.js';
import type { RoundsState } from './rounds-state.js';
import { mendSizes } from './seat-design.js';

export interface RoundsSearch {
  /** changes to try, all in all */
  readonly iterations: number;
  /** Infinity: cost first, value second */
  readonly repeatCost: number;
  /** no rounds cost less */
  readonly leastCost: number;
  readonly designed: DesignedSeating | null;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Leaves the state at the best of the design, its labels changed for weights and history, and of the search
 * over all rounds from where the state stands. Returns the changes tried.
 */
export function searchRounds(state: RoundsState, rng: Rng, search: RoundsSearch): number {
  const run = new SearchRun(state, rng, search);
  const start = state.groupOf.slice();
  state.setPrice(run.price);
  if (search.designed) fromDesign(run, search.designed);
  if (!run.over) {
    state.restore(start);
    fromRandom(run);
  }
  run.best.leaveIn(state);
  return run.tried;
}

/** The design as it is, with other labels, and loosened where rounds are missing or groups had to be mended. */
function fromDesign(run: SearchRun, designed: DesignedSeating): void {
  const { state, search } = run;
  const missing = designed.rounds < state.roundCount;
  state.restore(designed.groupOf);
  mendSizes(state);
  run.best.consider(state);
  if (run.over) return;
  if (missing) run.anneal(0.15, run.scale, designed.rounds);
  if (run.over) return;
  if (state.weighted || search.leastCost > 0 || state.cost > 0) run.relabel(0.25);
  if (!run.over && !state.weighted) run.anneal(0.25, run.scale / 2, 0);
}

/**
 * From hot to cold; while pairs meet again that need not, again at twice the price, less hot. With weights, rounds
 * composed one after the other stand beside it: uneven, they are sometimes worth more.
 */
function fromRandom(run: SearchRun): void {
  const { state, search } = run;
  mendSizes(state);
  if (state.weighted && !run.over) {
    composeRoundByRound(state, run.rng, effortOfARound);
    run.best.consider(state);
  }
  const rising = state.weighted && !Number.isFinite(search.repeatCost);
  run.anneal(rising ? 0.7 : 1, run.scale, 0);
  for (let k = 0; rising && k < mostRises && state.cost > search.leastCost && !run.over; k++) {
    state.setPrice(2 * state.price);
    run.anneal(0.35, run.scale / 3, 0);
  }
}

/** iterations of `solveGrouping` for one round: its first climb does most */
const effortOfARound = 600;
const mostRises = 12;

/** What the parts of one search share: how much is left, how hot is hot, and the best so far. */
class SearchRun {
  readonly best: BestSeating;
  /** a temperature at which most changes are taken */
  readonly scale: number;
  readonly price: number;
  tried = 0;

  constructor(
    readonly state: RoundsState,
    readonly rng: Rng,
    readonly search: RoundsSearch,
  ) {
    this.best = new BestSeating(search.repeatCost);
    const finite = Number.isFinite(search.repeatCost);
    const spread = deviation(state);
    // two deviations and a half: about what a pair that belongs together gains over any other
    this.price = finite ? search.repeatCost : spread > 0 ? 2.5 * spread : 1;
    this.scale = spread > 0 ? 0.6 * spread : 0.5 * (this.price || 1);
  }

  /** Nothing left to gain, or no leave to go on. */
  get over(): boolean {
    const { state, search } = this;
    const done = !state.weighted && state.cost <= search.leastCost;
    return done || this.tried >= search.iterations || search.shouldStop();
  }

  /** Anneals with this share of the changes left, then keeps the result if it is the best. */
  anneal(share: number, hot: number, firstRound: number): void {
    this.tried += annealRounds(this.state, this.rng, { ...this.annealing(share, hot), firstRound });
    this.best.consider(this.state);
  }

  relabel(share: number): void {
    this.tried += relabelRounds(this.state, this.rng, this.annealing(share, this.scale));
    this.best.consider(this.state);
  }

  private annealing(share: number, hot: number): Annealing {
    const { iterations, leastCost, shouldStop, onProgress } = this.search;
    const before = this.tried;
    return {
      iterations: Math.ceil(share * (iterations - before)),
      hot,
      cold: Math.min(hot, this.scale) / (this.state.weighted ? 8 : 3),
      firstRound: 0,
      leastCost,
      shouldStop,
      onProgress: (done) => onProgress(Math.min(before + done, iterations), iterations),
    };
  }
}

/** Standard deviation of the weights over pairs; 0 without weights. */
function deviation({ order, weights, weighted }: RoundsState): number {
  if (!weighted || order < 2) return 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const w = weights[i * order + j]!;
      sum += w;
      squares += w * w;
    }
  }
  const pairs = (order * (order - 1)) / 2;
  return Math.sqrt(Math.max(0, squares / pairs - (sum / pairs) ** 2));
}

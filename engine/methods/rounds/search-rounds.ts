import type { Rng } from '../../random/rng.js';
import { Thresholds } from '../grouping/search/thresholds.js';
import { type Annealing, annealRounds } from './anneal-rounds.js';
import { BestSeating } from './best-seating.js';
import type { DesignedSeating } from './designed-seating.js';
import { medianLoss } from './median-loss.js';
import { relabelRounds } from './relabel-rounds.js';
import type { RoundsState } from './rounds-state.js';
import { mendSizes } from './seat-design.js';

export interface RoundsSearch {
  /** exchanges to offer, all in all */
  readonly iterations: number;
  /** Infinity: cost first, value second */
  readonly repeatCost: number;
  /** no rounds cost less */
  readonly leastCost: number;
  /** looks for seats in which nobody meets twice; asked only where it can serve, for it takes time */
  readonly design: () => DesignedSeating | null;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Leaves the state at the best of the search over all rounds from where the state stands, and of a design where that
 * leaves repeats: first where there are no weights, last where there are. Returns the exchanges offered.
 */
export function searchRounds(state: RoundsState, rng: Rng, search: RoundsSearch): number {
  const run = new SearchRun(state, rng, search);
  const start = state.groupOf.slice();
  if (state.weighted) {
    if (!run.over) fromStart(run);
    if (run.repeatsLeft) fromDesign(run, search.design());
  } else {
    fromDesign(run, search.design());
    if (!run.over) {
      state.restore(start);
      fromStart(run);
    }
  }
  run.best.leaveIn(state);
  return run.tried;
}

/** The design as it is, with other labels, and loosened where rounds are missing or groups had to be mended. */
function fromDesign(run: SearchRun, designed: DesignedSeating | null): void {
  const { state, search } = run;
  if (!designed) return;
  state.restore(designed.groupOf);
  mendSizes(state);
  run.best.consider(state);
  if (run.over) return;
  if (designed.rounds < state.roundCount)
    run.anneal(0.15 * run.left, run.hot, run.dear, run.dear, designed.rounds);
  if (run.over) return;
  if (state.weighted || search.leastCost > 0 || state.cost > 0)
    run.relabel((state.weighted ? 1 : 0.25) * run.left);
  if (!run.over && !state.weighted) run.anneal(0.25 * run.left, run.hot / 2, run.dear, run.dear);
}

/**
 * From hot to cold; while pairs meet again that need not, again at twice the price, less hot, as long as that helps.
 * Where a cooling is as long as pays, several.
 */
function fromStart(run: SearchRun): void {
  const { state, best } = run;
  mendSizes(state);
  if (state.weighted) run.measure();
  const longest = sweepsThatPay(state.order) * state.roundCount * (state.order ** 2 / 2);
  const cooling = Math.min(longest, (run.pressed ? mainShare : 1) * run.left);
  let begun = 0;
  do {
    begun = run.tried;
    run.anneal(cooling, run.hot, run.cheap, run.dear);
    let before = Number.POSITIVE_INFINITY;
    for (let price = 2 * run.dear; run.repeatsLeft && best.cost < before && !run.over; price *= 2) {
      before = best.cost;
      run.anneal(riseShare * Math.min(cooling, run.left), run.hot / 2, price, price);
    }
    // where nobody could sit elsewhere nothing is tried
  } while (cooling === longest && run.tried > begun && !run.over);
}

/** Of all offers to the first cooling, and of a cooling to a further one at a higher price. */
const mainShare = 0.6;
const riseShare = 0.3;

/** Tiny rounds gain by fresh starts; never reached within the default effort from some ninety units on. */
function sweepsThatPay(order: number): number {
  return Math.max(10, 4 * order * order);
}

/** What the parts of one search share: how much is left, how hot is hot, what a repeat costs, and the best so far. */
class SearchRun {
  readonly best: BestSeating;
  /** prices of a repeat at the start and at the end of a cooling */
  readonly cheap: number;
  readonly dear: number;
  /** weights come after repeats: the price may rise */
  readonly pressed: boolean;
  hot: number;
  tried = 0;
  private cold: number;
  private readonly spread: number;
  private readonly thresholds: Thresholds;

  constructor(
    readonly state: RoundsState,
    private readonly rng: Rng,
    readonly search: RoundsSearch,
  ) {
    const { repeatCost } = search;
    const spread = deviation(state);
    this.spread = spread;
    this.thresholds = new Thresholds(rng.stream('thresholds'));
    this.best = new BestSeating(repeatCost);
    this.pressed = state.weighted && !Number.isFinite(repeatCost);
    this.cheap = Number.isFinite(repeatCost) ? repeatCost : spread > 0 ? cheapest * spread : 1;
    this.dear = this.pressed && spread > 0 ? dearest * spread : this.cheap;
    // without weights everything is counted in repeats
    this.hot = 0.5 * (this.cheap || 1);
    this.cold = this.hot / 3;
    state.setPrice(this.cheap);
  }

  /** Nothing left to gain, or no leave to go on. */
  get over(): boolean {
    const { state, search } = this;
    const done = !state.weighted && state.cost <= search.leastCost;
    return done || this.tried >= search.iterations || search.shouldStop();
  }

  get repeatsLeft(): boolean {
    return this.pressed && this.best.cost > this.search.leastCost;
  }

  /** Sets the temperatures by what exchanges cost where no exchange gains. */
  measure(): void {
    const { state, thresholds } = this;
    this.tried += annealRounds(state, thresholds, {
      ...this.annealing,
      iterations: settlingShare * this.left,
      hot: 0,
      cold: 0,
      cheap: this.cheap,
      dear: this.cheap,
    });
    const loss = medianLoss(state);
    if (loss === 0) return;
    this.hot = Math.max(scattering * loss, leastHeat * this.spread);
    this.cold = frozen * loss;
  }

  get left(): number {
    return this.search.iterations - this.tried;
  }

  /** Anneals over so many offers, then keeps the result if it is the best. */
  anneal(offers: number, hot: number, cheap: number, dear: number, firstRound = 0): void {
    const cold = Math.min(hot, this.cold);
    this.tried += annealRounds(this.state, this.thresholds, {
      ...this.annealing,
      iterations: Math.min(offers, this.left),
      hot,
      cold,
      cheap,
      dear,
      firstRound,
    });
    this.best.consider(this.state);
  }

  relabel(offers: number): void {
    const { hot, cold, dear } = this;
    this.state.setPrice(dear);
    this.tried += relabelRounds(this.state, this.rng.stream('labels'), {
      ...this.annealing,
      iterations: Math.min(offers, this.left),
      hot,
      cold,
    });
    this.best.consider(this.state);
  }

  private get annealing(): Pick<Annealing, 'firstRound' | 'leastCost' | 'shouldStop' | 'onProgress'> {
    const { iterations, leastCost, shouldStop, onProgress } = this.search;
    const before = this.tried;
    return {
      firstRound: 0,
      leastCost,
      shouldStop,
      onProgress: (done) => onProgress(Math.min(before + done, iterations), iterations),
    };
  }
}

/** Prices of a repeat in standard deviations of the weights: a pair rarely gains so much over any other. */
const cheapest = 2.5;
const dearest = 20;

/** Temperatures in median losses, found on regions of 87 to 232 units. */
const scattering = 0.25;
const frozen = 0.06;

/** The same in standard deviations, at the start: where kinds of profiles are far apart, losses within a kind are small. */
const leastHeat = 0.8;

/** of all offers, to reach a local optimum */
const settlingShare = 0.01;

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

import type { Rng } from '../../../random/rng.js';
import { AnnealingSweep, Thresholds } from './annealing-sweep.js';
import type { GroupingState } from './grouping-state.js';
import { climb } from './local-search.js';
import { perturb } from './perturb.js';
import { rebuild } from './rebuild.js';
import { repair } from './repair.js';
import { typicalLoss } from './typical-loss.js';

export interface SearchControl {
  /** sweeps over all exchanges, after the first climb */
  readonly iterations: number;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** a fresh feasible grouping of blocks for the start of a new cycle */
  readonly restart: () => Int32Array;
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983, 10.1126/science.220.4598.671) over exchanges and moves,
 * in cycles, each twice as long as the one before: the search does not need to know how long it may run.
 *
 * Temperatures are set by what is measured, the typical least loss of an exchange at a local optimum: the first
 * cycle starts where little holds, later ones reheat to where about half the pairs would part, and all end
 * where next to nothing moves. A cycle of `longestCycle` sweeps has had its chance: those after it start afresh.
 * Returns the best grouping of blocks met, a local optimum unless stopped.
 */
export function annealedSearch(
  state: GroupingState,
  rng: Rng,
  control: SearchControl,
): { groupOf: Int32Array; iterations: number } {
  const { iterations, shouldStop, restart } = control;
  const { order, blockCount, apartBlocks } = state.rules;
  repair(state, rng, shouldStop);
  climb(state, shouldStop);
  state.refresh();
  // the tables of a run cost more than the climb of a small problem
  if (iterations === 0 || shouldStop()) return { groupOf: state.groupOf.slice(), iterations: 0 };
  const run = new Run(state, rng, control);
  const loss = typicalLoss(state);
  const entangled = apartBlocks.length > 0 || blockCount < order;
  const longest = longestCycle(blockCount);
  let length = Math.min(firstCycle, longest);
  let hot = scattering;
  while (!run.isOver()) {
    run.anneal(length, hot * loss, frozen * loss);
    if (entangled) run.kick(length, frozen * loss);
    hot = reheating;
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

/** Temperatures in typical losses, found on instances of 120 to 500 units, random, Euclidean and territory-like. */
const scattering = 0.35;
const reheating = 0.23;
const frozen = 0.1;

const firstCycle = 100;

/** Sweeps: few for tiny problems, which gain by fresh starts; never reached in seconds beyond some 200 units. */
function longestCycle(blockCount: number): number {
  return Math.max(10, 4 * blockCount * blockCount);
}

/** One search under way: what was done and the best met. */
class Run {
  done = 0;
  private stopped = false;
  private kicks = 0;
  private askedAt = 0;
  private best: number;
  private readonly bestGroupOf: Int32Array;
  private readonly sweep: AnnealingSweep;
  private readonly thresholds: Thresholds;
  private readonly reportEvery: number;

  constructor(
    private readonly state: GroupingState,
    private readonly rng: Rng,
    private readonly control: SearchControl,
  ) {
    this.best = state.objective;
    this.bestGroupOf = state.groupOf.slice();
    this.thresholds = new Thresholds(rng.stream('thresholds'));
    this.sweep = new AnnealingSweep(state, this.thresholds, control.shouldStop);
    this.reportEvery = Math.max(1, Math.floor(control.iterations / 100));
  }

  isOver(): boolean {
    return this.stopped || this.done >= this.control.iterations;
  }

  /** Cools geometrically from one temperature to another, then climbs. */
  anneal(length: number, hot: number, cold: number): void {
    const left = this.control.iterations - this.done;
    // a cycle that could not be followed by a longer one takes all that is left
    const sweeps = left < 3 * length ? left : length;
    for (let k = 0; k < sweeps && !this.isOver(); k++) {
      this.sweep.run(hot * (cold / hot) ** (k / sweeps));
      this.state.commit();
      this.keepBest();
      this.count();
    }
    this.settle();
  }

  /**
   * Perturbs a few groups and climbs, again and again: crosses where separations and blocks leave no single
   * exchange (iterated local search: Lourenço, Martin, Stützle 2003, 10.1007/0-306-48056-5_11).
   */
  kick(length: number, temperature: number): void {
    const { state, rng, control } = this;
    for (let k = 0; k < length && !this.isOver(); k++) {
      const before = state.objective;
      if (rng.integer(rebuildEvery) === 0) rebuild(state, rng);
      else perturb(state, rng, 1 + rng.integer(2));
      climb(state, control.shouldStop);
      this.kicks++;
      if (before - state.objective > temperature * this.thresholds.next()) state.rollback(before);
      state.commit();
      this.keepBest();
      this.count();
    }
    state.refresh();
  }

  /** The best met, brought to a local optimum. */
  finish(): Int32Array {
    const { state, bestGroupOf } = this;
    state.adopt(bestGroupOf);
    const before = state.objective;
    climb(state, this.control.shouldStop);
    if (state.objective > before) bestGroupOf.set(state.groupOf);
    return bestGroupOf;
  }

  private settle(): void {
    climb(this.state, this.control.shouldStop);
    this.state.refresh();
    this.keepBest();
  }

  private keepBest(): void {
    const { state } = this;
    if (state.objective <= this.best + state.weights.tolerance) return;
    this.best = state.objective;
    this.bestGroupOf.set(state.groupOf);
  }

  private count(): void {
    const { iterations, onProgress } = this.control;
    this.done++;
    if (this.sweep.offered + this.kicks * kickWork > this.askedAt + askEvery) {
      this.askedAt = this.sweep.offered + this.kicks * kickWork;
      this.stopped = this.control.shouldStop();
    }
    if (this.done % this.reportEvery === 0) onProgress(this.done, iterations);
  }
}

/** Exchanges offered between two questions to `shouldStop`, which may cost as much as a thousand of them. */
const askEvery = 200_000;

/** What a kick counts for, in exchanges offered. */
const kickWork = 2000;

/** How often, on average, a kick rebuilds two groups. */
const rebuildEvery = 8;

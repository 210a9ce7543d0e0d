import type { Rng } from '../../../random/rng.js';
import { AnnealingSweep } from './annealing-sweep.js';
import { GroupExchange } from './group-exchange.js';
import type { GroupingState } from './grouping-state.js';
import { climb } from './local-search.js';
import { perturb } from './perturb.js';
import { rebuild } from './rebuild.js';
import { Thresholds } from './thresholds.js';

export interface SearchControl {
  /** sweeps over all exchanges, after the first climb */
  readonly iterations: number;
  readonly shouldStop: () => boolean;
  /** the share of the time given that is left, 1 to 0; undefined when the search is not to know */
  readonly remaining?: (() => number) | undefined;
  readonly onProgress: (done: number, total: number) => void;
  /** a fresh feasible grouping of blocks for the start of a new cycle */
  readonly restart: () => Int32Array;
}

/** One search under way: what was done and the best met. */
export class AnnealingRun {
  done = 0;
  private stopped = false;
  private kicks = 0;
  private askedAt = 0;
  private best: number;
  private readonly bestGroupOf: Int32Array;
  private readonly sweep: AnnealingSweep;
  private readonly groups: GroupExchange;
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
    this.groups = new GroupExchange(state);
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
      this.pass(hot * (cold / hot) ** (k / sweeps));
    }
    this.settle();
  }

  /** Sweeps for some hundredths of a second, `longest` times at most; returns how many times. */
  probe(longest: number, hot: number): number {
    let sweeps = 0;
    const enough = this.sweep.offered + probeWork;
    for (; sweeps < longest && this.sweep.offered < enough && !this.isOver(); sweeps++) this.pass(hot);
    return sweeps;
  }

  /** Whether the time left allows less than `longest` sweeps at that temperature, by a few of them. */
  mayCoolOnce(remaining: () => number, longest: number, hot: number): boolean {
    const before = remaining();
    const sweeps = this.probe(longest, hot);
    const after = remaining();
    return after * sweeps < longest * (before - after);
  }

  /** Cools geometrically as slowly as the time allows, less a last share of it, for kicks. */
  coolOnce(remaining: () => number, hot: number, cold: number, last: number): void {
    const given = remaining();
    const span = (1 - last) * given;
    for (let spent = 0; spent < span && !this.isOver(); ) {
      if (this.pass(hot * (cold / hot) ** (spent / span))) spent = given - remaining();
    }
    this.settle();
    while (!this.isOver() && remaining() > 0) this.kick(kicksAtATime, cold);
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

  /** One sweep; true when it was time to ask for the time. */
  private pass(temperature: number): boolean {
    this.sweep.run(temperature);
    if (this.done % groupsEvery === 0) this.groups.run();
    this.state.commit();
    this.keepBest();
    return this.count();
  }

  private settle(): void {
    const { state, control } = this;
    climb(state, control.shouldStop);
    while (this.groups.run() && !control.shouldStop()) climb(state, control.shouldStop);
    state.refresh();
    this.keepBest();
  }

  private keepBest(): void {
    const { state } = this;
    if (state.objective <= this.best + state.weights.tolerance) return;
    this.best = state.objective;
    this.bestGroupOf.set(state.groupOf);
  }

  private count(): boolean {
    const { iterations, shouldStop, remaining, onProgress } = this.control;
    this.done++;
    const work = this.sweep.offered + this.kicks * kickWork;
    const due = work > this.askedAt + askEvery;
    if (due) {
      this.askedAt = work;
      this.stopped = shouldStop() || (remaining !== undefined && remaining() <= 0);
    }
    if (this.done % this.reportEvery === 0) onProgress(this.done, iterations);
    return due;
  }
}

/** Exchanges offered between two questions to `shouldStop`, which may cost as much as a thousand of them. */
const askEvery = 200_000;

/** What a kick counts for, in exchanges offered. */
const kickWork = 2000;

/** Sweeps between two offers to exchange whole groups. */
const groupsEvery = 4;

/** Kicks between two questions how much time is left, and two fresh computations of the sums. */
const kicksAtATime = 100;

/** Exchanges offered to learn how long a sweep takes. */
const probeWork = 3_000_000;

/** How often, on average, a kick rebuilds two groups. */
const rebuildEvery = 8;

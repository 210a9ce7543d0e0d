import type { Rng } from '../../../random/rng.js';
import { groupingValue } from '../solve-grouping.js';
import { bestStep, type Step } from './best-change.js';
import type { ChangedGrouping, ChangeProblem } from './change-problem.js';
import { ChangeState } from './change-state.js';

export interface FewChangesOptions {
  /** at most so many units change place */
  readonly budget: number;
  readonly rng: Rng;
  /** steps of the search for each number of changes; default `defaultSteps(order)` */
  readonly steps?: number | undefined;
  /** asked at every step; true ends the search with what was found */
  readonly shouldStop?: (() => boolean) | undefined;
  /** further places to start from: a group for each unit */
  readonly starts?: readonly Int32Array[] | undefined;
}

/**
 * The best grouping found for each number of changes 0..budget: entry k has at most k units that are
 * neither at home nor newly placed, and keeps every rule; null where none was found. Never worse for a larger k.
 *
 * A tabu search (Glover 1989, 10.1287/ijoc.1.3.190) under a hard limit on changes, raised one by one, each
 * from the best found below it; then from `starts`, whose units go home one after the other. It may pass
 * through broken rules, whose price follows how long they stay broken (Gendreau, Hertz, Laporte 1994,
 * 10.1287/mnsc.40.10.1276). A block of units that stay together counts for as many changes as it has units.
 */
export function groupWithFewChanges(
  problem: ChangeProblem,
  options: FewChangesOptions,
): (ChangedGrouping | null)[] {
  const { budget, steps = defaultSteps(problem.order), shouldStop = () => false } = options;
  const state = new ChangeState(problem);
  const best = new BestByChanges(budget);
  if (state.impossible) return Array.from({ length: budget + 1 }, () => null);
  const search = new TabuSearch(state, best, options.rng, shouldStop);
  best.offer(state);
  for (let k = 0; k <= budget && !shouldStop(); k++) {
    best.restore(state, k);
    search.run(k, steps);
  }
  for (const start of options.starts ?? []) {
    if (shouldStop()) break;
    state.rules.blockOf.forEach((b, i) => {
      state.move(b, start[i]!);
    });
    for (let k = state.changes; k > 0 && !shouldStop(); k--) {
      best.offer(state);
      search.run(k, k <= budget ? steps >> 1 : 1);
      if (state.changes >= k) search.sendHome();
    }
  }
  return answers(problem, best, budget);
}

/** Steps for each number of changes: a region within a tenth of a second each, a country within seconds. */
export function defaultSteps(order: number): number {
  return Math.round(Math.min(600, Math.max(40, 2e7 / Math.max(1, order * order))));
}

function answers(problem: ChangeProblem, best: BestByChanges, budget: number): (ChangedGrouping | null)[] {
  const { order, weights, home, criteria = [] } = problem;
  const soft = criteria.filter(({ level }) => level === 'soft');
  const found: (ChangedGrouping | null)[] = [];
  for (let k = 0; k <= budget; k++) {
    const groupOf = best.upTo(k);
    const changes = groupOf?.reduce((sum, g, i) => sum + Number(home[i] !== -1 && home[i] !== g), 0) ?? 0;
    const cost = soft.reduce(
      (sum, { weight, evaluate }) => sum + weight * (groupOf ? evaluate(groupOf) : 0),
      0,
    );
    found.push(groupOf && { groupOf, changes, sought: groupingValue(order, weights, groupOf) - cost });
  }
  return found;
}

/** The best feasible grouping met for each exact number of changes. */
class BestByChanges {
  private readonly groupings: (Int32Array | null)[];
  private readonly sought: Float64Array;

  constructor(readonly budget: number) {
    this.groupings = Array.from({ length: budget + 1 }, () => null);
    this.sought = new Float64Array(budget + 1).fill(Number.NEGATIVE_INFINITY);
  }

  /** Keeps the state if it is feasible and better than all with as many changes or fewer; says whether it did. */
  offer(state: ChangeState): boolean {
    if (!state.feasible || !this.isBetter(state.changes, state.sought, state.weights.tolerance)) return false;
    this.groupings[state.changes] = state.units();
    this.sought[state.changes] = state.sought;
    return true;
  }

  isBetter(changes: number, sought: number, tolerance: number): boolean {
    return changes <= this.budget && sought > this.soughtUpTo(changes) + tolerance;
  }

  upTo(k: number): Int32Array | null {
    let best = -1;
    for (let c = 0; c <= k; c++) {
      if (this.groupings[c] && (best === -1 || this.sought[c]! > this.sought[best]!)) best = c;
    }
    return this.groupings[best] ?? null;
  }

  /** Puts the state where the best with at most k changes was; leaves it where it is when there is none. */
  restore(state: ChangeState, k: number): void {
    const groupOf = this.upTo(k);
    if (!groupOf) return;
    state.rules.blockOf.forEach((b, i) => {
      state.move(b, groupOf[i]!);
    });
  }

  private soughtUpTo(k: number): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c <= k; c++) most = Math.max(most, this.sought[c]!);
    return most;
  }
}

/** Steps of a tabu search; what is barred and for how long outlives one run, the price of broken rules too. */
class TabuSearch {
  /** step until which a block may not come back to a group, group-major */
  private readonly barredUntil: Int32Array;
  private readonly basePrice: number;
  private price: number;
  private step = 0;

  constructor(
    private readonly state: ChangeState,
    private readonly best: BestByChanges,
    private readonly rng: Rng,
    private readonly shouldStop: () => boolean,
  ) {
    const { blockCount, groupCount } = state.rules;
    this.barredUntil = new Int32Array(blockCount * groupCount);
    // as much as the weights of a unit with a whole group of average size
    const pairs = Math.max(1, (blockCount * (blockCount - 1)) / 2);
    this.basePrice = Math.max(1e-6, (state.weights.total / pairs) * (blockCount / Math.max(1, groupCount)));
    this.price = this.basePrice;
  }

  /** Up to so many steps with at most `limit` changes, ended early after a third of them in vain. */
  run(limit: number, steps: number): void {
    const { state, best } = this;
    const { blockCount } = state.rules;
    const isBarred = (b: number, g: number): boolean => this.barredUntil[g * blockCount + b]! > this.step;
    const isWorth = ({ gain, breaks, changes }: Step): boolean =>
      state.broken + breaks < 1e-9 &&
      best.isBetter(state.changes + changes, state.sought + gain, state.weights.tolerance);
    let inVain = 0;
    for (let done = 0; done < steps && inVain < Math.max(40, steps / 3) && !this.shouldStop(); done++) {
      this.step++;
      const { a, h, b } = bestStep(state, this.price, limit, isBarred, isWorth);
      if (a === -1) return;
      const g = state.groupOf[a]!;
      this.leave(a, h);
      if (b !== -1) this.leave(b, g);
      inVain = best.offer(state) ? 0 : inVain + 1;
      this.price = state.feasible
        ? Math.max(this.price / 1.1, this.basePrice / 50)
        : Math.min(this.price * 1.3, this.basePrice * 1e4);
    }
  }

  /** The block that it costs least to send home goes home. */
  sendHome(): void {
    const { state, price } = this;
    const { blockCount, groupCount } = state.rules;
    let top = Number.NEGATIVE_INFINITY;
    let who = -1;
    let where = -1;
    for (let b = 0; b < blockCount; b++) {
      const g = state.groupOf[b]!;
      for (let h = 0; h < groupCount; h++) {
        const at = h * blockCount + b;
        if (h === g || state.open[at] === 0 || state.away[at]! >= state.away[g * blockCount + b]!) continue;
        const breaks = state.blockers[at]! - state.blockers[g * blockCount + b]!;
        const worth = state.sums[at]! - state.sums[g * blockCount + b]! - price * breaks;
        if (worth <= top) continue;
        top = worth;
        who = b;
        where = h;
      }
    }
    if (who !== -1) this.leave(who, where);
  }

  private leave(b: number, h: number): void {
    const { state } = this;
    const { blockCount } = state.rules;
    const tenure = 3 + this.rng.integer(1 + Math.min(10, Math.ceil(blockCount / 6)));
    this.barredUntil[state.groupOf[b]! * blockCount + b] = this.step + tenure;
    state.move(b, h);
  }
}

import type { Rng } from '../../../random/rng.js';
import type { ByMoves } from '../by-moves.js';
import { BestByMoves, type FoundMemberships } from './best-by-moves.js';
import { countMemberships, everyMembership } from './every-membership.js';
import { become, type MembershipState } from './membership-state.js';

export interface FewMembershipsOptions {
  /** at most so many moves are asked for; more are looked into from `starts` alone */
  readonly budget: number;
  readonly rng: Rng;
  /** asked at every step; true ends the search with what was found */
  readonly shouldStop?: (() => boolean) | undefined;
  /** further memberships to start from, whatever moves they take: the search comes back from the first and the last */
  readonly starts?: readonly Uint8Array[];
}

/** so many sets of memberships are all looked at: a tenth of a second at the size of a region */
const countable = 20_000;
/** numbers of moves that are searched one by one; beyond, one in a few */
const oneByOne = 12;

/**
 * The best memberships for each number of moves 0..budget. Where the sets with so few moves can be counted they all are, and
 * the answer is exact; beyond, a tabu search (Glover 1989, 10.1287/ijoc.1.3.190) under a hard limit on moves, raised step by step,
 * each from the best found below it, then from `starts`, whose moves are taken back one after the other. It may pass
 * through broken sizes, at a price that follows how long they stay broken (Gendreau, Hertz, Laporte 1994,
 * 10.1287/mnsc.40.10.1276).
 */
export function fewMemberships(
  state: MembershipState,
  options: FewMembershipsOptions,
): ByMoves<FoundMemberships> {
  const { budget, starts = [], shouldStop = () => false } = options;
  const best = new BestByMoves();
  const published = state.on.slice();
  const exact = exactUpTo(state, budget);
  if (exact >= 0) everyMembership(state, exact, best);
  best.offer(state);
  for (const start of starts) {
    become(state, start);
    best.offer(state);
  }
  become(state, published);
  const search = new MembershipSearch(state, best, options.rng, shouldStop);
  for (let k = exact + 1; k <= budget && !shouldStop(); k = k < oneByOne ? k + 1 : Math.ceil(1.25 * k)) {
    become(state, best.upTo(k)?.on ?? published);
    search.run(k);
  }
  // those between are on the way of the last
  const ends = starts.length > 1 ? [starts[0]!, starts.at(-1)!] : starts;
  for (const start of ends) descend(state, start, { search, budget, shouldStop });
  // what no number of moves up to the budget allows may still be allowed by more
  if (!best.upTo(budget)) search.findAny(published, budget);
  return {
    byMoves: Array.from({ length: budget + 1 }, (_, k) => best.upTo(k)),
    free: best.upTo(Number.POSITIVE_INFINITY),
    fewest: best.fewest(),
  };
}

/** The largest budget whose memberships can all be looked at; −1: none. */
function exactUpTo(state: MembershipState, budget: number): number {
  let exact = -1;
  while (exact < budget && countMemberships(state, exact + 1) <= countable) exact++;
  return exact;
}

/** From memberships far away, home again move by move; searching with each number of moves that is asked for. */
function descend(
  state: MembershipState,
  start: Uint8Array,
  { search, budget, shouldStop }: { search: MembershipSearch; budget: number; shouldStop: () => boolean },
): void {
  become(state, start);
  for (let k = state.moves; k > 0 && !shouldStop(); k = Math.min(k - 1, state.moves)) {
    if (k <= budget) search.run(k, k > oneByOne ? 4 : undefined);
    if (state.moves >= k && !search.stepHome()) return;
  }
}

/** Steps of a tabu search; what is barred and for how long outlives one run, the price of what is broken too. */
class MembershipSearch {
  /** step until which each may not be flipped again */
  private readonly barredUntil: Int32Array;
  private price: number;
  private readonly basePrice: number;
  private step = 0;

  constructor(
    private readonly state: MembershipState,
    private readonly best: BestByMoves,
    private readonly rng: Rng,
    private readonly shouldStop: () => boolean,
  ) {
    this.barredUntil = new Int32Array(state.flipCount);
    // about what one membership is worth
    const held = state.on.reduce((sum, flip) => sum + flip, 0);
    this.basePrice = Math.max(0.1, Math.abs(state.sought) / Math.max(1, held));
    this.price = this.basePrice;
  }

  /** Up to so many steps with at most `limit` moves, ended early when they are in vain. */
  run(limit: number, steps = this.defaultSteps()): void {
    const { state, best } = this;
    let inVain = 0;
    best.offer(state);
    for (let done = 0; done < steps && inVain < Math.max(20, steps / 3) && !this.shouldStop(); done++) {
      this.step++;
      const flips = this.bestStep(limit - state.moves, done % 8 === 0);
      if (!flips) return;
      this.make(flips);
      inVain = best.offer(state) ? 0 : inVain + 1;
      this.price =
        state.broken === 0
          ? Math.max(this.price / 1.1, this.basePrice / 50)
          : Math.min(this.price * 1.3, this.basePrice * 1e4);
    }
  }

  /** The step that costs least of those that take a move back; false where there is none. */
  stepHome(): boolean {
    let top = Number.NEGATIVE_INFINITY;
    let chosen: readonly number[] | null = null;
    this.state.visitSteps(-1, false, (flips, gain, breaks) => {
      const worth = gain - this.price * breaks;
      if (worth <= top) return;
      top = worth;
      chosen = [...flips];
    });
    if (!chosen) return false;
    this.step++;
    this.make(chosen);
    this.best.offer(this.state);
    return true;
  }

  /** Further and further from the published memberships, until something holds or nothing more is possible. */
  findAny(published: Uint8Array, budget: number): void {
    const most = this.state.flipCount;
    for (let limit = budget + 1; !this.best.upTo(limit) && limit <= most && !this.shouldStop(); ) {
      become(this.state, published);
      this.run(limit);
      limit = limit < budget + 8 ? limit + 1 : 2 * limit;
    }
  }

  private defaultSteps(): number {
    return Math.round(Math.min(300, Math.max(40, 6e4 / Math.max(1, this.state.flipCount))));
  }

  private bestStep(room: number, openings: boolean): readonly number[] | null {
    const { state, best, price } = this;
    let top = Number.NEGATIVE_INFINITY;
    let chosen: readonly number[] | null = null;
    state.visitSteps(room, openings, (flips, gain, breaks, moves) => {
      const worth = gain - price * breaks;
      if (worth <= top) return;
      const barred = flips.some((f) => this.barredUntil[f]! > this.step);
      const leads = state.broken + breaks === 0 && best.isBetter(state.moves + moves, state.sought + gain);
      if (barred && !leads) return;
      top = worth;
      chosen = flips;
    });
    return chosen;
  }

  /** Who leaves first; what is flipped stays so for a while. */
  private make(flips: readonly number[]): void {
    const { on, flipCount } = this.state;
    const leaving = flips.filter((f) => on[f] === 1);
    const coming = flips.filter((f) => on[f] === 0);
    for (const f of [...leaving, ...coming]) {
      const tenure = 3 + this.rng.integer(1 + Math.min(10, Math.ceil(flipCount / 12)));
      this.barredUntil[f] = this.step + tenure;
      this.state.flip(f);
    }
  }
}

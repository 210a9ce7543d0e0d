import type { Rng } from '../../../random/rng.js';
import type { GroupingState } from './grouping-state.js';

/** Draws of −ln u, u uniform: a loss is taken when it is below temperature × draw (Metropolis et al. 1953, 10.1063/1.1699114). */
export class Thresholds {
  private readonly drawn = new Float64Array(tableSize);
  private at = 0;

  constructor(private readonly rng: Rng) {
    for (let k = 0; k < tableSize; k++) this.drawn[k] = Math.min(largestDraw, -Math.log(1 - rng.next()));
  }

  /** Goes on at a random place of the table: cheaper than a logarithm each. */
  restart(): void {
    this.at = this.rng.integer(tableSize);
  }

  next(): number {
    this.at = (this.at + 1) & (tableSize - 1);
    return this.drawn[this.at]!;
  }
}

const tableSize = 8192;

/** One loss in 400 would be beyond; below it a row of exchanges is passed over at the cost of a comparison each. */
const largestDraw = 6;

/**
 * One sweep of annealing at a given temperature: every exchange of two blocks and every move is offered once,
 * group by group in fixed order, which serves better than drawing them (Connolly 1990, 10.1016/0377-2217(90)90301-Q).
 *
 * What is sure to be refused is passed over by bounds: for a block and a group, its departure plus the best
 * arrival less twice the smallest weight of the block. Bounds, separations and pins hold throughout. At temperature 0
 * only gains are made. Ends early when `shouldStop`, asked about a thousand times a second.
 */
export class AnnealingSweep {
  /** exchanges offered so far: the work done */
  offered = 0;
  /**
   * What waits in the groups after the one at hand: the blocks of group h, without pinned ones, from
   * `start[h]` to `end[h]`, and the gain of each if it came to the group at hand.
   */
  private readonly others: Int32Array;
  private readonly arrival: Float64Array;
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly largestArrival: Float64Array;
  /** the most that the criteria can gain between the group at hand and each other */
  private readonly relief: Float64Array;
  /** arrivals of h hold as long as `weighedAt[h]` is `now`, which each change advances */
  private readonly weighedAt: Float64Array;
  private now = 0;

  constructor(
    private readonly state: GroupingState,
    private readonly thresholds: Thresholds,
    private readonly shouldStop: () => boolean,
  ) {
    const { blockCount, groupCount, max } = state.rules;
    this.start = new Int32Array(groupCount + 1);
    for (let h = 0; h < groupCount; h++) this.start[h + 1] = this.start[h]! + Math.min(max[h]!, blockCount);
    this.end = new Int32Array(groupCount);
    this.others = new Int32Array(this.start[groupCount]!);
    this.arrival = new Float64Array(this.start[groupCount]!);
    this.largestArrival = new Float64Array(groupCount);
    this.relief = new Float64Array(groupCount);
    this.weighedAt = new Float64Array(groupCount);
  }

  run(temperature: number): void {
    const { state, start, end, others, arrival, largestArrival, relief, weighedAt } = this;
    const { sums, own, members, capacity, count, size, rules, criteria } = state;
    const { groupCount, blockCount, pinnedTo, min, max } = rules;
    const { between, tolerance, smallestOf } = state.weights;
    const refused = tolerance - largestDraw * temperature;
    const plain = criteria.none;
    this.thresholds.restart();
    let patience = checkEvery;
    for (let g = 0; g < groupCount; g++) {
      const offers = count[g]! * blockCount;
      this.offered += offers;
      patience -= offers;
      if (patience < 0) {
        if (this.shouldStop()) return;
        patience = checkEvery;
      }
      this.now++;
      let arrivalsOffered = false;
      for (let x = 0; x < count[g]!; x++) {
        let a = members[g * capacity + x]!;
        if (pinnedTo[a] !== -1) continue;
        for (let h = g + 1; h < groupCount; h++) {
          if (weighedAt[h] !== this.now) this.weighArrivals(g, h);
          const needed = plain ? refused : refused - relief[h]!;
          const departure = sums[h * blockCount + a]! - own[a]!;
          if (departure > needed && size[h]! < max[h]! && this.offerMove(a, h, temperature, refused - needed))
            break;
          const largest = largestArrival[h]!;
          if (departure + largest - 2 * smallestOf[a]! > needed) {
            const row = a * blockCount;
            const y = firstAbove(others, arrival, between, start[h]!, end[h]!, row, needed - departure);
            if (y !== end[h]) a = this.offerExchanges(a, y, g, h, temperature, needed);
          }
          // once for all members of g
          if (!arrivalsOffered && largest > needed && size[g]! < max[g]! && size[h]! > min[h]!) {
            this.offerArrivals(g, h, temperature, needed);
          }
        }
        arrivalsOffered = true;
      }
      if (!arrivalsOffered) this.offerAllArrivals(g, temperature, refused);
    }
  }

  /** For a group that is empty, or whose members are all pinned. */
  private offerAllArrivals(g: number, temperature: number, refused: number): void {
    const { state, largestArrival, relief, weighedAt } = this;
    const { rules, size, criteria } = state;
    const { groupCount, min, max } = rules;
    for (let h = g + 1; h < groupCount && size[g]! < max[g]!; h++) {
      if (weighedAt[h] !== this.now) this.weighArrivals(g, h);
      const needed = criteria.none ? refused : refused - relief[h]!;
      if (largestArrival[h]! > needed && size[h]! > min[h]!) this.offerArrivals(g, h, temperature, needed);
    }
  }

  private weighArrivals(g: number, h: number): void {
    const { state, others, arrival } = this;
    const { sums, own, members, capacity, count, criteria } = state;
    const { blockCount, pinnedTo } = state.rules;
    const row = g * blockCount;
    const first = h * capacity;
    const last = first + count[h]!;
    let filled = this.start[h]!;
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = first; k < last; k++) {
      const b = members[k]!;
      if (pinnedTo[b] !== -1) continue;
      const gain = sums[row + b]! - own[b]!;
      others[filled] = b;
      arrival[filled++] = gain;
      if (gain > largest) largest = gain;
    }
    this.end[h] = filled;
    this.largestArrival[h] = largest;
    if (!criteria.none) this.relief[h] = criteria.mostGain(g, h);
    this.weighedAt[h] = this.now;
  }

  private offerMove(a: number, h: number, temperature: number, relief: number): boolean {
    const { state } = this;
    if (!state.allowsMove(a, h)) return false;
    const loss = state.weights.tolerance - temperature * this.thresholds.next();
    if (state.sums[h * state.rules.blockCount + a]! - state.own[a]! + relief <= loss) return false;
    if (state.gainOfMove(a, h) <= loss) return false;
    state.move(a, h);
    this.now++;
    return true;
  }

  /** Offers a to be exchanged for each block of h from place y on; returns the block that then stands in its place. */
  private offerExchanges(
    a: number,
    y: number,
    g: number,
    h: number,
    temperature: number,
    needed: number,
  ): number {
    const { state, others, arrival } = this;
    const { sums, own, rules } = state;
    const { between, tolerance } = state.weights;
    const { blockCount } = rules;
    const relief = state.criteria.none ? 0 : this.relief[h]!;
    const end = this.end[h]!;
    let departure = sums[h * blockCount + a]! - own[a]!;
    while (y < end) {
      const b = others[y]!;
      const loss = tolerance - temperature * this.thresholds.next();
      // criteria are asked only where they could still let it pass
      const estimate = departure + arrival[y]! - 2 * between[a * blockCount + b]! + relief;
      const gain = estimate > loss && state.allowsSwap(a, b) ? state.gainOfSwap(a, b) : refusal;
      if (gain > loss) {
        state.exchange(a, b, gain);
        this.now++;
        a = b;
        departure = sums[h * blockCount + a]! - own[a]!;
        // the order stays: a now stands where b stood
        this.weighArrivals(g, h);
      }
      y = firstAbove(others, arrival, between, y + 1, end, a * blockCount, needed - departure);
    }
    return a;
  }

  /** Offers the blocks of h to move to g, until one does. */
  private offerArrivals(g: number, h: number, temperature: number, needed: number): void {
    const { others, arrival } = this;
    const relief = this.state.criteria.none ? 0 : this.relief[h]!;
    if (this.weighedAt[h] !== this.now) this.weighArrivals(g, h);
    for (let y = this.start[h]!; y < this.end[h]!; y++) {
      if (arrival[y]! > needed && this.offerMove(others[y]!, g, temperature, relief)) return;
    }
  }
}

const refusal = Number.NEGATIVE_INFINITY;

/** Exchanges offered between two questions to `shouldStop`. */
const checkEvery = 300_000;

/** The first place from y on where arrival − 2 × weight exceeds what is needed, or `end`. */
function firstAbove(
  others: Int32Array,
  arrival: Float64Array,
  between: Float64Array,
  y: number,
  end: number,
  row: number,
  needed: number,
): number {
  for (; y < end; y++) if (arrival[y]! - 2 * between[row + others[y]!]! > needed) return y;
  return end;
}

import type { Rng } from '../../random/rng.js';
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
 * arrival less twice the smallest weight. Bounds, separations and pins hold throughout. At temperature 0
 * only gains are made. Ends early when `shouldStop`, asked about a thousand times a second.
 */
export class AnnealingSweep {
  /** the blocks of the groups after the one at hand, end to end, without pinned ones, and their gain if they came to it */
  private readonly others: Int32Array;
  private readonly arrival: Float64Array;
  private readonly start: Int32Array;
  private readonly largestArrival: Float64Array;
  /** the most that the criteria can gain between the group at hand and each other */
  private readonly relief: Float64Array;

  constructor(
    private readonly state: GroupingState,
    private readonly thresholds: Thresholds,
    private readonly shouldStop: () => boolean,
  ) {
    const { blockCount, groupCount } = state.rules;
    this.others = new Int32Array(blockCount);
    this.arrival = new Float64Array(blockCount);
    this.start = new Int32Array(groupCount + 1);
    this.largestArrival = new Float64Array(groupCount);
    this.relief = new Float64Array(groupCount);
  }

  run(temperature: number): void {
    const { state, start, largestArrival, relief } = this;
    const { sums, own, members, capacity, count, rules } = state;
    const { groupCount, blockCount, pinnedTo } = rules;
    const { tolerance, smallest } = state.weights;
    const refused = tolerance - largestDraw * temperature;
    this.thresholds.restart();
    let patience = checkEvery;
    for (let g = 0; g < groupCount; g++) {
      patience -= count[g]! * blockCount;
      if (patience < 0) {
        if (this.shouldStop()) return;
        patience = checkEvery;
      }
      this.weighArrivals(g);
      for (let x = 0; x < count[g]!; x++) {
        let a = members[g * capacity + x]!;
        if (pinnedTo[a] !== -1) continue;
        for (let h = g + 1; h < groupCount; h++) {
          const needed = refused - relief[h]!;
          const departure = sums[h * blockCount + a]! - own[a]!;
          if (departure > needed && this.offerMove(a, h, temperature)) {
            this.weighArrivals(g);
            break;
          }
          if (departure + largestArrival[h]! - 2 * smallest > needed && start[h] !== start[h + 1]) {
            a = this.offerExchanges(a, g, h, temperature, needed);
          }
          if (largestArrival[h]! > needed) this.offerArrivals(g, h, temperature, needed);
        }
      }
    }
  }

  private weighArrivals(g: number): void {
    const { state, others, arrival, start, largestArrival, relief } = this;
    const { sums, own, members, capacity, count, criteria } = state;
    const { groupCount, blockCount, pinnedTo } = state.rules;
    const row = g * blockCount;
    let filled = 0;
    for (let h = g + 1; h < groupCount; h++) {
      const first = h * capacity;
      const end = first + count[h]!;
      let largest = Number.NEGATIVE_INFINITY;
      start[h] = filled;
      for (let k = first; k < end; k++) {
        const b = members[k]!;
        if (pinnedTo[b] !== -1) continue;
        const gain = sums[row + b]! - own[b]!;
        others[filled] = b;
        arrival[filled++] = gain;
        if (gain > largest) largest = gain;
      }
      largestArrival[h] = largest;
    }
    start[groupCount] = filled;
    if (!criteria.none) for (let h = g + 1; h < groupCount; h++) relief[h] = criteria.mostGain(g, h);
  }

  private offerMove(a: number, h: number, temperature: number): boolean {
    const { state } = this;
    if (!state.allowsMove(a, h)) return false;
    if (state.gainOfMove(a, h) <= state.weights.tolerance - temperature * this.thresholds.next())
      return false;
    state.move(a, h);
    return true;
  }

  /** Offers a to be exchanged for each block of h; returns the block that stands in its place at the end. */
  private offerExchanges(a: number, g: number, h: number, temperature: number, needed: number): number {
    const { state, start, others, arrival } = this;
    const { sums, own, rules } = state;
    const { between, tolerance } = state.weights;
    const { blockCount } = rules;
    const end = start[h + 1]!;
    let row = a * blockCount;
    let departure = sums[h * blockCount + a]! - own[a]!;
    for (let y = start[h]!; ; y++) {
      y = firstAbove(others, arrival, between, y, end, row, needed - departure);
      if (y === end) return a;
      const b = others[y]!;
      if (!state.allowsSwap(a, b)) continue;
      const gain = state.gainOfSwap(a, b);
      if (gain <= tolerance - temperature * this.thresholds.next()) continue;
      state.exchange(a, b, gain);
      a = b;
      row = a * blockCount;
      departure = sums[h * blockCount + a]! - own[a]!;
      this.weighArrivals(g);
    }
  }

  /** Offers the blocks of h to move to g, until one does. */
  private offerArrivals(g: number, h: number, temperature: number, needed: number): void {
    const { state, start, others, arrival } = this;
    if (state.size[g]! >= state.rules.max[g]! || state.size[h]! <= state.rules.min[h]!) return;
    for (let y = start[h]!; y < start[h + 1]!; y++) {
      if (arrival[y]! <= needed || !this.offerMove(others[y]!, g, temperature)) continue;
      this.weighArrivals(g);
      return;
    }
  }
}

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

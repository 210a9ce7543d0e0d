import type { GroupingState } from './grouping-state.js';
import { exponentFor, largestDraw, lastPlace, type Thresholds } from './thresholds.js';

/**
 * One sweep of annealing at a given temperature: every exchange of two blocks and every move is offered once,
 * two groups at a time in fixed order, which serves better than drawing them (Connolly 1990, 10.1016/0377-2217(90)90301-Q).
 *
 * What is sure to be refused is passed over by a bound on the row of exchanges of a block with another group: its departure
 * plus the best arrival less twice its smallest weight, against the largest of the draws for that row. Size bounds,
 * separations and pins hold throughout. At temperature 0 only gains are made. Ends early when `shouldStop`, asked
 * about a thousand times a second.
 */
export class AnnealingSweep {
  /** exchanges offered so far: the work done */
  offered = 0;
  /** of the two groups at hand: the blocks of the second, without pinned ones, and what each gains by coming to the first */
  private readonly others: Int32Array;
  private readonly arrival: Float64Array;
  private otherCount = 0;
  private largestArrival = 0;
  /** the largest arrival between two groups, g × groups + h, as it was when their changes came to so many */
  private readonly largestOf: Float64Array;
  private readonly weighedAt: Int32Array;
  /** whether others and arrival are those of the two at hand */
  private listed = false;
  /** the most that the criteria can gain between the two */
  private relief = 0;
  /** where in its table the draw for the next row stands */
  private rowAt = 0;

  constructor(
    private readonly state: GroupingState,
    private readonly thresholds: Thresholds,
    private readonly shouldStop: () => boolean,
  ) {
    const { blockCount, groupCount } = state.rules;
    this.others = new Int32Array(blockCount);
    this.arrival = new Float64Array(blockCount);
    this.largestOf = new Float64Array(groupCount * groupCount);
    this.weighedAt = new Int32Array(groupCount * groupCount).fill(-1);
  }

  run(temperature: number): void {
    const { count, rules } = this.state;
    const { groupCount, blockCount } = rules;
    this.thresholds.restart();
    this.rowAt = this.thresholds.anyPlace();
    let patience = checkEvery;
    for (let g = 0; g < groupCount; g++) {
      const offers = count[g]! * blockCount;
      this.offered += offers;
      patience -= offers;
      if (patience < 0) {
        if (this.shouldStop()) return;
        patience = checkEvery;
      }
      for (let h = g + 1; h < groupCount; h++) this.offerBetween(g, h, temperature);
    }
  }

  private offerBetween(g: number, h: number, temperature: number): void {
    const { state, thresholds, others, arrival } = this;
    const { sums, own, outlying, members, capacity, count, size, rules, weights } = state;
    const { blockCount, pinnedTo, min, max } = rules;
    const { between, smallestOf, tolerance } = weights;
    const { smallestOfRest } = weights.outliers;
    const plain = weights.outliers.blocks.length === 0;
    this.face(g, h);
    const exponent = exponentFor(count[h]!);
    const draws = thresholds.largestOf(exponent);
    const first = g * capacity;
    const row = h * blockCount;
    const at = this.rowAt;
    const largestLoss = largestDraw * temperature;
    let mayMove = size[h]! < max[h]! && size[g]! > min[g]!;
    let needed = tolerance - this.relief;
    let departed = 0;
    for (let x = 0; x < count[g]!; x++) {
      const a = members[first + x]!;
      const departure = sums[row + a]! - own[a]!;
      let changed = false;
      if (mayMove && departure > needed - largestLoss) {
        const loss = tolerance - temperature * thresholds.next();
        changed = departure + this.relief > loss && this.offerMove(a, h, loss);
        if (changed) {
          this.weighArrivals(g, h);
          departed++;
          // another block stands in its place
          x--;
        }
      }
      if (!changed) {
        const most = draws[(at + x) & lastPlace]!;
        const margin = departure + temperature * most;
        const smallest = plain || outlying[row + a] === 0 ? smallestOfRest[a]! : smallestOf[a]!;
        if (margin - 2 * smallest <= needed - this.largestArrival || pinnedTo[a] !== -1) continue;
        if (!this.listed) this.weighArrivals(g, h);
        const end = this.otherCount;
        const y = firstAbove(others, arrival, between, 0, end, a * blockCount, needed - margin);
        if (y === end) continue;
        this.offerExchanges(a, y, g, h, temperature, most, exponent);
      }
      mayMove = size[h]! < max[h]! && size[g]! > min[g]!;
      needed = tolerance - this.relief;
    }
    this.rowAt = (at + count[g]!) & lastPlace;
    if (size[g]! < max[g]! && size[h]! > min[h]!) this.offerArrivals(g, h, temperature, departed);
  }

  /** Knows the largest arrival between the two groups, which stays while they do. */
  private face(g: number, h: number): void {
    const { criteria, changes, rules } = this.state;
    const pair = g * rules.groupCount + h;
    if (this.weighedAt[pair] !== changes[g]! + changes[h]!) {
      this.weighArrivals(g, h);
      return;
    }
    this.largestArrival = this.largestOf[pair]!;
    this.relief = criteria.none ? 0 : criteria.mostGain(g, h);
    this.listed = false;
  }

  private weighArrivals(g: number, h: number): void {
    const { state, others, arrival } = this;
    const { sums, own, members, capacity, count, criteria, changes } = state;
    const { blockCount, groupCount, pinnedTo } = state.rules;
    const row = g * blockCount;
    const first = h * capacity;
    const last = first + count[h]!;
    let filled = 0;
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = first; k < last; k++) {
      const b = members[k]!;
      if (pinnedTo[b] !== -1) continue;
      const gain = sums[row + b]! - own[b]!;
      others[filled] = b;
      arrival[filled++] = gain;
      if (gain > largest) largest = gain;
    }
    const pair = g * groupCount + h;
    this.largestOf[pair] = largest;
    this.weighedAt[pair] = changes[g]! + changes[h]!;
    this.otherCount = filled;
    this.largestArrival = largest;
    this.relief = criteria.none ? 0 : criteria.mostGain(g, h);
    this.listed = true;
  }

  private offerMove(b: number, to: number, loss: number): boolean {
    const { state } = this;
    if (!state.allowsMove(b, to) || state.gainOfMove(b, to) <= loss) return false;
    state.move(b, to);
    return true;
  }

  /**
   * Offers a to be exchanged for each block of h from place y on; once one is taken, the block that came in its stead
   * for those after it. `most`: the largest of the draws for these offers.
   */
  private offerExchanges(
    a: number,
    y: number,
    g: number,
    h: number,
    temperature: number,
    most: number,
    exponent: number,
  ): void {
    const { state, others, arrival, thresholds } = this;
    const { sums, own, rules } = state;
    const { between, tolerance } = state.weights;
    const { blockCount } = rules;
    const end = this.otherCount;
    const least = tolerance - temperature * most;
    let departure = sums[h * blockCount + a]! - own[a]!;
    let needed = least - this.relief - departure;
    const largestAt = thresholds.placeOfLargest(exponent);
    while (y < end) {
      const b = others[y]!;
      const loss = y === largestAt ? least : tolerance - temperature * thresholds.nextUpTo(most);
      // criteria are asked only where they could still let it pass
      const estimate = departure + arrival[y]! - 2 * between[a * blockCount + b]! + this.relief;
      const gain = estimate > loss && state.allowsSwap(a, b) ? state.gainOfSwap(a, b) : refusal;
      if (gain > loss) {
        state.exchange(a, b, gain);
        a = b;
        // the order stays: a now stands where b stood
        this.weighArrivals(g, h);
        departure = sums[h * blockCount + a]! - own[a]!;
        needed = least - this.relief - departure;
      }
      y = firstAbove(others, arrival, between, y + 1, end, a * blockCount, needed);
    }
  }

  /** Offers the blocks of h to move to g, but for the last, which just came from there. */
  private offerArrivals(g: number, h: number, temperature: number, departed: number): void {
    const { others, arrival, thresholds } = this;
    const { tolerance } = this.state.weights;
    const refused = tolerance - largestDraw * temperature;
    if (this.largestArrival <= refused - this.relief) return;
    if (!this.listed) this.weighArrivals(g, h);
    // from the end, as the last block takes the place of one that leaves
    for (let y = this.otherCount - departed - 1; y >= 0; y--) {
      if (arrival[y]! <= refused - this.relief) continue;
      const loss = tolerance - temperature * thresholds.next();
      if (arrival[y]! + this.relief > loss && this.offerMove(others[y]!, g, loss)) this.weighArrivals(g, h);
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

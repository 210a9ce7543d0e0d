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
  /** of the row found last: whether its block may move, up to what loss, and the place of the first block it may be exchanged for */
  private moveStands = false;
  private lossOfMove = 0;
  private firstPartner = 0;
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
    const { state, thresholds } = this;
    const { members, capacity, count, size, rules } = state;
    const { pinnedTo, min, max } = rules;
    this.face(g, h);
    const exponent = exponentFor(count[h]!);
    const draws = thresholds.largestOf(exponent);
    const first = g * capacity;
    let departed = 0;
    for (let x = 0; x < count[g]!; x++) {
      const mayMove = size[h]! < max[h]! && size[g]! > min[g]!;
      x = this.nextRow(x, g, h, temperature, draws, mayMove);
      if (x === count[g]) break;
      const a = members[first + x]!;
      if (pinnedTo[a] !== -1) continue;
      if (this.moveStands && this.offerMove(a, h, this.lossOfMove)) {
        this.weighArrivals(g, h);
        departed++;
        // another block stands in its place
        x--;
      } else if (this.firstPartner < this.otherCount) {
        const most = draws[(this.rowAt + x) & lastPlace]!;
        this.offerExchanges(a, this.firstPartner, g, h, temperature, most, exponent);
      }
    }
    this.rowAt = (this.rowAt + count[g]!) & lastPlace;
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

  /**
   * The first place from x on in group g whose block may find its move to h taken, or an exchange, or the end;
   * `moveStands` and `firstPartner` then say which of the two, up to what loss and with whom first.
   */
  private nextRow(
    x: number,
    g: number,
    h: number,
    temperature: number,
    draws: Float64Array,
    mayMove: boolean,
  ): number {
    const { sums, own, members, capacity, count, rules, weights } = this.state;
    const { smallestOf, between, tolerance } = weights;
    const { others, arrival, thresholds } = this;
    const first = g * capacity;
    const end = count[g]!;
    const row = h * rules.blockCount;
    const at = this.rowAt;
    const needed = tolerance - this.relief;
    const neededOfMove = mayMove ? needed - largestDraw * temperature : Number.POSITIVE_INFINITY;
    const neededOfRow = needed - this.largestArrival;
    this.moveStands = false;
    for (; x < end; x++) {
      const a = members[first + x]!;
      const departure = sums[row + a]! - own[a]!;
      const margin = departure + temperature * draws[(at + x) & lastPlace]!;
      if (margin - 2 * smallestOf[a]! > neededOfRow) {
        if (!this.listed) this.weighArrivals(g, h);
        const rowOfA = a * rules.blockCount;
        const partner = firstAbove(others, arrival, between, 0, this.otherCount, rowOfA, needed - margin);
        this.firstPartner = partner;
      } else {
        this.firstPartner = this.otherCount;
      }
      if (departure > neededOfMove) {
        this.lossOfMove = tolerance - temperature * thresholds.next();
        this.moveStands = departure + this.relief > this.lossOfMove;
      }
      if (this.moveStands || this.firstPartner < this.otherCount) break;
    }
    return x;
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

/** Who sits where before the search; see `RoundsState`. */
export interface Seating {
  readonly order: number;
  /** size bounds, group by group; the groups of round r are numbers groupStart[r]..groupStart[r + 1] − 1 */
  readonly groupStart: Int32Array;
  readonly min: Int32Array;
  readonly max: Int32Array;
  /** rounds × order, row-major: the group of a unit by its number over all rounds, −1 if it has no seat */
  readonly groupOf: Int32Array;
  /** order × order, or empty for no weights */
  readonly weights: Float64Array;
  /** order × order: meetings before the first round */
  readonly history: Int16Array;
}

/**
 * All rounds as they stand, and what a change in one of them would do.
 *
 * Layout, n units: groupOf[r × n + i] = group number over all rounds, −1 without seat; members[g × capacity
 * + k], k < size[g] = the units of group g; place[r × n + i] = k; meetings[i × n + j] = how often two units
 * meet, history counted (symmetric, 0 on the diagonal).
 * The cost of a pair that meets m times is m(m − 1)/2, so that one more meeting costs m.
 * Every write goes through `exchange`, `move`, `restore`, and `emptyRound` with `fillRound`.
 */
export class RoundsState {
  readonly order: number;
  readonly roundCount: number;
  readonly weighted: boolean;
  readonly groupOf: Int32Array;
  readonly size: Int32Array;
  readonly members: Int32Array;
  readonly place: Int32Array;
  readonly meetings: Int16Array;
  readonly capacity: number;
  /** Σ over pairs of m(m − 1)/2 */
  cost = 0;
  /** Σ over rounds of the weights of pairs in one group */
  value = 0;
  /** see `setPrice` */
  price = 1;
  readonly weights: Float64Array;
  /** order × order, diagonal 0: weight − price × meetings */
  readonly worth: Float64Array;
  /** by unit: no worth of a pair with it is smaller; exact after `setPrice` */
  readonly smallest: Float64Array;

  constructor(readonly seating: Seating) {
    const { order, groupStart, max, groupOf, weights, history } = seating;
    this.order = order;
    this.roundCount = groupStart.length - 1;
    this.weighted = weights.length > 0;
    this.weights = weights;
    this.groupOf = groupOf.slice();
    this.meetings = history.slice();
    this.worth = new Float64Array(order * order);
    this.smallest = new Float64Array(order);
    const groupCount = max.length;
    this.size = new Int32Array(groupCount);
    for (const g of groupOf) if (g !== -1) this.size[g]!++;
    this.capacity = Math.max(1, ...max, ...this.size);
    this.size.fill(0);
    this.members = new Int32Array(groupCount * this.capacity);
    this.place = new Int32Array(groupOf.length).fill(-1);
    for (let at = 0; at < groupOf.length; at++) if (groupOf[at] !== -1) this.sit(at, groupOf[at]!);
    this.recount();
  }

  /** What value − price × cost gains if unit i of round r goes to group h of that round, whatever the bounds. O(group size). */
  gainOfMove(r: number, i: number, h: number): number {
    const { order: n, worth, members, capacity, size } = this;
    const g = this.groupOf[r * n + i]!;
    const row = i * n;
    let gain = -this.price * (size[g]! - 1);
    for (let at = g * capacity, end = at + size[g]!; at < end; at++) {
      const x = members[at]!;
      if (x !== i) gain -= worth[row + x]!;
    }
    for (let at = h * capacity, end = at + size[h]!; at < end; at++) gain += worth[row + members[at]!]!;
    return gain;
  }

  /** Sets what a unit of cost is worth in `gainOfMove` and `worth`. O(order²). */
  setPrice(price: number): void {
    this.price = price;
    const { order, meetings, weights, weighted, worth, smallest } = this;
    for (let i = 0; i < order; i++) {
      let least = Number.POSITIVE_INFINITY;
      for (let at = i * order, end = at + order, self = at + i; at < end; at++) {
        const own = at === self ? 0 : (weighted ? weights[at]! : 0) - price * meetings[at]!;
        worth[at] = own;
        if (own < least && at !== self) least = own;
      }
      smallest[i] = least;
    }
  }

  /** Lets units i and j of two groups of round r take each other's places. */
  exchange(r: number, i: number, j: number): void {
    const atI = r * this.order + i;
    const atJ = r * this.order + j;
    const a = this.groupOf[atI]!;
    const b = this.groupOf[atJ]!;
    this.meet(i, a, -1);
    this.meet(j, b, -1);
    const seatI = this.place[atI]!;
    const seatJ = this.place[atJ]!;
    this.members[a * this.capacity + seatI] = j;
    this.members[b * this.capacity + seatJ] = i;
    this.groupOf[atI] = b;
    this.groupOf[atJ] = a;
    this.place[atI] = seatJ;
    this.place[atJ] = seatI;
    this.meet(i, b, 1);
    this.meet(j, a, 1);
  }

  /** Takes unit i of round r to group h of that round, whatever the bounds. */
  move(r: number, i: number, h: number): void {
    const at = r * this.order + i;
    const g = this.groupOf[at]!;
    this.meet(i, g, -1);
    const last = this.members[g * this.capacity + --this.size[g]!]!;
    this.members[g * this.capacity + this.place[at]!] = last;
    this.place[r * this.order + last] = this.place[at]!;
    this.sit(at, h);
    this.meet(i, h, 1);
  }

  /** The meetings of round r no longer count, until `fillRound`; meanwhile only `worth` may be read. */
  emptyRound(r: number): void {
    this.countRound(r, -1);
  }

  /** Seats `units` in round r again, unit units[k] in group `first` + groups[k]. */
  fillRound(r: number, units: Int32Array, groups: Int32Array, first: number): void {
    this.size.fill(0, this.seating.groupStart[r]!, this.seating.groupStart[r + 1]!);
    for (let k = 0; k < units.length; k++) this.sit(r * this.order + units[k]!, first + groups[k]!);
    this.countRound(r, 1);
  }

  /** Meetings beyond the first, summed over pairs, history counted. O(order²). */
  repeats(): number {
    let repeats = 0;
    for (let i = 0; i < this.order; i++) {
      for (let j = i + 1; j < this.order; j++) {
        const met = this.meetings[i * this.order + j]!;
        if (met > 1) repeats += met - 1;
      }
    }
    return repeats;
  }

  /** Seats everyone as another seating of the same rounds says. */
  restore(groupOf: Int32Array): void {
    this.groupOf.set(groupOf);
    this.size.fill(0);
    for (let at = 0; at < groupOf.length; at++) if (groupOf[at] !== -1) this.sit(at, groupOf[at]!);
    this.recount();
  }

  private sit(at: number, g: number): void {
    this.groupOf[at] = g;
    this.place[at] = this.size[g]!;
    this.members[g * this.capacity + this.size[g]!] = at % this.order;
    this.size[g]!++;
  }

  /** All pairs of the groups of round r meet once more (times 1), or once less (times −1). */
  private countRound(r: number, times: 1 | -1): void {
    const { seating, members, capacity, size } = this;
    for (let g = seating.groupStart[r]!; g < seating.groupStart[r + 1]!; g++) {
      const first = g * capacity;
      for (let k = first, end = first + size[g]!; k < end; k++) this.meetAmong(members[k]!, first, k, times);
    }
  }

  /** Unit i meets (times 1), or no longer meets (times −1), everyone else in group g. */
  private meet(i: number, g: number, times: 1 | -1): void {
    const first = g * this.capacity;
    this.meetAmong(i, first, first + this.size[g]!, times);
  }

  /** The same of those listed in members[from … to), itself left out. */
  private meetAmong(i: number, from: number, to: number, times: 1 | -1): void {
    const { order: n, meetings, weights, weighted, worth, smallest, members, price } = this;
    for (let at = from; at < to; at++) {
      const x = members[at]!;
      if (x === i) continue;
      const pair = i * n + x;
      const back = x * n + i;
      this.cost += times === 1 ? meetings[pair]! : 1 - meetings[pair]!;
      if (weighted) this.value += times * weights[pair]!;
      meetings[pair]! += times;
      meetings[back]! += times;
      worth[pair]! -= times * price;
      worth[back]! -= times * price;
      if (worth[pair]! < smallest[i]!) smallest[i] = worth[pair]!;
      if (worth[pair]! < smallest[x]!) smallest[x] = worth[pair]!;
    }
  }

  private recount(): void {
    const { order: n, meetings, members, capacity, weights } = this;
    meetings.set(this.seating.history);
    this.value = 0;
    for (let g = 0; g < this.size.length; g++) {
      for (let k = 0; k < this.size[g]!; k++) {
        const i = members[g * capacity + k]!;
        for (let l = 0; l < k; l++) {
          const j = members[g * capacity + l]!;
          meetings[i * n + j]!++;
          meetings[j * n + i]!++;
          if (this.weighted) this.value += weights[i * n + j]!;
        }
      }
    }
    this.cost = 0;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const met = meetings[i * n + j]!;
        this.cost += (met * (met - 1)) / 2;
      }
    }
    this.setPrice(this.price);
  }
}

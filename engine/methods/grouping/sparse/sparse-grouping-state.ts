import type { WeightedGraph } from '../../graph/weighted-graph.js';

/**
 * A complete grouping of the places of a graph, where only ties are stored: memory grows with places and edges.
 *
 * own[i] = Σ of weights from i to its group. The members of group g are a list in both directions:
 * first[g], then next[i]; −1 ends it. Every write goes through `move`.
 */
export class SparseGroupingState {
  readonly groupOf: Int32Array;
  readonly size: Int32Array;
  readonly own: Float64Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Σ of weights of edges within groups */
  value = 0;
  private readonly previous: Int32Array;

  constructor(
    readonly graph: WeightedGraph,
    groupCount: number,
    groupOf: Int32Array,
  ) {
    const { order } = graph;
    this.groupOf = groupOf.slice();
    this.size = new Int32Array(groupCount);
    this.own = new Float64Array(order);
    this.first = new Int32Array(groupCount).fill(-1);
    this.next = new Int32Array(order).fill(-1);
    this.previous = new Int32Array(order).fill(-1);
    for (let i = order - 1; i >= 0; i--) {
      this.link(i, groupOf[i]!);
      this.own[i] = this.tie(i, groupOf[i]!);
      this.value += this.own[i]! / 2;
    }
  }

  /** Σ of weights from place i to group g; a self-loop ties to nobody. */
  tie(i: number, g: number): number {
    const { groupOf } = this;
    const { offsets, targets, weights } = this.graph;
    let sum = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (groupOf[j] === g && j !== i) sum += weights[at]!;
    }
    return sum;
  }

  /** The weight between two places, 0 without an edge. */
  between(i: number, j: number): number {
    const { offsets, targets, weights } = this.graph;
    let low = offsets[i]!;
    let high = offsets[i + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (targets[middle]! < j) low = middle + 1;
      else high = middle;
    }
    return low < offsets[i + 1]! && targets[low] === j ? weights[low]! : 0;
  }

  /** Puts place i into group h. */
  move(i: number, h: number): void {
    const { groupOf, own } = this;
    const { offsets, targets, weights } = this.graph;
    const g = groupOf[i]!;
    if (g === h) return;
    let arrival = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (j === i) continue;
      if (groupOf[j] === g) own[j]! -= weights[at]!;
      else if (groupOf[j] === h) {
        own[j]! += weights[at]!;
        arrival += weights[at]!;
      }
    }
    this.value += arrival - own[i]!;
    own[i] = arrival;
    this.unlink(i, g);
    this.link(i, h);
    groupOf[i] = h;
  }

  /** The value computed afresh. */
  recount(): number {
    let twice = 0;
    for (let i = 0; i < this.graph.order; i++) twice += this.tie(i, this.groupOf[i]!);
    return twice / 2;
  }

  private link(i: number, g: number): void {
    const head = this.first[g]!;
    this.next[i] = head;
    this.previous[i] = -1;
    if (head !== -1) this.previous[head] = i;
    this.first[g] = i;
    this.size[g]!++;
  }

  private unlink(i: number, g: number): void {
    const before = this.previous[i]!;
    const after = this.next[i]!;
    if (before === -1) this.first[g] = after;
    else this.next[before] = after;
    if (after !== -1) this.previous[after] = before;
    this.size[g]!--;
  }
}

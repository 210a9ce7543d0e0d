import type { BlockRules } from '../problem/block-rules.js';

/** Units that may go to the same groups (null: any) and are alike to a quota. */
export interface Demand {
  readonly groups: readonly number[] | null;
  readonly counted: boolean;
  readonly units: readonly number[];
}

/**
 * The demands behind a lack of places, or null when all units fit, one by one, into groups within their
 * bounds, with between min and max of the counted ones in each group that must hold someone.
 *
 * A flow from demands through groups and its cut (Ford, Fulkerson 1956, 10.4153/CJM-1956-045-5). The demands
 * named may be more than needed.
 */
export function placesRunShort<D extends Demand>(
  demands: readonly D[],
  { groupCount, min, max, order }: BlockRules,
  quota: { readonly min: number; readonly max: number },
): D[] | null {
  // nodes: source, sink, demands, then for each group its counted entry, its other entry and itself
  const flow = new FlowWithMinima(2 + demands.length + 3 * groupCount, order);
  const entry = (g: number, counted: boolean): number => 2 + demands.length + 3 * g + (counted ? 0 : 1);
  demands.forEach(({ groups, counted, units }, d) => {
    flow.connect(0, 2 + d, units.length, units.length);
    for (const g of groups ?? Array.from({ length: groupCount }, (_, k) => k)) {
      flow.connect(2 + d, entry(g, counted), 0, units.length);
    }
  });
  for (let g = 0; g < groupCount; g++) {
    const inside = 4 + demands.length + 3 * g;
    // a quota above what the group holds cannot be met: its minimum then exceeds the room that follows
    flow.connect(entry(g, true), inside, min[g]! > 0 ? quota.min : 0, Math.max(quota.max, quota.min));
    flow.connect(entry(g, false), inside, 0, order);
    flow.connect(inside, 1, min[g]!, max[g]!);
  }
  const reached = flow.unmet();
  if (!reached) return null;
  const stuck = demands.filter((_, d) => reached[2 + d] === 1);
  return quota.min > 0 || stuck.length === 0 ? [...demands] : stuck;
}

/** A flow from node 0 to node 1 whose arcs have least and most amounts. */
class FlowWithMinima {
  private readonly head: Int32Array;
  private readonly next: number[] = [];
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly owed: Int32Array;

  constructor(
    private readonly nodeCount: number,
    private readonly total: number,
  ) {
    // two more nodes give and take what the minima force
    this.head = new Int32Array(nodeCount + 2).fill(-1);
    this.owed = new Int32Array(nodeCount);
  }

  connect(from: number, to: number, least: number, most: number): void {
    this.arc(from, to, most - least);
    this.owed[to]! += least;
    this.owed[from]! -= least;
  }

  /** Null when every minimum can be met; else the nodes that what is left over still reaches, as flags. */
  unmet(): Uint8Array | null {
    const giver = this.nodeCount;
    const taker = this.nodeCount + 1;
    this.arc(1, 0, this.total);
    let wanted = 0;
    for (let v = 0; v < this.nodeCount; v++) {
      const owed = this.owed[v]!;
      if (owed > 0) {
        this.arc(giver, v, owed);
        wanted += owed;
      } else if (owed < 0) this.arc(v, taker, -owed);
    }
    for (;;) {
      const by = this.search(giver, taker);
      const sent = this.push(by, giver, taker);
      if (sent === 0) return wanted === 0 ? null : Uint8Array.from(by, (arc) => (arc === -1 ? 0 : 1));
      wanted -= sent;
    }
  }

  private arc(from: number, to: number, room: number): void {
    for (const [a, b, amount] of [
      [from, to, room],
      [to, from, 0],
    ] as const) {
      this.next.push(this.head[a]!);
      this.to.push(b);
      this.room.push(amount);
      this.head[a] = this.to.length - 1;
    }
  }

  /** Breadth first: the arc by which each node is reached, −1 if it is not, −2 at the start. */
  private search(from: number, to: number): Int32Array {
    const by = new Int32Array(this.nodeCount + 2).fill(-1);
    by[from] = -2;
    const queue = [from];
    for (const v of queue) {
      if (by[to] !== -1) break;
      for (let arc = this.head[v]!; arc !== -1; arc = this.next[arc]!) {
        const w = this.to[arc]!;
        if (this.room[arc]! <= 0 || by[w] !== -1) continue;
        by[w] = arc;
        queue.push(w);
      }
    }
    return by;
  }

  private push(by: Int32Array, from: number, to: number): number {
    if (by[to] === -1) return 0;
    let amount = Number.POSITIVE_INFINITY;
    for (let v = to; v !== from; v = this.to[by[v]! ^ 1]!) amount = Math.min(amount, this.room[by[v]!]!);
    for (let v = to; v !== from; v = this.to[by[v]! ^ 1]!) {
      this.room[by[v]!]! -= amount;
      this.room[by[v]! ^ 1]! += amount;
    }
    return amount;
  }
}

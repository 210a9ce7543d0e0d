import type { BlockRules } from '../problem/block-rules.js';

/** Units that may go to the same groups (null: any) and are alike to a quota. */
export interface Demand {
  readonly groups: readonly number[] | null;
  readonly counted: boolean;
  readonly units: number[];
}

interface Limits {
  readonly min: number;
  readonly max: number;
}

/**
 * The demands behind a lack of places, or null when all units fit, one by one, into groups within their
 * bounds, with between min and max of the counted ones in each group that must hold someone.
 *
 * A flow from demands through groups and its cut (Ford, Fulkerson 1956, 10.4153/CJM-1956-045-5). The demands
 * named may be more than needed.
 */
export function placesRunShort(
  demands: readonly Demand[],
  { groupCount, min, max, order }: BlockRules,
  quota: Limits | null,
): Demand[] | null {
  // nodes: source, sink, demands, groups, and with a quota for each group its counted and its other entry
  const groupNode = 2 + demands.length;
  const entries = groupNode + groupCount;
  const flow = new FlowWithMinima(quota ? entries + 2 * groupCount : entries, order);
  demands.forEach(({ groups, counted, units }, d) => {
    flow.connect(0, 2 + d, units.length, units.length);
    const count = groups ? groups.length : groupCount;
    for (let k = 0; k < count; k++) {
      const g = groups ? groups[k]! : k;
      flow.connect(2 + d, quota ? entries + 2 * g + (counted ? 0 : 1) : groupNode + g, 0, units.length);
    }
  });
  for (let g = 0; g < groupCount; g++) {
    flow.connect(groupNode + g, 1, min[g]!, max[g]!);
    if (!quota) continue;
    // a quota above what the group holds cannot be met: its minimum then exceeds the room that follows
    flow.connect(entries + 2 * g, groupNode + g, min[g]! > 0 ? quota.min : 0, Math.max(quota.max, quota.min));
    flow.connect(entries + 2 * g + 1, groupNode + g, 0, order);
  }
  const reached = flow.unmet();
  if (!reached) return null;
  const stuck = demands.filter((_, d) => reached[2 + d] === 1);
  return (quota && quota.min > 0) || stuck.length === 0 ? [...demands] : stuck;
}

/**
 * The same where every unit may go anywhere and the sizes add up, `count` of them counted: every cut of that flow, in
 * closed form.
 */
export function countsAddUp(count: number, { min, max, order }: BlockRules, quota: Limits): boolean {
  let leastCounted = 0;
  let mostCounted = 0;
  let leastOthers = 0;
  for (let g = 0; g < min.length; g++) {
    const least = min[g]! > 0 ? quota.min : 0;
    if (least > max[g]!) return false;
    leastCounted += least;
    mostCounted += Math.min(quota.max, max[g]!);
    leastOthers += Math.max(0, min[g]! - quota.max);
  }
  // the others never are too many: as many places as there are units, and no more kept for the counted than they are
  return leastCounted <= count && count <= mostCounted && leastOthers <= order - count;
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
    this.half(from, to, room);
    this.half(to, from, 0);
  }

  private half(from: number, to: number, room: number): void {
    this.next.push(this.head[from]!);
    this.head[from] = this.to.length;
    this.to.push(to);
    this.room.push(room);
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

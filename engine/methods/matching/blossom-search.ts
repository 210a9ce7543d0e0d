import { AlternatingForest, EVEN, ODD, UNREACHED } from './alternating-forest.js';
import { BlossomFamily } from './blossom-family.js';
import type { Incidence } from './incidence.js';

/**
 * Primal-dual search for a matching of maximum weight in any graph (Edmonds 1965,
 * 10.6028/jres.069B.013; organised as in Galil 1986, 10.1145/6462.6502), O(order³).
 *
 * A dual u[v] for each vertex, z[b] ≥ 0 for each blossom; slack(v, w) = u[v] + u[w] − 2 weight ≥ 0.
 * Matched edges and edges inside blossoms are tight (slack 0); all free vertices share the smallest u.
 * All values are whole numbers: duals of even vertices have one parity, so halves are whole too.
 *
 * @returns mate of each vertex, −1 when free
 */
export function searchMatching(graph: Incidence, maximumCardinality: boolean): Int32Array {
  const search = new BlossomSearch(graph);
  while (search.enlarge(maximumCardinality));
  return search.family.mate;
}

class BlossomSearch {
  readonly family: BlossomFamily;
  private readonly forest: AlternatingForest;
  private readonly graph: Incidence;
  private readonly u: Float64Array;
  private readonly z: Float64Array;
  /** by vertex that is not even: the half-edge of least slack from an even vertex, −1 if none */
  private readonly closest: Int32Array;
  /** by outermost even node: a half-edge of least slack to another even node, −1 if none known */
  private readonly bridge: Int32Array;
  /**
   * by even blossom shrunk in this search: the half-edge of least slack from it to each vertex.
   * Slacks from one even node to one vertex change together, so what is least stays least.
   */
  private readonly reach: (Int32Array | undefined)[];
  private readonly spareReach: Int32Array[] = [];
  /** even vertices whose edges are still to be looked at */
  private readonly queue: Int32Array;
  private queueLength = 0;

  constructor(graph: Incidence) {
    const { order, largest } = graph;
    this.graph = graph;
    this.family = new BlossomFamily(order);
    this.forest = new AlternatingForest(this.family);
    this.u = new Float64Array(order).fill(largest);
    this.z = new Float64Array(this.family.nodeCount);
    this.closest = new Int32Array(order);
    this.bridge = new Int32Array(this.family.nodeCount);
    this.reach = new Array(this.family.nodeCount);
    this.queue = new Int32Array(order);
  }

  /** Finds one augmenting path and turns it; false when the matching is already the best. */
  enlarge(maximumCardinality: boolean): boolean {
    if (!this.plantRoots()) return false;
    for (;;) {
      while (this.queueLength > 0) {
        if (this.lookAround(this.queue[--this.queueLength]!)) return this.finish();
      }
      const event = this.nextEvent(maximumCardinality);
      if (!event) return false;
      this.shiftDuals(event.delta);
      if (event.kind === 'open') this.openOdd(event.at);
      else if (this.follow(event.at)) return this.finish();
    }
  }

  private plantRoots(): boolean {
    const { parent, base, mate } = this.family;
    const { label } = this.forest;
    this.queueLength = 0;
    label.fill(UNREACHED);
    this.closest.fill(-1);
    this.bridge.fill(-1);
    let roots = 0;
    for (let node = 0; node < parent.length; node++) {
      if (parent[node] !== -1 || mate[base[node]!] !== -1) continue;
      label[node] = EVEN;
      this.enqueue(node);
      roots++;
    }
    return roots > 1;
  }

  private enqueue(node: number): void {
    const { firstLeaf, lastLeaf, nextLeaf } = this.family;
    const last = lastLeaf[node]!;
    for (let v = firstLeaf[node]!; ; v = nextLeaf[v]!) {
      this.queue[this.queueLength++] = v;
      if (v === last) return;
    }
  }

  private slack(k: number): number {
    return this.u[this.graph.tail[k]!]! + this.u[this.graph.head[k]!]! - this.graph.doubled[k]!;
  }

  /** Looks at the edges of an even vertex: follows the tight ones, notes the others; true once augmented. */
  private lookAround(v: number): boolean {
    const { graph, closest, bridge, u } = this;
    const { first, head, doubled } = graph;
    const { top } = this.family;
    const { label } = this.forest;
    const end = first[v + 1]!;
    const uv = u[v]!;
    for (let k = first[v]!; k < end; k++) {
      const w = head[k]!;
      const mine = top[v]!;
      const theirs = top[w]!;
      if (mine === theirs) continue;
      const slack = uv + u[w]! - doubled[k]!;
      const theirLabel = label[theirs];
      if (slack === 0 && theirLabel !== ODD) {
        if (this.follow(k)) return true;
      } else if (theirLabel === EVEN) {
        const known = bridge[mine]!;
        if (known === -1 || slack < this.slack(known)) bridge[mine] = k;
      } else {
        const known = closest[w]!;
        if (known === -1 || slack < this.slack(known)) closest[w] = k;
      }
    }
    return false;
  }

  /** Uses a tight half-edge out of an even node: grow the tree, shrink a cycle, or augment (true). */
  private follow(k: number): boolean {
    const v = this.graph.tail[k]!;
    const w = this.graph.head[k]!;
    const { top, base, mate } = this.family;
    const { label, reachedFrom, reachedAt } = this.forest;
    const reached = top[w]!;
    if (label[reached] === UNREACHED) {
      label[reached] = ODD;
      reachedFrom[reached] = v;
      reachedAt[reached] = w;
      const next = top[mate[base[reached]!]!]!;
      label[next] = EVEN;
      this.enqueue(next);
      return false;
    }
    const apex = this.forest.meeting(v, w);
    if (apex === -1) {
      this.forest.augment(v, w);
      return true;
    }
    this.shrinkCycle(v, w, apex);
    return false;
  }

  private shrinkCycle(v: number, w: number, apex: number): void {
    const { order, next, firstChild, top } = this.family;
    const { label } = this.forest;
    const blossom = this.forest.closeCycle(v, w, apex);
    this.z[blossom] = 0;
    const reach = this.spareReach.pop() ?? new Int32Array(order);
    reach.fill(-1);
    const first = firstChild[blossom]!;
    let child = first;
    do {
      if (label[child] === ODD) this.enqueue(child);
      this.gatherReach(child, reach);
      child = next[child]!;
    } while (child !== first);
    this.reach[blossom] = reach;

    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let x = 0; x < order; x++) {
      const k = reach[x]!;
      if (k === -1 || top[x] === blossom || label[top[x]!] !== EVEN) continue;
      const slack = this.slack(k);
      if (slack < least) {
        least = slack;
        best = k;
      }
    }
    this.bridge[blossom] = best;
  }

  private gatherReach(child: number, into: Int32Array): void {
    const known = this.reach[child];
    if (known) {
      for (let x = 0; x < known.length; x++) if (known[x] !== -1) this.keepCloser(known[x]!, into);
      this.reach[child] = undefined;
      this.spareReach.push(known);
      return;
    }
    const { firstLeaf, lastLeaf, nextLeaf } = this.family;
    const { first } = this.graph;
    const last = lastLeaf[child]!;
    for (let v = firstLeaf[child]!; ; v = nextLeaf[v]!) {
      const end = first[v + 1]!;
      for (let k = first[v]!; k < end; k++) this.keepCloser(k, into);
      if (v === last) return;
    }
  }

  private keepCloser(k: number, into: Int32Array): void {
    const x = this.graph.head[k]!;
    const known = into[x]!;
    if (known === -1 || this.slack(k) < this.slack(known)) into[x] = k;
  }

  /** The first thing to happen as the duals shift; undefined when the matching is the best already. */
  private nextEvent(
    maximumCardinality: boolean,
  ): { kind: 'follow' | 'open'; at: number; delta: number } | undefined {
    const { order, nodeCount, top, parent, base, mate } = this.family;
    const { label } = this.forest;
    let kind: 'follow' | 'open' = 'follow';
    let at = -1;
    let delta = Number.POSITIVE_INFINITY;
    let rootDual = Number.POSITIVE_INFINITY;
    for (let v = 0; v < order; v++) {
      const k = this.closest[v]!;
      if (k === -1 || label[top[v]!] !== UNREACHED) continue;
      const slack = this.slack(k);
      if (slack < delta) {
        delta = slack;
        at = k;
      }
    }
    for (let node = 0; node < nodeCount; node++) {
      if (parent[node] !== -1) continue;
      if (label[node] === EVEN) {
        if (mate[base[node]!] === -1) rootDual = this.u[base[node]!]!;
        const k = this.bridge[node]!;
        if (k === -1) continue;
        const slack = this.slack(k) / 2;
        if (slack < delta) {
          kind = 'follow';
          delta = slack;
          at = k;
        }
      } else if (label[node] === ODD && node >= order && this.z[node]! / 2 < delta) {
        kind = 'open';
        delta = this.z[node]! / 2;
        at = node;
      }
    }
    if (at === -1) return undefined;
    // free vertices may stay free once their dual is zero; at equality too, for the gain would be zero
    if (!maximumCardinality && rootDual <= delta) return undefined;
    return { kind, at, delta };
  }

  private shiftDuals(delta: number): void {
    if (delta === 0) return;
    const { order, nodeCount, top, parent } = this.family;
    const { label } = this.forest;
    const { u, z } = this;
    for (let v = 0; v < order; v++) {
      const of = label[top[v]!];
      if (of === EVEN) u[v]! -= delta;
      else if (of === ODD) u[v]! += delta;
    }
    for (let b = order; b < nodeCount; b++) {
      if (parent[b] !== -1) continue;
      if (label[b] === EVEN) z[b]! += 2 * delta;
      else if (label[b] === ODD) z[b]! -= 2 * delta;
    }
  }

  /** Opens an odd blossom whose dual has come down to zero: it may be entered otherwise from now on. */
  private openOdd(blossom: number): void {
    const { family, forest } = this;
    const firstChild = family.firstChild[blossom]!;
    const entryChild = family.childWith(blossom, forest.reachedAt[blossom]!);
    const forward = family.evenWayIsForward(blossom, entryChild);
    family.open(blossom);
    forest.relabelOpened(blossom, firstChild, entryChild, forward);
    let child = firstChild;
    do {
      if (forest.label[child] === EVEN) this.enqueue(child);
      child = family.next[child]!;
    } while (child !== firstChild);
  }

  /** After an augmentation: opens the blossoms that weigh nothing, and forgets what each one reached. */
  private finish(): true {
    const { order, nodeCount, parent } = this.family;
    for (let b = order; b < nodeCount; b++) {
      const reach = this.reach[b];
      if (reach) this.spareReach.push(reach);
      this.reach[b] = undefined;
      if (parent[b] === -1 && this.z[b] === 0) this.openEmpty(b);
    }
    return true;
  }

  private openEmpty(blossom: number): void {
    const { order, next, firstChild } = this.family;
    this.family.open(blossom);
    const first = firstChild[blossom]!;
    let child = first;
    do {
      if (child >= order && this.z[child] === 0) this.openEmpty(child);
      child = next[child]!;
    } while (child !== first);
  }
}

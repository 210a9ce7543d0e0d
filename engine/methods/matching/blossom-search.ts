import { AlternatingTree, EVEN, ODD, UNREACHED } from './alternating-tree.js';
import { BlossomFamily } from './blossom-family.js';
import { Duals } from './duals.js';
import { EventQueue } from './event-queue.js';
import { greedyStart } from './greedy-start.js';
import type { Incidence } from './incidence.js';

/**
 * Primal-dual search for a matching of maximum weight in any graph (Edmonds 1965, 10.6028/jres.069B.013), one
 * alternating tree at a time, what is to happen kept in a queue (after Galil, Micali, Gabow 1986, 10.1137/0215009).
 *
 * The matching is the best when every free vertex has u = 0. From one that has not, a tree of tight edges grows as
 * its duals shift (see Duals), until it touches a free vertex or the u of one of its even vertices is 0, which is
 * then left alone instead. A search touches its tree and what is next to it, nothing else.
 *
 * @returns mate of each vertex, −1 when free
 */
export function searchMatching(graph: Incidence): Int32Array {
  const search = new BlossomSearch(graph);
  for (let v = 0; v < graph.order; v++) search.settle(v);
  return search.family.mate;
}

class BlossomSearch {
  readonly family: BlossomFamily;
  private readonly tree: AlternatingTree;
  private readonly graph: Incidence;
  private readonly duals: Duals;
  /** a half-edge that gets tight, or −1 − b for an odd blossom b that comes to weigh nothing */
  private readonly events = new EventQueue();
  /** by vertex outside the tree: when the first of its edges from an even vertex gets tight, as far as known */
  private readonly soonest: Float64Array;
  private readonly approached: Int32Array;
  private approachedCount = 0;
  /** one vertex of each node that entered the tree */
  private readonly entered: Int32Array;
  private enteredCount = 0;
  /** even vertices whose edges have been looked at */
  private readonly looked: Uint8Array;
  /** even vertices whose edges are still to be looked at */
  private readonly queue: Int32Array;
  private queueLength = 0;
  /** the even vertex of smallest u, and when that gets to 0 */
  private lowest = -1;
  private lowestTime = 0;
  /** the search is over by then: nothing that happens later is worth noting */
  private horizon = 0;

  constructor(graph: Incidence) {
    const { order } = graph;
    this.graph = graph;
    this.family = new BlossomFamily(order);
    this.tree = new AlternatingTree(this.family);
    this.duals = new Duals(this.family, greedyStart(graph, this.family));
    this.soonest = new Float64Array(order).fill(Number.POSITIVE_INFINITY);
    this.approached = new Int32Array(order);
    this.entered = new Int32Array(2 * this.family.nodeCount);
    this.looked = new Uint8Array(order);
    this.queue = new Int32Array(order);
  }

  /** Matches a free vertex, or brings its u to 0, or leaves another with u = 0 alone instead. */
  settle(root: number): void {
    if (this.family.mate[root] !== -1 || this.duals.u[root] === 0) return;
    this.duals.now = 0;
    this.lowestTime = Number.POSITIVE_INFINITY;
    this.horizon = Number.POSITIVE_INFINITY;
    this.enter(root, EVEN);
    this.enqueue(root);
    for (;;) {
      while (this.queueLength > 0) this.lookAround(this.queue[--this.queueLength]!);
      const time = this.events.soonest;
      if (this.lowestTime <= time) {
        this.duals.now = this.lowestTime;
        this.tree.leaveAlone(this.lowest);
        break;
      }
      this.duals.now = time;
      const event = this.events.take();
      if (event < 0) this.openOdd(-1 - event);
      else if (this.follow(event)) break;
    }
    this.forget();
  }

  private enter(node: number, label: number): void {
    this.tree.label[node] = label;
    this.duals.hold(node, label);
    this.entered[this.enteredCount++] = this.family.firstLeaf[node]!;
  }

  private enqueue(node: number): void {
    const { firstLeaf, lastLeaf, nextLeaf } = this.family;
    const last = lastLeaf[node]!;
    for (let v = firstLeaf[node]!; ; v = nextLeaf[v]!) {
      this.queue[this.queueLength++] = v;
      if (v === last) return;
    }
  }

  /** Notes when the edges of an even vertex get tight. */
  private lookAround(v: number): void {
    const { looked, soonest, events } = this;
    const { u } = this.duals;
    const { first, head, doubled } = this.graph;
    const { top, base, mate } = this.family;
    const { label } = this.tree;
    const uv = u[v]!;
    const mine = top[v]!;
    let horizon = this.horizon;
    looked[v] = 1;
    if (uv < this.lowestTime) {
      this.lowestTime = uv;
      this.lowest = v;
      horizon = Math.min(horizon, uv);
    }
    const end = first[v + 1]!;
    for (let k = first[v]!; k < end; k++) {
      const w = head[k]!;
      const theirs = top[w]!;
      const theirLabel = label[theirs];
      if (theirLabel === UNREACHED) {
        const time = uv + u[w]! - doubled[k]!;
        if (time >= horizon || time >= soonest[w]!) continue;
        if (soonest[w] === Number.POSITIVE_INFINITY) this.approached[this.approachedCount++] = w;
        soonest[w] = time;
        events.add(time, k);
        if (mate[base[theirs]!] === -1) horizon = time;
      } else if (theirLabel === EVEN && looked[w] === 1 && theirs !== mine) {
        // both fall: the slack closes twice as fast
        const time = (uv + u[w]! - doubled[k]!) / 2;
        if (time < horizon) events.add(time, k);
      }
    }
    this.horizon = horizon;
  }

  /** Uses a half-edge out of an even vertex, if it is tight indeed: grow the tree, shrink a cycle, or augment (true). */
  private follow(k: number): boolean {
    const v = this.graph.tail[k]!;
    const w = this.graph.head[k]!;
    const { top, base, mate } = this.family;
    const { label, reachedFrom, reachedAt } = this.tree;
    const { u, now } = this.duals;
    const reached = top[w]!;
    if (label[reached] === ODD || reached === top[v]) return false;
    // noted before w got even, or went through an odd blossom: its u has changed since, and the edge is noted again
    const held = label[reached] === EVEN ? 2 * now : now;
    if (u[v]! + u[w]! - held !== this.graph.doubled[k]!) return false;
    if (label[reached] === EVEN) {
      this.shrinkCycle(v, w);
      return false;
    }
    const partner = mate[base[reached]!]!;
    if (partner === -1) {
      this.tree.augment(v, w);
      return true;
    }
    this.enter(reached, ODD);
    reachedFrom[reached] = v;
    reachedAt[reached] = w;
    this.noteOpening(reached);
    const next = top[partner]!;
    this.enter(next, EVEN);
    this.enqueue(next);
    return false;
  }

  private noteOpening(node: number): void {
    if (node >= this.family.order) this.events.add(this.duals.z[node]! / 2, -1 - node);
  }

  private shrinkCycle(v: number, w: number): void {
    const { next, firstChild } = this.family;
    const { label } = this.tree;
    const blossom = this.tree.closeCycle(v, w, this.tree.meeting(v, w));
    this.duals.holdShrunk(blossom, label);
    const first = firstChild[blossom]!;
    let child = first;
    do {
      if (label[child] === ODD) this.enqueue(child);
      child = next[child]!;
    } while (child !== first);
  }

  /** Opens an odd blossom whose dual has come down to zero: it may be entered otherwise from now on. */
  private openOdd(blossom: number): void {
    const { family, tree, duals } = this;
    // shrunk into another, or opened, since it was noted
    if (family.parent[blossom] !== -1 || tree.label[blossom] !== ODD || duals.z[blossom] !== 2 * duals.now)
      return;
    const firstChild = family.firstChild[blossom]!;
    const entryChild = family.childWith(blossom, tree.reachedAt[blossom]!);
    const forward = family.evenWayIsForward(blossom, entryChild);
    family.open(blossom);
    tree.relabelOpened(blossom, firstChild, entryChild, forward);
    let child = firstChild;
    do {
      const label = tree.label[child]!;
      duals.holdOpened(child, label);
      if (label !== UNREACHED) this.entered[this.enteredCount++] = family.firstLeaf[child]!;
      if (label === EVEN) this.enqueue(child);
      else if (label === ODD) this.noteOpening(child);
      else this.approach(child);
      child = family.next[child]!;
    } while (child !== firstChild);
  }

  /** Notes when edges from even vertices to a node that has left the tree get tight. */
  private approach(node: number): void {
    const { firstLeaf, lastLeaf, nextLeaf } = this.family;
    const { first, head, doubled } = this.graph;
    const { u } = this.duals;
    const last = lastLeaf[node]!;
    for (let w = firstLeaf[node]!; ; w = nextLeaf[w]!) {
      if (this.soonest[w] === Number.POSITIVE_INFINITY) this.approached[this.approachedCount++] = w;
      let soonest = this.horizon;
      let from = -1;
      for (let k = first[w]!; k < first[w + 1]!; k++) {
        if (this.looked[head[k]!] === 0) continue;
        const time = u[w]! + u[head[k]!]! - doubled[k]!;
        if (time < soonest) {
          soonest = time;
          from = k;
        }
      }
      this.soonest[w] = soonest;
      if (from !== -1) this.events.add(soonest, this.graph.twin[from]!);
      if (w === last) return;
    }
  }

  /** Ends a search: plain duals, no tree, and the blossoms that weigh nothing opened. */
  private forget(): void {
    const { top, firstLeaf, lastLeaf, nextLeaf } = this.family;
    const { label } = this.tree;
    for (let e = 0; e < this.enteredCount; e++) {
      const node = top[this.entered[e]!]!;
      if (label[node] === UNREACHED) continue;
      this.duals.release(node, label[node]!);
      label[node] = UNREACHED;
      const last = lastLeaf[node]!;
      for (let v = firstLeaf[node]!; ; v = nextLeaf[v]!) {
        this.looked[v] = 0;
        if (v === last) break;
      }
      this.openEmpty(node);
    }
    for (let a = 0; a < this.approachedCount; a++) {
      this.soonest[this.approached[a]!] = Number.POSITIVE_INFINITY;
    }
    this.enteredCount = 0;
    this.approachedCount = 0;
    this.queueLength = 0;
    this.events.clear();
  }

  private openEmpty(node: number): void {
    if (node < this.family.order || this.duals.z[node] !== 0) return;
    const { next, firstChild } = this.family;
    this.family.open(node);
    const first = firstChild[node]!;
    let child = first;
    do {
      const after = next[child]!;
      this.tree.label[child] = UNREACHED;
      this.openEmpty(child);
      child = after;
    } while (child !== first);
  }
}

import type { BlossomFamily } from './blossom-family.js';

export const UNREACHED = 0;
export const EVEN = 1;
export const ODD = 2;

/**
 * The tree grown in one search: alternating paths of tight edges from one free vertex.
 *
 * Even nodes are left by edges outside the matching, odd nodes by their matched edge. An odd node was
 * reached from vertex reachedFrom (in its even parent) to vertex reachedAt (in itself); an even node
 * hangs by the matched edge of its base, or is the root when the base is free.
 */
export class AlternatingTree {
  readonly label: Uint8Array;
  readonly reachedFrom: Int32Array;
  readonly reachedAt: Int32Array;
  private readonly family: BlossomFamily;
  private readonly seen: Uint32Array;
  private walk = 0;
  private readonly ring: Int32Array;
  private readonly exits: Int32Array;
  private readonly entrances: Int32Array;

  constructor(family: BlossomFamily) {
    const nodes = family.nodeCount;
    this.family = family;
    this.label = new Uint8Array(nodes);
    this.reachedFrom = new Int32Array(nodes);
    this.reachedAt = new Int32Array(nodes);
    this.seen = new Uint32Array(nodes);
    this.ring = new Int32Array(nodes);
    this.exits = new Int32Array(nodes);
    this.entrances = new Int32Array(nodes);
  }

  /** The even node where the ways from vertices v and w to the root meet. */
  meeting(v: number, w: number): number {
    const { top } = this.family;
    const mark = ++this.walk;
    let here = top[v]!;
    let other = top[w]!;
    for (;;) {
      if (this.seen[here] === mark) return here;
      this.seen[here] = mark;
      const above = this.evenParent(here);
      // the two climb in turn, so that the walk is as long as the cycle, not as the trees are deep
      if (other === -1) {
        here = above;
      } else {
        here = other;
        other = above;
      }
    }
  }

  /** Shrinks the odd cycle that the tight edge v–w closes below an even node; returns the blossom, even. */
  closeCycle(v: number, w: number, apex: number): number {
    const { ring, exits, entrances, family } = this;
    const onLeft = this.climb(v, apex, 1);
    // climbed upwards, wanted downwards from the apex: turn the way round, and each edge with it
    for (let low = 1, high = onLeft; low < high; low++, high--) swap(ring, low, high);
    for (let low = 1, high = onLeft; low < high; low++, high--) swap(exits, low, high);
    for (let low = 1, high = onLeft; low < high; low++, high--) swap(entrances, low, high);
    for (let k = 0; k < onLeft; k++) {
      const down = entrances[k + 1]!;
      entrances[k] = exits[k + 1]!;
      exits[k] = down;
    }
    ring[0] = apex;
    exits[onLeft] = v;
    entrances[onLeft] = w;
    const onRight = this.climb(w, apex, onLeft + 1);
    const blossom = family.shrink(1 + onLeft + onRight, ring, exits, entrances);
    this.label[blossom] = EVEN;
    return blossom;
  }

  /** Labels the children of an odd blossom that was opened: the path to the root keeps on through some of them. */
  relabelOpened(blossom: number, firstChild: number, entryChild: number, forward: boolean): void {
    const { label, reachedFrom, reachedAt } = this;
    const { next, previous, exit, entrance } = this.family;
    for (let c = next[firstChild]!; c !== firstChild; c = next[c]!) label[c] = UNREACHED;
    label[firstChild] = UNREACHED;

    label[entryChild] = ODD;
    reachedFrom[entryChild] = reachedFrom[blossom]!;
    reachedAt[entryChild] = reachedAt[blossom]!;
    let c = entryChild;
    while (c !== firstChild) {
      const even = forward ? next[c]! : previous[c]!;
      const odd = forward ? next[even]! : previous[even]!;
      label[even] = EVEN;
      label[odd] = ODD;
      reachedFrom[odd] = forward ? exit[even]! : entrance[odd]!;
      reachedAt[odd] = forward ? entrance[even]! : exit[odd]!;
      c = odd;
    }
  }

  /** Matches v, in the tree, with w, free and outside it. */
  augment(v: number, w: number): void {
    this.turnWay(v, w);
    this.turnWay(w, v);
  }

  /** Exchanges matched and unmatched edges between v and the root: the root is matched, and v free instead. */
  leaveAlone(v: number): void {
    this.turnWay(v, -1);
  }

  /** Gives v, in an even node, the partner `to`, and exchanges matched and unmatched edges up to the root. */
  private turnWay(from: number, to: number): void {
    const { top, base, mate } = this.family;
    let vertex = from;
    let partner = to;
    for (;;) {
      const even = top[vertex]!;
      const left = mate[base[even]!]!;
      this.family.rebase(even, vertex);
      mate[vertex] = partner;
      if (left === -1) return;
      const odd = top[left]!;
      vertex = this.reachedFrom[odd]!;
      partner = this.reachedAt[odd]!;
      this.family.rebase(odd, partner);
      mate[partner] = vertex;
    }
  }

  /** Writes the nodes from the one of `vertex` up to the apex, apex excluded, each with its edge upwards. */
  private climb(vertex: number, apex: number, start: number): number {
    const { top, base, mate } = this.family;
    const { ring, exits, entrances } = this;
    let k = start;
    for (let even = top[vertex]!; even !== apex; k++) {
      ring[k] = even;
      exits[k] = base[even]!;
      entrances[k] = mate[base[even]!]!;
      const odd = top[entrances[k]!]!;
      k++;
      ring[k] = odd;
      exits[k] = this.reachedAt[odd]!;
      entrances[k] = this.reachedFrom[odd]!;
      even = top[entrances[k]!]!;
    }
    return k - start;
  }

  private evenParent(even: number): number {
    const { top, base, mate } = this.family;
    const above = mate[base[even]!]!;
    return above === -1 ? -1 : top[this.reachedFrom[top[above]!]!]!;
  }
}

function swap(array: Int32Array, a: number, b: number): void {
  const held = array[a]!;
  array[a] = array[b]!;
  array[b] = held;
}

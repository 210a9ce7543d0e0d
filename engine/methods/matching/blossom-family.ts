/**
 * The matching and the blossoms that hold it: odd cycles shrunk to one node, nested at will.
 *
 * Nodes 0..order−1 are vertices, the others blossoms (Edmonds 1965, 10.4153/CJM-1965-045-4).
 * Invariants: the children of a blossom form an odd cycle; the first holds the base, and the others
 * are matched two by two along it (1–2, 3–4, …) through their own bases; only the base of an
 * outermost node is matched outside it, or free.
 *
 * Layout: children form a ring (next, previous); the edge from child c to next[c] goes from vertex
 * exit[c] to vertex entrance[c]. The vertices of any node are one run of a linked list, from
 * firstLeaf to lastLeaf, so that no walk needs a stack.
 */
export class BlossomFamily {
  readonly order: number;
  readonly nodeCount: number;
  /** −1: free */
  readonly mate: Int32Array;
  /** outermost node that holds the vertex */
  readonly top: Int32Array;
  /** by node: the vertex left for the outside */
  readonly base: Int32Array;
  /** by node: the blossom around it, −1 for an outermost node; −2 for a blossom not in use */
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly exit: Int32Array;
  readonly entrance: Int32Array;
  readonly firstLeaf: Int32Array;
  readonly lastLeaf: Int32Array;
  readonly nextLeaf: Int32Array;
  private readonly spare: Int32Array;
  private spareCount: number;

  constructor(order: number) {
    // odd sets of at least three vertices, each inside or apart from the others: fewer than order / 2
    const blossoms = order >> 1;
    const nodes = order + blossoms;
    this.order = order;
    this.nodeCount = nodes;
    this.mate = new Int32Array(order).fill(-1);
    this.top = Int32Array.from({ length: order }, (_, v) => v);
    this.base = Int32Array.from({ length: nodes }, (_, v) => v);
    this.parent = new Int32Array(nodes).fill(-1).fill(-2, order);
    this.firstChild = new Int32Array(nodes).fill(-1);
    this.next = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.exit = new Int32Array(nodes);
    this.entrance = new Int32Array(nodes);
    this.firstLeaf = Int32Array.from({ length: nodes }, (_, v) => v);
    this.lastLeaf = this.firstLeaf.slice();
    this.nextLeaf = new Int32Array(order).fill(-1);
    this.spare = Int32Array.from({ length: blossoms }, (_, k) => nodes - 1 - k);
    this.spareCount = blossoms;
  }

  /**
   * Shrinks a ring of outermost nodes into one blossom and returns it.
   * ring[0] holds the base; exits[k], entrances[k] are the ends of the edge from ring[k] to the one after.
   */
  shrink(length: number, ring: Int32Array, exits: Int32Array, entrances: Int32Array): number {
    const { top, parent, next, previous, nextLeaf, firstLeaf, lastLeaf } = this;
    const b = this.spare[--this.spareCount]!;
    this.firstChild[b] = ring[0]!;
    this.base[b] = this.base[ring[0]!]!;
    parent[b] = -1;
    for (let k = 0; k < length; k++) {
      const child = ring[k]!;
      const after = ring[k + 1 < length ? k + 1 : 0]!;
      parent[child] = b;
      next[child] = after;
      previous[after] = child;
      this.exit[child] = exits[k]!;
      this.entrance[child] = entrances[k]!;
      const last = lastLeaf[child]!;
      for (let v = firstLeaf[child]!; ; v = nextLeaf[v]!) {
        top[v] = b;
        if (v === last) break;
      }
      nextLeaf[last] = k + 1 < length ? firstLeaf[after]! : -1;
    }
    firstLeaf[b] = firstLeaf[ring[0]!]!;
    lastLeaf[b] = lastLeaf[ring[length - 1]!]!;
    return b;
  }

  /** Makes the children of an outermost blossom outermost, and the blossom free for another use. */
  open(b: number): void {
    const { top, parent, next, nextLeaf, firstLeaf, lastLeaf } = this;
    const first = this.firstChild[b]!;
    let child = first;
    do {
      parent[child] = -1;
      const last = lastLeaf[child]!;
      for (let v = firstLeaf[child]!; ; v = nextLeaf[v]!) {
        top[v] = child;
        if (v === last) break;
      }
      child = next[child]!;
    } while (child !== first);
    parent[b] = -2;
    this.spare[this.spareCount++] = b;
  }

  /** The child of blossom b that holds vertex v. */
  childWith(b: number, v: number): number {
    const parent = this.parent;
    let child = v;
    while (parent[child] !== b) child = parent[child]!;
    return child;
  }

  /** Whether the even way round from a child to the first one follows `next` (else `previous`). */
  evenWayIsForward(b: number, child: number): boolean {
    let forward = false;
    for (let c = this.firstChild[b]!; c !== child; c = this.next[c]!) forward = !forward;
    return forward;
  }

  /** Moves the base of a node to vertex v, rematching inside so that v alone is left for the outside. */
  rebase(node: number, v: number): void {
    if (node < this.order) return;
    const { next, previous, exit, entrance, mate } = this;
    const child = this.childWith(node, v);
    this.rebase(child, v);
    const first = this.firstChild[node]!;
    const forward = this.evenWayIsForward(node, child);
    let c = child;
    while (c !== first) {
      const left = forward ? next[c]! : previous[c]!;
      const right = forward ? next[left]! : previous[left]!;
      const ofLeft = forward ? exit[left]! : entrance[right]!;
      const ofRight = forward ? entrance[left]! : exit[right]!;
      this.rebase(left, ofLeft);
      this.rebase(right, ofRight);
      mate[ofLeft] = ofRight;
      mate[ofRight] = ofLeft;
      c = right;
    }
    this.firstChild[node] = child;
    this.base[node] = v;
  }
}

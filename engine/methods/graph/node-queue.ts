import type { Rng } from '../../random/rng.js';
import { shuffleFirst } from '../../random/shuffle.js';

const run = 8;

/**
 * First in, first out, each node at most once at a time; a ring, so that `order` entries are enough. Each node has a
 * slack, −Infinity while it waits: whoever lowers a slack from ≥ 0 to below calls `add`, and nobody else does.
 */
export class NodeQueue {
  private readonly ring: Uint32Array;
  /** how much a node can lose before it is to be visited */
  readonly slack: Float64Array;
  private order = 0;
  private head = 0;
  private tail = 0;
  length = 0;

  /** @param capacity greatest order that it will be filled with */
  constructor(capacity: number) {
    this.ring = new Uint32Array(capacity);
    this.slack = new Float64Array(capacity);
  }

  /**
   * All nodes 0..order−1; whatever was waiting is forgotten. Runs of consecutive nodes come in random order: as good
   * as single nodes in random order, and their rows are read from memory one after the other.
   */
  fill(order: number, rng: Rng): void {
    listInRuns(this.ring, order, rng);
    this.order = order;
    this.length = order;
    this.head = 0;
    this.tail = 0;
  }

  /** Drops the nodes whose slack is ≥ 0; the others wait. */
  keepRestless(): void {
    const { ring, slack } = this;
    let kept = 0;
    for (let at = 0; at < this.order; at++) {
      const v = ring[at]!;
      if (slack[v]! >= 0) continue;
      slack[v] = Number.NEGATIVE_INFINITY;
      ring[kept++] = v;
    }
    this.length = kept;
    this.tail = kept === this.order ? 0 : kept;
  }

  /** Takes the first node out; the queue must not be empty. */
  take(): number {
    const v = this.ring[this.head]!;
    this.head = this.head + 1 === this.order ? 0 : this.head + 1;
    this.length--;
    return v;
  }

  /** Puts a node that does not wait at the end. */
  add(v: number): void {
    this.slack[v] = Number.NEGATIVE_INFINITY;
    this.ring[this.tail] = v;
    this.tail = this.tail + 1 === this.order ? 0 : this.tail + 1;
    this.length++;
  }
}

/** Lists 0..order−1 in the first entries: runs of eight consecutive numbers, the runs in random order. */
export function listInRuns(ring: Uint32Array | Int32Array, order: number, rng: Rng): void {
  const runs = Math.ceil(order / run);
  listRuns(ring, runs);
  shuffleFirst(ring, runs, rng);
  spellOutRuns(ring, runs, order);
}

// One loop a function: what follows a long loop is compiled before it ever ran, and thrown away when it does.
function listRuns(ring: Uint32Array | Int32Array, runs: number): void {
  for (let r = 0; r < runs; r++) ring[r] = r;
}

/** From the numbers of runs to their nodes, from the back, so that no run is overwritten before it is read. */
function spellOutRuns(ring: Uint32Array | Int32Array, runs: number, order: number): void {
  let first = order;
  for (let r = runs - 1; r >= 0; r--) {
    const from = ring[r]! * run;
    const length = Math.min(run, order - from);
    first -= length;
    for (let k = 0; k < length; k++) ring[first + k] = from + k;
  }
}

import type { Footprints } from './footprints.js';

/**
 * Which node is in which community, and the potential of each community in each cell, Σ_b f_ab M_b, M_b being what
 * its members weigh in cell b: what a node expects to share with it is its own mass times that.
 *
 * A community of one node is that node's footprint; the potentials of the others are kept up as nodes move, and
 * their memory is used again once a community is empty. Every write goes through `place` and `move`.
 */
export class CommunityPotentials {
  readonly #nodes: Footprints;
  readonly #factors: Float64Array;
  /** P(i, i) as the factors give it, to be left out */
  readonly #own: Float64Array;
  /** number of members of each community */
  readonly #sizes: Uint32Array;
  /** the only member of a community without potential, −1 if it is empty */
  readonly #sole: Int32Array;
  /** where the potential of a community starts in `#kept`, −1 if it has none */
  readonly #start: Int32Array;
  #kept: Float64Array = new Float64Array(0);
  #used = 0;
  readonly #free: number[] = [];

  constructor(nodes: Footprints, factors: Float64Array) {
    this.#nodes = nodes;
    this.#factors = factors;
    this.#own = Float64Array.from({ length: nodes.order }, (_, i) => expectedBetween(nodes, factors, i, i));
    this.#sizes = new Uint32Array(nodes.order);
    this.#sole = new Int32Array(nodes.order);
    this.#start = new Int32Array(nodes.order);
  }

  /** Starts with node i in community i. */
  scatter(): void {
    this.#clear();
    this.#sizes.fill(1);
    for (let i = 0; i < this.#sole.length; i++) this.#sole[i] = i;
  }

  /** Starts with node i in community membership[i]. */
  place(membership: Uint32Array): void {
    this.#clear();
    for (let i = 0; i < membership.length; i++) this.#enter(i, membership[i]!);
  }

  move(node: number, from: number, to: number): void {
    const size = this.#sizes[from]! - 1;
    this.#sizes[from] = size;
    const start = this.#start[from]!;
    if (size > 0) this.#spread(node, start, -1);
    else {
      this.#sole[from] = -1;
      this.#start[from] = -1;
      if (start >= 0) this.#free.push(start);
    }
    this.#enter(node, to);
  }

  /** Σ P(node, j) over the members j of a community, without the node itself if it is one of them. */
  expected(node: number, community: number, isMember: boolean): number {
    const start = this.#start[community]!;
    if (start < 0) {
      if (isMember) return 0;
      return expectedBetween(this.#nodes, this.#factors, node, this.#sole[community]!);
    }
    const { offsets, cells, masses } = this.#nodes;
    const kept = this.#kept;
    const end = offsets[node + 1]!;
    let expected = isMember ? -this.#own[node]! : 0;
    for (let x = offsets[node]!; x < end; x++) expected += masses[x]! * kept[start + cells[x]!]!;
    return expected;
  }

  #enter(node: number, to: number): void {
    const size = this.#sizes[to]! + 1;
    this.#sizes[to] = size;
    if (size === 1) {
      this.#sole[to] = node;
      return;
    }
    if (this.#start[to]! < 0) {
      const start = this.#free.pop() ?? this.#grow();
      this.#start[to] = start;
      this.#kept.fill(0, start, start + this.#nodes.cellCount);
      this.#spread(this.#sole[to]!, start, 1);
    }
    this.#spread(node, this.#start[to]!, 1);
  }

  /** Adds what a node weighs, times ±1, to a potential. */
  #spread(node: number, start: number, sign: number): void {
    const { cellCount, offsets, cells, masses } = this.#nodes;
    const factors = this.#factors;
    const kept = this.#kept;
    for (let x = offsets[node]!; x < offsets[node + 1]!; x++) {
      const row = cells[x]! * cellCount;
      const mass = sign * masses[x]!;
      for (let a = 0; a < cellCount; a++) kept[start + a] = kept[start + a]! + mass * factors[row + a]!;
    }
  }

  #clear(): void {
    this.#sizes.fill(0);
    this.#sole.fill(-1);
    this.#start.fill(-1);
    this.#used = 0;
    this.#free.length = 0;
  }

  #grow(): number {
    const start = this.#used;
    this.#used += this.#nodes.cellCount;
    if (this.#used > this.#kept.length) {
      const larger = new Float64Array(Math.max(this.#used, 2 * this.#kept.length));
      larger.set(this.#kept);
      this.#kept = larger;
    }
    return start;
  }
}

/** Σ_a Σ_b m_ia f_ab m_jb, cell by cell. */
function expectedBetween(nodes: Footprints, factors: Float64Array, i: number, j: number): number {
  const { cellCount, offsets, cells, masses } = nodes;
  let expected = 0;
  for (let x = offsets[i]!; x < offsets[i + 1]!; x++) {
    const row = cells[x]! * cellCount;
    let felt = 0;
    for (let y = offsets[j]!; y < offsets[j + 1]!; y++) felt += factors[row + cells[y]!]! * masses[y]!;
    expected += masses[x]! * felt;
  }
  return expected;
}

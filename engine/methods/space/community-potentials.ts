import type { Footprints } from './footprints.js';

/** The potential of a community of more entries (cells of its members) than this is worked out when first asked for. */
const mostWalked = 32;

/** stands for nobody */
const none = -1;

/**
 * Which node is in which community, as far as the null needs it: what a node expects to share with a community is
 * Σ_a m_a Φ_a, m being its own footprint and Φ_a = Σ_b f_ab M_b the potential in cell a of what the members weigh.
 *
 * Members of a community are a doubly linked list, so that a move costs next to nothing; what they weigh is summed
 * when asked, and where they are many as a potential, which is kept up from then on, in memory that is used again once
 * the community is empty. Every write goes through `scatter`, `place` and `move`.
 */
export class CommunityPotentials {
  readonly #nodes: Footprints;
  readonly #factors: Float64Array;
  /** P(i, i) as the factors give it, to be left out */
  readonly #own: Float64Array;
  /** mass of each node */
  readonly #weights: Float64Array;
  /** what a node can expect to share, at most, with each unit of mass */
  readonly #reach: Float64Array;
  /** sum of the masses of each community */
  readonly #totals: Float64Array;
  /** entries of the members of each community */
  readonly #entries: Uint32Array;
  /** the last member that came to each community, then from each node to the one that came before and after it */
  readonly #newest: Int32Array;
  readonly #older: Int32Array;
  readonly #newer: Int32Array;
  /** where the potential of a community starts in `#kept`, −1 if it has none */
  readonly #start: Int32Array;
  #kept: Float64Array = new Float64Array(0);
  #used = 0;
  readonly #free: number[] = [];
  readonly #byCell: Float64Array;

  constructor(nodes: Footprints, factors: Float64Array) {
    const { order, cellCount } = nodes;
    this.#nodes = nodes;
    this.#factors = factors;
    this.#own = expectedWithThemselves(nodes, factors);
    this.#reach = greatestReach(nodes, factors);
    this.#weights = nodeMasses(nodes);
    this.#totals = new Float64Array(order);
    this.#entries = new Uint32Array(order);
    this.#newest = new Int32Array(order);
    this.#older = new Int32Array(order);
    this.#newer = new Int32Array(order);
    this.#start = new Int32Array(order);
    this.#byCell = new Float64Array(cellCount);
  }

  /** Starts with node i in community i. */
  scatter(): void {
    this.#clear();
    for (let i = 0; i < this.#nodes.order; i++) this.#enter(i, i);
  }

  /** Starts with node i in community membership[i]. */
  place(membership: Uint32Array): void {
    this.#clear();
    for (let i = 0; i < this.#nodes.order; i++) this.#enter(i, membership[i]!);
  }

  move(node: number, from: number, to: number): void {
    this.#leave(node, from);
    this.#enter(node, to);
  }

  /** What `expected` cannot exceed: the masses times the greatest factor around the node. */
  atMost(node: number, community: number): number {
    return this.#reach[node]! * this.#totals[community]!;
  }

  /** Σ P(node, j) over the members j of a community, without the node itself if it is one of them. */
  expected(node: number, community: number, isMember: boolean): number {
    const { cellCount, offsets, cells, masses } = this.#nodes;
    const first = offsets[node]!;
    const end = offsets[node + 1]!;
    let start = this.#start[community]!;
    if (start < 0 && this.#entries[community]! <= mostWalked) {
      // alone, which nearly all are at first
      if (isMember && this.#entries[community] === end - first) return 0;
      const factors = this.#factors;
      const older = this.#older;
      let expected = 0;
      for (let j = this.#newest[community]!; j !== none; j = older[j]!) {
        if (j === node) continue;
        const last = offsets[j + 1]!;
        for (let y = offsets[j]!; y < last; y++) {
          const row = cells[y]! * cellCount;
          let felt = 0;
          for (let x = first; x < end; x++) felt += factors[row + cells[x]!]! * masses[x]!;
          expected += masses[y]! * felt;
        }
      }
      return expected;
    }
    if (start < 0) start = this.#workOut(community);
    let expected = isMember ? -this.#own[node]! : 0;
    const kept = this.#kept;
    for (let x = first; x < end; x++) expected += masses[x]! * kept[start + cells[x]!]!;
    return expected;
  }

  /** The potential of a community from its members: masses are added up by cell before anything is multiplied. */
  #workOut(community: number): number {
    const { cellCount, offsets, cells, masses } = this.#nodes;
    const byCell = this.#byCell.fill(0);
    for (let j = this.#newest[community]!; j !== none; j = this.#older[j]!) {
      for (let y = offsets[j]!; y < offsets[j + 1]!; y++) byCell[cells[y]!] = byCell[cells[y]!]! + masses[y]!;
    }
    const start = this.#allocate();
    this.#start[community] = start;
    for (let a = 0; a < cellCount; a++) if (byCell[a] !== 0) this.#spread(start, a, byCell[a]!);
    return start;
  }

  #enter(node: number, to: number): void {
    const { offsets, cells, masses } = this.#nodes;
    const first = offsets[node]!;
    const end = offsets[node + 1]!;
    const before = this.#newest[to]!;
    this.#newest[to] = node;
    this.#older[node] = before;
    this.#newer[node] = none;
    if (before !== none) this.#newer[before] = node;
    this.#entries[to] = this.#entries[to]! + (end - first);
    this.#totals[to] = this.#totals[to]! + this.#weights[node]!;
    const start = this.#start[to]!;
    if (start >= 0) for (let x = first; x < end; x++) this.#spread(start, cells[x]!, masses[x]!);
  }

  #leave(node: number, from: number): void {
    const { offsets, cells, masses } = this.#nodes;
    const first = offsets[node]!;
    const end = offsets[node + 1]!;
    const older = this.#older[node]!;
    const newer = this.#newer[node]!;
    if (older !== none) this.#newer[older] = newer;
    if (newer !== none) this.#older[newer] = older;
    else this.#newest[from] = older;
    this.#entries[from] = this.#entries[from]! - (end - first);
    const start = this.#start[from]!;
    if (this.#newest[from] === none) {
      this.#totals[from] = 0;
      this.#start[from] = none;
      if (start >= 0) this.#free.push(start);
      return;
    }
    this.#totals[from] = this.#totals[from]! - this.#weights[node]!;
    if (start >= 0) for (let x = first; x < end; x++) this.#spread(start, cells[x]!, -masses[x]!);
  }

  /** Adds to a potential that of a mass in a cell. */
  #spread(start: number, cell: number, mass: number): void {
    const { cellCount } = this.#nodes;
    const factors = this.#factors;
    const kept = this.#kept;
    const end = start + cellCount;
    const shift = cell * cellCount - start;
    for (let at = start; at < end; at++) kept[at] = kept[at]! + mass * factors[at + shift]!;
  }

  #clear(): void {
    this.#entries.fill(0);
    this.#totals.fill(0);
    this.#newest.fill(none);
    this.#start.fill(none);
    this.#used = 0;
    this.#free.length = 0;
  }

  /** A potential of zeros. */
  #allocate(): number {
    const { cellCount } = this.#nodes;
    const start = this.#free.pop() ?? this.#used;
    if (start === this.#used) {
      this.#used += cellCount;
      if (this.#used > this.#kept.length) {
        const larger = new Float64Array(Math.max(this.#used, 2 * this.#kept.length));
        larger.set(this.#kept);
        this.#kept = larger;
      }
    }
    this.#kept.fill(0, start, start + cellCount);
    return start;
  }
}

function nodeMasses({ order, offsets, masses }: Footprints): Float64Array {
  const sums = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    for (let x = offsets[i]!; x < offsets[i + 1]!; x++) sums[i] = sums[i]! + masses[x]!;
  }
  return sums;
}

/** Σ_a m_a max_b f_ab, a hair more so that rounding leaves nothing out. */
function greatestReach(nodes: Footprints, factors: Float64Array): Float64Array {
  const { order, cellCount, offsets, cells, masses } = nodes;
  const greatest = new Float64Array(cellCount);
  for (let a = 0; a < cellCount; a++) {
    for (let at = a * cellCount; at < (a + 1) * cellCount; at++) {
      if (factors[at]! > greatest[a]!) greatest[a] = factors[at]!;
    }
  }
  const reach = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let sum = 0;
    for (let x = offsets[i]!; x < offsets[i + 1]!; x++) sum += masses[x]! * greatest[cells[x]!]!;
    reach[i] = sum * (1 + 1e-9);
  }
  return reach;
}

/** Σ_a Σ_b m_a f_ab m_b of each node; each two cells once, as f is symmetric. */
function expectedWithThemselves(nodes: Footprints, factors: Float64Array): Float64Array {
  const { order, cellCount, offsets, cells, masses } = nodes;
  const own = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    const first = offsets[i]!;
    for (let x = first; x < offsets[i + 1]!; x++) {
      const row = cells[x]! * cellCount;
      const mass = masses[x]!;
      let felt = 0;
      for (let y = first; y < x; y++) felt += factors[row + cells[y]!]! * masses[y]!;
      own[i] = own[i]! + mass * (2 * felt + mass * factors[row + cells[x]!]!);
    }
  }
  return own;
}

import type { Footprints } from './footprints.js';

/** A community of more entries (cells of its members) than this has its potential kept. */
const mostListed = 16;

/**
 * Which node is in which community, as far as the null needs it: what a node expects to share with a community is
 * Σ_a m_a Φ_a, m being its own footprint and Φ_a = Σ_b f_ab M_b the potential in cell a of what the members weigh.
 *
 * Small communities are lists of the entries of their members, summed when asked; the potentials of the others are
 * kept up as nodes move, in memory that is used again once a community is empty. Every write goes through
 * `scatter`, `place` and `move`.
 */
export class CommunityPotentials {
  readonly #nodes: Footprints;
  readonly #factors: Float64Array;
  /** P(i, i) as the factors give it, to be left out */
  readonly #own: Float64Array;
  /** entries of the members of each community */
  readonly #entries: Uint32Array;
  /** those of a community c that is a list, from c × mostListed on */
  readonly #listedCells: Uint32Array;
  readonly #listedMasses: Float64Array;
  /** where the potential of a community starts in `#kept`, −1 if it is a list */
  readonly #start: Int32Array;
  #kept: Float64Array = new Float64Array(0);
  #used = 0;
  readonly #free: number[] = [];

  constructor(nodes: Footprints, factors: Float64Array) {
    const { order } = nodes;
    this.#nodes = nodes;
    this.#factors = factors;
    this.#own = expectedWithThemselves(nodes, factors);
    this.#entries = new Uint32Array(order);
    this.#listedCells = new Uint32Array(order * mostListed);
    this.#listedMasses = new Float64Array(order * mostListed);
    this.#start = new Int32Array(order);
  }

  /** Starts with node i in community i. */
  scatter(): void {
    this.#clear();
    for (let i = 0; i < this.#nodes.order; i++) this.#enter(i, i);
  }

  /** Starts with node i in community membership[i]: masses are added up by cell before anything is multiplied. */
  place(membership: Uint32Array): void {
    const { order, cellCount, offsets, cells, masses } = this.#nodes;
    this.#clear();
    const entries = this.#entries;
    for (let i = 0; i < order; i++) {
      const c = membership[i]!;
      entries[c] = entries[c]! + offsets[i + 1]! - offsets[i]!;
    }
    const starts: number[] = [];
    for (let c = 0; c < order; c++) {
      if (entries[c]! <= mostListed) {
        entries[c] = 0;
        continue;
      }
      const start = this.#allocate();
      this.#start[c] = start;
      starts.push(start);
    }
    const kept = this.#kept;
    for (let i = 0; i < order; i++) {
      const start = this.#start[membership[i]!]!;
      if (start < 0) {
        this.#enter(i, membership[i]!);
        continue;
      }
      for (let x = offsets[i]!; x < offsets[i + 1]!; x++) {
        kept[start + cells[x]!] = kept[start + cells[x]!]! + masses[x]!;
      }
    }
    const weights = new Float64Array(cellCount);
    for (const start of starts) {
      weights.set(kept.subarray(start, start + cellCount));
      kept.fill(0, start, start + cellCount);
      for (let a = 0; a < cellCount; a++) if (weights[a] !== 0) this.#spread(start, a, weights[a]!);
    }
  }

  move(node: number, from: number, to: number): void {
    this.#leave(node, from);
    this.#enter(node, to);
  }

  /** Σ P(node, j) over the members j of a community, without the node itself if it is one of them. */
  expected(node: number, community: number, isMember: boolean): number {
    const { cellCount, offsets, cells, masses } = this.#nodes;
    const start = this.#start[community]!;
    const end = offsets[node + 1]!;
    let expected = isMember ? -this.#own[node]! : 0;
    if (start >= 0) {
      const kept = this.#kept;
      for (let x = offsets[node]!; x < end; x++) expected += masses[x]! * kept[start + cells[x]!]!;
      return expected;
    }
    // alone, which nearly all are at first
    if (isMember && this.#entries[community] === end - offsets[node]!) return 0;
    const factors = this.#factors;
    const listedCells = this.#listedCells;
    const listedMasses = this.#listedMasses;
    const first = community * mostListed;
    const last = first + this.#entries[community]!;
    for (let x = offsets[node]!; x < end; x++) {
      const row = cells[x]! * cellCount;
      let felt = 0;
      for (let at = first; at < last; at++) felt += factors[row + listedCells[at]!]! * listedMasses[at]!;
      expected += masses[x]! * felt;
    }
    return expected;
  }

  #enter(node: number, to: number): void {
    const { offsets, cells, masses } = this.#nodes;
    const from = offsets[node]!;
    const end = offsets[node + 1]!;
    const before = this.#entries[to]!;
    const entries = before + end - from;
    this.#entries[to] = entries;
    if (this.#start[to]! < 0) {
      const first = to * mostListed;
      if (entries <= mostListed) {
        for (let x = from; x < end; x++) {
          this.#listedCells[first + before + x - from] = cells[x]!;
          this.#listedMasses[first + before + x - from] = masses[x]!;
        }
        return;
      }
      const start = this.#allocate();
      this.#start[to] = start;
      for (let at = first; at < first + before; at++) {
        this.#spread(start, this.#listedCells[at]!, this.#listedMasses[at]!);
      }
    }
    for (let x = from; x < end; x++) this.#spread(this.#start[to]!, cells[x]!, masses[x]!);
  }

  #leave(node: number, from: number): void {
    const { offsets, cells, masses } = this.#nodes;
    const left = this.#entries[from]! - (offsets[node + 1]! - offsets[node]!);
    const start = this.#start[from]!;
    if (left === 0) {
      if (start >= 0) this.#free.push(start);
      this.#start[from] = -1;
    } else {
      for (let x = offsets[node]!; x < offsets[node + 1]!; x++) {
        if (start >= 0) this.#spread(start, cells[x]!, -masses[x]!);
        else this.#strike(from, cells[x]!, masses[x]!);
      }
      // what `#strike` counts down one by one
      if (start < 0) return;
    }
    this.#entries[from] = left;
  }

  /** Takes one entry out of a list: another of the same cell and mass is as good as the node's own. */
  #strike(community: number, cell: number, mass: number): void {
    const first = community * mostListed;
    const last = first + this.#entries[community]! - 1;
    let at = first;
    while (this.#listedCells[at] !== cell || this.#listedMasses[at] !== mass) at++;
    this.#listedCells[at] = this.#listedCells[last]!;
    this.#listedMasses[at] = this.#listedMasses[last]!;
    this.#entries[community] = last - first;
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
    this.#start.fill(-1);
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

function expectedWithThemselves(nodes: Footprints, factors: Float64Array): Float64Array {
  const { order, cellCount, offsets, cells, masses } = nodes;
  const own = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    for (let x = offsets[i]!; x < offsets[i + 1]!; x++) {
      const row = cells[x]! * cellCount;
      let felt = 0;
      for (let y = offsets[i]!; y < offsets[i + 1]!; y++) felt += factors[row + cells[y]!]! * masses[y]!;
      own[i] = own[i]! + masses[x]! * felt;
    }
  }
  return own;
}

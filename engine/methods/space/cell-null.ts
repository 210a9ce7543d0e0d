import type { NullModel } from '../graph/null-model.js';
import { CommunityPotentials } from './community-potentials.js';
import { type Footprints, mergedFootprints } from './footprints.js';

/**
 * The null P_ij = Σ_a Σ_b m_ia f_ab m_jb, i ≠ j, for nodes that weigh m_ia in cells a (`footprints`) and factors f
 * between cells: a place weighs in its own cell only, a node of a higher level in the cells of all its places.
 *
 * Memory grows with the entries of the footprints, the square of the cells and the communities of more than a
 * few entries × cells; never with order².
 */
export class CellNull implements NullModel {
  readonly order: number;
  readonly #footprints: Footprints;
  readonly #factors: Float64Array;
  /** Σ over the places of P(place, place) as the factors give it: not a pair, in whatever community */
  readonly #withThemselves: number;
  readonly #potentials: CommunityPotentials;

  constructor(footprints: Footprints, factors: Float64Array, withThemselves: number) {
    this.order = footprints.order;
    this.#footprints = footprints;
    this.#factors = factors;
    this.#withThemselves = withThemselves;
    this.#potentials = new CommunityPotentials(footprints, factors);
  }

  scatter(): void {
    this.#potentials.scatter();
  }

  place(membership: Uint32Array): void {
    this.#potentials.place(membership);
  }

  subtractExpected(
    node: number,
    own: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void {
    for (let k = 0; k < count; k++) {
      const c = communities[k]!;
      gains[c] = gains[c]! - resolution * this.#potentials.expected(node, c, c === own);
    }
  }

  subtractFromContenders(
    node: number,
    own: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void {
    if (count === 0) return;
    const potentials = this.#potentials;
    let top = communities[0]!;
    let weight = gains[top]!;
    let second = 0;
    for (let k = 1; k < count; k++) {
      const c = communities[k]!;
      const tied = gains[c]!;
      if (tied > weight) {
        second = weight;
        weight = tied;
        top = c;
      } else if (tied > second) second = tied;
    }
    const atLeast = weight - resolution * potentials.atMost(node, top);
    if (atLeast >= second) {
      gains[top] = atLeast;
      return;
    }
    let best = weight - resolution * potentials.expected(node, top, top === own);
    gains[top] = best;
    if (best < 0) best = 0;
    for (let k = 0; k < count; k++) {
      const c = communities[k]!;
      if (c === top || gains[c]! < best) continue;
      const gain = gains[c]! - resolution * potentials.expected(node, c, c === own);
      gains[c] = gain;
      if (gain > best) best = gain;
    }
  }

  subtractFromLikely(
    node: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
    within: number,
  ): void {
    if (count === 0) return;
    const potentials = this.#potentials;
    let top = communities[0]!;
    for (let k = 1; k < count; k++) if (gains[communities[k]!]! > gains[top]!) top = communities[k]!;
    gains[top] = gains[top]! - resolution * potentials.expected(node, top, false);
    let floor = Math.max(0, gains[top]!) - within;
    for (let k = 0; k < count; k++) {
      const c = communities[k]!;
      if (c === top || gains[c]! < floor) continue;
      const gain = gains[c]! - resolution * potentials.expected(node, c, false);
      gains[c] = gain;
      if (gain - within > floor) floor = gain - within;
    }
  }

  move(node: number, from: number, to: number): void {
    this.#potentials.move(node, from, to);
  }

  aggregate(membership: Uint32Array, count: number): NullModel {
    const merged = mergedFootprints(this.#footprints, membership, count);
    return new CellNull(merged, this.#factors, this.#withThemselves);
  }

  expectedInside(membership: Uint32Array): number {
    const count = membership.reduce((most, c) => Math.max(most, c + 1), 0);
    const { cellCount, offsets, cells, masses } = mergedFootprints(this.#footprints, membership, count);
    let inside = -this.#withThemselves;
    for (let c = 0; c < count; c++) {
      for (let x = offsets[c]!; x < offsets[c + 1]!; x++) {
        const row = cells[x]! * cellCount;
        let felt = 0;
        for (let y = offsets[c]!; y < offsets[c + 1]!; y++)
          felt += this.#factors[row + cells[y]!]! * masses[y]!;
        inside += masses[x]! * felt;
      }
    }
    return inside;
  }
}

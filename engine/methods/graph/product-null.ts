import type { NullModel, ProductSizes } from './null-model.js';
import { strengths, type WeightedGraph } from './weighted-graph.js';

/**
 * The configuration null of modularity, P_ij = k_i k_j / 2m with k the strengths (Newman, Girvan 2004,
 * 10.1103/PhysRevE.69.026113); for a graph without weight nothing is expected anywhere.
 */
export function configurationNull(graph: WeightedGraph): NullModel {
  return nullOfStrengths(strengths(graph));
}

/** The same from strengths that are known; they are kept, not copied. */
export function nullOfStrengths(strength: Float64Array): NullModel {
  let total = 0;
  for (let i = 0; i < strength.length; i++) total += strength[i]!;
  return new ProductNull(strength, total > 0 ? 1 / total : 0, 0);
}

/**
 * The null of the constant Potts model, P_ij = n_i n_j for i ≠ j (Traag, Van Dooren, Nesterov 2011,
 * 10.1103/PhysRevE.84.016114): the resolution is the density that a community must exceed.
 *
 * @param nodeWeights sizes n_i, finite and ≥ 0
 */
export function constantPottsNull(nodeWeights: Float64Array): NullModel {
  let selfPairs = 0;
  for (let i = 0; i < nodeWeights.length; i++) selfPairs += nodeWeights[i]! * nodeWeights[i]!;
  return new ProductNull(nodeWeights, 1, selfPairs);
}

/** P_ij = scale × size_i × size_j, so that a community is known by the sum of its sizes. */
class ProductNull implements NullModel {
  readonly order: number;
  readonly sizes: Float64Array;
  readonly scale: number;
  /** Σ P_ii that the model does not count */
  private readonly selfPairs: number;
  /** sum of the sizes of each community */
  private readonly sums: Float64Array;

  constructor(sizes: Float64Array, scale: number, selfPairs: number) {
    this.order = sizes.length;
    this.sizes = sizes;
    this.scale = scale;
    this.selfPairs = selfPairs;
    this.sums = new Float64Array(sizes.length);
  }

  get product(): ProductSizes {
    return this;
  }

  scatter(): void {
    this.sums.set(this.sizes);
  }

  place(membership: Uint32Array): void {
    addUp(this.sizes, membership, this.sums.fill(0));
  }

  subtractExpected(
    node: number,
    own: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void {
    const sums = this.sums;
    const size = this.sizes[node]!;
    const factor = resolution * this.scale * size;
    for (let at = 0; at < count; at++) {
      const c = communities[at]!;
      gains[c] = gains[c]! - factor * (c === own ? sums[c]! - size : sums[c]!);
    }
  }

  move(node: number, from: number, to: number): void {
    const sums = this.sums;
    const size = this.sizes[node]!;
    sums[from] = sums[from]! - size;
    sums[to] = sums[to]! + size;
  }

  aggregate(membership: Uint32Array, count: number): NullModel {
    return new ProductNull(
      addUp(this.sizes, membership, new Float64Array(count)),
      this.scale,
      this.selfPairs,
    );
  }

  expectedInside(membership: Uint32Array): number {
    const sums = addUp(this.sizes, membership, new Float64Array(this.order));
    let expected = 0;
    for (let c = 0; c < sums.length; c++) expected += sums[c]! * sums[c]!;
    return this.scale * expected - this.selfPairs;
  }
}

function addUp(sizes: Float64Array, membership: Uint32Array, sums: Float64Array): Float64Array {
  for (let i = 0; i < sizes.length; i++) {
    const c = membership[i]!;
    sums[c] = sums[c]! + sizes[i]!;
  }
  return sums;
}

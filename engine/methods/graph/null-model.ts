/**
 * What a partition is judged against: the weight P_ij expected between any two nodes if no community tied them.
 * `leiden` maximises Σ (A_ij − γ P_ij) over pairs in one community, and asks the null model for nothing but the
 * P part, so that any null takes the place of the configuration one (k_i k_j / 2m).
 *
 * One instance speaks of one level: its nodes are 0..order−1, its community labels too, so at most `order`
 * communities. It holds which node is in which community only as far as it needs (sums of a community, a
 * potential on a grid…), kept up by `place`, `scatter` and `move`; whatever was there before is overwritten, so that
 * one instance serves many runs, one after the other.
 *
 * P must be symmetric and ≥ 0. Calls of a run come in this order: `place` or `scatter`, then any number of
 * `subtractExpected`, `subtractFromContenders`, `subtractFromLikely` and `move`, then again from the start; `aggregate` and
 * `expectedInside` at any moment, without effect on the state.
 */
export interface NullModel {
  /** number of nodes of this level */
  readonly order: number;

  /** given where P is a product, so that a loop run thousands of times need not ask for it */
  readonly product?: ProductSizes;

  /** Starts with each node alone, node i in community i. */
  scatter(): void;

  /** Starts with node i in community `membership[i]` < order; the array changes later and must not be kept. */
  place(membership: Uint32Array): void;

  /**
   * gains[c] −= resolution × Σ_{j ∈ c, j ≠ node} P(node, j), for each c of `communities[0…count)`, all different.
   *
   * Called once a visited node: the inner loop is inside the model. `own` is the community that the node is in:
   * there alone must the node itself be left out of the sum.
   */
  subtractExpected(
    node: number,
    own: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void;

  /**
   * The same where only the largest gain is asked for, or 0 if all are below; `own` is listed unless the node is
   * alone there. A gain may be left higher than it is, and the largest lower, as long as the largest stays ahead of
   * the others and of 0: for a null whose sums cost much, as P ≥ 0 what is behind before the subtraction stays there.
   */
  subtractFromContenders?(
    node: number,
    own: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void;

  /**
   * The same, of communities that the node is not in, where gains further than `within` below the largest, or below 0,
   * do not count: they may be left higher than they are, but no higher than that.
   */
  subtractFromLikely?(
    node: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
    within: number,
  ): void;

  /** The node leaves community `from` for `to`, which may be empty; they differ. */
  move(node: number, from: number, to: number): void;

  /**
   * The null of the next level, where node c stands for the nodes i with membership[i] = c, c < count:
   * P(c, d) = Σ_{i ∈ c} Σ_{j ∈ d} P_ij. Every label is used.
   */
  aggregate(membership: Uint32Array, count: number): NullModel;

  /** Σ P_ij over ordered pairs in one community, at resolution 1, pairs (i, i) included if the null has them. */
  expectedInside(membership: Uint32Array): number;
}

/** P_ij = scale × size_i × size_j for i ≠ j. */
export interface ProductSizes {
  readonly sizes: Float64Array;
  readonly scale: number;
}

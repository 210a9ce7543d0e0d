import type { Partition } from '../methods/graph/partition.js';
import type { WeightedGraph } from '../methods/graph/weighted-graph.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';

export type CommunityMethodName = Exclude<Options['community']['method'], 'automatic'>;

/** What a method may look at; one row of features a place of the graph. */
export interface CommunityInput {
  readonly graph: WeightedGraph;
  readonly features: Matrix;
  /** Leiden and Louvain: the larger, the more communities */
  readonly resolution: number;
  /** k-means: how many communities; null: the method's own choice */
  readonly concernCount: number | null;
}

/**
 * A way to find concerns: made ready once for its input, then run for each generator. Every method places everyone, labels
 * by the smallest member, leaves no label empty, answers for no place at all, and gives the same partition
 * for the same input and generator.
 */
export type CommunityMethod = (input: CommunityInput) => (rng: Rng) => Partition;

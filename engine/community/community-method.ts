import type { Partition } from '../methods/graph/partition.js';
import type { WeightedGraph } from '../methods/graph/weighted-graph.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';

/** What a method may look at; one row of features a place of the graph. */
export interface CommunityInput {
  readonly graph: WeightedGraph;
  readonly features: Matrix;
  readonly options: Options['community'];
  readonly rng: Rng;
}

/**
 * A way to find concerns. Every method places everyone, labels by the smallest member, leaves no label empty,
 * answers for no place at all, and gives the same partition for the same input and generator.
 */
export type CommunityMethod = (input: CommunityInput) => Partition;

import { modularity } from '../methods/graph/modularity.js';
import type { WeightedGraph } from '../methods/graph/weighted-graph.js';
import { type OverRepresented, overRepresented } from '../methods/over-representation/over-representation.js';
import { EngineError } from '../model/engine-error.js';
import type { Profiles } from '../model/profiles.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import type { CommunityMethod } from './community-method.js';
import { kMeansCommunities } from './k-means-communities.js';
import { leidenCommunities } from './leiden-communities.js';
import { louvainCommunities } from './louvain-communities.js';

export const communityMethods: Readonly<Record<Options['community']['method'], CommunityMethod>> = {
  leiden: leidenCommunities,
  louvain: louvainCommunities,
  kmeans: kMeansCommunities,
};

export interface Concerns {
  /** concern of each territory, 0..count−1, numbered by smallest member */
  readonly membership: Uint32Array;
  readonly count: number;
  /** modularity of the concerns in the affinity network at the resolution asked, whatever the method */
  readonly quality: number;
  /** what ties each concern together, the best first; empty for territories that declared nothing */
  readonly problems: readonly (readonly OverRepresented[])[];
}

/**
 * The concerns that territories share, and the problems that name them.
 *
 * A territory tied to nobody (an empty profile) is a concern of its own under Leiden and Louvain; k-means puts
 * the empty profiles together.
 *
 * @throws EngineError `lengths-differ` if graph, profiles and features are not of one order, and what the method throws
 */
export function findConcerns(
  graph: WeightedGraph,
  profiles: Profiles,
  features: Matrix,
  options: Options['community'],
  rng: Rng,
): Concerns {
  if (graph.order !== profiles.order || graph.order !== features.rows) {
    throw new EngineError(
      'lengths-differ',
      `The network has ${graph.order} places, the profiles ${profiles.order} rows, the features ${features.rows}.`,
      'build all three from the same territories.',
      [graph.order, profiles.order, features.rows],
    );
  }
  const { membership, count } = communityMethods[options.method]({ graph, features, options, rng });
  return {
    membership,
    count,
    quality: modularity(graph, membership, options.resolution),
    problems: overRepresented(profiles.needs, membership, count),
  };
}

import { louvain } from '../methods/graph/louvain.js';
import type { CommunityMethod } from './community-method.js';

/** Louvain on the affinity network, at the resolution asked. */
export const louvainCommunities: CommunityMethod = ({ graph, options, rng }) =>
  louvain(graph, { resolution: options.resolution, rng });

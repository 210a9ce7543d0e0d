import { louvain } from '../methods/graph/louvain.js';
import type { CommunityMethod } from './community-method.js';

/** Louvain on the affinity network, at the resolution asked. */
export const louvainCommunities: CommunityMethod =
  ({ graph, resolution }) =>
  (rng) =>
    louvain(graph, { resolution, rng });

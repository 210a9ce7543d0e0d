import { leiden } from '../methods/graph/leiden.js';
import type { CommunityMethod } from './community-method.js';

/** Leiden on the affinity network, at the resolution asked, until an iteration moves nobody. */
export const leidenCommunities: CommunityMethod = ({ graph, options, rng }) =>
  leiden(graph, {
    resolution: options.resolution,
    seed: rng.integer(2 ** 32),
    iterations: Number.POSITIVE_INFINITY,
  });

import { leidenRuns } from '../methods/graph/leiden.js';
import type { CommunityMethod } from './community-method.js';

/** Leiden on the affinity network, at the resolution asked, until an iteration moves nobody. */
export const leidenCommunities: CommunityMethod = ({ graph, resolution }) => {
  const run = leidenRuns(graph, { resolution, iterations: Number.POSITIVE_INFINITY });
  return (rng) => run(rng.integer(2 ** 32));
};

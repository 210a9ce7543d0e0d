import { leidenRuns } from '../methods/graph/leiden.js';
import type { CommunityMethod } from './community-method.js';

/** Leiden on the affinity network, at the resolution asked. */
export const leidenCommunities: CommunityMethod = ({ graph, resolution }) => {
  const run = leidenRuns(graph, { resolution });
  return (rng) => run(rng.integer(2 ** 32));
};

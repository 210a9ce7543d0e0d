import type { CommunityMethod, CommunityMethodName } from './community-method.js';
import { kMeansCommunities } from './k-means-communities.js';
import { leidenCommunities } from './leiden-communities.js';
import { louvainCommunities } from './louvain-communities.js';

/** Every method by the name of its option. */
export const communityMethods: Readonly<Record<CommunityMethodName, CommunityMethod>> = {
  leiden: leidenCommunities,
  louvain: louvainCommunities,
  kmeans: kMeansCommunities,
};

import type { Options } from '../options.js';
import type { Candidate, JudgedCandidate } from './judge-candidate.js';

const resolutions = [0.5, 0.7, 1, 1.4, 2];
/** candidates this close in worth, as a share of the best, are a tie, which goes to the coarser: fewer concerns are simpler */
const tie = 0.05;
/** below, the network does not say who belongs together, and profiles are asked directly */
export const unsure = 0.6;

/** What to try, by growing resolution: one candidate where method and resolution are asked. */
export function candidatesFor({ method, resolution }: Options['community']): Candidate[] {
  if (method === 'kmeans') return [{ method, resolution: 1 }];
  const sought = method === 'automatic' ? 'leiden' : method;
  return (resolution === null ? resolutions : [resolution]).map((value) => ({
    method: sought,
    resolution: value,
  }));
}

/** The one of highest worth, the first (coarsest) of those within 5 % of it; there is at least one. */
export function worthiest(judged: readonly JudgedCandidate[]): JudgedCandidate {
  const most = judged.reduce((best, { worth }) => Math.max(best, worth), 0);
  const chosen = judged.find(({ worth }) => worth >= (1 - tie) * most) ?? judged[0];
  if (!chosen) throw new RangeError('no candidate to choose from');
  return chosen;
}

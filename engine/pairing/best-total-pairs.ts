import { maximumWeightBMatching } from '../methods/matching/maximum-weight-b-matching.js';
import { bestPartners } from './best-partners.js';
import type { OpenPairs } from './open-pairs.js';

/**
 * The pairs that serve the most territories, and among those that have the most value together: exact over the
 * `candidates` best partners of each. A territory with an imposed partner is served already.
 *
 * @returns i < j
 */
export function bestTotalPairs(
  { order, places, imposed, worthOf }: OpenPairs,
  candidates: number,
): [number, number][] {
  const { sources, targets, worths } = bestPartners(order, candidates, worthOf);
  const servedFirst = new Uint8Array(order).fill(1);
  for (const k of imposed.flat()) servedFirst[k] = 0;
  const values = Float64Array.from(worths, ({ value }) => value);
  const { edges } = maximumWeightBMatching(order, sources, targets, values, places, { servedFirst });
  return Array.from(edges, (e): [number, number] => [sources[e] ?? 0, targets[e] ?? 0]);
}

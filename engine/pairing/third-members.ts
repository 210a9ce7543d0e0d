import { maximumWeightMatching } from '../methods/matching/maximum-weight-matching.js';
import type { OpenPairs } from './open-pairs.js';

export interface ThirdMember {
  /** the territory that had no partner */
  readonly k: number;
  /** index of the pair it joins */
  readonly pair: number;
  /** mean of what it is worth with one and with the other, both above 0 */
  readonly value: number;
}

/**
 * Lets territories left alone join a pair each, one a pair at most: as many as can, then the most value, exactly.
 * It joins only two with whom it has something in common, and whom nothing forbids.
 */
export function thirdMembers(
  { worthOf }: OpenPairs,
  alone: readonly number[],
  pairs: readonly (readonly [number, number])[],
): ThirdMember[] {
  const offers: ThirdMember[] = [];
  for (const k of alone) {
    for (const [pair, [i, j]] of pairs.entries()) {
      const one = worthOf(i, k).value;
      const other = worthOf(j, k).value;
      if (one > 0 && other > 0) offers.push({ k, pair, value: (one + other) / 2 });
    }
  }
  const rankOf = new Map(alone.map((k, rank) => [k, rank]));
  const sources = Uint32Array.from(offers, ({ k }) => rankOf.get(k) ?? 0);
  const targets = Uint32Array.from(offers, ({ pair }) => alone.length + pair);
  const weights = Float64Array.from(offers, ({ value }) => value);
  const { mate } = maximumWeightMatching(alone.length + pairs.length, sources, targets, weights, {
    maximumCardinality: true,
  });
  return offers.filter(({ k, pair }) => mate[rankOf.get(k) ?? 0] === alone.length + pair);
}

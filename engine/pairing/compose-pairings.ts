import { maximumWeightMatching } from '../methods/matching/maximum-weight-matching.js';
import type { Profiles } from '../model/profiles.js';
import type { Options } from '../options.js';
import { bestPartners, type CandidatePairs } from './best-partners.js';
import { type ExchangedProblem, exchangedProblems } from './exchange-value.js';
import { type PairingInput, pairingValue } from './pairing-value.js';

export interface ComposedPair {
  readonly i: number;
  /** above i */
  readonly j: number;
  /** 0..1, above 1/2 when each has something the other needs and they have not met */
  readonly value: number;
  /** what i can show and j needs, the largest part first */
  readonly given: readonly ExchangedProblem[];
  /** what j can show and i needs */
  readonly received: readonly ExchangedProblem[];
}

export type UnpairedCode = 'odd-one-out' | 'nothing-in-common' | 'nothing-declared';

export interface ComposedPairings {
  /** by falling value, then index */
  readonly pairs: readonly ComposedPair[];
  /** by index */
  readonly unpaired: readonly { readonly i: number; readonly code: UnpairedCode }[];
}

/**
 * Pairs territories for an exchange of practices, each in one pair at most.
 *
 * Each keeps its `candidates` best partners (see pairingValue for the formula); over those pairs the
 * matching is exact: as many mutual pairs as there can be, then as much value and as many pairs as
 * possible. Who stays alone is told why: nothing-declared (no need, no experience), nothing-in-common
 * (no pair has a value), odd-one-out (its partners are better used elsewhere).
 */
export function composePairings(input: PairingInput, options: Options['pairing']): ComposedPairings {
  const { profiles } = input;
  const { order } = profiles;
  const candidates = bestPartners(order, options.candidates, pairingValue(input, options.style));
  const mate = matchCandidates(order, candidates);
  const pairs: ComposedPair[] = [];
  for (const [e, i] of candidates.sources.entries()) {
    const j = candidates.targets[e] ?? i;
    if (mate[i] !== j) continue;
    pairs.push({
      i,
      j,
      value: candidates.worths[e]?.value ?? 0,
      given: exchangedProblems(profiles, i, j),
      received: exchangedProblems(profiles, j, i),
    });
  }
  pairs.sort((a, b) => b.value - a.value || a.i - b.i);
  const courted = new Set([...candidates.sources, ...candidates.targets]);
  const unpaired = [...mate.keys()]
    .filter((i) => mate[i] === -1)
    .map((i) => ({ i, code: whyAlone(profiles, i, courted) }));
  return { pairs, unpaired };
}

/**
 * A mutual pair outweighs all else that can be paired (order / 2 pairs of at most 2 each), and any pair
 * outweighs what values alone could gain by leaving two alone.
 */
function matchCandidates(order: number, { sources, targets, worths }: CandidatePairs): Int32Array {
  const weights = Float64Array.from(worths, ({ value, mutual }) => value + 1 + (mutual ? order + 1 : 0));
  return maximumWeightMatching(order, sources, targets, weights).mate;
}

function whyAlone(profiles: Profiles, i: number, courted: ReadonlySet<number>): UnpairedCode {
  const { needs, experiences } = profiles;
  const declared = (p: number): boolean =>
    (needs.values[i * needs.columns + p] ?? 0) > 0 ||
    (experiences.values[i * experiences.columns + p] ?? 0) > 0;
  if (!profiles.problemIds.some((_, p) => declared(p))) return 'nothing-declared';
  return courted.has(i) ? 'odd-one-out' : 'nothing-in-common';
}

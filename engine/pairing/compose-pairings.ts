import type { PairingTotals, UnpairedCode } from '../model/pairings.js';
import type { Profiles } from '../model/profiles.js';
import type { Options } from '../options.js';
import { bestTotalPairs } from './best-total-pairs.js';
import { type ExchangedProblem, exchangedProblems } from './exchange-value.js';
import { type OpenPairs, openPairs } from './open-pairs.js';
import { type PairingInput, pairingValue, type WorthOf } from './pairing-value.js';
import { countUnstable, stablePairs } from './stable-pairs.js';
import { type ThirdMember, thirdMembers } from './third-members.js';

export interface ComposedPair {
  readonly i: number;
  /** above i */
  readonly j: number;
  /** 0..1, above 1/2 when each has something the other needs and they have not met */
  readonly value: number;
  /** share of what j needs that i can show, share of what i needs that j can show, and their geometric mean */
  readonly forth: number;
  readonly back: number;
  readonly reciprocal: number;
  /** what i can show and j needs, the largest part first */
  readonly given: readonly ExchangedProblem[];
  /** what j can show and i needs */
  readonly received: readonly ExchangedProblem[];
  /** asked for, whatever it is worth */
  readonly imposed: boolean;
  /** who joins them, making a trio */
  readonly third?: { readonly k: number; readonly value: number };
}

export interface ComposedPairings {
  /** by falling value, then index */
  readonly pairs: readonly ComposedPair[];
  /** by index */
  readonly unpaired: readonly { readonly i: number; readonly code: UnpairedCode }[];
  readonly totals: PairingTotals;
}

/**
 * Pairs territories for an exchange of practices, each with `partners` others at most.
 *
 * Imposed pairs are made first, forbidden ones never. Then, by the variant: best-total serves as many territories as
 * can be, then seeks the most value (see pairingValue for the formula), exactly over the `candidates` best partners
 * of each; stable takes the best pair, then the best of the rest, and so on. With `oddOne` trio, who is left
 * alone joins a pair. Who still is alone is told why: nothing-declared (no need, no experience), nothing-in-common
 * (no pair has a value), forbidden-pairs (those that have are forbidden), odd-one-out (its partners are better used).
 */
export function composePairings(input: PairingInput, options: Options['pairing']): ComposedPairings {
  const { profiles } = input;
  const worthOf = pairingValue(input, options.style);
  const open = openPairs(input, options.partners, worthOf);
  const best = bestTotalPairs(open, options.candidates);
  const chosen = { 'best-total': () => best, stable: () => stablePairs(open) }[options.variant]();
  const made = [...open.imposed, ...chosen];
  const alone = territoriesOutside(made, profiles.order);
  const thirds = { alone: (): ThirdMember[] => [], trio: () => thirdMembers(open, alone, made) }[
    options.oddOne
  ]();
  const thirdOf = new Map(thirds.map(({ pair, k, value }) => [pair, { k, value }]));
  const joined = new Set(thirds.map(({ k }) => k));
  const pairs = made
    .map((pair, rank) => describePair(profiles, worthOf, pair, rank < open.imposed.length, thirdOf.get(rank)))
    .sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j);
  const unpaired = alone
    .filter((k) => !joined.has(k))
    .map((i) => ({ i, code: whyAlone(profiles, i, open, worthOf) }));
  return { pairs, unpaired, totals: compareTotals(open, worthOf, chosen, best, options.variant) };
}

function territoriesOutside(pairs: readonly (readonly [number, number])[], order: number): number[] {
  const inside = new Set(pairs.flat());
  return Array.from({ length: order }, (_, i) => i).filter((i) => !inside.has(i));
}

function describePair(
  profiles: Profiles,
  worthOf: WorthOf,
  [i, j]: readonly [number, number],
  imposed: boolean,
  third: { readonly k: number; readonly value: number } | undefined,
): ComposedPair {
  const { value, forth, back } = worthOf(i, j);
  return {
    i,
    j,
    value,
    forth,
    back,
    reciprocal: Math.sqrt(forth * back),
    given: exchangedProblems(profiles, i, j),
    received: exchangedProblems(profiles, j, i),
    imposed,
    ...(third && { third }),
  };
}

function whyAlone(profiles: Profiles, i: number, open: OpenPairs, worthOf: WorthOf): UnpairedCode {
  const { needs, experiences } = profiles;
  const declared = (p: number): boolean =>
    (needs.values[i * needs.columns + p] ?? 0) > 0 ||
    (experiences.values[i * experiences.columns + p] ?? 0) > 0;
  if (!profiles.problemIds.some((_, p) => declared(p))) return 'nothing-declared';
  const hasPartner = (worth: WorthOf): boolean =>
    Array.from({ length: open.order }).some((_, j) => j !== i && worth(i, j).value > 0);
  if (hasPartner(open.worthOf)) return 'odd-one-out';
  return hasPartner(worthOf) ? 'forbidden-pairs' : 'nothing-in-common';
}

/** What the chosen pairs are, beside those of the best total; trios apart. */
function compareTotals(
  open: OpenPairs,
  worthOf: WorthOf,
  chosen: readonly (readonly [number, number])[],
  best: readonly (readonly [number, number])[],
  variant: Options['pairing']['variant'],
): PairingTotals {
  const valueBy = (pairs: readonly (readonly [number, number])[]): number =>
    [...open.imposed, ...pairs].reduce((sum, [i, j]) => sum + worthOf(i, j).value, 0);
  const servedBy = (pairs: readonly (readonly [number, number])[]): number =>
    new Set([...open.imposed, ...pairs].flat()).size;
  return {
    variant,
    value: valueBy(chosen),
    bestTotalValue: valueBy(best),
    served: servedBy(chosen),
    bestTotalServed: servedBy(best),
    wouldRather: countUnstable(open, chosen),
  };
}

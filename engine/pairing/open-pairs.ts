import { type PairingInput, pairKey, type WorthOf } from './pairing-value.js';

/** What is left to choose once imposed pairs are made. */
export interface OpenPairs {
  readonly order: number;
  /** i < j, sorted, each once */
  readonly imposed: readonly (readonly [number, number])[];
  /** by territory: how many partners it may still get */
  readonly places: Uint32Array;
  /** worth of a pair that may be chosen; of value 0 when it is imposed or forbidden */
  readonly worthOf: WorthOf;
}

/** Takes imposed and forbidden pairs out of what may be chosen; an imposed pair takes a place of both, if any is left. */
export function openPairs(
  { profiles: { order }, imposed, forbidden }: PairingInput,
  partners: number,
  worthOf: WorthOf,
): OpenPairs {
  const keysOf = (pairs: PairingInput['imposed']): Set<number> =>
    new Set(pairs.map(([i, j]) => pairKey(i, j, order)));
  const barred = keysOf(forbidden);
  const made = keysOf(imposed);
  const pairs = [...made].sort((a, b) => a - b).map((key) => [Math.floor(key / order), key % order] as const);
  const places = new Uint32Array(order).fill(partners);
  for (const k of pairs.flat()) places[k] = Math.max(0, (places[k] ?? 0) - 1);
  const closed = new Set([...barred, ...made]);
  return {
    order,
    imposed: pairs,
    places,
    worthOf: (i, j) => {
      const worth = worthOf(i, j);
      return closed.has(pairKey(i, j, order)) ? { ...worth, value: 0, mutual: false } : worth;
    },
  };
}

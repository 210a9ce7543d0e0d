import type { OpenPairs } from './open-pairs.js';

/**
 * Pairs such that no two would both rather be together than with a partner they have, or than with nobody.
 *
 * A pair is worth the same to both sides, so the best pair of all is stable (neither can do better), then the best of
 * what is left, and so on (stable roommates with globally ranked pairs: Abraham, Levavi, Manlove, O’Malley 2008).
 * The order of indices decides ties. Not everyone is served for all that.
 *
 * @returns i < j
 */
export function stablePairs({ order, places, worthOf }: OpenPairs): [number, number][] {
  const offers: { readonly i: number; readonly j: number; readonly value: number }[] = [];
  for (let i = 0; i < order; i++) {
    if (places[i] === 0) continue;
    for (let j = i + 1; j < order; j++) {
      if (places[j] === 0) continue;
      const { value } = worthOf(i, j);
      if (value > 0) offers.push({ i, j, value });
    }
  }
  offers.sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j);
  const left = places.slice();
  const pairs: [number, number][] = [];
  for (const { i, j } of offers) {
    const ofI = left[i] ?? 0;
    const ofJ = left[j] ?? 0;
    if (ofI === 0 || ofJ === 0) continue;
    left[i] = ofI - 1;
    left[j] = ofJ - 1;
    pairs.push([i, j]);
  }
  return pairs;
}

/** How many pairs not made would both rather be: each has a place left, or a partner worth less. */
export function countUnstable(
  { order, places, worthOf }: OpenPairs,
  pairs: readonly (readonly [number, number])[],
): number {
  // what a new partner must be worth more than: the worst partner, or nothing where a place is left
  const worst = new Float64Array(order).fill(Number.POSITIVE_INFINITY);
  const taken = new Uint32Array(order);
  for (const [i, j] of pairs) {
    const { value } = worthOf(i, j);
    for (const k of [i, j]) {
      worst[k] = Math.min(worst[k] ?? 0, value);
      taken[k] = (taken[k] ?? 0) + 1;
    }
  }
  for (const [k, room] of places.entries()) if ((taken[k] ?? 0) < room) worst[k] = 0;
  const together = new Set(pairs.map(([i, j]) => i * order + j));
  let count = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      if (together.has(i * order + j)) continue;
      const { value } = worthOf(i, j);
      if (value > (worst[i] ?? 0) && value > (worst[j] ?? 0)) count++;
    }
  }
  return count;
}

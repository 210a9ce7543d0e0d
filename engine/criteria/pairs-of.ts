import type { PairPenalty } from '../model/criterion.js';

/** Every pair of the sorted units, each with the same penalty. */
export function pairsOf(units: readonly number[], penalty: number): PairPenalty[] {
  return units.flatMap((i, k) => units.slice(k + 1).map((j): PairPenalty => [i, j, penalty]));
}

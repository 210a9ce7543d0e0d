import type { PairPenalty } from '../../model/criterion.js';

/** Every pair of the units, each with the same penalty. */
export function pairsOf(units: readonly number[], penalty: number): PairPenalty[] {
  const list = [...new Set(units)].sort((a, b) => a - b);
  return list.flatMap((i, k) => list.slice(k + 1).map((j): PairPenalty => [i, j, penalty]));
}

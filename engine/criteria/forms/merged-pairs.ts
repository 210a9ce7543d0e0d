import type { PairPenalty } from '../../model/criterion.js';

/** Each pair once, the smaller unit first: what is said of it several times, in either order, is combined. */
export function mergedPairs(
  listed: readonly PairPenalty[],
  combine: (a: number, b: number) => number,
): PairPenalty[] {
  const merged = new Map<string, PairPenalty>();
  for (const [a, b, value] of listed) {
    const i = Math.min(a, b);
    const j = Math.max(a, b);
    // nobody meets itself
    if (i === j) continue;
    const key = `${i} ${j}`;
    const known = merged.get(key);
    merged.set(key, [i, j, known ? combine(known[2], value) : value]);
  }
  return [...merged.values()];
}

/**
 * The group with the highest rank, the first of these, which loses its rank; −1 when none is left. A group without a
 * rank has −∞.
 *
 * Mostly the first group taken is the right one: nothing is sorted for those that are never asked for.
 */
export function takeBest(ranks: number[]): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let g = 0; g < ranks.length; g++) {
    if (ranks[g]! <= highest) continue;
    highest = ranks[g]!;
    best = g;
  }
  if (best !== -1) ranks[best] = Number.NEGATIVE_INFINITY;
  return best;
}

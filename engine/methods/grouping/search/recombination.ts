import type { Rng } from '../../../random/rng.js';
import { shuffle } from '../../../random/shuffle.js';

/**
 * A grouping that keeps what two groupings agree on: each group of the second is matched with one of the first, those that
 * share most blocks first, and a block that is in matched groups stays; the others exchange their places of the
 * first at random, so that the sizes are those of the first where blocks are of one size.
 *
 * After the partition crossover of Galinier, Hao (1999, 10.1023/A:1009823419804). Keeps no rules.
 */
export function recombine(first: Int32Array, second: Int32Array, groupCount: number, rng: Rng): Int32Array {
  const matched = matchGroups(first, second, groupCount);
  const child = first.slice();
  const disputed = Int32Array.from(first.keys()).filter((b) => matched[second[b]!] !== first[b]);
  const places = disputed.map((b) => first[b]!);
  shuffle(places, rng);
  disputed.forEach((b, k) => {
    child[b] = places[k]!;
  });
  return child;
}

/** For each group of the second the group of the first it is matched with, −1 for none: greedily by blocks shared. */
function matchGroups(first: Int32Array, second: Int32Array, groupCount: number): Int32Array {
  const shared = new Int32Array(groupCount * groupCount);
  first.forEach((g, b) => {
    shared[g * groupCount + second[b]!]!++;
  });
  const pairs = [...shared.keys()].filter((at) => shared[at]! > 0);
  pairs.sort((x, y) => shared[y]! - shared[x]! || x - y);
  const matched = new Int32Array(groupCount).fill(-1);
  const taken = new Uint8Array(groupCount);
  for (const at of pairs) {
    const g = Math.floor(at / groupCount);
    const h = at % groupCount;
    if (taken[g] === 1 || matched[h] !== -1) continue;
    taken[g] = 1;
    matched[h] = g;
  }
  return matched;
}

/**
 * Oracle: the largest value of groups with one size each, by dynamic programming over subsets of units
 * (as Held, Karp 1962 for sequencing): best[units taken] over the groups so far. 2^order memory.
 */
export function bestBySubsets(
  order: number,
  weights: Float64Array,
  bounds: { min: number; max: number },
  groupCount: number,
): number {
  const full = 2 ** order - 1;
  const inside = new Float64Array(full + 1);
  const size = new Uint8Array(full + 1);
  for (let set = 1; set <= full; set++) {
    const i = 31 - Math.clz32(set);
    const rest = set ^ (1 << i);
    size[set] = size[rest]! + 1;
    let sum = inside[rest]!;
    for (let j = 0; j < i; j++) if (rest & (1 << j)) sum += weights[i * order + j]!;
    inside[set] = sum;
  }
  let best = new Float64Array(full + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  for (let g = 0; g < groupCount; g++) {
    const next = new Float64Array(full + 1).fill(Number.NEGATIVE_INFINITY);
    for (let taken = 0; taken <= full; taken++) {
      if (best[taken] === Number.NEGATIVE_INFINITY) continue;
      const left = full ^ taken;
      // identical bounds: the next group may be taken to hold the first unit left
      const first = left & -left;
      const others = left ^ first;
      for (let more = others; ; more = (more - 1) & others) {
        const set = more | first;
        if (size[set]! >= bounds.min && size[set]! <= bounds.max) {
          const at = taken | set;
          const value = best[taken]! + inside[set]!;
          if (value > next[at]!) next[at] = value;
        }
        if (more === 0) break;
      }
    }
    best = next;
  }
  return best[full]!;
}

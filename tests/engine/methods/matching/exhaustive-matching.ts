/** The best weight and, among the largest matchings, the best weight: tries every matching. For order ≤ 10. */
export function exhaustiveMatching(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): { weight: number; size: number; weightAtSize: number } {
  const best = { weight: 0, size: 0, weightAtSize: 0 };
  const taken = new Array<boolean>(order).fill(false);
  const extend = (edge: number, weight: number, size: number): void => {
    best.weight = Math.max(best.weight, weight);
    if (size > best.size || (size === best.size && weight > best.weightAtSize)) {
      best.size = size;
      best.weightAtSize = weight;
    }
    for (let e = edge; e < sources.length; e++) {
      const s = sources[e] as number;
      const t = targets[e] as number;
      if (s === t || taken[s] || taken[t]) continue;
      taken[s] = true;
      taken[t] = true;
      extend(e + 1, weight + (weights[e] as number), size + 1);
      taken[s] = false;
      taken[t] = false;
    }
  };
  extend(0, 0, 0);
  return best;
}

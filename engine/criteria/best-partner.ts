/** The largest weight of each unit to another; 0 for a unit alone in the world. */
export function bestPartnerWeights(weights: Float64Array, order: number): Float64Array {
  return Float64Array.from({ length: order }, (_, i) => {
    let best = order > 1 ? Number.NEGATIVE_INFINITY : 0;
    for (let j = 0; j < order; j++) if (j !== i) best = Math.max(best, weights[i * order + j]!);
    return best;
  });
}

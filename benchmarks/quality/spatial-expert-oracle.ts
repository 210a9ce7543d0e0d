import type { SpatialNetwork } from './spatial-expert.js';
import { planeDistance } from './spatial-plane.js';

/**
 * Two communities for one who knows how weight falls with distance and what `between` communities is left of it: from
 * the true ones uphill in likelihood, Σ_{i<j} A_ij ln λ_ij − (Σ_{i<j} A_ij) ln Σ_{i<j} λ_ij f_ij, place by place, as long
 * as a place gains by changing sides. Whoever does not start from the truth has no reason to be nearer to it.
 */
export function likeliestSides(
  { graph, positions, truth }: SpatialNetwork,
  between: number,
  deterrence: (distance: number) => number,
): Uint32Array {
  const { order } = graph;
  const expected = new Float64Array(order * order);
  let all = 0;
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      if (i !== j) expected[i * order + j] = deterrence(planeDistance(positions, i, j));
      if (truth[i] === truth[j]) all += expected[i * order + j]! / 2;
      else all += (between * expected[i * order + j]!) / 2;
    }
  }
  const weight = graph.weights.reduce((sum, w) => sum + w, 0) / 2;
  const side = truth.slice();
  for (let changes = 1; changes > 0; ) {
    changes = 0;
    for (let i = 0; i < order; i++) {
      // ties kept inside less ties across, by what is there and by what is expected
      let there = 0;
      let pull = 0;
      for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
        there += side[graph.targets[at]!] === side[i] ? graph.weights[at]! : -graph.weights[at]!;
      }
      for (let j = 0; j < order; j++) pull += expected[i * order + j]! * (side[i] === side[j] ? 1 : -1);
      const after = all - (1 - between) * pull;
      if (there * Math.log(between) - weight * Math.log(after / all) <= 1e-9) continue;
      side[i] = 1 - side[i]!;
      all = after;
      changes++;
    }
  }
  return side;
}

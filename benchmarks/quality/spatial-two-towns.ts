import type { Rng } from '../../engine/index.js';
import { drawnGraph, type SpatialNetwork } from './spatial-expert.js';
import { planePositions } from './spatial-plane.js';

/**
 * Two towns, after Cerina, De Leo, Barthelemy, Chessa 2012 (10.1371/journal.pone.0037507): 100 places, half around
 * each of two centres `apart` from each other, spread by a Gaussian of deviation 5; attribute s = ±1 by the side of
 * the place, flipped with probability ε; every pair is drawn 100 times on average, with
 * p_ij ∝ exp(β s_i s_j − d_ij / ℓ), ℓ = 10. Sizes and lengths are ours, in the spirit of the paper.
 *
 * The truth is the attribute: all geography at ε = 0, none of it at ε = 0.5.
 */
export function twoTowns(apart: number, beta: number, flip: number, rng: Rng): SpatialNetwork {
  const order = 100;
  const reach = 10;
  const drawsPerPair = 100;
  const side = Uint32Array.from({ length: order }, (_, i) => i % 2);
  const x = Float64Array.from(side, (s) => (s === 0 ? -apart / 2 : apart / 2) + 5 * gaussian(rng));
  const y = Float64Array.from(side, () => 5 * gaussian(rng));
  const truth = Uint32Array.from(x, (v) => (v > 0 !== rng.next() < flip ? 1 : 0));
  const sources: number[] = [];
  const targets: number[] = [];
  const means: number[] = [];
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      sources.push(i);
      targets.push(j);
      const alike = truth[i] === truth[j] ? 1 : -1;
      means.push(Math.exp(beta * alike - Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) / reach));
    }
  }
  const scale = (drawsPerPair * means.length) / means.reduce((sum, mean) => sum + mean, 0);
  const weights = Float64Array.from(means, (mean) => poisson(scale * mean, rng));
  return { graph: drawnGraph(order, sources, targets, weights), positions: planePositions(x, y), truth };
}

/** Box, Muller 1958. */
export function gaussian(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

/** Counts exponential waits; above 50, in halves, as a Poisson number is the sum of two. */
function poisson(mean: number, rng: Rng): number {
  if (mean > 50) return poisson(mean / 2, rng) + poisson(mean / 2, rng);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = rng.next(); product > limit; product *= rng.next()) count++;
  return count;
}

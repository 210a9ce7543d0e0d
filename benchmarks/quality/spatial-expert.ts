import { graphFromEdges, type Positions, type Rng, type WeightedGraph } from '../../engine/index.js';
import { planePositions } from './spatial-plane.js';

/** A network laid out in space, and the communities it was made of. */
export interface SpatialNetwork {
  readonly graph: WeightedGraph;
  readonly positions: Positions;
  readonly truth: Uint32Array;
}

/**
 * The benchmark of Expert, Evans, Blondel, Lambiotte 2011 (10.1073/pnas.1018962108): 100 places uniform in a square
 * of 100 × 100, two communities of 50 whatever the place; ⌊N(N−1)ρ/2⌋ draws of an unordered pair with
 * p ∝ λ(c_i, c_j) f(d_ij), λ = 1 inside and `between` between; an edge weighs how often it was drawn.
 */
export function expertNetwork(
  density: number,
  between: number,
  deterrence: (distance: number) => number,
  rng: Rng,
): SpatialNetwork {
  const order = 100;
  const x = Float64Array.from({ length: order }, () => 100 * rng.next());
  const y = Float64Array.from({ length: order }, () => 100 * rng.next());
  const truth = Uint32Array.from({ length: order }, (_, i) => i % 2);
  const sources: number[] = [];
  const targets: number[] = [];
  const upTo: number[] = [];
  let total = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      total += (truth[i] === truth[j] ? 1 : between) * deterrence(Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!));
      sources.push(i);
      targets.push(j);
      upTo.push(total);
    }
  }
  const weights = new Float64Array(upTo.length);
  const draws = Math.floor((order * (order - 1) * density) / 2);
  for (let d = 0; d < draws; d++) {
    const pair = firstAbove(upTo, total * rng.next());
    weights[pair] = weights[pair]! + 1;
  }
  return { graph: drawnGraph(order, sources, targets, weights), positions: planePositions(x, y), truth };
}

/** The pairs that were drawn at least once, as a graph. */
export function drawnGraph(
  order: number,
  sources: readonly number[],
  targets: readonly number[],
  weights: Float64Array,
): WeightedGraph {
  const drawn = (_: unknown, e: number): boolean => weights[e]! > 0;
  return graphFromEdges(
    order,
    Uint32Array.from(sources.filter(drawn)),
    Uint32Array.from(targets.filter(drawn)),
    weights.filter(drawn),
  );
}

function firstAbove(upTo: readonly number[], value: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (upTo[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

import { strengths, type WeightedGraph } from './weighted-graph.js';

/** The graph of one level of a Leiden run: no self-loops, every weight > 0; neighbours not necessarily in order. */
export interface LeidenLevel extends WeightedGraph {
  /** sum of the weights in each row */
  readonly strength: Float64Array;
}

/**
 * The first level, of a graph whose weights were checked.
 *
 * @param needless number of entries that tie nobody to anybody: self-loops and weights of 0
 * @param strength of the graph, self-loops counting twice
 */
export function firstLevel(graph: WeightedGraph, needless: number, strength: Float64Array): LeidenLevel {
  const { order, offsets, targets, weights } = needless > 0 ? withoutNeedless(graph, needless) : graph;
  const tied = needless > 0 ? strengths({ order, offsets, targets, weights }) : strength;
  return { order, offsets, targets, weights, strength: tied };
}

function withoutNeedless(graph: WeightedGraph, needless: number): WeightedGraph {
  const { order, offsets, targets, weights } = graph;
  const kept = targets.length - needless;
  const base = {
    order,
    offsets: new Uint32Array(order + 1),
    targets: new Uint32Array(kept),
    weights: new Float64Array(kept),
  };
  let filled = 0;
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (targets[at] === i || weights[at] === 0) continue;
      base.targets[filled] = targets[at]!;
      base.weights[filled++] = weights[at]!;
    }
    base.offsets[i + 1] = filled;
  }
  return base;
}

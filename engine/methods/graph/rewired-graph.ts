import type { Rng } from '../../random/rng.js';
import { shuffle } from '../../random/shuffle.js';
import { PairSet } from './pair-set.js';
import { graphFromEdges, type WeightedGraph } from './weighted-graph.js';

/** attempts per edge; ten mix a network well (Milo et al. 2003, arXiv cond-mat/0312028) */
const attemptsPerEdge = 10;

/**
 * A random graph with the same number of edges at each place: pairs of edges exchange their ends
 * (a–b, c–d become a–d, c–b) unless that would repeat an edge or tie a place to itself
 * (Maslov, Sneppen 2002, 10.1126/science.1065103). Weights travel with the edges; self-loops stay.
 *
 * A graph that no exchange can change (a star, a triangle, fewer than two edges) comes back as it is.
 */
export function rewired(graph: WeightedGraph, rng: Rng): WeightedGraph {
  const { sources, targets, weights, loops } = edgesOf(graph);
  const count = sources.length;
  const taken = new PairSet(graph.order, count);
  for (let e = 0; e < count; e++) taken.add(sources[e]!, targets[e]!);
  for (let attempt = count > 1 ? attemptsPerEdge * count : 0; attempt > 0; attempt--) {
    const e = rng.integer(count);
    const f = rng.integer(count);
    const turned = rng.next() < 0.5;
    const [a, b] = [sources[e]!, targets[e]!];
    const c = turned ? targets[f]! : sources[f]!;
    const d = turned ? sources[f]! : targets[f]!;
    if (a === d || b === c || a === c || b === d || taken.has(a, d) || taken.has(c, b)) continue;
    taken.remove(a, b);
    taken.remove(c, d);
    taken.add(a, d);
    taken.add(c, b);
    targets[e] = d;
    sources[f] = c;
    targets[f] = b;
  }
  return rebuilt(graph.order, sources, targets, weights, loops);
}

/** The same edges with their weights dealt out at random; self-loops keep theirs. */
export function withShuffledWeights(graph: WeightedGraph, rng: Rng): WeightedGraph {
  const { sources, targets, weights, loops } = edgesOf(graph);
  const order = Uint32Array.from(weights.keys());
  shuffle(order, rng);
  const dealt = Float64Array.from(order, (e) => weights[e]!);
  return rebuilt(graph.order, sources, targets, dealt, loops);
}

interface Edges {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  /** place and weight of each self-loop, which stay where they are */
  readonly loops: readonly (readonly [number, number])[];
}

function edgesOf({ order, offsets, targets, weights }: WeightedGraph): Edges {
  const from: number[] = [];
  const to: number[] = [];
  const held: number[] = [];
  const loops: [number, number][] = [];
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (j === i) loops.push([i, weights[at]!]);
      if (j <= i) continue;
      from.push(i);
      to.push(j);
      held.push(weights[at]!);
    }
  }
  return {
    sources: Uint32Array.from(from),
    targets: Uint32Array.from(to),
    weights: Float64Array.from(held),
    loops,
  };
}

function rebuilt(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
  loops: Edges['loops'],
): WeightedGraph {
  if (loops.length === 0) return graphFromEdges(order, sources, targets, weights);
  const total = sources.length + loops.length;
  const allSources = new Uint32Array(total);
  const allTargets = new Uint32Array(total);
  const allWeights = new Float64Array(total);
  allSources.set(sources);
  allTargets.set(targets);
  allWeights.set(weights);
  for (const [k, [i, weight]] of loops.entries()) {
    allSources[sources.length + k] = i;
    allTargets[sources.length + k] = i;
    allWeights[sources.length + k] = weight;
  }
  return graphFromEdges(order, allSources, allTargets, allWeights);
}

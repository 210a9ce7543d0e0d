import fc from 'fast-check';
import { graphFromEdges, type WeightedGraph } from '../../../../engine/methods/graph/weighted-graph.js';

export type Edge = readonly [number, number, number];

export function graphOf(order: number, edges: readonly Edge[]): WeightedGraph {
  return graphFromEdges(
    order,
    Uint32Array.from(edges, ([i]) => i),
    Uint32Array.from(edges, ([, j]) => j),
    Float64Array.from(edges, ([, , weight]) => weight),
  );
}

/** Small graphs of any kind: several parts, self-loops, weights of 0, places without an edge. */
export const anyGraph = fc.integer({ min: 1, max: 14 }).chain((order) => {
  const place = fc.integer({ min: 0, max: order - 1 });
  const weight = fc.constantFrom(0, 0.25, 1, 1, 3.5);
  return fc.array(fc.tuple(place, place, weight), { maxLength: 40 }).map((edges) => graphOf(order, edges));
});

/** Trees of hubs with a few more edges: what falls apart when a hub moves. */
export const hubGraph = fc
  .array(fc.tuple(fc.nat(), fc.boolean(), fc.constantFrom(0.5, 1, 2)), { minLength: 4, maxLength: 60 })
  .map((ties) =>
    graphOf(
      ties.length + 1,
      ties.map(([draw, toHub, weight], i) => [
        i + 1,
        toHub ? draw % Math.min(i + 1, 3) : draw % (i + 1),
        weight,
      ]),
    ),
  );

/** `count` cliques of `size` places in a ring, one edge from each to the next. */
export function ringOfCliques(count: number, size: number): WeightedGraph {
  const edges: Edge[] = [];
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) edges.push([c * size + i, c * size + j, 1]);
    }
    edges.push([c * size, ((c + 1) % count) * size + 1, 1]);
  }
  return graphOf(count * size, edges);
}

/** How many communities are in more than one part, edges of weight 0 not counting. */
export function disconnectedCount(graph: WeightedGraph, membership: ArrayLike<number>): number {
  const seen = new Set<number>();
  const parts = new Map<number, number>();
  for (let start = 0; start < graph.order; start++) {
    if (seen.has(start)) continue;
    seen.add(start);
    const community = membership[start]!;
    parts.set(community, (parts.get(community) ?? 0) + 1);
    const open = [start];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
        const j = graph.targets[at]!;
        if (seen.has(j) || membership[j] !== community || graph.weights[at] === 0) continue;
        seen.add(j);
        open.push(j);
      }
    }
  }
  return [...parts.values()].filter((count) => count > 1).length;
}

/** Σ_c [e_c − γ Σ_{i<j ∈ c} n_i n_j], pair by pair. */
export function cpmQuality(
  graph: WeightedGraph,
  membership: ArrayLike<number>,
  gamma: number,
  sizes: Float64Array,
): number {
  let quality = 0;
  for (let i = 0; i < graph.order; i++) {
    for (let j = 0; j < i; j++) if (membership[i] === membership[j]) quality -= gamma * sizes[i]! * sizes[j]!;
    for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
      const j = graph.targets[at]!;
      if (j <= i && membership[i] === membership[j]) quality += graph.weights[at]!;
    }
  }
  return quality;
}

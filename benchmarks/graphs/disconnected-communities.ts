import type { WeightedGraph } from '../../engine/index.js';

/** How many communities are in more than one part; edges of weight 0 tie nobody. */
export function disconnectedCommunities(graph: WeightedGraph, membership: ArrayLike<number>): number {
  const seen = new Uint8Array(graph.order);
  const parts = new Map<number, number>();
  for (let start = 0; start < graph.order; start++) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const community = membership[start]!;
    parts.set(community, (parts.get(community) ?? 0) + 1);
    const open = [start];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++) {
        const j = graph.targets[at]!;
        if (seen[j] === 1 || membership[j] !== community || graph.weights[at] === 0) continue;
        seen[j] = 1;
        open.push(j);
      }
    }
  }
  return [...parts.values()].filter((count) => count > 1).length;
}

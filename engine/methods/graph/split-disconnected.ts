import type { WeightedGraph } from './weighted-graph.js';

/**
 * Gives each connected part of a community a label of its own, in place; edges of weight 0 tie nobody.
 * With a null model that expects nothing negative, no quality is lost: the parts had no weight between them.
 *
 * @param membership labels < order in its first `order` entries, and so afterwards
 */
export function splitDisconnected(graph: WeightedGraph, membership: Uint32Array): void {
  const { order, offsets, targets, weights } = graph;
  const part = new Uint32Array(order).fill(order);
  const open = new Uint32Array(order);
  let count = 0;
  for (let start = 0; start < order; start++) {
    if (part[start] !== order) continue;
    const community = membership[start]!;
    let openCount = 1;
    open[0] = start;
    part[start] = count;
    while (openCount > 0) {
      const v = open[--openCount]!;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const neighbour = targets[at]!;
        if (part[neighbour] !== order || membership[neighbour] !== community || weights[at] === 0) continue;
        part[neighbour] = count;
        open[openCount++] = neighbour;
      }
    }
    count++;
  }
  membership.set(part);
}

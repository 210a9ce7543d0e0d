import { leiden } from '../../graph/leiden.js';
import type { WeightedGraph } from '../../graph/weighted-graph.js';
import type { GroupBounds } from '../problem/grouping-problem.js';

/**
 * Groups of even sizes within bounds, grown one after the other from the communities of the graph: a group
 * takes the place most tied to it among those left, or else the next one of the community.
 *
 * Expects bounds whose sums leave room for every place. Time grows with edges × size of a group.
 */
export function growGroups(graph: WeightedGraph, groups: readonly GroupBounds[], seed: number): Int32Array {
  const { order, offsets, targets, weights } = graph;
  const target = evenSizes(order, groups);
  const { membership } = leiden(graph, { seed });
  const sequence = Uint32Array.from({ length: order }, (_, i) => i).sort(
    (i, j) => membership[i]! - membership[j]! || i - j,
  );
  const groupOf = new Int32Array(order).fill(-1);
  const tie = new Float64Array(order);
  let at = 0;
  groups.forEach((_, g) => {
    const frontier: number[] = [];
    for (let count = 0; count < target[g]!; count++) {
      let pick = -1;
      for (const j of frontier) if (groupOf[j] === -1 && (pick === -1 || tie[j]! > tie[pick]!)) pick = j;
      if (pick === -1) {
        while (groupOf[sequence[at]!] !== -1) at++;
        pick = sequence[at]!;
      }
      groupOf[pick] = g;
      for (let k = offsets[pick]!; k < offsets[pick + 1]!; k++) {
        const j = targets[k]!;
        if (groupOf[j] !== -1) continue;
        if (tie[j] === 0) frontier.push(j);
        tie[j]! += weights[k]!;
      }
    }
    for (const j of frontier) tie[j] = 0;
  });
  return groupOf;
}

/** Sizes within bounds that add up to the order, the smallest raised first. */
function evenSizes(order: number, groups: readonly GroupBounds[]): Int32Array {
  const sizes = Int32Array.from(groups, ({ min }) => min);
  let left = order - sizes.reduce((sum, size) => sum + size, 0);
  for (let level = Math.min(...sizes); left > 0; level++) {
    for (let g = 0; g < sizes.length && left > 0; g++) {
      if (sizes[g]! > level || sizes[g]! >= groups[g]!.max) continue;
      sizes[g]!++;
      left--;
    }
  }
  return sizes;
}

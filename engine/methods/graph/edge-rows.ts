/** How many edges each place is an end of; a self-loop counts at both its ends. */
export interface EdgeCounts {
  /** edges whose greater end this is */
  readonly lower: Uint32Array;
  /** edges whose lesser end this is */
  readonly upper: Uint32Array;
}

/** Compressed rows, as a `WeightedGraph` has them. */
interface Rows {
  readonly order: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

/**
 * Sorted rows of edges that were checked and counted, parallel ones added up in the order given.
 *
 * A row is a lower part, the neighbours before the place, and an upper one, the place itself and those after. The
 * edges are dealt out three times: by greater end; in that order to the upper parts of their lesser ends, which so
 * grow in order; and from there, merged, to the lower parts of their greater ends. Each is a pass in order on one
 * side, so that time grows with order + edges, and both rows of an edge hold the same sum.
 */
export function rowsOfEdges(
  counts: EdgeCounts,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): Rows {
  const order = counts.lower.length;
  const offsets = rowStarts(order, counts);
  const graph = {
    order,
    offsets,
    targets: new Uint32Array(offsets[order]!),
    weights: new Float64Array(offsets[order]!),
  };
  const upperEnds = new Uint32Array(order);
  for (let i = 0; i < order; i++) upperEnds[i] = offsets[i]! + counts.lower[i]!;
  fillUpper(edgesByGreaterEnd(counts.lower, sources, targets, weights), upperEnds, graph);
  const lowerEnds = offsets.slice(0, order);
  const filled = fillLower(counts.lower, upperEnds, lowerEnds, graph);
  return filled === offsets[order] ? graph : closedUp(filled, counts.lower, lowerEnds, upperEnds, graph);
}

/** Room for every edge at both its ends. */
function rowStarts(order: number, { lower, upper }: EdgeCounts): Uint32Array {
  const offsets = new Uint32Array(order + 1);
  for (let i = 0; i < order; i++) offsets[i + 1] = offsets[i]! + lower[i]! + upper[i]!;
  return offsets;
}

/** Edges of place j as their greater end stand before `ends[j]`, in the order given. */
interface SortedEdges {
  readonly ends: Uint32Array;
  readonly lesser: Uint32Array;
  readonly weights: Float64Array;
}

function edgesByGreaterEnd(
  lower: Uint32Array,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): SortedEdges {
  const size = sources.length;
  const ends = new Uint32Array(lower.length);
  for (let i = 1; i < lower.length; i++) ends[i] = ends[i - 1]! + lower[i - 1]!;
  const sorted = { ends, lesser: new Uint32Array(size), weights: new Float64Array(size) };
  const { lesser, weights: sortedWeights } = sorted;
  for (let e = 0; e < size; e++) {
    const i = sources[e]!;
    const j = targets[e]!;
    const greater = Math.max(i, j);
    const slot = ends[greater]!;
    ends[greater] = slot + 1;
    lesser[slot] = Math.min(i, j);
    sortedWeights[slot] = weights[e]!;
  }
  return sorted;
}

/** @param upperEnds where each upper part starts; afterwards where it ends */
function fillUpper({ ends, lesser, weights }: SortedEdges, upperEnds: Uint32Array, graph: Rows): void {
  const { order, targets: rowTargets, weights: rowWeights } = graph;
  let e = 0;
  for (let j = 0; j < order; j++) {
    for (const end = ends[j]!; e < end; e++) {
      const i = lesser[e]!;
      const slot = upperEnds[i]!;
      upperEnds[i] = slot + 1;
      rowTargets[slot] = j;
      rowWeights[slot] = weights[e]!;
    }
  }
}

/**
 * Merges each upper part and deals it out.
 *
 * @param upperEnds where each upper part ends; afterwards where it ends once merged
 * @param lowerEnds where each row starts; afterwards where its lower part ends
 * @returns the number of entries in use
 */
function fillLower(
  lower: Uint32Array,
  upperEnds: Uint32Array,
  lowerEnds: Uint32Array,
  { order, offsets, targets, weights }: Rows,
): number {
  let filled = 0;
  for (let i = 0; i < order; i++) {
    const start = offsets[i]! + lower[i]!;
    const end = mergeEqual(start, upperEnds[i]!, targets, weights);
    upperEnds[i] = end;
    filled += 2 * (end - start);
    for (let at = start; at < end; at++) {
      const j = targets[at]!;
      if (j === i) {
        filled--;
        continue;
      }
      const slot = lowerEnds[j]!;
      lowerEnds[j] = slot + 1;
      targets[slot] = i;
      weights[slot] = weights[at]!;
    }
  }
  return filled;
}

/** Adds up the weights of equal targets, which stand together, in place; returns where they end then. */
function mergeEqual(start: number, end: number, targets: Uint32Array, weights: Float64Array): number {
  let at = start + 1;
  while (at < end && targets[at] !== targets[at - 1]) at++;
  if (at >= end) return end;
  let last = at - 1;
  for (; at < end; at++) {
    if (targets[at] === targets[last]) weights[last] = weights[last]! + weights[at]!;
    else {
      last++;
      targets[last] = targets[at]!;
      weights[last] = weights[at]!;
    }
  }
  return last + 1;
}

/** The same graph without the room that merged edges and self-loops left. */
function closedUp(
  filled: number,
  lower: Uint32Array,
  lowerEnds: Uint32Array,
  upperEnds: Uint32Array,
  { order, offsets, targets, weights }: Rows,
): Rows {
  const closed = {
    order,
    offsets: new Uint32Array(order + 1),
    targets: new Uint32Array(filled),
    weights: new Float64Array(filled),
  };
  let to = 0;
  for (let i = 0; i < order; i++) {
    const start = offsets[i]!;
    for (let at = start; at < lowerEnds[i]!; at++) {
      closed.targets[to] = targets[at]!;
      closed.weights[to++] = weights[at]!;
    }
    for (let at = start + lower[i]!; at < upperEnds[i]!; at++) {
      closed.targets[to] = targets[at]!;
      closed.weights[to++] = weights[at]!;
    }
    closed.offsets[i + 1] = to;
  }
  return closed;
}

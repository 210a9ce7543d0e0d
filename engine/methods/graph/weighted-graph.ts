import { EngineError } from '../../model/engine-error.js';

/**
 * An undirected weighted graph in compressed rows: the neighbours of i are `targets[offsets[i]…offsets[i + 1])`,
 * by growing index and each once, with their `weights`.
 *
 * An edge stands in the rows of both its ends. A self-loop stands once, in its own row, with its weight;
 * it adds twice that weight to the strength of its place, as in modularity.
 */
export interface WeightedGraph {
  readonly order: number;
  /** order + 1 entries */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

/**
 * Builds the graph of an edge list; edges are undirected, in any order.
 *
 * Parallel edges, in either direction, merge by adding their weights; edges of weight 0 and self-loops are kept.
 * Places without an edge have empty rows; order 0 is a graph. Time grows with order + edges.
 *
 * @param order number of places, 0..order−1
 * @param sources one end of each edge
 * @param targets the other end
 * @param weights finite numbers ≥ 0; 1 each if left out
 * @throws EngineError `order-not-usable`, `lengths-differ`, `index-out-of-range`, `weight-not-usable`
 */
export function graphFromEdges(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array = new Float64Array(sources.length).fill(1),
): WeightedGraph {
  checkEdges(order, sources, targets, weights);
  const unsorted = rowsOfEdges(order, sources, targets, weights);
  return mergeParallel(transpose(unsorted));
}

/** Sum of the weights at each place; a self-loop counts twice. */
export function strengths(graph: WeightedGraph): Float64Array {
  const { order, offsets, targets, weights } = graph;
  const sums = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let sum = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      sum += targets[at] === i ? 2 * weights[at]! : weights[at]!;
    }
    sums[i] = sum;
  }
  return sums;
}

function checkEdges(order: number, sources: Uint32Array, targets: Uint32Array, weights: Float64Array): void {
  if (!Number.isInteger(order) || order < 0 || order >= 2 ** 32) {
    throw new EngineError(
      'order-not-usable',
      `A graph cannot have ${order} places.`,
      'give a whole number, 0 or more.',
      order,
    );
  }
  if (sources.length !== targets.length || sources.length !== weights.length) {
    throw new EngineError(
      'lengths-differ',
      `There are ${sources.length} sources, ${targets.length} targets and ${weights.length} weights.`,
      'give one of each an edge.',
      [sources.length, targets.length, weights.length],
    );
  }
  for (let e = 0; e < sources.length; e++) {
    const i = sources[e]!;
    const j = targets[e]!;
    // written so that fractions and NaN of plain arrays fail too
    if (!(i >= 0 && i < order && j >= 0 && j < order && Number.isInteger(i) && Number.isInteger(j))) {
      throw new EngineError(
        'index-out-of-range',
        `Edge ${e} joins ${i} and ${j} in a graph of ${order} places.`,
        order > 0 ? `number the places from 0 to ${order - 1}.` : 'give the number of places as order.',
        [e, i, j],
      );
    }
    const weight = weights[e]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new EngineError(
        'weight-not-usable',
        `Edge ${e}, between ${i} and ${j}, weighs ${weight}.`,
        'give a finite weight, zero or more; leave the edge out if nothing ties the two.',
        [e, weight],
      );
    }
  }
}

/** Counting sort by row: each edge in the rows of both its ends, in the order given. */
function rowsOfEdges(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): WeightedGraph {
  const offsets = new Uint32Array(order + 1);
  for (let e = 0; e < sources.length; e++) {
    const i = sources[e]!;
    const j = targets[e]!;
    offsets[i + 1] = offsets[i + 1]! + 1;
    if (i !== j) offsets[j + 1] = offsets[j + 1]! + 1;
  }
  for (let i = 0; i < order; i++) offsets[i + 1] = offsets[i + 1]! + offsets[i]!;
  const next = offsets.slice(0, order);
  const rowTargets = new Uint32Array(offsets[order]!);
  const rowWeights = new Float64Array(offsets[order]!);
  for (let e = 0; e < sources.length; e++) {
    const i = sources[e]!;
    const j = targets[e]!;
    let slot = next[i]!;
    next[i] = slot + 1;
    rowTargets[slot] = j;
    rowWeights[slot] = weights[e]!;
    if (i === j) continue;
    slot = next[j]!;
    next[j] = slot + 1;
    rowTargets[slot] = i;
    rowWeights[slot] = weights[e]!;
  }
  return { order, offsets, targets: rowTargets, weights: rowWeights };
}

/** The same graph, as it is symmetric, with each row by growing target: rows are read in order and dealt out. */
function transpose(graph: WeightedGraph): WeightedGraph {
  const { order, offsets, targets, weights } = graph;
  const next = offsets.slice(0, order);
  const newTargets = new Uint32Array(targets.length);
  const newWeights = new Float64Array(targets.length);
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      const slot = next[j]!;
      next[j] = slot + 1;
      newTargets[slot] = i;
      newWeights[slot] = weights[at]!;
    }
  }
  return { order, offsets, targets: newTargets, weights: newWeights };
}

/** Adds up equal targets of a row, in place; both rows of an edge add in the same order, so to the same sum. */
function mergeParallel(graph: WeightedGraph): WeightedGraph {
  if (!hasParallel(graph)) return graph;
  const { order, offsets, targets, weights } = graph;
  const merged = new Uint32Array(order + 1);
  let last = -1;
  for (let i = 0; i < order; i++) {
    const start = last + 1;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (last >= start && targets[last] === targets[at]) {
        weights[last] = weights[last]! + weights[at]!;
        continue;
      }
      last++;
      targets[last] = targets[at]!;
      weights[last] = weights[at]!;
    }
    merged[i + 1] = last + 1;
  }
  return { order, offsets: merged, targets: targets.slice(0, last + 1), weights: weights.slice(0, last + 1) };
}

function hasParallel({ order, offsets, targets }: WeightedGraph): boolean {
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]! + 1; at < offsets[i + 1]!; at++)
      if (targets[at] === targets[at - 1]) return true;
  }
  return false;
}

import { EngineError } from '../../engine-error.js';
import { type EdgeCounts, rowsOfEdges } from './edge-rows.js';

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
  checkLengths(order, sources, targets, weights);
  return rowsOfEdges(countEnds(order, sources, targets, weights), sources, targets, weights);
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

function checkLengths(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): void {
  if (!Number.isInteger(order) || order < 0 || order >= 2 ** 32) {
    throw new EngineError(
      'order-not-usable',
      `A graph cannot have ${order} places.`,
      'give a whole number, 0 or more.',
      order,
    );
  }
  if (sources.length === targets.length && sources.length === weights.length) return;
  throw new EngineError(
    'lengths-differ',
    `There are ${sources.length} sources, ${targets.length} targets and ${weights.length} weights.`,
    'give one of each an edge.',
    [sources.length, targets.length, weights.length],
  );
}

/** Checks every edge and counts it at both ends. */
function countEnds(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): EdgeCounts {
  const lower = new Uint32Array(order);
  const upper = new Uint32Array(order);
  for (let e = 0; e < sources.length; e++) {
    const i = sources[e]!;
    const j = targets[e]!;
    // written so that fractions and NaN of plain arrays fail too
    if (!(i >>> 0 === i && i < order && j >>> 0 === j && j < order)) refuseEnds(e, i, j, order);
    const weight = weights[e]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) refuseWeight(e, i, j, weight);
    const lesser = Math.min(i, j);
    const greater = Math.max(i, j);
    upper[lesser] = upper[lesser]! + 1;
    lower[greater] = lower[greater]! + 1;
  }
  return { lower, upper };
}

function refuseEnds(e: number, i: number, j: number, order: number): never {
  throw new EngineError(
    'index-out-of-range',
    `Edge ${e} joins ${i} and ${j} in a graph of ${order} places.`,
    order > 0 ? `number the places from 0 to ${order - 1}.` : 'give the number of places as order.',
    [e, i, j],
  );
}

function refuseWeight(e: number, i: number, j: number, weight: number): never {
  throw new EngineError(
    'weight-not-usable',
    `Edge ${e}, between ${i} and ${j}, weighs ${weight}.`,
    'give a finite weight, zero or more; leave the edge out if nothing ties the two.',
    [e, weight],
  );
}

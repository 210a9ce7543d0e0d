import { UndirectedGraph } from 'graphology';
import type { AbstractGraph, EdgeMapper } from 'graphology-types';
import { EngineError } from '../../engine-error.js';
import { graphFromEdges, type WeightedGraph } from './weighted-graph.js';

/** A graph that remembers the keys of its places: `ids[i]` is the key of place i. */
export interface NamedGraph extends WeightedGraph {
  readonly ids: readonly string[];
}

/**
 * Reads a graphology graph, its places numbered in the order of its nodes; `ids` gives their keys back.
 *
 * Directed edges count as undirected, parallel ones add up, self-loops stay. The weight is the edge attribute
 * `weight`; an edge without one weighs 1, as graphology has it, but a weight that is no number is refused.
 *
 * @throws EngineError `weight-not-usable`
 */
export function graphFromGraphology(graph: AbstractGraph): NamedGraph {
  return readGraphology(graph, (edge, attributes) => {
    const weight: unknown = attributes.weight ?? 1;
    if (typeof weight === 'number') return weight;
    throw new EngineError(
      'weight-not-usable',
      `Edge "${edge}" has the weight ${JSON.stringify(weight)}.`,
      'set its attribute "weight" to a number, zero or more, or remove the attribute to mean 1.',
      weight,
    );
  });
}

/**
 * The same with weights of one's own making.
 *
 * @throws EngineError `weight-not-usable`, and what `weightOf` throws
 */
export function readGraphology(graph: AbstractGraph, weightOf: EdgeMapper<number>): NamedGraph {
  const ids = graph.nodes();
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const sources = new Uint32Array(graph.size);
  const targets = new Uint32Array(graph.size);
  const weights = new Float64Array(graph.size);
  let filled = 0;
  graph.forEachEdge((edge, attributes, source, target, sourceAttributes, targetAttributes, undirected) => {
    sources[filled] = indexOf.get(source) ?? 0;
    targets[filled] = indexOf.get(target) ?? 0;
    weights[filled++] = weightOf(
      edge,
      attributes,
      source,
      target,
      sourceAttributes,
      targetAttributes,
      undirected,
    );
  });
  return { ...graphFromEdges(ids.length, sources, targets, weights), ids };
}

/**
 * Makes a graphology graph: nodes in the order of the places, keyed by `ids` or else "0", "1"…,
 * one undirected edge a pair, keyed "i-j" with i ≤ j by index, with its attribute `weight`.
 *
 * @throws EngineError `lengths-differ`, `ids-not-unique`
 */
export function toGraphology(
  graph: WeightedGraph,
  ids: readonly string[] = Array.from({ length: graph.order }, (_, i) => String(i)),
): UndirectedGraph {
  if (ids.length !== graph.order) {
    throw new EngineError(
      'lengths-differ',
      `There are ${ids.length} ids for ${graph.order} places.`,
      'give one id a place.',
      [ids.length, graph.order],
    );
  }
  if (new Set(ids).size !== ids.length) {
    throw new EngineError('ids-not-unique', 'Two places have one id.', 'give every place its own id.', ids);
  }
  const copy = new UndirectedGraph();
  for (const id of ids) copy.addNode(id);
  const { order, offsets, targets, weights } = graph;
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (j >= i) copy.addUndirectedEdgeWithKey(`${i}-${j}`, ids[i], ids[j], { weight: weights[at] });
    }
  }
  return copy;
}

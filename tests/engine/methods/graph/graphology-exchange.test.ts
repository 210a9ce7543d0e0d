import { DirectedGraph, MultiGraph, UndirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { graphFromGraphology, toGraphology } from '../../../../engine/methods/graph/graphology-exchange.js';
import { graphFromEdges } from '../../../../engine/methods/graph/weighted-graph.js';
import { thrownBy } from '../../thrown-error.js';
import { karateClub } from './karate-club.js';

test('a graph there and back is the same graph, loops and lone places included', () => {
  const graph = graphFromEdges(
    5,
    Uint32Array.of(3, 0, 1, 2),
    Uint32Array.of(0, 1, 1, 3),
    Float64Array.of(2, 0.5, 4, 0),
  );
  for (const one of [graph, karateClub]) {
    const { ids, ...back } = graphFromGraphology(toGraphology(one));
    expect(back).toEqual(one);
    expect(ids).toEqual(Array.from({ length: one.order }, (_, i) => String(i)));
  }
});

test('places follow the nodes, and their keys come along', () => {
  const graph = new UndirectedGraph();
  for (const id of ['z', 'a', 'm']) graph.addNode(id);
  graph.addEdge('m', 'z', { weight: 2 });
  graph.addEdge('a', 'm');
  const read = graphFromGraphology(graph);
  expect(read.ids).toEqual(['z', 'a', 'm']);
  expect([...read.targets]).toEqual([2, 2, 0, 1]);
  expect([...read.weights]).toEqual([2, 1, 2, 1]);
});

test('directed and parallel edges become one undirected edge each pair', () => {
  const directed = new DirectedGraph();
  directed.mergeEdge('a', 'b', { weight: 1 });
  directed.mergeEdge('b', 'a', { weight: 2 });
  expect([...graphFromGraphology(directed).weights]).toEqual([3, 3]);
  const multi = new MultiGraph();
  for (const id of ['a', 'b']) multi.addNode(id);
  multi.addUndirectedEdge('a', 'b', { weight: 4 });
  multi.addUndirectedEdge('b', 'a', { weight: 1 });
  expect([...graphFromGraphology(multi).weights]).toEqual([5, 5]);
});

test('ids name the nodes, edges have keys and weights', () => {
  const graph = graphFromEdges(2, Uint32Array.of(1), Uint32Array.of(0), Float64Array.of(0.5));
  const made = toGraphology(graph, ['z', 'a']);
  expect(made.nodes()).toEqual(['z', 'a']);
  expect(made.edges()).toEqual(['0-1']);
  expect(made.getEdgeAttributes('0-1')).toEqual({ weight: 0.5 });
});

test.each([Number.NaN, -1, '2', Number.POSITIVE_INFINITY])('an edge of weight %s is refused', (weight) => {
  const graph = new UndirectedGraph();
  graph.mergeEdge('a', 'b', { weight });
  expect(thrownBy(() => graphFromGraphology(graph)).code).toBe('weight-not-usable');
});

test('ids that do not fit are refused', () => {
  const graph = graphFromEdges(2, new Uint32Array(), new Uint32Array());
  expect(thrownBy(() => toGraphology(graph, ['a'])).code).toBe('lengths-differ');
  expect(thrownBy(() => toGraphology(graph, ['a', 'a'])).code).toBe('ids-not-unique');
});

import { DirectedGraph, MultiDirectedGraph, UndirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { toGraphology } from '../../../../engine/methods/graph/graphology-exchange.js';
import {
  type GraphologyLeidenOptions,
  graphologyLeiden,
} from '../../../../engine/methods/graph/graphology-leiden.js';
import { leiden } from '../../../../engine/methods/graph/leiden.js';
import { thrownBy } from '../../thrown-error.js';
import { lesMiserables } from './les-miserables.js';

/** Two triangles with names, tied by one edge. */
function twoTriangles(attributes: (edge: string) => object = () => ({})): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const edge of ['a-b', 'b-c', 'c-a', 'd-e', 'e-f', 'f-d', 'c-d']) {
    const [source, target] = edge.split('-');
    graph.mergeUndirectedEdgeWithKey(edge, source, target, attributes(edge));
  }
  return graph;
}

const apart = { a: 0, b: 0, c: 0, d: 1, e: 1, f: 1 };

test('maps each node to its community', () => {
  expect(graphologyLeiden(twoTriangles())).toEqual(apart);
  expect(graphologyLeiden(new DirectedGraph())).toEqual({});
});

test('assign writes an attribute, by the name asked', () => {
  const graph = twoTriangles();
  graphologyLeiden.assign(graph);
  graphologyLeiden.assign(graph, { nodeCommunityAttribute: 'concern' });
  expect(graph.mapNodes((_node, { community, concern }) => [community, concern])).toEqual(
    Object.values(apart).map((c) => [c, c]),
  );
});

test('detailed tells what leiden finds on the same graph, levels included', () => {
  const found = leiden(lesMiserables, { seed: 5, resolution: 1.5 });
  const details = graphologyLeiden.detailed(toGraphology(lesMiserables), { seed: 5, resolution: 1.5 });
  expect(details).toEqual({
    communities: Object.fromEntries([...found.membership].map((c, i) => [String(i), c])),
    count: found.count,
    modularity: expect.closeTo(found.quality, 12),
    quality: found.quality,
    dendrogram: found.levels,
    resolution: 1.5,
  });
});

test('weights come from the attribute `weight`, another one, a function, or are 1 each', () => {
  const graph = twoTriangles((edge) => ({ weight: edge === 'c-d' ? 100 : 1, ties: 1 }));
  expect(graphologyLeiden(graph).c).toBe(graphologyLeiden(graph).d);
  expect(graphologyLeiden(graph, { getEdgeWeight: 'ties' })).toEqual(apart);
  expect(graphologyLeiden(graph, { getEdgeWeight: null })).toEqual(apart);
  expect(graphologyLeiden(graph, { getEdgeWeight: (edge) => (edge === 'c-d' ? 0 : 1) })).toEqual(apart);
});

test('directed and parallel edges add up', () => {
  const graph = new MultiDirectedGraph();
  for (const [i, j] of [
    [1, 2],
    [2, 1],
    [3, 4],
    [4, 3],
    [2, 3],
  ]) {
    graph.mergeNode(i);
    graph.mergeNode(j);
    graph.addDirectedEdge(i, j);
  }
  expect(graphologyLeiden(graph)).toEqual({ 1: 0, 2: 0, 3: 1, 4: 1 });
});

test('the seed may come from a generator, as in graphology', () => {
  const graph = toGraphology(lesMiserables);
  expect(graphologyLeiden(graph, { rng: () => 0.25 })).toEqual(graphologyLeiden(graph, { seed: 2 ** 30 }));
});

test.each([undefined, Number.NaN, -1, Number.POSITIVE_INFINITY, 'heavy'])(
  'a weight of %s is refused, with its edge',
  (weight) => {
    const graph = twoTriangles((edge) =>
      edge === 'c-d' ? { weight, ties: weight } : { weight: 1, ties: 1 },
    );
    for (const getEdgeWeight of ['weight', 'ties', () => weight] as const) {
      const thrown = thrownBy(() => graphologyLeiden(graph, { getEdgeWeight }));
      expect(thrown).toMatchObject({ code: 'weight-not-usable', value: weight });
    }
    expect(thrownBy(() => graphologyLeiden(graph)).message).toContain('"c-d"');
  },
);

test('an attribute asked by name must be there; unknown and contradicting options are refused', () => {
  const graph = twoTriangles();
  expect(thrownBy(() => graphologyLeiden(graph, { getEdgeWeight: 'weight' })).code).toBe('weight-not-usable');
  const louvainOnly = { fastLocalMoves: true } as GraphologyLeidenOptions;
  expect(thrownBy(() => graphologyLeiden(graph, louvainOnly))).toMatchObject({
    code: 'unknown-option',
    value: 'fastLocalMoves',
  });
  expect(thrownBy(() => graphologyLeiden(graph, { seed: 1, rng: () => 0 })).code).toBe('options-contradict');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modularity } from '../../../../engine/methods/graph/modularity.js';
import { graphFromEdges, strengths } from '../../../../engine/methods/graph/weighted-graph.js';
import { thrownBy } from '../../thrown-error.js';
import { karateBest, karateClub, karateFactions } from './karate-club.js';

test('the karate club has its published values', () => {
  expect(karateClub.targets.length).toBe(2 * 78);
  expect(modularity(karateClub, karateBest)).toBeCloseTo(0.4198, 4);
  expect(modularity(karateClub, karateFactions)).toBeCloseTo(0.3582, 4);
  // with place 8 among the officers, as the minimum cut has it
  expect(
    modularity(
      karateClub,
      karateFactions.map((c, i) => (i === 8 ? 1 : c)),
    ),
  ).toBeCloseTo(0.3715, 4);
});

test('two triangles joined by an edge have 5/14 at resolution 1, worked by hand', () => {
  const graph = graphFromEdges(6, Uint32Array.of(0, 1, 2, 3, 4, 5, 2), Uint32Array.of(1, 2, 0, 4, 5, 3, 3));
  expect(modularity(graph, [0, 0, 0, 1, 1, 1])).toBeCloseTo(12 / 14 - 1 / 2, 12);
  expect(modularity(graph, [0, 0, 0, 1, 1, 1], 2)).toBeCloseTo(12 / 14 - 1, 12);
  expect(modularity(graph, [7, 7, 7, 7, 7, 7])).toBeCloseTo(0, 12);
});

test('it is the sum over ordered pairs of A − γ k k / 2m, self-loops twice on the diagonal', () => {
  const cases = fc.integer({ min: 1, max: 7 }).chain((order) => {
    const place = fc.integer({ min: 0, max: order - 1 });
    return fc.record({
      order: fc.constant(order),
      edges: fc.array(fc.tuple(place, place, fc.constantFrom(0, 0.5, 1, 3)), { maxLength: 12 }),
      labels: fc.array(fc.nat(4), { minLength: order, maxLength: order }),
      resolution: fc.constantFrom(0, 0.5, 1, 2),
    });
  });
  fc.assert(
    fc.property(cases, ({ order, edges, labels, resolution }) => {
      const graph = graphFromEdges(
        order,
        Uint32Array.from(edges, ([i]) => i),
        Uint32Array.from(edges, ([, j]) => j),
        Float64Array.from(edges, ([, , weight]) => weight),
      );
      const adjacency = Array.from({ length: order }, () => new Array<number>(order).fill(0));
      for (const [i, j, weight] of edges) {
        adjacency[i]![j]! += weight;
        adjacency[j]![i]! += weight;
      }
      const strength = adjacency.map((row) => row.reduce((sum, weight) => sum + weight, 0));
      expect([...strengths(graph)]).toEqual(strength);
      const total = strength.reduce((sum, k) => sum + k, 0);
      let expected = 0;
      for (let i = 0; i < order; i++) {
        for (let j = 0; j < order; j++) {
          if (labels[i] !== labels[j] || total === 0) continue;
          expected += (adjacency[i]![j]! - (resolution * strength[i]! * strength[j]!) / total) / total;
        }
      }
      expect(modularity(graph, labels, resolution)).toBeCloseTo(expected, 10);
    }),
  );
});

test('graphs without weight have 0', () => {
  expect(modularity(graphFromEdges(0, new Uint32Array(), new Uint32Array()), [])).toBe(0);
  expect(modularity(graphFromEdges(2, new Uint32Array(), new Uint32Array()), [0, 1])).toBe(0);
});

test('bad use is refused', () => {
  const graph = graphFromEdges(2, Uint32Array.of(0), Uint32Array.of(1));
  expect(thrownBy(() => modularity(graph, [0])).code).toBe('lengths-differ');
  expect(thrownBy(() => modularity(graph, [0, -1])).value).toEqual([1, -1]);
  expect(thrownBy(() => modularity(graph, [0, 0.5])).code).toBe('membership-not-usable');
  expect(thrownBy(() => modularity(graph, [0, 1], Number.NaN)).code).toBe('resolution-not-usable');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphFromEdges } from '../../../../engine/methods/graph/weighted-graph.js';
import { thrownBy } from '../../thrown-error.js';

type Edge = readonly [number, number, number];

function build(order: number, edges: readonly Edge[]) {
  return graphFromEdges(
    order,
    Uint32Array.from(edges, ([i]) => i),
    Uint32Array.from(edges, ([, j]) => j),
    Float64Array.from(edges, ([, , weight]) => weight),
  );
}

test('rows are sorted, both ends hold an edge, parallel edges add up, a self-loop stands once', () => {
  const graph = build(4, [
    [2, 0, 1],
    [0, 1, 2],
    [0, 2, 4],
    [1, 1, 8],
  ]);
  expect([...graph.offsets]).toEqual([0, 2, 4, 5, 5]);
  expect([...graph.targets]).toEqual([1, 2, 0, 1, 0]);
  expect([...graph.weights]).toEqual([2, 5, 2, 8, 5]);
});

test('edges without weights weigh 1, and an edge of weight 0 is kept', () => {
  expect([...graphFromEdges(2, Uint32Array.of(1), Uint32Array.of(0)).weights]).toEqual([1, 1]);
  expect([...build(2, [[0, 1, 0]]).targets]).toEqual([1, 0]);
});

test('no place, and places without edges, are graphs', () => {
  expect([...build(0, []).offsets]).toEqual([0]);
  expect([...build(3, []).offsets]).toEqual([0, 0, 0, 0]);
});

test('the rows equal a naive recount, symmetric to the last bit, whatever the order of the edges', () => {
  const lists = fc.integer({ min: 1, max: 8 }).chain((order) => {
    const place = fc.integer({ min: 0, max: order - 1 });
    const weight = fc.constantFrom(0, 0.25, 1, 3.5);
    return fc.tuple(fc.constant(order), fc.array(fc.tuple(place, place, weight), { maxLength: 40 }));
  });
  fc.assert(
    fc.property(lists, ([order, edges]) => {
      const graph = build(order, edges);
      const sums = new Map<string, number>();
      for (const [i, j, weight] of edges) {
        const ends =
          i === j
            ? [[i, j]]
            : [
                [i, j],
                [j, i],
              ];
        for (const [a, b] of ends) sums.set(`${a}>${b}`, (sums.get(`${a}>${b}`) ?? 0) + weight);
      }
      const found = new Map<string, number>();
      for (let i = 0; i < order; i++) {
        for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
          if (at > graph.offsets[i]!) expect(graph.targets[at]).toBeGreaterThan(graph.targets[at - 1]!);
          found.set(`${i}>${graph.targets[at]}`, graph.weights[at]!);
        }
      }
      expect(found).toEqual(sums);
      expect(build(order, [...edges].reverse())).toEqual(graph);
    }),
  );
});

test('both rows of parallel edges hold the same sum, bit for bit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1 }),
      (parts) => {
        const { weights } = build(
          2,
          parts.map(([forth, weight]) => (forth ? [0, 1, weight] : [1, 0, weight])),
        );
        expect(weights.length).toBe(2);
        expect(weights[0]).toBe(weights[1]);
      },
    ),
  );
});

test('bad use is refused with the edge and the value', () => {
  const thrown = (call: () => unknown) => {
    const { code, value } = thrownBy(call);
    return [code, value];
  };
  expect(
    thrown(() =>
      build(2, [
        [0, 1, 1],
        [0, 2, 1],
      ]),
    ),
  ).toEqual(['index-out-of-range', [1, 0, 2]]);
  expect(thrown(() => build(0, [[0, 0, 1]]))).toEqual(['index-out-of-range', [0, 0, 0]]);
  for (const weight of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
    expect(thrown(() => build(2, [[0, 1, weight]]))).toEqual(['weight-not-usable', [0, weight]]);
  }
  for (const order of [-1, 1.5, Number.NaN])
    expect(thrown(() => build(order, []))).toEqual(['order-not-usable', order]);
  expect(thrown(() => graphFromEdges(2, Uint32Array.of(0, 1), Uint32Array.of(1)))).toEqual([
    'lengths-differ',
    [2, 1, 2],
  ]);
});

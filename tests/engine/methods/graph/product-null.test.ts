import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NullModel } from '../../../../engine/methods/graph/null-model.js';
import { configurationNull, constantPottsNull } from '../../../../engine/methods/graph/product-null.js';
import { strengths } from '../../../../engine/methods/graph/weighted-graph.js';
import { DenseNull } from './dense-null.js';
import { anyGraph, graphOf } from './made-graphs.js';

/** The two shipped nulls beside the same written out pair by pair. */
const pairs = anyGraph.chain((graph) => {
  const strength = [...strengths(graph)];
  const total = strength.reduce((sum, k) => sum + k, 0);
  const sizes = strength.map((_, i) => (i % 3) + 0.5);
  const configuration: [NullModel, DenseNull] = [
    configurationNull(graph),
    new DenseNull(strength.map((k) => strength.map((l) => (total > 0 ? (k * l) / total : 0)))),
  ];
  const potts: [NullModel, DenseNull] = [
    constantPottsNull(Float64Array.from(sizes)),
    new DenseNull(sizes.map((n, i) => sizes.map((m, j) => (i === j ? 0 : n * m)))),
  ];
  return fc.tuple(
    fc.constantFrom(configuration, potts),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
  );
});

test('expected weights equal a count pair by pair after any moves, on this level and the next', () => {
  fc.assert(
    fc.property(pairs, ([[given, plain], moves]) => {
      let [model, oracle]: [NullModel, NullModel] = [given, plain];
      for (const level of [0, 1]) {
        const { order } = model;
        const membership = Uint32Array.from({ length: order }, (_, i) => i);
        model.scatter();
        oracle.scatter();
        for (const [draw, goal] of moves) {
          const [node, to] = [draw % order, goal % order];
          const from = membership[node]!;
          if (from === to) continue;
          model.move(node, from, to);
          oracle.move(node, from, to);
          membership[node] = to;
        }
        compare(model, oracle, membership);
        model.place(membership);
        oracle.place(membership);
        compare(model, oracle, membership);
        if (level === 1) break;
        const labels = Uint32Array.from(membership, (c) => [...new Set(membership)].indexOf(c));
        const count = new Set(membership).size;
        [model, oracle] = [model.aggregate(labels, count), oracle.aggregate(labels, count)];
      }
    }),
  );
});

function compare(model: NullModel, oracle: NullModel, membership: Uint32Array): void {
  const { order } = model;
  const everyCommunity = Uint32Array.from({ length: order }, (_, c) => c);
  for (let v = 0; v < order; v++) {
    const found = new Float64Array(order).fill(1);
    const counted = new Float64Array(order).fill(1);
    model.subtractExpected(v, membership[v]!, everyCommunity, order, 0.7, found);
    oracle.subtractExpected(v, membership[v]!, everyCommunity, order, 0.7, counted);
    found.forEach((gain, c) => {
      expect(gain).toBeCloseTo(counted[c]!, 9);
    });
  }
}

test('what a move gains is the difference of what is expected inside', () => {
  fc.assert(
    fc.property(pairs, ([[model], moves]) => {
      const { order } = model;
      const membership = new Uint32Array(order);
      model.place(membership);
      for (const [draw, goal] of moves) {
        const [node, to] = [draw % order, goal % order];
        const from = membership[node]!;
        if (from === to) continue;
        const gains = new Float64Array(order);
        model.subtractExpected(node, from, Uint32Array.of(from, to), 2, 1, gains);
        const before = model.expectedInside(membership);
        membership[node] = to;
        model.move(node, from, to);
        expect(2 * (gains[from]! - gains[to]!)).toBeCloseTo(model.expectedInside(membership) - before, 9);
      }
    }),
  );
});

test('only the communities listed are touched', () => {
  const model = constantPottsNull(Float64Array.of(1, 2, 3));
  model.place(Uint32Array.of(0, 0, 2));
  const gains = Float64Array.of(10, 10, 10);
  model.subtractExpected(0, 0, Uint32Array.of(0, 2, 1), 2, 0.5, gains);
  expect([...gains]).toEqual([10 - 0.5 * 2, 10, 10 - 0.5 * 3]);
});

test('a graph without weight expects nothing', () => {
  const model = configurationNull(graphOf(2, [[0, 1, 0]]));
  expect(model.expectedInside(Uint32Array.of(0, 0))).toBe(0);
});

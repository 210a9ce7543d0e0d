import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawVisitingOrder } from '../../../../engine/methods/graph/visiting-order.js';
import { createRng } from '../../../../engine/random/rng.js';

test('every node comes once, in runs of eight consecutive ones, and what lies behind stays as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(), (order, seed) => {
      const nodes = new Uint32Array(order + 3).fill(7777);
      drawVisitingOrder(nodes, order, createRng(seed));
      const drawn = [...nodes.subarray(0, order)];
      expect([...drawn].sort((a, b) => a - b)).toEqual(drawn.map((_, i) => i));
      for (let at = 1; at < order; at++) {
        if (drawn[at]! % 8 !== 0) expect(drawn[at]).toBe(drawn[at - 1]! + 1);
      }
      expect([...nodes.subarray(order)]).toEqual([7777, 7777, 7777]);
    }),
  );
});

test('the runs come in another order for another seed', () => {
  const drawn = (seed: number) => {
    const nodes = new Uint32Array(800);
    drawVisitingOrder(nodes, 800, createRng(seed));
    return [...nodes];
  };
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
});

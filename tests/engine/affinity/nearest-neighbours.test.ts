import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestNeighbours } from '../../../engine/affinity/nearest-neighbours.js';
import type { WeightedGraph } from '../../../engine/methods/graph/weighted-graph.js';
import type { Matrix } from '../../../engine/numeric/matrix.js';
import { thrownBy } from '../thrown-error.js';

function symmetric(order: number, upper: readonly number[]): Matrix {
  const values = new Float64Array(order * order);
  let next = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      values[i * order + j] = upper[next]!;
      values[j * order + i] = upper[next++]!;
    }
  }
  return { rows: order, columns: order, values };
}

function edgesOf({ order, offsets, targets, weights }: WeightedGraph): string[] {
  const edges: string[] = [];
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (targets[at]! > i) edges.push(`${i}-${targets[at]}:${weights[at]}`);
    }
  }
  return edges;
}

test('either of two being nearest makes the edge, once, with its affinity', () => {
  // 0-1 .9, 0-2 .8, 0-3 .1, 1-2 .2, 1-3 .3, 2-3 0
  const affinity = symmetric(4, [0.9, 0.8, 0.1, 0.2, 0.3, 0]);
  expect(edgesOf(nearestNeighbours(affinity, 1))).toEqual(['0-1:0.9', '0-2:0.8', '1-3:0.3']);
});

test('in a tie the smaller index is nearest, and zero is nobody', () => {
  expect(edgesOf(nearestNeighbours(symmetric(3, [0.5, 0.5, 0]), 1))).toEqual(['0-1:0.5', '0-2:0.5']);
  expect(edgesOf(nearestNeighbours(symmetric(4, [0.5, 0.5, 0.5, 0, 0, 0.5]), 1))).toEqual([
    '0-1:0.5',
    '0-2:0.5',
    '0-3:0.5',
  ]);
  expect(edgesOf(nearestNeighbours(symmetric(2, [0]), 5))).toEqual([]);
});

test('nobody and one make graphs without edges', () => {
  expect(nearestNeighbours(symmetric(0, []), 3).order).toBe(0);
  expect(nearestNeighbours(symmetric(1, []), 3).targets.length).toBe(0);
});

test('the network is that of sorting every row', () => {
  const networks = fc.integer({ min: 2, max: 9 }).chain((order) =>
    fc.record({
      order: fc.constant(order),
      upper: fc.array(fc.constantFrom(0, 0.1, 0.2, 0.3, 0.4, 0.9), {
        minLength: (order * (order - 1)) / 2,
        maxLength: (order * (order - 1)) / 2,
      }),
      neighbours: fc.integer({ min: 1, max: 10 }),
    }),
  );
  fc.assert(
    fc.property(networks, ({ order, upper, neighbours }) => {
      const affinity = symmetric(order, upper);
      const kept = new Set<string>();
      for (let i = 0; i < order; i++) {
        Array.from({ length: order }, (_, j) => j)
          .filter((j) => affinity.values[i * order + j]! > 0)
          .sort((a, b) => affinity.values[i * order + b]! - affinity.values[i * order + a]! || a - b)
          .slice(0, neighbours)
          .forEach((j) => {
            kept.add(`${Math.min(i, j)}-${Math.max(i, j)}:${affinity.values[i * order + j]}`);
          });
      }
      expect(edgesOf(nearestNeighbours(affinity, neighbours))).toEqual([...kept].sort());
    }),
  );
});

test('bad use is refused', () => {
  const affinity = symmetric(2, [0.5]);
  for (const neighbours of [0, 1.5, Number.NaN]) {
    expect(thrownBy(() => nearestNeighbours(affinity, neighbours)).code).toBe('neighbours-not-usable');
  }
  const oblong = { rows: 1, columns: 2, values: new Float64Array(2) };
  expect(thrownBy(() => nearestNeighbours(oblong, 1)).code).toBe('matrix-misshapen');
});

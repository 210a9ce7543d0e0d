import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leiden } from '../../../../engine/methods/graph/leiden.js';
import { modularity } from '../../../../engine/methods/graph/modularity.js';
import { strengths } from '../../../../engine/methods/graph/weighted-graph.js';
import { DenseNull } from './dense-null.js';
import { lesMiserables } from './les-miserables.js';
import { anyGraph, cpmQuality, disconnectedCount } from './made-graphs.js';

const seeds = Array.from({ length: 20 }, (_, k) => k);
const stable = Number.POSITIVE_INFINITY;

describe('a null model of one’s own', () => {
  test('finds what the configuration null does when it says the same, pair by pair', () => {
    const strength = [...strengths(lesMiserables)];
    const total = strength.reduce((sum, k) => sum + k, 0);
    const nullModel = new DenseNull(strength.map((k) => strength.map((l) => (k * l) / total)));
    const own = seeds.map((seed) => leiden(lesMiserables, { seed, nullModel, iterations: stable }));
    for (const { membership, quality } of own) {
      expect(quality).toBeCloseTo(modularity(lesMiserables, membership), 12);
    }
    expect(Math.max(...own.map(({ quality }) => quality))).toBeCloseTo(0.566688, 6);
  });

  test('any symmetric one leaves connected communities that no single move betters', () => {
    const nulls = anyGraph.chain((graph) => {
      const size = graph.order ** 2;
      return fc.tuple(
        fc.constant(graph),
        fc.array(fc.constantFrom(0, 0.1, 0.5, 2), { minLength: size, maxLength: size }),
      );
    });
    fc.assert(
      fc.property(nulls, ([graph, values]) => {
        const { order } = graph;
        const expected = Array.from({ length: order }, (_, i) =>
          Array.from({ length: order }, (_, j) => values[Math.min(i, j) * order + Math.max(i, j)]!),
        );
        const nullModel = new DenseNull(expected);
        const { membership, count } = leiden(graph, { nullModel, iterations: stable });
        expect(disconnectedCount(graph, membership)).toBe(0);
        const value = (labels: Uint32Array) => {
          const inside = new DenseNull(expected).expectedInside(labels);
          return 2 * cpmQuality(graph, labels, 0, new Float64Array(order)) - inside;
        };
        const reached = value(membership);
        for (let v = 0; v < order; v++) {
          for (let c = 0; c <= count; c++)
            expect(value(membership.with(v, c))).toBeLessThanOrEqual(reached + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstMoves } from '../../../../engine/methods/graph/first-moves.js';
import { moveNodes } from '../../../../engine/methods/graph/leiden-moving.js';
import { checkLeiden } from '../../../../engine/methods/graph/leiden-options.js';
import { leidenScratch } from '../../../../engine/methods/graph/leiden-scratch.js';
import { graphFromEdges } from '../../../../engine/methods/graph/weighted-graph.js';
import { createRng } from '../../../../engine/random/rng.js';

const graphs = fc
  .record({
    order: fc.integer({ min: 1, max: 40 }),
    edges: fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.oneof(fc.constant(1), fc.double({ min: 0, max: 3, noNaN: true }))),
      { maxLength: 160 },
    ),
  })
  .map(({ order, edges }) =>
    graphFromEdges(
      order,
      Uint32Array.from(edges, ([i]) => i % order),
      Uint32Array.from(edges, ([, j]) => j % order),
      Float64Array.from(edges, ([, , weight]) => weight),
    ),
  );

describe('first moves of many runs', () => {
  test('are those that moveNodes makes with the same draws, run after run', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.constantFrom('modularity', 'cpm'),
        fc.constantFrom(0, 0.4, 1, 1.7),
        fc.nat(),
        (graph, objective, resolution, seed) => {
          const { base, nullModel } = checkLeiden(graph, { objective, resolution });
          const scratch = leidenScratch(base);
          const move = firstMoves(base, nullModel.product!, resolution);
          const [draws, sameDraws] = [createRng(seed), createRng(seed)];
          for (let run = 0; run < 5; run++) {
            for (let i = 0; i < graph.order; i++) scratch.membership[i] = i;
            nullModel.scatter();
            moveNodes(base, nullModel, resolution, scratch, draws);
            expect(move(sameDraws)).toEqual(scratch.membership);
          }
        },
      ),
    );
  });

  test('differ from run to run where orders of visit lead elsewhere', () => {
    const ring = Uint32Array.from({ length: 30 }, (_, i) => i);
    const graph = graphFromEdges(
      30,
      ring,
      ring.map((i) => (i + 1) % 30),
    );
    const { base, nullModel } = checkLeiden(graph, {});
    const move = firstMoves(base, nullModel.product!, 1);
    const rng = createRng(1);
    const found = new Set(Array.from({ length: 20 }, () => move(rng).join()));
    expect(found.size).toBeGreaterThan(5);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leiden } from '../../../../engine/methods/graph/leiden.js';
import { PairSet } from '../../../../engine/methods/graph/pair-set.js';
import { rewired, withShuffledWeights } from '../../../../engine/methods/graph/rewired-graph.js';
import { partitionSignificance } from '../../../../engine/methods/graph/significance.js';
import { graphFromEdges, type WeightedGraph } from '../../../../engine/methods/graph/weighted-graph.js';
import { createRng } from '../../../../engine/random/rng.js';
import { thrownBy } from '../../thrown-error.js';
import { karateClub } from './karate-club.js';

const graphs = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 30 }))
  .map(([order, edges]) =>
    graphFromEdges(
      order,
      Uint32Array.from(edges, ([a]) => a % order),
      Uint32Array.from(edges, ([, b]) => b % order),
      Float64Array.from(edges, (_, e) => 1 + e),
    ),
  );

const degrees = ({ order, offsets }: WeightedGraph) =>
  Array.from({ length: order }, (_, i) => offsets[i + 1]! - offsets[i]!);
const sortedWeights = ({ weights }: WeightedGraph) => [...weights].sort((a, b) => a - b);

test('a set of pairs holds what it was given and nothing else, however it is used', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(6), fc.nat(6)), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (asked) => {
      const pairs = new PairSet(7, 40);
      const known = new Set<string>();
      const key = (i: number, j: number) => [i, j].sort().join();
      for (const [adds, i, j] of asked) {
        if (adds) pairs.add(i, j);
        else if (known.has(key(i, j))) pairs.remove(i, j);
        if (adds) known.add(key(i, j));
        else known.delete(key(i, j));
        for (let a = 0; a < 7; a++) {
          for (let b = 0; b < 7; b++) expect(pairs.has(a, b)).toBe(known.has(key(a, b)));
        }
      }
    }),
    { numRuns: 30 },
  );
});

describe('random graphs', () => {
  test('rewiring keeps degrees, weights and self-loops, and makes no parallel edge', () => {
    fc.assert(
      fc.property(graphs, fc.nat(50), (graph, seed) => {
        const random = rewired(graph, createRng(seed));
        expect(degrees(random)).toEqual(degrees(graph));
        expect(sortedWeights(random)).toEqual(sortedWeights(graph));
        for (let i = 0; i < graph.order; i++) {
          const row = random.targets.subarray(random.offsets[i]!, random.offsets[i + 1]!);
          expect(new Set(row).size).toBe(row.length);
          const before = graph.targets.subarray(graph.offsets[i]!, graph.offsets[i + 1]!);
          expect(row.includes(i)).toBe(before.includes(i));
        }
      }),
    );
  });

  test('rewiring does mix: few friendships of the karate club remain', () => {
    const random = rewired(karateClub, createRng(1));
    let kept = 0;
    for (let i = 0; i < 34; i++) {
      const row = new Set(random.targets.subarray(random.offsets[i]!, random.offsets[i + 1]!));
      for (let at = karateClub.offsets[i]!; at < karateClub.offsets[i + 1]!; at++)
        if (row.has(karateClub.targets[at]!)) kept++;
    }
    expect(kept / karateClub.targets.length).toBeLessThan(0.6);
  });

  test('shuffling weights keeps the edges', () => {
    fc.assert(
      fc.property(graphs, fc.nat(50), (graph, seed) => {
        const random = withShuffledWeights(graph, createRng(seed));
        expect([...random.targets]).toEqual([...graph.targets]);
        expect(sortedWeights(random)).toEqual(sortedWeights(graph));
      }),
    );
  });
});

describe('partitionSignificance', () => {
  test('planted groups are beyond chance, a random split is not', () => {
    const rng = createRng(5);
    const sources: number[] = [];
    const targets: number[] = [];
    for (let i = 0; i < 40; i++) {
      for (let j = i + 1; j < 40; j++) {
        if (rng.next() >= (i % 4 === j % 4 ? 0.7 : 0.08)) continue;
        sources.push(i);
        targets.push(j);
      }
    }
    const graph = graphFromEdges(40, Uint32Array.from(sources), Uint32Array.from(targets));
    const planted = partitionSignificance(graph, leiden(graph).membership, { replicates: 40 });
    expect(planted.modularity.z).toBeGreaterThan(5);
    expect(planted.modularity.p).toBeCloseTo(1 / 41, 12);
    for (const { p } of planted.communities) expect(p).toBeLessThan(0.05);
    const split = Array.from({ length: 40 }, (_, i) => Math.floor(i / 10));
    const random = partitionSignificance(graph, split, { replicates: 40 });
    expect(random.modularity.p).toBe(1);
    for (const { p } of random.communities) expect(p).toBe(1);
  });

  test('where the null can draw nothing else, nothing is beyond chance', () => {
    const triangle = graphFromEdges(3, Uint32Array.of(0, 1, 2), Uint32Array.of(1, 2, 0));
    const single = graphFromEdges(2, Uint32Array.of(0), Uint32Array.of(1));
    const apart = graphFromEdges(3, new Uint32Array(0), new Uint32Array(0));
    const none = graphFromEdges(0, new Uint32Array(0), new Uint32Array(0));
    for (const graph of [triangle, single, apart, none]) {
      const { modularity, communities } = partitionSignificance(graph, leiden(graph).membership, {
        replicates: 7,
      });
      expect([modularity.z, modularity.p]).toEqual([0, 1]);
      for (const { z, p } of communities) expect([z, p]).toEqual([0, 1]);
    }
  });

  test('one seed gives the same answer; p is never 0 nor above 1', () => {
    const judged = () => partitionSignificance(karateClub, leiden(karateClub).membership, { replicates: 30 });
    expect(judged()).toEqual(judged());
    const { modularity, communities } = judged();
    for (const { p } of [modularity, ...communities]) expect(p > 0 && p <= 1).toBe(true);
  });

  test('a null of one’s own takes the place of rewiring', () => {
    const membership = leiden(karateClub).membership;
    const itself = partitionSignificance(karateClub, membership, {
      replicates: 10,
      drawNull: () => karateClub,
    });
    expect(itself.modularity.p).toBeGreaterThan(0.09);
    expect(itself.modularity.nullMean).toBeCloseTo(itself.modularity.value, 2);
  });

  test('a membership of other places, and no replicate, are refused', () => {
    expect(thrownBy(() => partitionSignificance(karateClub, [0])).code).toBe('lengths-differ');
    expect(
      thrownBy(() => partitionSignificance(karateClub, new Uint32Array(34), { replicates: -1 })).value,
    ).toBe(-1);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePartitions } from '../../../../engine/methods/graph/compare-partitions.js';
import { type ConsensusOptions, consensus } from '../../../../engine/methods/graph/consensus.js';
import { graphOfShares, graphOfTiedShares } from '../../../../engine/methods/graph/consensus-graph.js';
import { modularity } from '../../../../engine/methods/graph/modularity.js';
import { graphFromEdges, type WeightedGraph } from '../../../../engine/methods/graph/weighted-graph.js';
import { createRng } from '../../../../engine/random/rng.js';
import { thrownBy } from '../../thrown-error.js';
import { karateClub } from './karate-club.js';

/** Rings of `groups` cliques of `size`, each tied to the next by one edge. */
function ringOfCliques(groups: number, size: number): WeightedGraph {
  const sources: number[] = [];
  const targets: number[] = [];
  for (let g = 0; g < groups; g++) {
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        sources.push(g * size + a);
        targets.push(g * size + b);
      }
    }
    sources.push(g * size);
    targets.push((((g + 1) % groups) * size + 1) % (groups * size));
  }
  return graphFromEdges(groups * size, Uint32Array.from(sources), Uint32Array.from(targets));
}

const randomGraphs = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 40 }))
  .map(([order, edges]) =>
    graphFromEdges(
      order,
      Uint32Array.from(edges, ([a]) => a % order),
      Uint32Array.from(edges, ([, b]) => b % order),
    ),
  );

describe('consensus', () => {
  test('cliques of a ring are what all runs agree on', () => {
    const graph = ringOfCliques(6, 6);
    const { membership, count, stability, distinct, coassociation, pairs } = consensus(graph, { runs: 50 });
    expect(count).toBe(6);
    expect([...membership]).toEqual(Array.from({ length: 36 }, (_, i) => Math.floor(i / 6)));
    expect([distinct, pairs, stability.overall]).toEqual([1, 'all', 1]);
    expect([...new Set(coassociation)].sort()).toEqual([0, 1]);
  });

  test('the karate club splits where it is known to, as well as the best modularity', () => {
    const { membership, count } = consensus(karateClub, { runs: 100, seed: 4 });
    expect(count).toBe(4);
    expect(modularity(karateClub, membership)).toBeGreaterThan(0.4197);
  });

  test('co-association is symmetric, in 0..1, 1 on the diagonal; stability in 0..1; labels dense', () => {
    fc.assert(
      fc.property(randomGraphs, fc.integer({ min: 1, max: 12 }), (graph, runs) => {
        const { membership, count, coassociation, stability } = consensus(graph, { runs, seed: 3 });
        const order = graph.order;
        expect(coassociation).toHaveLength(order * order);
        for (let i = 0; i < order; i++) {
          expect(coassociation[i * order + i]).toBe(1);
          for (let j = 0; j < order; j++) {
            const share = coassociation[i * order + j]!;
            expect(share).toBe(coassociation[j * order + i]);
            // a whole number of runs
            expect(Math.abs(share * runs - Math.round(share * runs))).toBeLessThan(1e-9);
            expect(share >= 0 && share <= 1).toBe(true);
          }
        }
        for (const value of [...stability.places, ...stability.communities, stability.overall])
          expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
        expect(new Set(membership)).toEqual(new Set(Array.from({ length: count }, (_, c) => c)));
      }),
    );
  });

  test('one seed gives the same bytes, one run its own partition', () => {
    const same = () => consensus(karateClub, { runs: 40, seed: 9, resolution: 1.5 });
    expect(same()).toEqual(same());
    const one = consensus(karateClub, { runs: 1, seed: 2 });
    expect(one.distinct).toBe(1);
    expect(one.stability.overall).toBe(1);
    expect([...new Set(one.coassociation)].sort()).toEqual([0, 1]);
  });

  test('numbering the places otherwise changes nothing but names', () => {
    const graph = ringOfCliques(4, 5);
    const place = (i: number) => (7 * i + 3) % 20;
    const sources: number[] = [];
    const targets: number[] = [];
    for (let i = 0; i < 20; i++) {
      for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
        if (graph.targets[at]! < i) continue;
        sources.push(place(i));
        targets.push(place(graph.targets[at]!));
      }
    }
    const turned = consensus(graphFromEdges(20, Uint32Array.from(sources), Uint32Array.from(targets)), {
      runs: 30,
    });
    const plain = consensus(graph, { runs: 30 });
    const back = Array.from({ length: 20 }, (_, i) => turned.membership[place(i)]!);
    expect(comparePartitions(back, plain.membership).nmi).toBe(1);
    for (let i = 0; i < 20; i++) {
      for (let j = 0; j < 20; j++)
        expect(turned.coassociation[place(i) * 20 + place(j)]).toBe(plain.coassociation[i * 20 + j]);
    }
  });

  test('CPM is followed too: at a density of one half, cliques and nothing looser', () => {
    const { count } = consensus(ringOfCliques(5, 4), { runs: 20, objective: 'cpm', resolution: 0.5 });
    expect(count).toBe(5);
  });

  test('beyond 2,048 places only tied pairs are kept, and cliques are still found', () => {
    const graph = ringOfCliques(300, 7);
    // a resolution at which modularity does not merge neighbouring cliques
    const { pairs, coassociation, count } = consensus(graph, { runs: 4, resolution: 40 });
    expect(pairs).toBe('tied');
    expect(coassociation).toHaveLength(graph.targets.length);
    expect(count).toBe(300);
  });

  test('no place, and places that nothing ties', () => {
    const none = consensus(graphFromEdges(0, new Uint32Array(0), new Uint32Array(0)), { runs: 3 });
    expect([none.count, none.membership.length, none.coassociation.length]).toEqual([0, 0, 0]);
    expect(none.stability.overall).toBe(1);
    const apart = consensus(graphFromEdges(3, new Uint32Array(0), new Uint32Array(0)), { runs: 3 });
    expect([...apart.membership]).toEqual([0, 1, 2]);
    expect([...apart.stability.places]).toEqual([1, 1, 1]);
  });

  test.each([
    [{ runs: 0 }, 'runs-not-usable', 0],
    [{ runs: 2.5 }, 'runs-not-usable', 2.5],
    [{ runs: Number.POSITIVE_INFINITY }, 'runs-not-usable', Number.POSITIVE_INFINITY],
    [{ threshold: 0 }, 'threshold-not-usable', 0],
    [{ threshold: Number.NaN }, 'threshold-not-usable', Number.NaN],
    [{ resolution: -1 }, 'resolution-not-usable', -1],
  ] as [ConsensusOptions, string, number][])('%j is refused with %s', (options, code, value) => {
    const error = thrownBy(() => consensus(karateClub, options));
    expect([error.code, error.value]).toEqual([code, value]);
  });

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('a weight of %d is refused', (weight) => {
    const graph = { ...karateClub, weights: karateClub.weights.slice() };
    graph.weights[3] = weight;
    expect(thrownBy(() => consensus(graph, { runs: 2 })).code).toBe('weight-not-usable');
  });
});

describe('the graph of agreements', () => {
  test('keeps pairs from the threshold on, and the strongest tie of a place left alone', () => {
    const shares = Float64Array.of(1, 0.8, 0.1, 0.8, 1, 0.3, 0.1, 0.3, 1);
    const { offsets, targets, weights } = graphOfShares(shares, 3, 0.5);
    expect([...offsets]).toEqual([0, 1, 3, 4]);
    expect([...targets]).toEqual([1, 0, 2, 1]);
    expect([...weights]).toEqual([0.8, 0.8, 0.3, 0.3]);
  });

  test('on tied pairs only is the same graph, weights times shares', () => {
    const rng = createRng(1);
    const graph = ringOfCliques(4, 4);
    const order = graph.order;
    const all = new Float64Array(order * order);
    for (let i = 0; i < order; i++) {
      for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
        const j = graph.targets[at]!;
        if (j > i) all[i * order + j] = all[j * order + i] = rng.next();
      }
    }
    const tied = Float64Array.from(graph.targets);
    for (let i = 0; i < order; i++) {
      for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++)
        tied[at] = all[i * order + graph.targets[at]!]!;
    }
    expect(graphOfTiedShares(tied, graph, 0.6)).toEqual(graphOfShares(all, order, 0.6));
  });
});

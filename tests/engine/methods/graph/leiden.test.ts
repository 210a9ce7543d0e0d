import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leiden, leidenRuns } from '../../../../engine/methods/graph/leiden.js';
import type { LeidenOptions } from '../../../../engine/methods/graph/leiden-options.js';
import { modularity } from '../../../../engine/methods/graph/modularity.js';
import { strengths, type WeightedGraph } from '../../../../engine/methods/graph/weighted-graph.js';
import { thrownBy } from '../../thrown-error.js';
import { DenseNull } from './dense-null.js';
import { karateBest, karateClub } from './karate-club.js';
import { lesMiserables } from './les-miserables.js';
import { anyGraph, disconnectedCount, graphOf, hubGraph, ringOfCliques } from './made-graphs.js';

const seeds = Array.from({ length: 20 }, (_, k) => k);
const stable = Number.POSITIVE_INFINITY;

/** Σ_c [e_c − γ Σ_{i<j ∈ c} n_i n_j], pair by pair. */
function cpm(
  graph: WeightedGraph,
  membership: ArrayLike<number>,
  gamma: number,
  sizes: Float64Array,
): number {
  let quality = 0;
  for (let i = 0; i < graph.order; i++) {
    for (let j = 0; j < i; j++) if (membership[i] === membership[j]) quality -= gamma * sizes[i]! * sizes[j]!;
    for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
      const j = graph.targets[at]!;
      if (j <= i && membership[i] === membership[j]) quality += graph.weights[at]!;
    }
  }
  return quality;
}

describe('best known partitions', () => {
  test('the karate club falls into its four communities of modularity 0.4198', () => {
    const found = seeds.map((seed) => leiden(karateClub, { seed, iterations: stable }));
    const best = modularity(karateClub, karateBest);
    expect(best).toBeCloseTo(0.4198, 4);
    for (const { quality } of found) expect(quality).toBeLessThanOrEqual(best + 1e-12);
    expect(found.filter(({ quality }) => quality > best - 1e-12).length).toBeGreaterThan(15);
  });

  test('Les Misérables reaches 0.5667 for weights, the best seen over thousands of seeds', () => {
    const found = seeds.map((seed) => leiden(lesMiserables, { seed, iterations: stable }).quality);
    expect(Math.max(...found)).toBeCloseTo(0.566688, 6);
    expect(Math.min(...found)).toBeGreaterThan(0.56);
  });

  test('a ring of thirty cliques of five: modularity joins them in pairs, CPM tells each', () => {
    const ring = ringOfCliques(30, 5);
    expect(leiden(ring).count).toBe(15);
    expect(leiden(ring, { resolution: 2 }).count).toBe(30);
    const { membership, count, quality } = leiden(ring, { objective: 'cpm', resolution: 0.5 });
    expect(count).toBe(30);
    expect([...membership]).toEqual(Array.from({ length: 150 }, (_, i) => Math.floor(i / 5)));
    // each clique: 10 edges − 0.5 × 10 pairs
    expect(quality).toBeCloseTo(150, 9);
  });

  test('under CPM two places join if their weight exceeds resolution × sizes', () => {
    const pair = graphOf(2, [[0, 1, 1]]);
    const nodeWeights = Float64Array.of(2, 3);
    const count = (resolution: number) => leiden(pair, { objective: 'cpm', resolution, nodeWeights }).count;
    expect([count(0.16), count(0.17)]).toEqual([1, 2]);
  });
});

describe('laws', () => {
  const anyOptions = fc.record({
    seed: fc.nat(1000),
    resolution: fc.constantFrom(0, 0.3, 1, 2.5),
    iterations: fc.constantFrom(1, 2, 5),
    theta: fc.constantFrom(0.01, 1, 100),
  });

  test('quality equals a recount by modularity, every community is connected, levels are nested', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph, hubGraph), anyOptions, (graph, options) => {
        const { membership, count, quality, levels } = leiden(graph, options);
        expect(quality).toBeCloseTo(modularity(graph, membership, options.resolution), 12);
        expect(new Set(membership).size).toBe(count);
        expect(disconnectedCount(graph, membership)).toBe(0);
        expect(levels.at(-1)).toEqual(membership);
        levels.slice(1).forEach((coarse, level) => {
          const partsOfFine = new Map<number, number>();
          levels[level]!.forEach((fine, i) => {
            expect(partsOfFine.get(fine) ?? coarse[i]).toBe(coarse[i]);
            partsOfFine.set(fine, coarse[i]!);
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  test('CPM quality equals a recount pair by pair, and its communities are connected', () => {
    fc.assert(
      fc.property(
        anyGraph,
        anyOptions,
        fc.infiniteStream(fc.constantFrom(0, 0.5, 1, 4)),
        (graph, options, sizes) => {
          const nodeWeights = Float64Array.from({ length: graph.order }, () => sizes.next().value as number);
          const { membership, quality } = leiden(graph, { ...options, objective: 'cpm', nodeWeights });
          expect(quality).toBeCloseTo(cpm(graph, membership, options.resolution, nodeWeights), 9);
          expect(disconnectedCount(graph, membership)).toBe(0);
        },
      ),
    );
  });

  test('from any partition, disconnected ones too, quality never falls and communities are connected', () => {
    const starts = fc
      .oneof(anyGraph, hubGraph)
      .chain((graph) =>
        fc.tuple(
          fc.constant(graph),
          fc.array(fc.nat(4), { minLength: graph.order, maxLength: graph.order }),
          anyOptions,
        ),
      );
    fc.assert(
      fc.property(starts, ([graph, labels, options]) => {
        const found = leiden(graph, { ...options, initial: Uint32Array.from(labels) });
        expect(found.quality).toBeGreaterThanOrEqual(modularity(graph, labels, options.resolution) - 1e-12);
        expect(disconnectedCount(graph, found.membership)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('once stable, no place gains by going to another community or by itself', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph, hubGraph), fc.nat(100), (graph, seed) => {
        const { membership, count, quality } = leiden(graph, { seed, iterations: stable });
        for (let v = 0; v < graph.order; v++) {
          for (let c = 0; c <= count; c++) {
            const moved = membership.with(v, c);
            expect(modularity(graph, moved)).toBeLessThanOrEqual(quality + 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same seed gives the same bytes, whatever ran before and however the edges were listed', () => {
    fc.assert(
      fc.property(hubGraph, fc.nat(1000), fc.nat(1000), (graph, seed, other) => {
        const runs = leidenRuns(graph);
        const first = runs(seed);
        runs(other);
        expect(runs(seed)).toEqual(first);
        const edges: [number, number, number][] = [];
        for (let i = 0; i < graph.order; i++) {
          for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
            if (graph.targets[at]! >= i) edges.unshift([graph.targets[at]!, i, graph.weights[at]!]);
          }
        }
        expect(leiden(graphOf(graph.order, edges), { seed })).toEqual(first);
      }),
    );
  });

  test('another seed may give another partition', () => {
    // a ring has many equally good cuts
    const ring = graphOf(
      30,
      Array.from({ length: 30 }, (_, i) => [i, (i + 1) % 30, 1] as const),
    );
    expect(new Set(seeds.map((seed) => leiden(ring, { seed }).membership.join())).size).toBeGreaterThan(1);
  });

  test('where communities are clear, numbering the places otherwise changes nothing but names', () => {
    const ring = ringOfCliques(8, 5);
    const expected = leiden(ring, { iterations: stable });
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(40).keys()], { minLength: 40 }), (numbers) => {
        const edges: [number, number, number][] = [];
        for (let i = 0; i < 40; i++) {
          for (let at = ring.offsets[i]!; at < ring.offsets[i + 1]!; at++) {
            const j = ring.targets[at]!;
            if (j > i) edges.push([numbers[i]!, numbers[j]!, 1]);
          }
        }
        const { membership } = leiden(graphOf(40, edges), { iterations: stable });
        const names = new Map<number, number>();
        expected.membership.forEach((community, i) => {
          const found = membership[numbers[i]!]!;
          expect(names.get(community) ?? found).toBe(found);
          names.set(community, found);
        });
        expect(new Set(names.values()).size).toBe(expected.count);
      }),
    );
  });

  test('multiplying all weights changes no community', () => {
    const heavy = { ...lesMiserables, weights: lesMiserables.weights.map((weight) => weight * 2 ** 40) };
    const light = { ...lesMiserables, weights: lesMiserables.weights.map((weight) => weight * 2 ** -40) };
    const plain = leiden(lesMiserables);
    expect(leiden(heavy).membership).toEqual(plain.membership);
    expect(leiden(light).membership).toEqual(plain.membership);
  });
});

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
          return 2 * cpm(graph, labels, 0, new Float64Array(order)) - inside;
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

describe('edges of the input', () => {
  test('a graph without places, without edges or without weight has defined answers', () => {
    expect(leiden(graphOf(0, []))).toMatchObject({ count: 0, quality: 0 });
    expect([...leiden(graphOf(3, [])).membership]).toEqual([0, 1, 2]);
    const weightless = graphOf(3, [
      [0, 1, 0],
      [2, 2, 0],
    ]);
    expect(leiden(weightless, { initial: Uint32Array.of(5, 5, 5) })).toMatchObject({ count: 3, quality: 0 });
    expect(leiden(graphOf(2, [[0, 0, 3]]), { objective: 'cpm' })).toMatchObject({ count: 2, quality: 3 });
  });

  test.each<[string, LeidenOptions, unknown]>([
    ['resolution-not-usable', { resolution: Number.NaN }, Number.NaN],
    ['resolution-not-usable', { resolution: -1 }, -1],
    ['resolution-not-usable', { resolution: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY],
    ['seed-not-usable', { seed: -1 }, -1],
    ['seed-not-usable', { seed: 0.5 }, 0.5],
    ['iterations-not-usable', { iterations: 0 }, 0],
    ['iterations-not-usable', { iterations: 1.5 }, 1.5],
    ['iterations-not-usable', { iterations: Number.NaN }, Number.NaN],
    ['theta-not-usable', { theta: 0 }, 0],
    ['theta-not-usable', { theta: Number.NaN }, Number.NaN],
    ['objective-not-known', { objective: 'surprise' as 'cpm' }, 'surprise'],
    ['lengths-differ', { initial: Uint32Array.of(0) }, [1, 3]],
    ['membership-not-usable', { initial: [0, 0.5, 1] as unknown as Uint32Array }, [1, 0.5]],
    ['lengths-differ', { objective: 'cpm', nodeWeights: Float64Array.of(1) }, [1, 3]],
    ['node-weight-not-usable', { objective: 'cpm', nodeWeights: Float64Array.of(1, -1, 1) }, [1, -1]],
    [
      'node-weight-not-usable',
      { objective: 'cpm', nodeWeights: Float64Array.of(1, 1, Number.NaN) },
      [2, Number.NaN],
    ],
    ['options-contradict', { nodeWeights: Float64Array.of(1, 1, 1) }, ['nodeWeights']],
    ['lengths-differ', { nullModel: new DenseNull([[0]]) }, [1, 3]],
  ])('%s: %o', (code, options, value) => {
    const graph = graphOf(3, [[0, 1, 1]]);
    expect(thrownBy(() => leiden(graph, options))).toMatchObject({ code, value });
  });

  test('a graph made by hand with weights that graphFromEdges refuses is refused here too', () => {
    for (const weight of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      const graph = { ...graphOf(2, [[0, 1, 1]]), weights: Float64Array.of(weight, weight) };
      expect(thrownBy(() => leiden(graph))).toMatchObject({
        code: 'weight-not-usable',
        value: [0, 1, weight],
      });
    }
    const huge = graphOf(2, [[0, 1, Number.MAX_VALUE]]);
    expect(thrownBy(() => leiden(huge)).code).toBe('weight-not-usable');
  });
});

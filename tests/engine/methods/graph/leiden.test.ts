import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leiden, leidenRuns } from '../../../../engine/methods/graph/leiden.js';
import { modularity } from '../../../../engine/methods/graph/modularity.js';
import { karateBest, karateClub } from './karate-club.js';
import { lesMiserables } from './les-miserables.js';
import { anyGraph, cpmQuality, disconnectedCount, graphOf, hubGraph, ringOfCliques } from './made-graphs.js';

const seeds = Array.from({ length: 20 }, (_, k) => k);
const stable = Number.POSITIVE_INFINITY;

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
          expect(quality).toBeCloseTo(cpmQuality(graph, membership, options.resolution, nodeWeights), 9);
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

test('in a graph so large that labels are closed up on the way, each clique of a ring is found, and the quality is a recount', () => {
  const ring = ringOfCliques(2500, 4);
  const { membership, count, quality } = leiden(ring, { resolution: 2000 });
  expect(count).toBe(2500);
  for (let i = 0; i < ring.order; i++) expect(membership[i]).toBe(Math.floor(i / 4));
  expect(quality).toBeCloseTo(modularity(ring, membership, 2000), 12);
  const joined = leiden(ring);
  expect(disconnectedCount(ring, joined.membership)).toBe(0);
  expect(joined.quality).toBeCloseTo(modularity(ring, joined.membership), 12);
  expect(joined.quality).toBeGreaterThan(quality);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { louvain } from '../../../../engine/methods/graph/louvain.js';
import { modularity } from '../../../../engine/methods/graph/modularity.js';
import { graphFromEdges, type WeightedGraph } from '../../../../engine/methods/graph/weighted-graph.js';
import { createRng } from '../../../../engine/random/rng.js';
import { thrownBy } from '../../thrown-error.js';
import { karateClub } from './karate-club.js';

/** Complete graphs of five, each joined to the next by one edge, in a ring. */
function ringOfCliques(cliques: number): WeightedGraph {
  const sources: number[] = [];
  const targets: number[] = [];
  for (let c = 0; c < cliques; c++) {
    for (let a = 0; a < 5; a++) {
      for (let b = a + 1; b < 5; b++) {
        sources.push(5 * c + a);
        targets.push(5 * c + b);
      }
    }
    sources.push(5 * c + 4);
    targets.push(5 * ((c + 1) % cliques));
  }
  return graphFromEdges(5 * cliques, Uint32Array.from(sources), Uint32Array.from(targets));
}

function scaledBy(graph: WeightedGraph, factor: number): WeightedGraph {
  return { ...graph, weights: graph.weights.map((weight) => weight * factor) };
}

test('the karate club comes close to its best partition for every seed, and reaches it for some', () => {
  const qualities = Array.from(
    { length: 20 },
    (_, seed) => louvain(karateClub, { rng: createRng(seed) }).quality,
  );
  for (const quality of qualities) expect(quality).toBeGreaterThan(0.38);
  expect(Math.max(...qualities)).toBeCloseTo(0.4198, 3);
});

test('cliques are found, numbered by smallest member', () => {
  const { membership, count } = louvain(ringOfCliques(6), { rng: createRng(3) });
  expect(count).toBe(6);
  expect([...membership]).toEqual(Array.from({ length: 30 }, (_, i) => Math.floor(i / 5)));
});

test('quality is the modularity of what is returned', () => {
  const { membership, quality } = louvain(karateClub, { resolution: 1.7, rng: createRng(5) });
  expect(quality).toBe(modularity(karateClub, membership, 1.7));
});

test('a higher resolution gives more communities', () => {
  const coarse = louvain(karateClub, { resolution: 0.3, rng: createRng(1) }).count;
  expect(louvain(karateClub, { resolution: 4, rng: createRng(1) }).count).toBeGreaterThan(coarse);
});

test('one seed gives one partition, whatever the unit of the weights', () => {
  const { membership } = louvain(karateClub, { rng: createRng(8) });
  for (const factor of [1, 1e-14, 1e12]) {
    expect(louvain(scaledBy(karateClub, factor), { rng: createRng(8) }).membership).toEqual(membership);
  }
});

test('with exactly 128 edges the last place still sees its neighbours', () => {
  // the ends of 256 row entries overflow the library's one-byte counters: the last place would see nobody,
  // and fall to whichever group takes it first
  const [sources, targets]: [number[], number[]] = [[], []];
  const join = (i: number, j: number) => {
    sources.push(i);
    targets.push(j);
  };
  for (const start of [0, 11]) {
    for (let a = 0; a < 11; a++) for (let b = a + 1; b < 11; b++) join(start + a, start + b);
  }
  for (let leaf = 23; leaf < 30; leaf++) join(22, leaf);
  for (let friend = 0; friend < 6; friend++) join(30, friend);
  for (let friend = 11; friend < 16; friend++) join(30, friend);
  const graph = graphFromEdges(31, Uint32Array.from(sources), Uint32Array.from(targets));
  expect(graph.targets.length).toBe(256);
  for (let seed = 0; seed < 20; seed++) {
    const { membership, count } = louvain(graph, { rng: createRng(seed) });
    expect([count, membership[30]]).toEqual([3, membership[0]]);
  }
});

test('lone places and graphs without weight are communities of one', () => {
  expect(louvain(graphFromEdges(0, new Uint32Array(), new Uint32Array()), { rng: createRng(1) })).toEqual({
    membership: new Uint32Array(),
    count: 0,
    quality: 0,
  });
  const weightless = graphFromEdges(2, Uint32Array.of(0), Uint32Array.of(1), Float64Array.of(0));
  expect(louvain(weightless, { rng: createRng(1) })).toMatchObject({ count: 2, quality: 0 });
  const { membership } = louvain(graphFromEdges(4, Uint32Array.of(1), Uint32Array.of(3)), {
    rng: createRng(1),
  });
  expect([...membership]).toEqual([0, 1, 2, 1]);
});

test('no partition is worse than everyone alone', () => {
  const lists = fc.integer({ min: 1, max: 12 }).chain((order) => {
    const place = fc.integer({ min: 0, max: order - 1 });
    return fc.tuple(
      fc.constant(order),
      fc.array(fc.tuple(place, place, fc.double({ min: 0, max: 9, noNaN: true }))),
    );
  });
  fc.assert(
    fc.property(lists, fc.nat(100), ([order, edges], seed) => {
      const graph = graphFromEdges(
        order,
        Uint32Array.from(edges, ([i]) => i),
        Uint32Array.from(edges, ([, j]) => j),
        Float64Array.from(edges, ([, , weight]) => weight),
      );
      const { membership, count, quality } = louvain(graph, { rng: createRng(seed) });
      const alone = modularity(
        graph,
        Array.from({ length: order }, (_, i) => i),
      );
      expect(quality).toBeGreaterThanOrEqual(alone - 1e-9);
      expect(new Set(membership).size).toBe(count);
    }),
  );
});

test('weights and resolutions that are no numbers are refused', () => {
  for (const factor of [Number.NaN, -1, 1e308]) {
    expect(thrownBy(() => louvain(scaledBy(karateClub, factor), { rng: createRng(1) })).code).toBe(
      'weight-not-usable',
    );
  }
  expect(thrownBy(() => louvain(karateClub, { resolution: Number.NaN, rng: createRng(1) })).code).toBe(
    'resolution-not-usable',
  );
});

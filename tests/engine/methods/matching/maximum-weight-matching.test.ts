import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximumWeightMatching } from '../../../../engine/methods/matching/maximum-weight-matching.js';
import { createRng, type Rng } from '../../../../engine/random/rng.js';
import { exhaustiveMatching } from './exhaustive-matching.js';

type Edge = readonly [number, number, number];

const peer = createRequire(import.meta.url)('edmonds-blossom-fixed') as (
  edges: Edge[],
  maximumCardinality?: boolean,
) => number[];

describe('maximumWeightMatching', () => {
  test('takes two side edges rather than the heavier middle one when they sum to more', () => {
    expect(
      solve(4, [
        [0, 1, 4],
        [1, 2, 6],
        [2, 3, 3],
      ]),
    ).toEqual({ mate: [1, 0, 3, 2], weight: 7 });
  });

  test('takes the middle edge alone when it outweighs both sides, unless as many pairs as possible are asked', () => {
    const edges: Edge[] = [
      [0, 1, 2],
      [1, 2, 6],
      [2, 3, 3],
    ];
    expect(solve(4, edges)).toEqual({ mate: [-1, 2, 1, -1], weight: 6 });
    expect(solve(4, edges, true)).toEqual({ mate: [1, 0, 3, 2], weight: 5 });
  });

  test('leaves one vertex of an odd cycle alone, the one that costs least', () => {
    const { mate, weight } = solve(5, [
      [0, 1, 8],
      [1, 2, 9],
      [2, 3, 10],
      [3, 4, 7],
      [4, 0, 9],
    ]);
    expect(weight).toBe(19);
    expect(mate).toEqual([4, -1, 3, 2, 0]);
  });

  test('ignores edges of no or negative weight, unless as many pairs as possible are asked', () => {
    const edges: Edge[] = [
      [0, 1, 0],
      [2, 3, -2],
    ];
    expect(solve(4, edges)).toEqual({ mate: [-1, -1, -1, -1], weight: 0 });
    expect(solve(4, edges, true)).toEqual({ mate: [1, 0, 3, 2], weight: -2 });
  });

  test('ignores loops and counts the heaviest of parallel edges', () => {
    expect(
      solve(2, [
        [0, 0, 9],
        [0, 1, 2],
        [1, 0, 5],
        [0, 1, 3],
      ]),
    ).toEqual({ mate: [1, 0], weight: 5 });
  });

  test('answers with nobody paired for no vertex, no edge, one vertex', () => {
    expect(solve(0, [])).toEqual({ mate: [], weight: 0 });
    expect(solve(1, [])).toEqual({ mate: [-1], weight: 0 });
    expect(solve(3, [])).toEqual({ mate: [-1, -1, -1], weight: 0 });
  });

  test('refuses edges that name no vertex, weights that are not finite, arrays of different lengths', () => {
    expect(() => solve(2, [[0, 2, 1]])).toThrow(/vertex 2.*\nMaybe number vertices from 0 to 1/s);
    expect(() => solve(2, [[0, 1, Number.NaN]])).toThrow(/weighs NaN/);
    expect(() =>
      maximumWeightMatching(2, new Uint32Array(1), new Uint32Array(2), new Float64Array(1)),
    ).toThrow(/1 sources, 2 targets and 1 weights/);
  });

  for (const [name, weigh] of [
    ['small whole weights', (rng: Rng) => rng.integer(8) - 1],
    ['whole weights', (rng: Rng) => rng.integer(100)],
    ['real weights', (rng: Rng) => rng.next()],
  ] as const) {
    test(`equals exhaustive search on 1,000 graphs of up to 9 vertices with ${name}`, () => {
      const rng = createRng(7).stream(name);
      for (let trial = 0; trial < 1000; trial++) {
        const order = 2 + rng.integer(8);
        // at most 18 edges, so that every matching can be tried
        const edges = randomEdges(order, Math.min(1, 18 / ((order * (order - 1)) / 2)), rng, weigh);
        const best = exhaustiveMatching(order, ...columns(edges));
        const free = solve(order, edges);
        const full = solve(order, edges, true);
        expect(weightAfterCheck(free.mate, edges)).toBeCloseTo(free.weight, 12);
        expect(free.weight).toBeCloseTo(best.weight, 12);
        expect(weightAfterCheck(full.mate, edges)).toBeCloseTo(best.weightAtSize, 12);
        expect(full.mate.filter((m) => m !== -1).length).toBe(2 * best.size);
      }
    });
  }

  for (const [order, density, trials] of [
    [14, 0.4, 150],
    [30, 0.15, 60],
    [40, 0.5, 12],
    [60, 0.08, 25],
  ] as const) {
    test(`weighs the same as an independent implementation: ${order} vertices, density ${density}`, () => {
      const rng = createRng(order);
      for (let trial = 0; trial < trials; trial++) {
        const whole = trial % 2 === 0;
        const edges = randomEdges(order, density, rng, (r) => (whole ? 1 + r.integer(20) : r.next()));
        for (const maximumCardinality of [false, true]) {
          const theirs = peer(
            edges.map((e) => [...e] as const),
            maximumCardinality,
          );
          const ours = solve(order, edges, maximumCardinality);
          expect(weightAfterCheck(ours.mate, edges)).toBeCloseTo(weightAfterCheck(theirs, edges), 9);
        }
      }
    });
  }

  test('nests blossoms deep: rings of rings weigh the same as an independent implementation', () => {
    const rng = createRng(99);
    for (let trial = 0; trial < 60; trial++) {
      const edges = ringsOfRings(3 + 2 * rng.integer(4), 3 + 2 * rng.integer(3), rng);
      const order = 1 + Math.max(...edges.map(([s, t]) => Math.max(s, t)));
      for (const maximumCardinality of [false, true]) {
        const theirs = peer(
          edges.map((e) => [...e] as const),
          maximumCardinality,
        );
        const ours = solve(order, edges, maximumCardinality);
        expect(weightAfterCheck(ours.mate, edges)).toBe(weightAfterCheck(theirs, edges));
      }
    }
  });

  test('weighs the same whatever the order of edges and the numbers of vertices', () => {
    const edge = fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: -3, max: 30 }));
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 50 }),
        fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
        fc.boolean(),
        (edges, label, full) => {
          const relabelled = edges.map(([s, t, w]) => [label[t], label[s], w] as Edge).reverse();
          expect(solve(12, relabelled, full).weight).toBe(solve(12, edges, full).weight);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('keeps its pairs when every weight is scaled, however small or large', () => {
    const rng = createRng(5);
    const edges = randomEdges(20, 0.5, rng, (r) => r.next());
    const { mate } = solve(20, edges);
    for (const factor of [2 ** -300, 2 ** -20, 2 ** 20, 2 ** 300]) {
      expect(
        solve(
          20,
          edges.map(([s, t, w]) => [s, t, w * factor] as const),
        ).mate,
      ).toEqual(mate);
    }
  });
});

function solve(order: number, edges: readonly Edge[], maximumCardinality = false) {
  const { mate, weight } = maximumWeightMatching(order, ...columns(edges), { maximumCardinality });
  return { mate: [...mate], weight };
}

function columns(edges: readonly Edge[]): [Uint32Array, Uint32Array, Float64Array] {
  return [
    Uint32Array.from(edges, (e) => e[0]),
    Uint32Array.from(edges, (e) => e[1]),
    Float64Array.from(edges, (e) => e[2]),
  ];
}

/** Fails unless mates are mutual and joined by an edge; sums the heaviest edge of each pair. */
function weightAfterCheck(mate: readonly number[], edges: readonly Edge[]): number {
  let weight = 0;
  for (const [i, j] of mate.entries()) {
    if (j === -1) continue;
    expect(mate[j]).toBe(i);
    if (j < i) continue;
    const joining = edges.filter(([s, t]) => (s === i && t === j) || (s === j && t === i));
    expect(joining.length).toBeGreaterThan(0);
    weight += Math.max(...joining.map((e) => e[2]));
  }
  return weight;
}

function randomEdges(order: number, density: number, rng: Rng, weigh: (rng: Rng) => number): Edge[] {
  const edges: Edge[] = [];
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) if (rng.next() < density) edges.push([i, j, weigh(rng)]);
  }
  return edges;
}

/** An odd ring whose corners are odd rings, with near-equal heavy weights inside: blossoms in blossoms. */
function ringsOfRings(corners: number, ring: number, rng: Rng): Edge[] {
  const edges: Edge[] = [];
  for (let c = 0; c < corners; c++) {
    for (let k = 0; k < ring; k++) {
      edges.push([c * ring + k, c * ring + ((k + 1) % ring), 60 + rng.integer(6)]);
    }
    edges.push([
      c * ring + rng.integer(ring),
      ((c + 1) % corners) * ring + rng.integer(ring),
      40 + rng.integer(30),
    ]);
    if (rng.integer(2)) edges.push([c * ring + rng.integer(ring), corners * ring + c, 20 + rng.integer(40)]);
  }
  return edges.filter(([s, t]) => s !== t);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BMatchingOptions,
  maximumWeightBMatching,
} from '../../../../engine/methods/matching/maximum-weight-b-matching.js';
import { maximumWeightMatching } from '../../../../engine/methods/matching/maximum-weight-matching.js';

type Edge = readonly [number, number, number];

describe('maximumWeightBMatching', () => {
  test('gives the centre of a star its two heaviest edges when it has room for two', () => {
    const star: Edge[] = [
      [0, 1, 3],
      [0, 2, 5],
      [0, 3, 4],
    ];
    expect(solve(star, [2, 1, 1, 1])).toEqual({ edges: [1, 2], weight: 9 });
    expect(solve(star, [9, 1, 1, 1])).toEqual({ edges: [0, 1, 2], weight: 12 });
    expect(solve(star, [0, 1, 1, 1])).toEqual({ edges: [], weight: 0 });
  });

  test('takes a whole triangle when each corner has room for two, one side when for one', () => {
    const triangle: Edge[] = [
      [0, 1, 2],
      [1, 2, 2],
      [2, 0, 3],
    ];
    expect(solve(triangle, [2, 2, 2])).toEqual({ edges: [0, 1, 2], weight: 7 });
    expect(solve(triangle, [1, 1, 1])).toEqual({ edges: [2], weight: 3 });
    expect(solve(triangle, [1, 2, 1])).toEqual({ edges: [0, 1], weight: 4 });
  });

  test('takes lighter edges, even below zero, when as many as possible are asked', () => {
    const path: Edge[] = [
      [0, 1, -1],
      [1, 2, 6],
      [2, 3, 0],
    ];
    expect(solve(path, [1, 1, 1, 1])).toEqual({ edges: [1], weight: 6 });
    expect(solve(path, [1, 1, 1, 1], { maximumCardinality: true })).toEqual({ edges: [0, 2], weight: -1 });
  });

  test('serves everyone before it looks at weight, when asked', () => {
    // the two heavy edges leave 3 alone
    const edges: Edge[] = [
      [0, 1, 9],
      [0, 2, 8],
      [0, 3, 1],
      [1, 2, 5],
    ];
    expect(solve(edges, [2, 2, 2, 1])).toEqual({ edges: [0, 1, 3], weight: 22 });
    expect(solve(edges, [2, 2, 2, 1], { servedFirst: Uint8Array.of(1, 1, 1, 1) })).toEqual({
      edges: [0, 2, 3],
      weight: 15,
    });
  });

  test('refuses capacities that are not one a vertex', () => {
    expect(() => solve([[0, 1, 1]], [1])).toThrow(/vertex 1/);
    expect(() =>
      maximumWeightBMatching(2, new Uint32Array(), new Uint32Array(), new Float64Array(), new Uint32Array(3)),
    ).toThrow(/3 capacities for 2 vertices/);
  });

  const anyProblem = fc.record({
    edges: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: -2, max: 12 })), { maxLength: 13 }),
    capacities: fc
      .integer({ min: 1, max: 3 })
      .chain((max) => fc.array(fc.integer({ min: 0, max }), { minLength: 7, maxLength: 7 })),
    maximumCardinality: fc.boolean(),
    who: fc.option(fc.array(fc.nat(1), { minLength: 7, maxLength: 7 })),
  });

  test('equals exhaustive search, and keeps every capacity', () => {
    fc.assert(
      fc.property(anyProblem, ({ edges, capacities, maximumCardinality, who }) => {
        const options = { maximumCardinality, ...(who && { servedFirst: Uint8Array.from(who) }) };
        const { edges: taken, weight } = solve(edges, capacities, options);
        const room = [...capacities];
        for (const e of taken) {
          const [s, t] = edges[e] as Edge;
          expect(s).not.toBe(t);
          room[s] = (room[s] ?? 0) - 1;
          room[t] = (room[t] ?? 0) - 1;
        }
        expect(Math.min(...room)).toBeGreaterThanOrEqual(0);
        expect(taken.reduce((sum, e) => sum + (edges[e] as Edge)[2], 0)).toBe(weight);
        const served = servedIn(room, capacities, options);
        const found = [served, options.maximumCardinality ? taken.length : 0, weight];
        expect(found).toEqual(byTrial(edges, capacities, options));
      }),
      { numRuns: 500 },
    );
  });

  test('weighs what a matching weighs when everyone has one place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(19), fc.nat(19), fc.double({ min: 0, max: 1, noNaN: true })), {
          maxLength: 60,
        }),
        (edges) => {
          const { weight } = maximumWeightMatching(20, ...columns(edges));
          expect(solve(edges, new Array(20).fill(1)).weight).toBeCloseTo(weight, 9);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function solve(edges: readonly Edge[], capacities: readonly number[], options: BMatchingOptions = {}) {
  const places = Uint32Array.from(capacities);
  const found = maximumWeightBMatching(capacities.length, ...columns(edges), places, options);
  return { edges: [...found.edges], weight: found.weight };
}

function columns(edges: readonly Edge[]): [Uint32Array, Uint32Array, Float64Array] {
  return [
    Uint32Array.from(edges, (e) => e[0]),
    Uint32Array.from(edges, (e) => e[1]),
    Float64Array.from(edges, (e) => e[2]),
  ];
}

/** Tries every set of edges: the best (served, count, weight), 0 for what is not asked for. */
function byTrial(edges: readonly Edge[], capacities: readonly number[], options: BMatchingOptions): number[] {
  const room = [...capacities];
  let best = [0, 0, 0];
  const decide = (e: number, count: number, weight: number): void => {
    if (e === edges.length) {
      const served = servedIn(room, capacities, options);
      const tried = [served, options.maximumCardinality ? count : 0, weight];
      const first = tried.findIndex((value, k) => value !== best[k]);
      if (first !== -1 && (tried[first] as number) > (best[first] as number)) best = tried;
      return;
    }
    decide(e + 1, count, weight);
    const [s, t, w] = edges[e] as Edge;
    if (s === t || (room[s] ?? 0) === 0 || (room[t] ?? 0) === 0) return;
    room[s] = (room[s] ?? 0) - 1;
    room[t] = (room[t] ?? 0) - 1;
    decide(e + 1, count + 1, weight + w);
    room[s] = (room[s] ?? 0) + 1;
    room[t] = (room[t] ?? 0) + 1;
  };
  decide(0, 0, 0);
  return best;
}

function servedIn(room: readonly number[], capacities: readonly number[], options: BMatchingOptions): number {
  return room.filter((left, v) => options.servedFirst?.[v] === 1 && left < (capacities[v] ?? 0)).length;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphFromEdges, type WeightedGraph } from '../../../../../engine/methods/graph/weighted-graph.js';
import { growGroups } from '../../../../../engine/methods/grouping/sparse/grow-groups.js';
import { solveSparseGrouping } from '../../../../../engine/methods/grouping/sparse/solve-sparse-grouping.js';
import { SparseGroupingState } from '../../../../../engine/methods/grouping/sparse/sparse-grouping-state.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { bestOfAll, errorOf, keepsRules, recountValue } from '../every-grouping.js';

interface Sparse {
  readonly graph: WeightedGraph;
  readonly groups: { min: number; max: number }[];
}

/** Small graphs with whole-number weights, parallel edges and self-loops, in groups that can hold them. */
function smallGraphs(largest = 8): fc.Arbitrary<Sparse> {
  return fc.integer({ min: 2, max: largest }).chain((order) => {
    const place = fc.nat(order - 1);
    return fc
      .record({
        edges: fc.array(fc.tuple(place, place, fc.integer({ min: 1, max: 9 })), { maxLength: 3 * order }),
        count: fc.integer({ min: 1, max: 3 }),
        slack: fc.nat(2),
      })
      .map(({ edges, count, slack }) => ({
        graph: graphFromEdges(
          order,
          Uint32Array.from(edges, ([i]) => i),
          Uint32Array.from(edges, ([, j]) => j),
          Float64Array.from(edges, ([, , w]) => w),
        ),
        groups: Array.from({ length: count }, () => ({
          min: Math.max(0, Math.floor(order / count) - slack),
          max: Math.ceil(order / count) + slack,
        })),
      }));
  });
}

/** The same problem as a matrix; self-loops tie nobody. */
function dense({ graph, groups }: Sparse) {
  const { order, offsets, targets, weights } = graph;
  const matrix = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (targets[at] !== i) matrix[i * order + targets[at]!] = weights[at]!;
    }
  }
  return { order, weights: matrix, groups };
}

/** Rings of `size` places, each place tied to the others of its ring by 5 and to the next ring by 1. */
function rings(count: number, size: number): WeightedGraph {
  const edges: [number, number, number][] = [];
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) edges.push([r * size + i, r * size + j, 5]);
    }
    edges.push([r * size, ((r + 1) % count) * size + 1, 1]);
  }
  const shuffled = (place: number) => (place * 7919) % (count * size);
  return graphFromEdges(
    count * size,
    Uint32Array.from(edges, ([i]) => shuffled(i)),
    Uint32Array.from(edges, ([, j]) => shuffled(j)),
    Float64Array.from(edges, ([, , w]) => w),
  );
}

describe('solveSparseGrouping', () => {
  test('never leaves the bounds, counts its value right, and stays below its upper bound', () => {
    fc.assert(
      fc.property(smallGraphs(), fc.nat(30), (problem, iterations) => {
        const { groupOf, value, upperBound, gap } = solveSparseGrouping(problem, { iterations });
        const matrix = dense(problem);
        expect(keepsRules(matrix, groupOf)).toBe(true);
        expect(value).toBe(recountValue(matrix, groupOf));
        expect(upperBound).toBeGreaterThanOrEqual(bestOfAll(matrix)?.value ?? 0);
        expect(gap).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  test('finds the rings of a graph of rings', () => {
    const graph = rings(20, 6);
    const groups = Array.from({ length: 20 }, () => ({ min: 4, max: 8 }));
    // fifteen edges of 5 in each ring
    expect(solveSparseGrouping({ graph, groups }, { iterations: 200 }).value).toBe(20 * 15 * 5);
  });

  test('gains by more sweeps, gives the same for the same seed, and stops when asked', () => {
    const rng = createRng(3);
    const draw = () => Uint32Array.from({ length: 1200 }, () => rng.integer(200));
    const graph = graphFromEdges(200, draw(), draw());
    const groups = Array.from({ length: 25 }, () => ({ min: 6, max: 10 }));
    const none = solveSparseGrouping({ graph, groups }, { iterations: 0 });
    const some = solveSparseGrouping({ graph, groups }, { iterations: 60, seed: 4 });
    expect(some.value).toBeGreaterThan(none.value);
    expect(solveSparseGrouping({ graph, groups }, { iterations: 60, seed: 4 })).toEqual(some);
    let asked = 0;
    const stopped = solveSparseGrouping(
      { graph, groups },
      { iterations: 1e9, shouldStop: () => ++asked > 5 },
    );
    expect(stopped.iterations).toBe(5);
    expect(stopped.value).toBeGreaterThanOrEqual(none.value);
  });

  test('refuses sizes that cannot add up and a number of sweeps that is none', () => {
    const graph = rings(2, 3);
    const tight = { graph, groups: [{ min: 1, max: 2 }] };
    expect(errorOf(() => solveSparseGrouping(tight))?.code).toBe('infeasible');
    const wide = { graph, groups: [{ min: 1, max: 6 }] };
    expect(errorOf(() => solveSparseGrouping(wide, { iterations: -1 }))?.code).toBe('bad-iterations');
    expect(errorOf(() => solveSparseGrouping({ graph, groups: [{ min: 3, max: 2 }] }))?.code).toBe(
      'bad-bounds',
    );
  });

  test('answers for a graph without places', () => {
    const graph = graphFromEdges(0, new Uint32Array(), new Uint32Array());
    expect(solveSparseGrouping({ graph, groups: [] })).toMatchObject({ value: 0, upperBound: 0, gap: 0 });
  });
});

describe('SparseGroupingState', () => {
  test('equals a fresh computation after any moves', () => {
    fc.assert(
      fc.property(
        smallGraphs(),
        fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1 }),
        (problem, moves) => {
          const { graph, groups } = problem;
          const start = Int32Array.from({ length: graph.order }, (_, i) => i % groups.length);
          const state = new SparseGroupingState(graph, groups.length, start);
          for (const [i, g] of moves) state.move(i % graph.order, g % groups.length);
          const fresh = new SparseGroupingState(graph, groups.length, state.groupOf);
          expect(state.own).toEqual(fresh.own);
          expect(state.size).toEqual(fresh.size);
          expect(state.value).toBe(fresh.value);
          expect(state.recount()).toBe(fresh.value);
          expect(membersOf(state)).toEqual(membersOf(fresh));
        },
      ),
    );
  });
});

describe('growGroups', () => {
  test('fills sizes as even as the bounds allow', () => {
    const groups = [
      { min: 0, max: 2 },
      { min: 1, max: 9 },
      { min: 6, max: 9 },
    ];
    const groupOf = growGroups(rings(4, 3), groups, 1);
    expect(groups.map((_, g) => groupOf.filter((h) => h === g).length)).toEqual([2, 4, 6]);
  });
});

function membersOf({ first, next }: SparseGroupingState): number[][] {
  return [...first].map((head) => {
    const members: number[] = [];
    // a list that bites its tail is wrong, but ends
    for (let i = head; i !== -1 && members.length <= next.length; i = next[i]!) members.push(i);
    return members.sort((a, b) => a - b);
  });
}

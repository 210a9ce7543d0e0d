import { describe, expect, test } from 'vitest';
import {
  graphFromEdges,
  strengths,
  type WeightedGraph,
} from '../../../../../engine/methods/graph/weighted-graph.js';
import { Thresholds } from '../../../../../engine/methods/grouping/search/thresholds.js';
import { growGroups } from '../../../../../engine/methods/grouping/sparse/grow-groups.js';
import { solveSparseGrouping } from '../../../../../engine/methods/grouping/sparse/solve-sparse-grouping.js';
import { SparseGroupingState } from '../../../../../engine/methods/grouping/sparse/sparse-grouping-state.js';
import { sparseSweep } from '../../../../../engine/methods/grouping/sparse/sparse-sweep.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { errorOf } from '../every-grouping.js';

function graphOf(order: number, edges: readonly (readonly [number, number, number])[]): WeightedGraph {
  return graphFromEdges(
    order,
    Uint32Array.from(edges, ([i]) => i),
    Uint32Array.from(edges, ([, j]) => j),
    Float64Array.from(edges, ([, , w]) => w),
  );
}

function sweptFrom(
  graph: WeightedGraph,
  start: readonly number[],
  groups: readonly { min: number; max: number }[],
  temperature = 0,
  seed = 1,
) {
  const state = new SparseGroupingState(graph, groups.length, Int32Array.from(start));
  const rng = createRng(seed);
  const loss = sparseSweep(
    state,
    groups,
    strengths(graph),
    temperature,
    rng,
    new Thresholds(rng.stream('t')),
  );
  return { state, loss };
}

const bounds = (count: number, min: number, max: number) =>
  Array.from({ length: count }, () => ({ min, max }));

describe('sparseSweep', () => {
  test('moves a place to the group it is tied to, where bounds leave room', () => {
    // 0 is tied to 1 only, by 3
    const graph = graphOf(3, [[0, 1, 3]]);
    expect([...sweptFrom(graph, [0, 1, 0], bounds(2, 0, 3)).state.groupOf]).toEqual([1, 1, 0]);
    // it may leave, but there is no room for it; nor may anyone leave there; an exchange wins nothing
    const full = sweptFrom(graph, [0, 1, 0], bounds(2, 1, 2)).state;
    expect([...full.groupOf]).toEqual([1, 1, 0]);
    expect(full.value).toBe(3);
    const fixed = sweptFrom(
      graph,
      [0, 1, 0],
      [
        { min: 2, max: 2 },
        { min: 1, max: 1 },
      ],
    ).state;
    // place 2 is tied to nobody: it alone can make room
    expect(fixed.value === 0 || fixed.value === 3).toBe(true);
    expect([...fixed.size]).toEqual([2, 1]);
  });

  test('exchanges places where sizes are fixed, with the member that it gains most by', () => {
    // 0 belongs with 3, and 1 is tied to 2 more than 3 is
    const graph = graphOf(4, [
      [0, 1, 4],
      [2, 3, 4],
      [1, 2, 1],
    ]);
    const { state } = sweptFrom(graph, [0, 1, 0, 1], bounds(2, 2, 2));
    expect(state.value).toBe(8);
    expect([...state.size]).toEqual([2, 2]);
    expect(state.recount()).toBe(8);
  });

  test('never loses anything when cold, nor leaves the bounds however hot', () => {
    const rng = createRng(5);
    const edges = Array.from(
      { length: 160 },
      () => [rng.integer(40), rng.integer(40), 1 + rng.integer(9)] as const,
    );
    const graph = graphOf(40, edges);
    const start = Array.from({ length: 40 }, (_, i) => i % 5);
    let before = new SparseGroupingState(graph, 5, Int32Array.from(start)).value;
    let groupOf: readonly number[] = start;
    for (let seed = 1; seed <= 6; seed++) {
      const { state } = sweptFrom(graph, groupOf, bounds(5, 6, 10), 0, seed);
      expect(state.value).toBeGreaterThanOrEqual(before);
      expect(state.recount()).toBe(state.value);
      before = state.value;
      groupOf = [...state.groupOf];
    }
    for (let seed = 1; seed <= 6; seed++) {
      const { state } = sweptFrom(graph, groupOf, bounds(5, 6, 10), 50, seed);
      expect(Math.min(...state.size)).toBeGreaterThanOrEqual(6);
      expect(Math.max(...state.size)).toBeLessThanOrEqual(10);
      expect(state.value).toBeLessThan(before);
    }
  });

  test('tells the mean loss of the offers that lose, 0 where none does', () => {
    // two pairs as they should be, tied by 1 from 1 to 2: to part either costs 4 less 1
    const graph = graphOf(4, [
      [0, 1, 4],
      [2, 3, 4],
      [1, 2, 1],
    ]);
    const calm = sweptFrom(graph, [0, 0, 1, 1], bounds(2, 1, 3));
    expect([...calm.state.groupOf]).toEqual([0, 0, 1, 1]);
    const seeds = Array.from({ length: 30 }, (_, k) => k);
    // 1 and 2 are offered the other group in some draws, 0 and 3 never are
    const losses = seeds.map((seed) => sweptFrom(graph, [0, 0, 1, 1], bounds(2, 1, 3), 0, seed).loss);
    expect([...new Set(losses)].sort()).toEqual([0, 3]);
    // with sizes fixed only exchanges are left: 4 + 4 − 1 is lost at best, or 4 + 4 less twice the tie between them
    const fixed = seeds.map((seed) => sweptFrom(graph, [0, 0, 1, 1], bounds(2, 2, 2), 0, seed).loss);
    expect([...new Set(fixed)].sort()).toEqual([0, 7]);
    expect(sweptFrom(graphOf(3, []), [0, 1, 0], bounds(2, 0, 3)).loss).toBe(0);
  });
});

describe('SparseGroupingState', () => {
  test('knows the weight between any two places, and from a place to a group, self-loops left out', () => {
    const graph = graphOf(5, [
      [0, 1, 2],
      [0, 3, 5],
      [3, 1, 7],
      [2, 2, 9],
      [4, 0, 1],
    ]);
    const state = new SparseGroupingState(graph, 2, Int32Array.of(0, 1, 1, 1, 0));
    const matrix = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => state.between(i, j)));
    expect(matrix).toEqual([
      [0, 2, 0, 5, 1],
      [2, 0, 0, 7, 0],
      [0, 0, 9, 0, 0],
      [5, 7, 0, 0, 0],
      [1, 0, 0, 0, 0],
    ]);
    expect([0, 1, 2, 3, 4].map((i) => [state.tie(i, 0), state.tie(i, 1)])).toEqual([
      [1, 7],
      [2, 7],
      [0, 0],
      [5, 7],
      [1, 0],
    ]);
    expect([state.value, state.recount()]).toEqual([8, 8]);
    state.move(2, 0);
    expect([state.value, state.own[2]]).toEqual([8, 0]);
  });
});

describe('growGroups', () => {
  test('grows each group by the place most tied to it', () => {
    // one path, ties growing along it: all one community with a far end
    const graph = graphOf(6, [
      [0, 1, 9],
      [1, 2, 8],
      [2, 0, 7],
      [3, 4, 9],
      [4, 5, 8],
      [5, 3, 7],
      [2, 3, 1],
    ]);
    expect([...growGroups(graph, bounds(2, 3, 3), 1)]).toEqual([0, 0, 0, 1, 1, 1]);
    // two at a time: the first takes its strongest neighbour, the second begins with who is left of the community
    expect([...growGroups(graph, bounds(3, 2, 2), 1)]).toEqual([0, 0, 1, 1, 2, 2]);
  });

  test('counts several ties to the group together', () => {
    // 3 is tied to 0 by 2 and to 1 by 2, 2 to 0 by 3: once 0 and 1 are in, 3 comes before 2
    const graph = graphOf(4, [
      [0, 1, 5],
      [0, 2, 3],
      [0, 3, 2],
      [1, 3, 2],
    ]);
    expect([
      ...growGroups(
        graph,
        [
          { min: 3, max: 3 },
          { min: 1, max: 1 },
        ],
        1,
      ),
    ]).toEqual([0, 0, 1, 0]);
  });
});

describe('solveSparseGrouping', () => {
  const triangle = graphOf(4, [
    [0, 1, 5],
    [1, 2, 3],
    [2, 0, 2],
    [3, 3, 8],
  ]);

  test('bounds its value by the strongest ties of each place, self-loops left out', () => {
    // pairs: 5, 5 and 3 at their ends, halved
    const pairs = solveSparseGrouping({ graph: triangle, groups: bounds(2, 2, 2) }, { iterations: 20 });
    expect([pairs.value, pairs.upperBound]).toEqual([5, 6.5]);
    expect(pairs.gap).toBeCloseTo(1.5 / 6.5, 12);
    const all = solveSparseGrouping({ graph: triangle, groups: [{ min: 0, max: 4 }] });
    expect([all.value, all.upperBound, all.gap]).toEqual([10, 10, 0]);
    const alone = solveSparseGrouping({ graph: triangle, groups: bounds(4, 1, 1) });
    expect([alone.value, alone.upperBound, alone.gap]).toEqual([0, 0, 0]);
  });

  test('makes 200 sweeps unless told, and tells after each', () => {
    expect(solveSparseGrouping({ graph: triangle, groups: bounds(2, 2, 2) }).iterations).toBe(200);
    const told: number[][] = [];
    const onProgress = (done: number, total: number) => void told.push([done, total]);
    solveSparseGrouping({ graph: triangle, groups: bounds(2, 2, 2) }, { iterations: 3, onProgress });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('says what cannot be, with ways out', () => {
    const error = errorOf(() => solveSparseGrouping({ graph: triangle, groups: bounds(2, 1, 1) }));
    expect(error?.message).toContain('4 places do not fit the bounds of 2 groups.\nMaybe');
    expect(error?.value).toHaveProperty('relaxation');
    const none = errorOf(() =>
      solveSparseGrouping({ graph: triangle, groups: bounds(2, 2, 2) }, { iterations: Number.NaN }),
    );
    expect([none?.code, none?.value]).toEqual(['bad-iterations', Number.NaN]);
    expect(none?.message).toContain('iterations is NaN.\nMaybe');
  });

  test('comes nearer to the best where the first cycle stands still', () => {
    const rng = createRng(8);
    const draw = () => Uint32Array.from({ length: 700 }, () => rng.integer(100));
    const problem = { graph: graphFromEdges(100, draw(), draw()), groups: bounds(12, 6, 10) };
    const values = [0, 8, 24, 56, 120].map(
      (iterations) => solveSparseGrouping(problem, { iterations }).value,
    );
    expect(values).toEqual([...values].sort((a, b) => a - b));
    // annealing, not descent: two cycles beyond the cold one still gain
    expect(values[4]).toBeGreaterThan(values[1]! * 1.02);
  });
});

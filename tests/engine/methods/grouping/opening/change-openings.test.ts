import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ChangedOpening,
  changeOpenings,
} from '../../../../../engine/methods/grouping/opening/change-openings.js';
import { openGroups } from '../../../../../engine/methods/grouping/opening/open-groups.js';
import type {
  OpenGroup,
  OpeningProblem,
} from '../../../../../engine/methods/grouping/opening/opening-problem.js';
import type { OpeningChange } from '../../../../../engine/methods/grouping/opening/opening-slots.js';
import { openingValue } from '../../../../../engine/methods/grouping/opening/opening-value.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { everySubset } from '../every-subset.js';

interface Shape {
  readonly order: number;
  readonly topicCount: number;
  readonly seed: number;
  readonly perUnit: number;
  readonly apart: boolean;
  readonly together?: boolean;
}

function made({ order, topicCount, seed, perUnit, apart, together = false }: Shape): OpeningProblem {
  const rng = createRng(seed);
  return {
    order,
    topicCount,
    weights: symmetricWeights(order, () => rng.next()),
    worth: Float64Array.from({ length: order * topicCount }, () =>
      rng.next() < 0.7 ? 0.1 + 0.9 * rng.next() : 0,
    ),
    coverage: 1,
    bounds: { min: 2, max: 3 },
    perUnit,
    mostGroups: Number.POSITIVE_INFINITY,
    ...(apart && { apart: [[0, 1]] as const }),
    ...(together && { together: [[2, 3]] as const }),
  };
}

/** Groups of another problem of the same units, the last of whom were not there; answers changed since. */
function publishedBefore(shape: Shape, newcomers: number, frozen: boolean): OpeningChange {
  const problem = made(shape);
  const { order, topicCount } = shape;
  const known = Uint8Array.from({ length: order }, (_, i) => (i < order - newcomers ? 1 : 0));
  const before = made({ ...shape, seed: shape.seed + 1000, apart: false });
  const worth = before.worth.map((w, at) => (known[Math.floor(at / topicCount)] === 1 ? w : 0));
  const { groups } = openGroups({ ...before, worth }, createRng(1), { iterations: 5 });
  const published = groups.map((group, s) => ({
    ...group,
    bounds: problem.bounds,
    frozen: frozen && s === 0,
  }));
  const released = groups.flatMap(({ topic, units }, s) =>
    units.flatMap((i): [number, number][] => (problem.worth[i * topicCount + topic]! > 0 ? [] : [[i, s]])),
  );
  return { problem, published, known, released, held: [] };
}

/** The moves that these groups take, from the definition: memberships of known units gained or lost, but for those without object. */
function movesTo(
  { problem, published, known, released }: OpeningChange,
  groups: readonly OpenGroup[],
): number {
  const { topicCount, worth, bounds } = problem;
  const reachable = (s: number) =>
    [...known.keys()].filter((i) => worth[i * topicCount + published[s]!.topic]! > 0).length;
  let moves = 0;
  for (const [s, { units }] of groups.entries()) {
    const before = published[s]?.units ?? [];
    moves += units.filter((i) => known[i] === 1 && !before.includes(i)).length;
    if (published[s] && !published[s].frozen && reachable(s) < bounds.min) continue;
    moves += before.filter(
      (i) => known[i] === 1 && !units.includes(i) && !released.some(([j, g]) => i === j && g === s),
    ).length;
  }
  return moves;
}

function isFeasible({ problem, published }: OpeningChange, groups: readonly OpenGroup[]): boolean {
  const { order, topicCount, worth, bounds, perUnit, apart = [] } = problem;
  for (const [s, { topic, units }] of groups.entries()) {
    if (apart.some(([i, j]) => units.includes(i) && units.includes(j))) return false;
    if (published[s]?.frozen) {
      if (units.join() !== published[s].units.join()) return false;
      continue;
    }
    if (units.length > 0 && (units.length < bounds.min || units.length > bounds.max)) return false;
    if (units.some((i) => worth[i * topicCount + topic]! <= 0)) return false;
  }
  return Array.from({ length: order }, (_, i) => groups.filter(({ units }) => units.includes(i))).every(
    (own) => own.length <= perUnit && new Set(own.map(({ topic }) => topic)).size === own.length,
  );
}

/** The best value for each number of moves 0..budget, over every set of groups; two new ones on each topic. */
function bestOfAll(change: OpeningChange, budget: number): (number | null)[] {
  const { problem, published } = change;
  const { order, topicCount } = problem;
  const valueIn = openingValue(problem);
  // so few units make at most two groups on a topic
  const opened = Array.from({ length: 2 * topicCount }, (_, at) => at >> 1);
  const topics = [...published.map(({ topic }) => topic), ...opened];
  const best: (number | null)[] = Array.from({ length: budget + 1 }, () => null);
  const groups: OpenGroup[] = [];
  const visit = (s: number): void => {
    if (s === topics.length) {
      const moves = movesTo(change, groups);
      if (moves > budget || !isFeasible(change, groups)) return;
      const value = valueIn(groups.filter(({ units }) => units.length > 0));
      for (let k = moves; k <= budget; k++) if (best[k] === null || best[k]! < value) best[k] = value;
      return;
    }
    for (const units of [[], ...everySubset(order)]) {
      groups.push({ topic: topics[s]!, units });
      if (movesTo(change, groups) <= budget && isFeasible(change, groups)) visit(s + 1);
      groups.pop();
    }
  };
  visit(0);
  return best;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  order: fc.integer({ min: 4, max: 5 }),
  topicCount: fc.integer({ min: 1, max: 2 }),
  seed: fc.nat(500),
  perUnit: fc.integer({ min: 1, max: 2 }),
  apart: fc.boolean(),
});

function valuesOf(byMoves: readonly (ChangedOpening | null)[]): (number | null)[] {
  return byMoves.map((found) => found?.sought ?? null);
}

describe('changeOpenings', () => {
  test('finds, for each number of moves, the best of all groups when they can be counted', () => {
    let several = 0;
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 2 }), fc.boolean(), (shape, newcomers, frozen) => {
        const change = publishedBefore(shape, newcomers, frozen);
        const budget = 5;
        const fresh = { rng: createRng(2), iterations: 10 };
        const { byMoves, fewest } = changeOpenings(change, { budget, rng: createRng(1), fresh });
        const expected = bestOfAll(change, budget);
        for (const [k, value] of valuesOf(byMoves).entries()) {
          if (expected[k] === null) expect(value).toBeNull();
          else expect(value).toBeCloseTo(expected[k]!, 8);
        }
        const least = expected.findIndex((value) => value !== null);
        if (least !== -1) expect(fewest).toBe(least);
        if (new Set(expected).size > 2) several++;
      }),
      { numRuns: 40 },
    );
    expect(several).toBeGreaterThan(10);
  });

  test('keeps every rule and its budget where they cannot be counted, and is no worse than groups opened afresh', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.boolean(), (seed, frozen) => {
        const shape = { order: 22, topicCount: 6, seed, perUnit: 2, apart: true };
        const change = publishedBefore(shape, 2, frozen);
        const budget = 9;
        const fresh = { rng: createRng(seed), iterations: 8 };
        const found = changeOpenings(change, { budget, rng: createRng(1), fresh });
        let before = Number.NEGATIVE_INFINITY;
        for (const [k, each] of found.byMoves.entries()) {
          if (!each) continue;
          expect(isFeasible(change, each.groups)).toBe(true);
          expect(each.moves).toBe(movesTo(change, each.groups));
          expect(each.moves).toBeLessThanOrEqual(k);
          const groups = each.groups.filter(({ units }) => units.length > 0);
          expect(each.sought).toBeCloseTo(openingValue(change.problem)(groups), 8);
          expect(each.sought).toBeGreaterThanOrEqual(before);
          before = each.sought;
        }
        const standing = change.published.filter((group) => group.frozen);
        const afresh = openGroups(change.problem, createRng(seed), { iterations: 8, standing });
        if (found.free) expect(found.free.sought).toBeGreaterThanOrEqual(afresh.value - 1e-9);
      }),
      { numRuns: 6 },
    );
  });

  test('moves units that must be together as one, each counted', () => {
    const shape = { order: 8, topicCount: 3, seed: 4, perUnit: 2, apart: false, together: true };
    const change = publishedBefore(shape, 0, false);
    const fresh = { rng: createRng(2), iterations: 10 };
    const { byMoves, free } = changeOpenings(change, { budget: 8, rng: createRng(1), fresh });
    expect(free).not.toBeNull();
    for (const found of byMoves) {
      for (const { units } of found?.groups ?? []) expect(units.includes(2)).toBe(units.includes(3));
      if (found) expect(found.moves).toBe(movesTo(change, found.groups));
    }
  });
});

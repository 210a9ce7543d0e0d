import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atMostCriterion } from '../../../../../engine/criteria/at-most.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { annealedSearch } from '../../../../../engine/methods/grouping/search/annealed-search.js';
import type { SearchControl } from '../../../../../engine/methods/grouping/search/annealing-run.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { bestOfAll, keepsRules, symmetricWeights } from '../every-grouping.js';
import {
  bestGain,
  drawnProblem,
  expectSound,
  freshState,
  stateOf,
  tinyRuled,
  unitsOf,
} from './made-state.js';

interface Found {
  readonly state: GroupingState;
  readonly groupOf: Int32Array;
  readonly iterations: number;
  readonly objective: number;
}

function search(problem: GroupingProblem, control: Partial<SearchControl> = {}, seed = 1): Found | null {
  const state = stateOf(problem, { seed });
  if (!state) return null;
  const draws = createRng(seed).stream('restarts');
  const { groupOf, iterations } = annealedSearch(state, createRng(seed), {
    iterations: 200,
    shouldStop: () => false,
    onProgress: () => {},
    restart: () => {
      const again = feasibleGrouping(state.rules, draws);
      return again.outcome === 'found' ? again.groupOf : state.groupOf.slice();
    },
    ...control,
  });
  const { objective } = freshState(problem, state, groupOf);
  return { state, groupOf, iterations, objective };
}

/** 20 units in 4 groups, with blocks and separations. */
const entangled: GroupingProblem = {
  ...drawnProblem(20, 4, { min: 4, max: 6 }),
  together: [
    [0, 1],
    [2, 3, 4],
  ],
  apart: [
    [0, 5],
    [5, 6],
  ],
  pinned: [[7, 2]],
};

const plain = drawnProblem(20, 4, { min: 4, max: 6 });

describe('annealedSearch', () => {
  test('keeps every rule, never loses, and returns the best it met, a local optimum', () => {
    fc.assert(
      fc.property(tinyRuled(6), fc.nat(9), fc.boolean(), (ruled, seed, limited) => {
        const valuesOf = Array.from({ length: ruled.order }, (_, i) => [i % 2]);
        const atMost = atMostCriterion({ ruleId: 'm', level: 'soft', weight: 8, valuesOf, most: 1 });
        const problem = limited ? { ...ruled, criteria: [atMost] } : ruled;
        const before = stateOf(problem, { seed })?.objective ?? 0;
        const reports: number[] = [];
        const found = search(problem, { iterations: 50, onProgress: (done) => reports.push(done) }, seed);
        fc.pre(found !== null);
        const best = freshState(problem, found.state, found.groupOf);
        expectSound(problem, best);
        expect(best.objective).toBeGreaterThanOrEqual(before);
        expect(bestGain(problem, best)).toBeLessThanOrEqual(0);
        expect(found.iterations).toBe(50);
        expect(reports).toEqual(Array.from({ length: 50 }, (_, k) => k + 1));
      }),
      { numRuns: 12 },
    );
  });

  test('finds the best of all groupings of small problems, tangled or not, whatever the seed', () => {
    const tangled: GroupingProblem = {
      ...drawnProblem(6, 3, { min: 1, max: 3 }, 7),
      together: [[1, 5]],
      apart: [
        [0, 1],
        [2, 3],
      ],
      allowed: [[4, [0, 2]]],
    };
    for (const problem of [drawnProblem(6, 3, { min: 1, max: 3 }), tangled]) {
      const best = bestOfAll(problem)?.value ?? Number.NaN;
      for (const seed of [1, 2]) {
        const { state, groupOf } = search(problem, { iterations: 500 }, seed)!;
        const units = unitsOf({ rules: state.rules, groupOf });
        const inBlocks = problem.together ? problem.weights[6 + 5]! : 0;
        expect(freshState(problem, state, groupOf).objective + inBlocks).toBe(best);
        expect(keepsRules(problem, units)).toBe(true);
      }
    }
  });

  test('meets nothing on the way that is better than what it returns', () => {
    for (const problem of [plain, entangled]) {
      const state = stateOf(problem)!;
      let most = state.objective;
      const { groupOf } = annealedSearch(state, createRng(4), {
        iterations: 199,
        shouldStop: () => false,
        restart: () => state.groupOf.slice(),
        onProgress: () => {
          expect(keepsRules(problem, unitsOf(state))).toBe(true);
          most = Math.max(most, state.objective);
        },
      });
      expect(freshState(problem, state, groupOf).objective).toBeGreaterThanOrEqual(most);
    }
  });

  test('finds more with sweeps than without, and without any still climbs', () => {
    const none = search(plain, { iterations: 0 })!;
    expect(none.iterations).toBe(0);
    // what is returned is not what the state goes on to change
    expect(none.groupOf).not.toBe(none.state.groupOf);
    expect(bestGain(plain, freshState(plain, none.state, none.groupOf))).toBeLessThanOrEqual(0);
    expect(search(plain, { iterations: 400 })!.objective).toBeGreaterThan(none.objective);
  });

  test('mends a hard criterion first, though time be short', () => {
    // six of each of four départements, which are drawn to each other, in groups that may hold two of each
    const valuesOf = Array.from({ length: 24 }, (_, i) => [i % 4]);
    const atMost = atMostCriterion({ ruleId: 'm', level: 'hard', valuesOf, most: 2 });
    const weights = symmetricWeights(24, (i, j) => (i % 4 === j % 4 ? 50 : 1));
    const groups = Array.from({ length: 4 }, () => ({ min: 5, max: 7 }));
    const problem: GroupingProblem = { order: 24, weights, groups, criteria: [atMost] };
    for (const iterations of [0, 60]) {
      const state = stateOf(problem)!;
      state.adopt(Int32Array.from({ length: 24 }, (_, i) => i % 4));
      expect(atMost.evaluate(state.groupOf)).toBeGreaterThan(0);
      const { groupOf } = annealedSearch(state, createRng(1), {
        iterations,
        shouldStop: () => false,
        onProgress: () => {},
        restart: () => Int32Array.from({ length: 24 }, (_, i) => i % 4),
      });
      expect(atMost.evaluate(groupOf)).toBe(0);
    }
  });

  test('gives the same bytes for the same seed, with a clock that says the same as well', () => {
    for (const problem of [plain, entangled]) {
      const once = (seed: number): Found => {
        let asked = 0;
        return search(problem, { iterations: 60, remaining: () => 1 - ++asked / 200 }, seed)!;
      };
      for (const seed of [1, 2]) {
        expect(once(seed).groupOf).toEqual(once(seed).groupOf);
        expect(search(problem, {}, seed)!.groupOf).toEqual(search(problem, {}, seed)!.groupOf);
      }
    }
  });

  test('stops when asked, at once where it is asked to before it begins', () => {
    const large = drawnProblem(60, 6, { min: 8, max: 12 });
    const untouched = stateOf(large)!.groupOf;
    const atOnce = search(large, { iterations: 1e9, shouldStop: () => true })!;
    expect([...atOnce.groupOf]).toEqual([...untouched]);
    expect(atOnce.iterations).toBe(0);
    let before = Number.NEGATIVE_INFINITY;
    for (const patience of [9, 12, 15]) {
      let asked = 0;
      const found = search(large, { iterations: 1e9, shouldStop: () => ++asked > patience })!;
      expect(keepsRules(large, found.groupOf)).toBe(true);
      // some hundred sweeps between two questions
      expect(found.iterations).toBeLessThan(500 * patience);
      expect(asked).toBeLessThan(2 * patience + 20);
      expect(found.objective).toBeGreaterThanOrEqual(before);
      before = found.objective;
    }
  });

  test('spends the time that remains, no more and no less, and finds more in it', () => {
    let sweeps = 0;
    for (const questions of [2, 4]) {
      let asked = 0;
      const remaining = (): number => 1 - ++asked / questions;
      const { objective, iterations, groupOf, state } = search(entangled, { iterations: 1e9, remaining })!;
      expect(asked).toBeGreaterThanOrEqual(questions);
      expect(asked).toBeLessThan(questions + 8);
      expect(keepsRules(entangled, unitsOf({ rules: state.rules, groupOf }))).toBe(true);
      expect(objective).toBeGreaterThan(search(entangled, { iterations: 0 })!.objective);
      expect(iterations).toBeGreaterThan(sweeps);
      sweeps = iterations;
    }
  });

  test('makes no more sweeps than asked, though time remain', () => {
    for (const iterations of [1, 40, 250]) {
      for (const left of [1, 1e-6]) {
        let asked = 0;
        const remaining = (): number => left - ++asked * 1e-9;
        expect(search(plain, { iterations, remaining })!.iterations).toBe(iterations);
      }
    }
  });

  test('starts afresh again and again where few units leave time for it, and keeps the best of all starts', () => {
    const problem = drawnProblem(6, 2, { min: 2, max: 4 });
    const starts: Int32Array[] = [];
    const rng = createRng(9);
    const found = search(problem, {
      iterations: 1500,
      restart: () => {
        const groupOf = Int32Array.from([0, 0, 0, 1, 1, 1], (g) => (g + rng.integer(2)) % 2);
        const held = groupOf.filter((g) => g === 0).length;
        starts.push(held < 2 || held > 4 ? Int32Array.of(0, 1, 0, 1, 0, 1) : groupOf);
        return starts.at(-1)!;
      },
    })!;
    expect(starts.length).toBeGreaterThan(3);
    for (const groupOf of starts) {
      expect(found.objective).toBeGreaterThanOrEqual(freshState(problem, found.state, groupOf).objective);
    }
    expect(found.iterations).toBe(1500);
  });

  test('leaves by a fresh start what no exchange and no move leaves', () => {
    // groups of exactly two that want to be whole: parting two of them at once is all a search by exchanges could do
    const order = 8;
    const weights = symmetricWeights(order, (i, j) => (i >> 1 === j >> 1 ? 10 : (i ^ j) === 7 ? 11 : 0));
    const groups = Array.from({ length: 4 }, () => ({ min: 2, max: 2 }));
    const best = Int32Array.of(0, 1, 2, 3, 3, 2, 1, 0);
    const found = search({ order, weights, groups }, { iterations: 1500, restart: () => best })!;
    expect(found.objective).toBe(44);
  });

  test('answers where there is nothing to exchange', () => {
    for (const groupCount of [1, 2]) {
      const problem: GroupingProblem = {
        order: 2,
        weights: symmetricWeights(2, () => 3),
        groups: Array.from({ length: groupCount }, () => ({ min: 2 / groupCount, max: 2 / groupCount })),
      };
      const { groupOf, iterations } = search(problem, { iterations: 30 })!;
      expect(keepsRules(problem, groupOf)).toBe(true);
      expect(iterations).toBe(30);
    }
  });

  test('goes on from what good groupings agree on where time is known to be long, and ends with it', () => {
    let asked = 0;
    // as good as endless at first, then soon over
    const remaining = (): number => (++asked < 16 ? 1 - asked / 1e6 : 1 - asked / 18);
    const { groupOf, objective } = search(plain, { iterations: 1e9, remaining })!;
    expect(keepsRules(plain, groupOf)).toBe(true);
    expect(asked).toBeLessThan(26);
    expect(objective).toBeGreaterThanOrEqual(search(plain, { iterations: 400 })!.objective);
  });
});

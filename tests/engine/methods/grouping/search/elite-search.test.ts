import { describe, expect, test } from 'vitest';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import {
  AnnealingRun,
  type SearchControl,
} from '../../../../../engine/methods/grouping/search/annealing-run.js';
import { recombineElites } from '../../../../../engine/methods/grouping/search/elite-search.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { bestOfAll, keepsRules, symmetricWeights } from '../every-grouping.js';
import { bestGain, drawnProblem, expectSound, freshState, stateOf, unitsOf } from './made-state.js';

/** The unit of temperatures: about what weights of 0 to 100 lose by an exchange. */
const loss = 100;

interface Bred {
  readonly state: GroupingState;
  readonly groupOf: Int32Array;
  readonly objective: number;
  readonly done: number;
  readonly restarts: number;
}

function breed(
  problem: GroupingProblem,
  control: Partial<SearchControl> = {},
  affordable = 2e4,
  seed = 1,
): Bred {
  const state = stateOf(problem, { seed })!;
  const draws = createRng(seed).stream('restarts');
  let restarts = 0;
  const full: SearchControl = {
    iterations: 1200,
    shouldStop: () => false,
    onProgress: () => {},
    restart: () => {
      restarts++;
      const again = feasibleGrouping(state.rules, draws);
      return again.outcome === 'found' ? again.groupOf : state.groupOf.slice();
    },
    ...control,
  };
  const run = new AnnealingRun(state, createRng(seed), full);
  recombineElites(run, state, createRng(seed).stream('elites'), loss, full, affordable);
  expect(run.isOver()).toBe(true);
  const groupOf = run.finish();
  const { objective } = freshState(problem, state, groupOf);
  return { state, groupOf, objective, done: run.done, restarts };
}

const ruled: GroupingProblem = {
  ...drawnProblem(16, 4, { min: 3, max: 5 }),
  apart: [
    [0, 1],
    [1, 2],
    [3, 9],
  ],
  together: [[4, 5]],
  pinned: [[6, 3]],
  allowed: [[7, [0, 2]]],
};

describe('recombineElites', () => {
  test('keeps every rule on the way, and the best it met, a local optimum', () => {
    const state = stateOf(ruled)!;
    let most = state.objective;
    const control: SearchControl = {
      iterations: 1200,
      shouldStop: () => false,
      restart: () => state.groupOf.slice(),
      onProgress: () => {
        expect(keepsRules(ruled, unitsOf(state))).toBe(true);
        most = Math.max(most, state.objective);
      },
    };
    const run = new AnnealingRun(state, createRng(2), control);
    recombineElites(run, state, createRng(3), loss, control, 2e4);
    const best = freshState(ruled, state, run.finish());
    expectSound(ruled, best);
    expect(best.objective).toBeGreaterThanOrEqual(most);
    expect(bestGain(ruled, best)).toBeLessThanOrEqual(0);
  });

  test('finds the best of all groupings of a small problem', () => {
    for (const seed of [1, 2]) {
      const problem = drawnProblem(6, 3, { min: 1, max: 3 }, seed);
      expect(breed(problem, {}, 2e4, seed).objective).toBe(bestOfAll(problem)?.value);
    }
  });

  test('ends with the sweeps asked, when told to stop, and with the time', () => {
    expect(breed(ruled, { iterations: 1234 }).done).toBe(1234);
    let asked = 0;
    expect(breed(ruled, { iterations: 1e9, shouldStop: () => ++asked > 1 }).done).toBeLessThan(1000 * 3);
    let looked = 0;
    breed(ruled, { iterations: 1e9, remaining: () => 1 - ++looked / 8 });
    expect(looked).toBeGreaterThanOrEqual(8);
    expect(looked).toBeLessThan(16);
    expect(breed(ruled, { iterations: 0 }).restarts).toBe(0);
  });

  test('gives the same for the same seed', () => {
    const once = (seed: number): string => breed(ruled, { iterations: 600 }, 2e4, seed).groupOf.join();
    expect(once(1)).toBe(once(1));
  });

  test('starts afresh to fill its pool, then goes on from what is in it', () => {
    // so hot for these weights that coolings end in whatever optimum is near: no two of the same value
    const rng = createRng(3);
    const problem: GroupingProblem = {
      order: 9,
      weights: symmetricWeights(9, () => rng.next()),
      groups: Array.from({ length: 3 }, () => ({ min: 3, max: 3 })),
    };
    const little = breed(problem, { iterations: 900 }, 1e3);
    const longer = breed(problem, { iterations: 900 }, 2e3);
    const more = breed(problem, { iterations: 1800 }, 1e3);
    expect(little.restarts).toBeGreaterThanOrEqual(2);
    expect(longer.restarts).toBeGreaterThanOrEqual(little.restarts);
    expect(more.restarts).toBeLessThan(2 * little.restarts);
  });

  test('goes on from fresh starts where all coolings end in the same grouping', () => {
    // three pairs, each worth 9 together and nothing apart: one optimum, whatever its groups are called
    const weights = symmetricWeights(6, (i, j) => (i >> 1 === j >> 1 ? 9 : 0));
    const groups = [2, 2, 2].map((size) => ({ min: size, max: size }));
    const { objective, restarts, done } = breed({ order: 6, weights, groups }, { iterations: 1500 }, 1200);
    expect(objective).toBe(27);
    expect(restarts).toBeGreaterThan(5);
    expect(done).toBe(1500);
  });
});

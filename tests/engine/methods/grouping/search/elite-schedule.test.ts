import { describe, expect, test } from 'vitest';
import { recombineElites } from '../../../../../engine/methods/grouping/search/elite-search.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { typicalLoss } from '../../../../../engine/methods/grouping/search/typical-loss.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules } from '../every-grouping.js';
import { runOf } from './made-run.js';
import { drawnProblem, stateOf } from './made-state.js';

/** Elites of 24 units in 4 groups within so many sweeps, told that `affordable` are to be had and what share of time is left. */
function searched(iterations: number, affordable: number, left = 0) {
  const problem = drawnProblem(24, 4, { min: 5, max: 7 });
  const state = stateOf(problem)!;
  const draws = createRng(8);
  let restarts = 0;
  const restart = (): Int32Array => {
    restarts++;
    const found = feasibleGrouping(state.rules, draws);
    return found.outcome === 'found' ? found.groupOf : state.groupOf.slice();
  };
  const before = state.objective;
  const run = runOf(state, { iterations, restart });
  const control = {
    iterations,
    shouldStop: () => false,
    onProgress: () => {},
    restart,
    remaining: () => left,
  };
  recombineElites(run, state, createRng(2), typicalLoss(state), control, affordable);
  const groupOf = run.finish();
  return { problem, groupOf, before, after: state.objective, restarts, done: run.done };
}

describe('recombineElites, in the time there is', () => {
  test('fills a small pool where the time is short: three coolings of 18 sweeps a unit, then children', () => {
    // 0.15 × 8,000 sweeps pay for 2.8 of them
    const { restarts, done } = searched(8000, 8000);
    expect(done).toBe(8000);
    expect(restarts).toBeGreaterThanOrEqual(3);
    // once more for each that ends where another did
    expect(restarts).toBeLessThanOrEqual(6);
  });

  test('fills a pool of 24 by slower coolings where the time pays for it', () => {
    // 0.25 × 60,000 sweeps pay for 25 coolings of 25 sweeps a unit
    const { restarts } = searched(60_000, 60_000);
    expect(restarts).toBeGreaterThanOrEqual(24);
    expect(restarts).toBeLessThanOrEqual(48);
  });

  test('a settled pool gives way to another where there is time for it', () => {
    // 24 units: a few dozen children are enough to find what can be found
    const one = searched(20_000, 8000).restarts;
    expect(one).toBeLessThanOrEqual(6);
    expect(searched(20_000, 8000, 1).restarts).toBeGreaterThanOrEqual(2 * one);
  });

  test('keeps every rule, ends with the sweeps given, and the same way each time', () => {
    const first = searched(3000, 8000);
    expect(keepsRules(first.problem, first.groupOf)).toBe(true);
    expect(first.after).toBeGreaterThan(first.before);
    expect(first.done).toBe(3000);
    expect(searched(3000, 8000).groupOf).toEqual(first.groupOf);
  });
});

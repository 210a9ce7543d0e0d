import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowestWorkshopCriterion } from '../../../../../engine/criteria/lowest-workshop.js';
import { notAloneCriterion } from '../../../../../engine/criteria/not-alone.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import type { AnnealingRun } from '../../../../../engine/methods/grouping/search/annealing-run.js';
import { climb } from '../../../../../engine/methods/grouping/search/local-search.js';
import { bestOfAll, keepsRules } from '../every-grouping.js';
import { clock, entangled, runOf } from './made-run.js';
import {
  bestGain,
  drawnProblem,
  expectSound,
  freshState,
  stateOf,
  tinyRuled,
  unitsOf,
} from './made-state.js';

describe('AnnealingRun', () => {
  test('keeps every rule and a true state in all it does, and finishes with the best it met, a local optimum', () => {
    fc.assert(
      fc.property(tinyRuled(6), fc.nat(9), fc.boolean(), (ruled, seed, alone) => {
        const valuesOf = Array.from({ length: ruled.order }, (_, i) => [i % 3]);
        const notAlone = notAloneCriterion({ ruleId: 'n', level: 'soft', weight: 6, valuesOf });
        const problem = alone ? { ...ruled, criteria: [notAlone] } : ruled;
        const state = stateOf(problem, { seed });
        fc.pre(state !== null);
        let most = state.objective;
        const run = runOf(
          state,
          {
            iterations: 60,
            onProgress: () => {
              expect(keepsRules(problem, unitsOf(state))).toBe(true);
              expect(state.objective).toBe(state.recount());
              most = Math.max(most, state.objective);
            },
          },
          seed,
        );
        run.anneal(15, 20, 2);
        expectSound(problem, state);
        expect(bestGain(problem, state)).toBeLessThanOrEqual(0);
        run.kick(15, 2);
        expectSound(problem, state);
        run.anneal(30, 10, 1);
        const groupOf = run.finish();
        const best = freshState(problem, state, groupOf);
        expectSound(problem, best);
        expect(best.objective).toBeGreaterThanOrEqual(most);
        expect(bestGain(problem, best)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 12 },
    );
  });

  test('finishes with the best met, whatever became of the grouping afterwards', () => {
    const problem = drawnProblem(16, 4, { min: 3, max: 5 });
    const state = stateOf(problem)!;
    const run = runOf(state);
    run.anneal(200, 60, 4);
    const good = state.objective;
    // so hot that nothing holds
    run.anneal(10, 1e6, 1e6);
    const worst = stateOf(problem, { seed: 8 })!;
    state.adopt(worst.groupOf);
    expect(state.objective).toBeLessThan(good);
    const groupOf = run.finish();
    expect(freshState(problem, state, groupOf).objective).toBeGreaterThanOrEqual(good);
  });

  test('brings to a local optimum what it was given, though nothing was done', () => {
    const state = stateOf(entangled)!;
    const before = state.objective;
    expect(bestGain(entangled, state)).toBeGreaterThan(0);
    const best = freshState(entangled, state, runOf(state).finish());
    expect(best.objective).toBeGreaterThan(before);
    expect(bestGain(entangled, best)).toBeLessThanOrEqual(0);
  });

  test('finds the optimum of a small problem by cooling, and by kicks alone', () => {
    const problem = drawnProblem(7, 3, { min: 1, max: 4 });
    const best = bestOfAll(problem)?.value;
    const ways: ((run: AnnealingRun) => void)[] = [
      (run) => run.anneal(300, 80, 4),
      (run) => run.kick(300, 30),
    ];
    for (const way of ways) {
      const state = stateOf(problem)!;
      const run = runOf(state);
      way(run);
      expect(freshState(problem, state, run.finish()).objective).toBe(best);
    }
  });

  test('does the same for the same seed', () => {
    const once = (seed: number): Int32Array => {
      const state = stateOf(entangled)!;
      const run = runOf(state, {}, seed);
      run.anneal(40, 60, 4);
      run.kick(40, 10);
      return state.groupOf;
    };
    expect(once(1)).toEqual(once(1));
    expect(new Set([1, 2, 3, 4].map((seed) => once(seed).join())).size).toBeGreaterThan(1);
  });

  test('makes no more sweeps and kicks than asked, and reports each hundredth once', () => {
    for (const iterations of [0, 1, 7, 100, 430]) {
      const reports: [number, number][] = [];
      const state = stateOf(entangled)!;
      const run = runOf(state, { iterations, onProgress: (done, total) => reports.push([done, total]) });
      for (let round = 0; round < 100 && !run.isOver(); round++) {
        run.anneal(5, 30, 3);
        run.kick(3, 3);
        expect(run.done).toBeLessThanOrEqual(iterations);
      }
      expect([run.isOver(), run.done]).toEqual([true, iterations]);
      run.anneal(50, 30, 3);
      run.kick(50, 3);
      expect(run.done).toBe(iterations);
      const every = Math.max(1, Math.floor(iterations / 100));
      expect(reports).toEqual(
        Array.from({ length: Math.floor(iterations / every) }, (_, k) => [every * (k + 1), iterations]),
      );
    }
  });

  test('is not over before it is, and does what is asked', () => {
    const state = stateOf(entangled)!;
    const run = runOf(state, { iterations: 1e6 });
    expect([run.isOver(), run.done]).toEqual([false, 0]);
    run.anneal(20, 30, 3);
    expect([run.isOver(), run.done]).toEqual([false, 20]);
    run.kick(5, 3);
    expect([run.isOver(), run.done]).toEqual([false, 25]);
  });

  test('ends soon after it is told to stop, with the best so far', () => {
    for (const patience of [0, 1]) {
      let asked = 0;
      const state = stateOf(drawnProblem(60, 6, { min: 8, max: 12 }))!;
      climb(state, () => false);
      const before = state.objective;
      const run = runOf(state, { iterations: 1e9, shouldStop: () => ++asked > patience });
      while (!run.isOver()) run.anneal(2000, 50, 5);
      expect(run.done).toBeLessThan(500 * (patience + 2));
      expect(freshState(entangled, state, run.finish()).objective).toBeGreaterThanOrEqual(before);
    }
  });

  test('asks while it kicks as well', () => {
    let asked = 0;
    const run = runOf(stateOf(entangled)!, { iterations: 1e9, shouldStop: () => ++asked > 200 });
    // climbs ask for each group they look at
    run.kick(1e6, 5);
    expect(run.isOver()).toBe(true);
    expect(run.done).toBeLessThan(1000);
    const { remaining } = clock(1 / 2);
    const timed = runOf(stateOf(entangled)!, { iterations: 1e9, remaining });
    timed.kick(1e6, 5);
    expect(timed.isOver()).toBe(true);
    expect(timed.done).toBeLessThan(1000);
  });

  test('ends when no time remains, though nothing tells it to stop', () => {
    const { remaining, asked } = clock(1 / 2);
    const run = runOf(stateOf(drawnProblem(60, 6, { min: 8, max: 12 }))!, { iterations: 1e9, remaining });
    while (!run.isOver()) run.anneal(500, 50, 5);
    expect(asked()).toBe(3);
  });

  test('keeps what a kick gains and gives up what it loses at temperature zero', () => {
    const state = stateOf(entangled)!;
    const run = runOf(state);
    let before = state.objective;
    for (let round = 0; round < 60; round++) {
      run.kick(1, 0);
      expect(state.objective).toBeGreaterThanOrEqual(before);
      before = state.objective;
    }
    expectSound(entangled, state);
    // and lets losses pass where it is hot
    const hot = runOf(state);
    let lowest = before;
    for (let round = 0; round < 60; round++) {
      hot.kick(1, 1000);
      lowest = Math.min(lowest, state.objective);
    }
    expect(lowest).toBeLessThan(before);
  });

  test('lets go of more the hotter it cools from', () => {
    const problem = drawnProblem(24, 4, { min: 6, max: 6 });
    const lowestOf = (hot: number): number => {
      const state = stateOf(problem)!;
      climb(state, () => false);
      const start = state.objective;
      let lowest = start;
      const run = runOf(state, {
        iterations: 100,
        onProgress: () => {
          lowest = Math.min(lowest, state.objective);
        },
      });
      run.anneal(100, hot, hot / 100);
      return start - lowest;
    };
    expect(lowestOf(0.01)).toBe(0);
    expect(lowestOf(100)).toBeGreaterThan(lowestOf(8));
    expect(lowestOf(8)).toBeGreaterThanOrEqual(0);
  });

  test('gets colder on the way', () => {
    const state = stateOf(drawnProblem(24, 4, { min: 6, max: 6 }))!;
    const met: number[] = [];
    const run = runOf(state, { iterations: 300, onProgress: () => met.push(state.objective) });
    run.anneal(300, 300, 3);
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const third = met.length / 3;
    expect(mean(met.slice(0, third))).toBeLessThan(mean(met.slice(third, 2 * third)));
    expect(mean(met.slice(third, 2 * third))).toBeLessThan(mean(met.slice(2 * third)));
  });

  test('exchanges whole groups where units want to be elsewhere with those they are with', () => {
    // in each pair both want the place of the next, and each other above all: no sweep parts them
    const weights = new Float64Array(36);
    for (const i of [0, 2, 4]) weights[i * 6 + i + 1] = weights[(i + 1) * 6 + i] = 100;
    const groups = [2, 2, 2].map((size) => ({ min: size, max: size }));
    const problem: GroupingProblem = { order: 6, weights, groups };
    const state = stateOf(problem, { worthOf: (b, g) => (g === ((b >> 1) + 1) % 3 ? 7 : 0) })!;
    state.adopt(Int32Array.of(0, 0, 1, 1, 2, 2));
    const run = runOf(state);
    run.anneal(20, 1, 0.1);
    expect(run.finish()).toEqual(Int32Array.of(1, 1, 2, 2, 0, 0));
  });

  test('follows a criterion that ties all groups', () => {
    const plain = drawnProblem(12, 4, { min: 3, max: 3 });
    const lowest = lowestWorkshopCriterion({
      ruleId: 'l',
      level: 'soft',
      weight: 500,
      weights: plain.weights,
      order: 12,
    });
    const problem = { ...plain, criteria: [lowest] };
    const state = stateOf(problem)!;
    const before = lowest.evaluate(state.groupOf);
    const run = runOf(state);
    run.anneal(400, 200, 10);
    const groupOf = run.finish();
    expect(lowest.evaluate(groupOf)).toBeLessThan(before);
    expect(keepsRules(problem, groupOf)).toBe(true);
  });
});

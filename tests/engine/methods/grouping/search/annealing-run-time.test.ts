import { describe, expect, test } from 'vitest';
import { clock, entangled, runOf } from './made-run.js';
import { bestGain, drawnProblem, expectSound, freshState, stateOf } from './made-state.js';

describe('AnnealingRun.mayCoolOnce', () => {
  test('says no where the time is as good as endless, and yes where it is nearly over', () => {
    const endless = clock(1e-9);
    const runLong = runOf(stateOf(entangled)!, { iterations: 1e9 });
    expect(runLong.mayCoolOnce(endless.remaining, 500, 30)).toBe(false);
    const short = clock(0.9);
    const runShort = runOf(stateOf(entangled)!, { iterations: 1e9 });
    expect(runShort.mayCoolOnce(short.remaining, 500, 30)).toBe(true);
    for (const run of [runLong, runShort]) {
      expect(run.done).toBeGreaterThan(0);
      expect(run.done).toBeLessThanOrEqual(500);
    }
  });

  test('makes no more sweeps than asked to find out', () => {
    const run = runOf(stateOf(entangled)!, { iterations: 3 });
    run.mayCoolOnce(() => 1, 500, 30);
    expect(run.done).toBe(3);
  });
});

describe('AnnealingRun.coolOnce', () => {
  test('ends with the time given, and no sooner', () => {
    for (const step of [1 / 2, 1 / 4]) {
      const { remaining, asked } = clock(step);
      const state = stateOf(entangled)!;
      const run = runOf(state, { iterations: 1e9, remaining });
      run.coolOnce(remaining, 60, 3, 0.6);
      expectSound(entangled, state);
      expect(remaining()).toBeLessThanOrEqual(0);
      expect(asked()).toBeLessThan(1 / step + 8);
      expect(run.done).toBeGreaterThan(100);
    }
  });

  test('ends with the sweeps asked, or when told to stop, where that is sooner', () => {
    const run = runOf(stateOf(entangled)!, { iterations: 30 });
    run.coolOnce(() => 1, 60, 3, 0.1);
    expect(run.done).toBe(30);
    let asked = 0;
    const stopped = runOf(stateOf(entangled)!, { iterations: 1e9, shouldStop: () => ++asked > 0 });
    stopped.coolOnce(() => 1, 60, 3, 0.1);
    expect(stopped.isOver()).toBe(true);
  });

  test('is warm at first and cold at last, and leaves a local optimum', () => {
    const problem = drawnProblem(18, 3, { min: 6, max: 6 });
    const state = stateOf(problem)!;
    const { remaining } = clock(1 / 4);
    const met: number[] = [];
    const run = runOf(state, { iterations: 4000, remaining, onProgress: () => met.push(state.objective) });
    run.coolOnce(remaining, 300, 3, 0.02);
    const [first = 0] = met;
    expect(Math.max(...met)).toBeGreaterThan(first);
    expect(met.at(-1)).toBeGreaterThan(first);
    const best = freshState(problem, state, run.finish());
    expect(bestGain(problem, best)).toBeLessThanOrEqual(0);
    expect(best.objective).toBeGreaterThanOrEqual(Math.max(...met));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { atMostCriterion } from '../../../../../engine/criteria/at-most.js';
import type {
  GroupBounds,
  GroupingProblem,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { noOutliers } from '../../../../../engine/methods/grouping/problem/low-outliers.js';
import { AnnealingSweep } from '../../../../../engine/methods/grouping/search/annealing-sweep.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { Thresholds } from '../../../../../engine/methods/grouping/search/thresholds.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules, symmetricWeights, tinyProblems } from '../every-grouping.js';
import { bestGain, drawnProblem, expectSound, freshState, stateOf } from './made-state.js';

function sweepOf(state: GroupingState, shouldStop = () => false): AnnealingSweep {
  return new AnnealingSweep(state, new Thresholds(createRng(2)), shouldStop);
}

/** 24 units in 4 groups. */
function smallProblem(bounds: GroupBounds): GroupingProblem {
  return drawnProblem(24, 4, bounds);
}

describe('AnnealingSweep', () => {
  test('keeps every rule and a true objective, hot or cold, criteria included', () => {
    fc.assert(
      fc.property(tinyProblems(), fc.boolean(), (problem, plain) => {
        const units = [0, problem.order >> 1, problem.order - 1];
        const criteria = [apartCriterion({ ruleId: 'a', level: 'soft', weight: 4, units })];
        const state = stateOf(plain ? problem : { ...problem, criteria });
        fc.pre(state !== null);
        const sweep = sweepOf(state);
        for (const temperature of [100, 10, 1, 0]) {
          sweep.run(temperature);
          expect(
            keepsRules(
              problem,
              state.rules.blockOf.map((b) => state.groupOf[b]!),
            ),
          ).toBe(true);
          expect(state.objective).toBe(state.recount());
        }
      }),
      { numRuns: 60 },
    );
  });

  test('at temperature zero ends where no exchange and no move gains, and never loses on the way', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const valuesOf = Array.from({ length: 10 }, (_, i) => [i % 3]);
      const atMost = atMostCriterion({ ruleId: 'm', level: 'soft', weight: 60, valuesOf, most: 1 });
      const problem: GroupingProblem = {
        ...drawnProblem(10, 3, { min: 1, max: 5 }, seed),
        apart: [[0, 1]],
        together: seed % 3 ? [] : [[2, 3]],
        criteria: seed % 2 ? [atMost] : [],
      };
      const state = stateOf(problem)!;
      const sweep = sweepOf(state);
      for (let changed = true; changed; ) {
        const before = state.groupOf.slice();
        const { objective } = state;
        sweep.run(0);
        changed = state.groupOf.some((g, b) => g !== before[b]);
        expect(state.objective).toBeGreaterThanOrEqual(objective);
      }
      expectSound(problem, state);
      expect(bestGain(problem, state)).toBeLessThanOrEqual(0);
    }
  });

  test('takes a loss as often as its temperature says, be it by a move either way or by an exchange', () => {
    const temperature = 10;
    const loss = 7;
    // 0 is drawn to 1, which stays; 2 stays in the other group
    const towards = symmetricWeights(4, (i, j) => (i === 1 && j === 0 ? loss : 0));
    const stay: [number, number][] = [
      [1, 0],
      [2, 1],
    ];
    const wide = [0, 1].map(() => ({ min: 1, max: 3 }));
    const exact = [0, 1].map(() => ({ min: 2, max: 2 }));
    const ways: [GroupingProblem, number[]][] = [
      [{ order: 3, weights: towards.slice(0, 9), groups: wide, pinned: stay }, [0, 0, 1]],
      // 3 stands for 0 in the other group, where it is worth nothing
      [{ order: 4, weights: towards, groups: exact, pinned: stay }, [0, 0, 1, 1]],
    ];
    ways[0]![0] = { ...ways[0]![0], weights: symmetricWeights(3, (i, j) => (i + j === 1 ? loss : 0)) };
    for (const [problem, start] of ways) {
      const state = stateOf(problem)!;
      const sweep = sweepOf(state);
      let taken = 0;
      for (let k = 0; k < 2000; k++) {
        state.adopt(Int32Array.from(start));
        sweep.run(temperature);
        if (state.groupOf[0] === 1) taken++;
      }
      expect(taken / 2000).toBeCloseTo(Math.exp(-loss / temperature), 1);
    }
  });

  test('what it knows of groups that stayed never differs from what it would learn anew', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const bounds = seed % 2 ? { min: 3, max: 9 } : { min: 6, max: 6 };
      const problem: GroupingProblem = {
        ...drawnProblem(24, 4, bounds, seed),
        apart: [[0, 1]],
        pinned: [[5, 2]],
      };
      const [state, other] = [stateOf(problem)!, stateOf(problem)!];
      const [thresholds, same] = [new Thresholds(createRng(seed)), new Thresholds(createRng(seed))];
      const sweep = new AnnealingSweep(state, thresholds, () => false);
      const rng = createRng(seed);
      for (let k = 0; k < 30; k++) {
        const temperature = [0, 2, 20, 60][k % 4]!;
        sweep.run(temperature);
        new AnnealingSweep(other, same, () => false).run(temperature);
        expect(state.groupOf).toEqual(other.groupOf);
        expectSound(problem, state);
        // others change the grouping too: a climb, a kick, the best met taken up again
        const [a, b] = [rng.integer(24), rng.integer(24)];
        if (k % 3 === 0 && state.allowsSwap(a, b)) {
          for (const each of [state, other]) each.exchange(a, b, each.gainOfSwap(a, b));
        }
        if (k % 7 === 0) for (const each of [state, other]) each.refresh();
      }
    }
  });

  test('passes over no exchange for knowing who is an outlier', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const bounds = seed % 2 ? { min: 3, max: 9 } : { min: 6, max: 6 };
      const { weights, ...rest } = drawnProblem(24, 4, bounds, seed);
      // each has two whom it met before
      const met = symmetricWeights(24, (i, j) => ((i - j) % 12 === seed % 12 ? -200 : 0));
      const problem: GroupingProblem = { ...rest, weights: weights.map((w, at) => w + met[at]!) };
      const state = stateOf(problem)!;
      expect(state.weights.outliers.blocks.length).toBeGreaterThan(0);
      const outliers = noOutliers(state.weights.smallestOf);
      const other = freshState(
        problem,
        { rules: state.rules, weights: { ...state.weights, outliers } },
        state.groupOf,
      );
      const [sweep, same] = [sweepOf(state), sweepOf(other)];
      for (let k = 0; k < 30; k++) {
        const temperature = [0, 20, 60, 200][k % 4]!;
        sweep.run(temperature);
        same.run(temperature);
        expect(state.groupOf).toEqual(other.groupOf);
        expectSound(problem, state);
      }
    }
  });

  test('offers each block to each group, to those before its own too', () => {
    // 0 to 2 gain by joining 3 in the first group, which is the larger
    const weights = symmetricWeights(6, (i, j) => (i < 4 && j < 4 ? 5 : 0));
    const groups = [0, 1, 2].map(() => ({ min: 1, max: 4 }));
    const state = stateOf({ order: 6, weights, groups })!;
    state.adopt(Int32Array.of(2, 2, 1, 0, 1, 2));
    const sweep = sweepOf(state);
    for (let k = 0; k < 4; k++) sweep.run(0);
    expect(state.objective).toBe(30);
    expect(new Set(state.groupOf.slice(0, 4)).size).toBe(1);
  });

  test('counts what it offers', () => {
    const sweep = sweepOf(stateOf(smallProblem({ min: 6, max: 6 }))!);
    expect(sweep.offered).toBe(0);
    sweep.run(5);
    const once = sweep.offered;
    expect(once).toBeGreaterThan(0);
    expect(once).toBeLessThanOrEqual(24 * 24);
    sweep.run(5);
    expect(sweep.offered).toBeGreaterThan(once);
  });

  test('brings a block to a group where all are pinned, and to one that is empty', () => {
    const pair = { min: 0, max: 3 };
    const drawn = symmetricWeights(3, (i, j) => (i + j === 1 ? 10 : -1));
    const pinned = stateOf({ order: 3, weights: drawn, groups: [pair, pair], pinned: [[0, 0]] })!;
    pinned.adopt(Int32Array.of(0, 1, 1));
    sweepOf(pinned).run(0);
    expect([...pinned.groupOf]).toEqual([0, 0, 1]);

    const apart = stateOf({ order: 2, weights: symmetricWeights(2, () => -1), groups: [pair, pair] })!;
    apart.adopt(Int32Array.of(1, 1));
    sweepOf(apart).run(0);
    expect(apart.groupOf[0]).not.toBe(apart.groupOf[1]);
  });

  test('moves more the hotter it is', () => {
    const displaced = (temperature: number): number => {
      const state = stateOf(smallProblem({ min: 6, max: 6 }))!;
      const sweep = sweepOf(state);
      for (let k = 0; k < 20; k++) sweep.run(0);
      const before = state.groupOf.slice();
      sweep.run(temperature);
      return before.filter((g, b) => g !== state.groupOf[b]).length;
    };
    expect(displaced(0)).toBe(0);
    expect(displaced(2000)).toBeGreaterThan(displaced(20));
  });

  test('does nothing more once told to stop', () => {
    const order = 640;
    const problem = {
      order,
      weights: symmetricWeights(order, (i, j) => (i * j) % 7),
      groups: Array.from({ length: 64 }, () => ({ min: 10, max: 10 })),
    };
    const state = stateOf(problem)!;
    let asked = 0;
    const sweep = sweepOf(state, () => ++asked >= 1);
    sweep.run(0);
    expect(asked).toBe(1);
    expect(sweep.offered).toBeLessThan(order * order);
  });
});

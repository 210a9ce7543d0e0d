import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { AnnealingSweep, Thresholds } from '../../../../../engine/methods/grouping/search/annealing-sweep.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules, symmetricWeights, tinyProblems } from '../every-grouping.js';
import { stateOf } from './made-state.js';

function sweepOf(state: GroupingState, shouldStop = () => false): AnnealingSweep {
  return new AnnealingSweep(state, new Thresholds(createRng(2)), shouldStop);
}

/** 24 units in 4 groups, whole-number weights. */
function smallProblem(groups: { min: number; max: number }): GroupingProblem {
  const rng = createRng(5);
  return {
    order: 24,
    weights: symmetricWeights(24, () => Math.floor(rng.next() * 100) - 30),
    groups: Array.from({ length: 4 }, () => groups),
  };
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
      { numRuns: 200 },
    );
  });

  test('at temperature zero ends where no exchange and no move gains, and never loses on the way', () => {
    const state = stateOf(smallProblem({ min: 4, max: 8 }));
    expect(state).not.toBeNull();
    const sweep = sweepOf(state!);
    for (let before = Number.NEGATIVE_INFINITY; state!.objective > before; ) {
      before = state!.objective;
      sweep.run(0);
      expect(state!.objective).toBeGreaterThanOrEqual(before);
    }
    for (let a = 0; a < 24; a++) {
      for (let h = 0; h < 4; h++) {
        if (state!.allowsMove(a, h)) expect(state!.gainOfMove(a, h)).toBeLessThanOrEqual(1e-6);
      }
      for (let b = 0; b < a; b++) {
        if (state!.allowsSwap(a, b)) expect(state!.gainOfSwap(a, b)).toBeLessThanOrEqual(1e-6);
      }
    }
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
    const order = 1200;
    const problem = {
      order,
      weights: symmetricWeights(order, (i, j) => (i * j) % 7),
      groups: Array.from({ length: 120 }, () => ({ min: 10, max: 10 })),
    };
    const state = stateOf(problem)!;
    let asked = 0;
    const sweep = sweepOf(state, () => ++asked >= 1);
    sweep.run(0);
    expect(asked).toBe(1);
    expect(sweep.offered).toBeLessThan(order * order);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atMostCriterion } from '../../../../../engine/criteria/at-most.js';
import { CriteriaMeter } from '../../../../../engine/methods/grouping/penalties/criteria-meter.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import { blockWeights } from '../../../../../engine/methods/grouping/problem/block-weights.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { repair } from '../../../../../engine/methods/grouping/search/repair.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules, symmetricWeights } from '../every-grouping.js';

/** 24 units of six départements in six groups of four, most of one département; likeness draws départements together. */
function crowded(most: number, seed: number): { problem: GroupingProblem; state: GroupingState } {
  const valuesOf = Array.from({ length: 24 }, (_, i) => [Math.floor(i / 4)]);
  const problem: GroupingProblem = {
    order: 24,
    weights: symmetricWeights(24, (i, j) => (i >> 2 === j >> 2 ? 9 : 1)),
    groups: Array.from({ length: 6 }, () => ({ min: 3, max: 5 })),
    apart: [
      [0, 4],
      [4, 8],
    ],
    criteria: [atMostCriterion({ ruleId: 'r', level: 'hard', valuesOf, most })],
  };
  const rules = blockRules(problem);
  const preferred = Int32Array.from({ length: 24 }, (_, i) => i >> 2);
  const start = feasibleGrouping(rules, createRng(seed), { preferred });
  if (start.outcome !== 'found') throw new Error('no start');
  const weights = blockWeights(problem.weights, rules);
  const meter = new CriteriaMeter(problem.criteria ?? [], rules, weights.total);
  return { problem, state: new GroupingState(rules, weights, meter, start.groupOf) };
}

test('mends what can be mended, and keeps every other rule', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { problem, state } = crowded(1, seed);
      const [rule] = problem.criteria ?? [];
      expect(rule?.evaluate(state.groupOf)).toBeGreaterThan(0);
      repair(state, createRng(seed), () => false);
      expect(rule?.evaluate(state.groupOf)).toBe(0);
      expect(keepsRules(problem, state.groupOf)).toBe(true);
      expect(state.recount()).toBe(state.objective);
    }),
    { numRuns: 30 },
  );
});

test('ends, no worse than it began, where nothing can be mended or there is no time', () => {
  for (const [most, stopped] of [
    [0, false],
    [1, true],
  ] as const) {
    const { problem, state } = crowded(most, 1);
    const [rule] = problem.criteria ?? [];
    const before = rule?.evaluate(state.groupOf) ?? 0;
    repair(state, createRng(1), () => stopped);
    expect(rule?.evaluate(state.groupOf)).toBeLessThanOrEqual(before);
    expect(keepsRules(problem, state.groupOf)).toBe(true);
    expect(state.recount()).toBeCloseTo(state.objective, 3);
  }
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CriteriaMeter } from '../../../../../engine/methods/grouping/penalties/criteria-meter.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import { blockWeights } from '../../../../../engine/methods/grouping/problem/block-weights.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { GroupExchange } from '../../../../../engine/methods/grouping/search/group-exchange.js';
import { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import type { Criterion } from '../../../../../engine/model/criterion.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules, symmetricWeights, tinyProblems } from '../every-grouping.js';

function stateOf(problem: GroupingProblem, worthOf: (b: number, g: number) => number): GroupingState | null {
  const rules = blockRules(problem);
  const start = feasibleGrouping(rules, createRng(1));
  if (start.outcome !== 'found') return null;
  const { blockCount, groupCount } = rules;
  const places = Float64Array.from({ length: groupCount * blockCount }, (_, at) =>
    worthOf(at % blockCount, Math.floor(at / blockCount)),
  );
  const weights = blockWeights(problem.weights, rules, places);
  const meter = new CriteriaMeter(problem.criteria ?? [], rules, weights.total);
  return new GroupingState(rules, weights, meter, start.groupOf);
}

function exchangeOf(state: GroupingState): GroupExchange {
  return new GroupExchange(state);
}

/** Three groups of two, in each of which both units would rather be in the next group, and with each other above all. */
const rotated: GroupingProblem = {
  order: 6,
  weights: symmetricWeights(6, (i, j) => (i >> 1 === j >> 1 ? 100 : 0)),
  groups: [2, 2, 2].map((size) => ({ min: size, max: size })),
};

function rotatedState(problem: GroupingProblem): GroupingState {
  const state = stateOf(problem, (b, g) => (g === ((b >> 1) + 1) % 3 ? 7 : 0))!;
  state.adopt(Int32Array.of(0, 0, 1, 1, 2, 2));
  return state;
}

describe('GroupExchange', () => {
  test('keeps every rule and a true objective, and only gains', () => {
    fc.assert(
      fc.property(
        tinyProblems(),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 7 }),
        (problem, values) => {
          const state = stateOf(problem, (b, g) => values[(3 * b + 5 * g) % values.length]!);
          fc.pre(state !== null);
          const exchange = exchangeOf(state);
          const before = state.objective;
          const changed = exchange.run();
          expect(
            keepsRules(
              problem,
              state.rules.blockOf.map((b) => state.groupOf[b]!),
            ),
          ).toBe(true);
          expect(state.objective).toBe(state.recount());
          if (changed) expect(state.objective).toBeGreaterThan(before);
          else expect(state.objective).toBe(before);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('carries good company to where it is wanted, whole', () => {
    const state = rotatedState(rotated);
    const exchange = exchangeOf(state);
    while (exchange.run());
    expect(state.groupOf).toEqual(Int32Array.of(1, 1, 2, 2, 0, 0));
    expect(state.objective).toBe(300 + 42);
  });

  test('leaves a pinned unit where it is', () => {
    const state = rotatedState({ ...rotated, pinned: [[0, 0]] });
    exchangeOf(state).run();
    expect(state.groupOf[0]).toBe(0);
    expect(state.groupOf[1]).toBe(0);
  });

  test('goes back where a criterion that tells groups apart makes the exchange a loss', () => {
    // as the places see it both pairs gain; this one wants unit 0 to stay
    const stays: Criterion = {
      ruleId: 's',
      level: 'soft',
      weight: 50,
      evaluate: (groupOf) => (groupOf[0] === 0 ? 0 : 1),
      deltaOfMove: (groupOf, i, g) => (i === 0 ? (g === 0 ? 0 : 1) - (groupOf[0] === 0 ? 0 : 1) : 0),
      deltaOfSwap: () => 0,
      justify: () => [],
    };
    const state = rotatedState({ ...rotated, criteria: [stays] });
    exchangeOf(state).run();
    expect(state.groupOf[0]).toBe(0);
    expect(state.objective).toBe(state.recount());
  });

  test('does nothing where groups are worth the same', () => {
    const rules = blockRules(rotated);
    const weights = blockWeights(rotated.weights, rules);
    const groupOf = Int32Array.of(0, 0, 1, 1, 2, 2);
    const state = new GroupingState(rules, weights, new CriteriaMeter([], rules, weights.total), groupOf);
    expect(exchangeOf(state).run()).toBe(false);
    expect(state.groupOf).toEqual(groupOf);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { GroupExchange } from '../../../../../engine/methods/grouping/search/group-exchange.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import type { Criterion } from '../../../../../engine/model/criterion.js';
import { keepsRules, symmetricWeights, tinyProblems } from '../every-grouping.js';
import { freshState, stateOf, tinyRuled, unitsOf } from './made-state.js';

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
  const state = stateOf(problem, { worthOf: (b, g) => (g === ((b >> 1) + 1) % 3 ? 7 : 0) })!;
  state.adopt(Int32Array.of(0, 0, 1, 1, 2, 2));
  return state;
}

/** Wants unit 0 to stay in group 0, more than any place is worth. */
const stays: Criterion = {
  ruleId: 's',
  level: 'soft',
  weight: 50,
  evaluate: (groupOf) => (groupOf[0] === 0 ? 0 : 1),
  deltaOfMove: (groupOf, i, g) => (i === 0 ? (g === 0 ? 0 : 1) - (groupOf[0] === 0 ? 0 : 1) : 0),
  deltaOfSwap: () => 0,
  justify: () => [],
};

describe('GroupExchange', () => {
  test('keeps every rule and a true objective, and only gains', () => {
    fc.assert(
      fc.property(
        tinyProblems(),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 7 }),
        (problem, values) => {
          const state = stateOf(problem, { worthOf: (b, g) => values[(3 * b + 5 * g) % values.length]! });
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
      { numRuns: 80 },
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
    const state = rotatedState({ ...rotated, criteria: [stays] });
    // the other two gain by it
    expect(exchangeOf(state).run()).toBe(true);
    expect(state.groupOf).toEqual(Int32Array.of(0, 0, 2, 2, 1, 1));
    expect(state.objective).toBe(state.recount());
  });

  test('makes those exchanges that trying each two groups in turn would make', () => {
    const worths = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 7 });
    fc.assert(
      fc.property(tinyRuled(6), worths, (problem, values) => {
        const worthOf = (b: number, g: number): number => values[(3 * b + 5 * g) % values.length]!;
        const state = stateOf(problem, { worthOf });
        const other = stateOf(problem, { worthOf });
        fc.pre(state !== null && other !== null);
        const changed = exchangeOf(state).run();
        expect(changed).toBe(exchangeByTrying(problem, other));
        expect(state.groupOf).toEqual(other.groupOf);
      }),
      { numRuns: 60 },
    );
  });

  test('says that nothing changed where a criterion undoes all', () => {
    // groups 0 and 1 would each rather be the other, 0 must stay
    const state = stateOf(
      { ...rotated, criteria: [stays] },
      { worthOf: (b, g) => (g === (b >> 1 === 0 ? 1 : 0) ? 7 : 0) },
    )!;
    const start = Int32Array.of(0, 0, 1, 1, 2, 2);
    state.adopt(start);
    expect(exchangeOf(state).run()).toBe(false);
    expect(state.groupOf).toEqual(start);
  });

  test('remembers who must not be where after an exchange', () => {
    // the second pair gains most in group 2, where 2 must not be, and something in group 0
    const worthOf = (b: number, g: number): number => (b >> 1 === 1 ? [10, 0, 40][g]! : 0);
    const allowed = [[2, [0, 1]]] as const;
    const state = stateOf({ ...rotated, allowed }, { worthOf })!;
    state.adopt(Int32Array.of(0, 0, 1, 1, 2, 2));
    expect(exchangeOf(state).run()).toBe(true);
    expect(state.groupOf).toEqual(Int32Array.of(1, 1, 0, 0, 2, 2));
    // and the first pair may go where the second may not
    const free = stateOf(
      { ...rotated, allowed },
      { worthOf: (b, g) => (b >> 1 === 1 ? [10, 0, 0][g]! : b >> 1 === 0 ? [0, 0, 5][g]! : 0) },
    )!;
    free.adopt(Int32Array.of(0, 0, 1, 1, 2, 2));
    expect(exchangeOf(free).run()).toBe(true);
    expect(free.groupOf).toEqual(Int32Array.of(2, 2, 0, 0, 1, 1));
  });

  test('does nothing where groups are worth the same', () => {
    const groupOf = Int32Array.of(0, 0, 1, 1, 2, 2);
    const state = stateOf(rotated)!;
    state.adopt(groupOf);
    expect(exchangeOf(state).run()).toBe(false);
    expect(state.groupOf).toEqual(groupOf);
  });
});

/** The same offers, each judged by a fresh computation. */
function exchangeByTrying(problem: GroupingProblem, state: GroupingState): boolean {
  const { rules } = state;
  let changed = false;
  for (let g = 1; g < rules.groupCount; g++) {
    for (let h = 0; h < g; h++) {
      const groupOf = state.groupOf.map((at) => (at === g ? h : at === h ? g : at));
      if (!keepsRules(problem, unitsOf({ rules, groupOf }))) continue;
      if (freshState(problem, state, groupOf).objective <= state.objective) continue;
      state.adopt(groupOf);
      changed = true;
    }
  }
  return changed;
}

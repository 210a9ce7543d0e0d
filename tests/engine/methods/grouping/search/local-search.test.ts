import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atMostCriterion } from '../../../../../engine/criteria/at-most.js';
import { togetherCriterion } from '../../../../../engine/criteria/together.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { climb } from '../../../../../engine/methods/grouping/search/local-search.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { bestGain, drawnProblem, expectSound, stateOf, tinyRuled } from './made-state.js';

const never = () => false;

/** Problems with rules, and with criteria that weigh more than the weights do. */
const problems = fc
  .tuple(tinyRuled(6), fc.constantFrom('none', 'soft', 'hard'))
  .map(([problem, level]): GroupingProblem => {
    if (level === 'none') return problem;
    const valuesOf = Array.from({ length: problem.order }, (_, i) => [i % 2]);
    const units = [0, problem.order - 1];
    return {
      ...problem,
      criteria: [
        atMostCriterion({
          ruleId: 'm',
          level: level === 'hard' ? 'hard' : 'soft',
          weight: 25,
          valuesOf,
          most: 1,
        }),
        togetherCriterion({ ruleId: 't', level: 'soft', weight: 9, units }),
      ],
    };
  });

describe('climb', () => {
  test('ends, no lower and with every rule kept, where no move and no exchange gains', () => {
    fc.assert(
      fc.property(problems, fc.boolean(), fc.nat(9), (problem, placed, seed) => {
        const worthOf = (b: number, g: number): number => ((7 * b + 5 * g) % 11) - 5;
        const state = stateOf(problem, { seed, ...(placed && { worthOf }) });
        fc.pre(state !== null);
        const before = state.objective;
        climb(state, never);
        expectSound(problem, state);
        expect(state.objective).toBeGreaterThanOrEqual(before);
        expect(bestGain(problem, state)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });

  test('makes the best change between two groups each time, as trying every one of them does', () => {
    const rng = createRng(6);
    for (let round = 0; round < 8; round++) {
      // weights of many digits, so that no two changes gain the same
      const weights = symmetricWeights(15, () => rng.next() - 0.4);
      const valuesOf = Array.from({ length: 15 }, (_, i) => [i % 4]);
      const atMost = atMostCriterion({ ruleId: 'm', level: 'soft', weight: 1.3, valuesOf, most: 1 });
      const problem: GroupingProblem = {
        order: 15,
        weights,
        groups: Array.from({ length: 3 }, () => ({ min: 3, max: 7 })),
        pinned: [[4, 1]],
        together: [[7, 9]],
        apart: [[0, 1]],
        criteria: round % 2 ? [atMost] : [],
      };
      const state = stateOf(problem, { seed: round })!;
      const other = stateOf(problem, { seed: round })!;
      climb(state, never);
      climbByTryingAll(other);
      expect(state.groupOf).toEqual(other.groupOf);
      expect(state.objective).toBeCloseTo(other.objective, 9);
    }
  });

  test('looks again at a group that changed, and not at one that did not', () => {
    const state = stateOf(drawnProblem(12, 3, { min: 3, max: 5 }))!;
    climb(state, never);
    expect(state.takeDirty()).toBe(-1);
    const best = state.objective;
    // a change that is not announced is not looked for: nothing to do
    climb(state, () => {
      throw new Error('asked without a group to look at');
    });
    state.move(state.members[0]!, 1);
    climb(state, never);
    expect(state.objective).toBeGreaterThanOrEqual(best - 1e-9);
    expect(state.takeDirty()).toBe(-1);
  });

  test('makes no change once told to stop, and asks before each group', () => {
    const problem = drawnProblem(20, 4, { min: 3, max: 7 });
    const untouched = stateOf(problem)!;
    const start = untouched.groupOf.slice();
    climb(untouched, () => true);
    expect(untouched.groupOf).toEqual(start);
    const [groups, told]: [number[], number[]] = [[], []];
    for (let patience = 1; patience <= 6; patience++) {
      const state = stateOf(problem)!;
      let asked = 0;
      climb(state, () => ++asked > patience);
      expectSound(problem, state);
      groups.push(asked);
      told.push(state.objective);
    }
    expect(groups.slice(0, 4)).toEqual([2, 3, 4, 5]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBeGreaterThan(untouched.objective);
  });

  test('takes a gain of rounding for none', () => {
    // an exchange would gain 1e-12 of the largest weight
    const weights = symmetricWeights(4, (i, j) =>
      i >> 1 === j >> 1 ? 1 : i === 3 && j === 0 ? 1 + 4e-12 : 1,
    );
    const groups = [2, 2].map((size) => ({ min: size, max: size }));
    const state = stateOf({ order: 4, weights, groups })!;
    state.adopt(Int32Array.of(0, 0, 1, 1));
    climb(state, never);
    expect(state.groupOf).toEqual(Int32Array.of(0, 0, 1, 1));
  });
});

/** The same turn of groups, the best of all changes between two by asking the state for each one. */
function climbByTryingAll(state: GroupingState): void {
  const { groupCount, blockCount } = state.rules;
  for (let g = state.takeDirty(); g !== -1; g = state.takeDirty()) {
    for (let h = 0; h < groupCount; h++) {
      while (h !== g) {
        let best = state.weights.tolerance;
        let change: [number, number][] = [];
        const offer = (gain: number, moves: [number, number][]): void => {
          if (gain <= best) return;
          best = gain;
          change = moves;
        };
        for (let a = 0; a < blockCount; a++) {
          const [from, to] = state.groupOf[a] === g ? [g, h] : [h, g];
          if (state.groupOf[a] !== from) continue;
          if (state.allowsMove(a, to)) offer(state.gainOfMove(a, to), [[a, to]]);
          for (let b = 0; b < blockCount; b++) {
            if (state.groupOf[a] !== g || state.groupOf[b] !== h || !state.allowsSwap(a, b)) continue;
            offer(state.gainOfSwap(a, b), [
              [a, h],
              [b, g],
            ]);
          }
        }
        if (change.length === 0) break;
        for (const [b, to] of change) state.move(b, to);
      }
    }
  }
}

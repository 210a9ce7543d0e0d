import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atMostCriterion } from '../../../../../engine/criteria/at-most.js';
import { typicalLoss } from '../../../../../engine/methods/grouping/search/typical-loss.js';
import type { Criterion } from '../../../../../engine/model/criterion.js';
import { keepsRules, symmetricWeights } from '../every-grouping.js';
import { drawnProblem, freshState, stateOf, tinyRuled, unitsOf } from './made-state.js';

const pairs = [2, 2].map((size) => ({ min: size, max: size }));

describe('typicalLoss', () => {
  test('is what the cheapest exchange of each block costs, on average', () => {
    // two pairs of 5 in groups of two; any exchange parts both and makes two pairs of 1
    const weights = symmetricWeights(4, (i, j) => (i >> 1 === j >> 1 ? 5 : 1));
    const state = stateOf({ order: 4, weights, groups: pairs })!;
    state.adopt(Int32Array.of(0, 0, 1, 1));
    expect(typicalLoss(state)).toBe(8);
  });

  test('agrees with trying every exchange, those left out that break a hard criterion or break it further', () => {
    fc.assert(
      fc.property(tinyRuled(6), fc.boolean(), (ruled, strict) => {
        const valuesOf = Array.from({ length: ruled.order }, (_, i) => [i % 2]);
        const atMost = atMostCriterion({ ruleId: 'm', level: 'hard', valuesOf, most: 1 });
        const problem = strict ? { ...ruled, criteria: [atMost] } : ruled;
        const state = stateOf(problem);
        fc.pre(state !== null);
        const { blockCount, pinnedTo } = state.rules;
        const penalty = (groupOf: Int32Array): number =>
          strict ? atMost.evaluate(unitsOf({ rules: state.rules, groupOf })) : 0;
        const losses: number[] = [];
        for (let a = 0; a < blockCount; a++) {
          const found: number[] = [];
          for (let b = 0; b < blockCount; b++) {
            const groupOf = state.groupOf.with(a, state.groupOf[b]!).with(b, state.groupOf[a]!);
            if (pinnedTo[a] !== -1 || pinnedTo[b] !== -1) continue;
            if (!keepsRules(problem, unitsOf({ rules: state.rules, groupOf }))) continue;
            const loss = state.objective - freshState(problem, state, groupOf).objective;
            if (loss > 0 && penalty(groupOf) <= penalty(state.groupOf)) found.push(loss);
          }
          if (found.length > 0) losses.push(Math.min(...found));
        }
        // no exchange costs anything: the scale is another then
        if (losses.length === 0) return;
        expect(typicalLoss(state)).toBeCloseTo(
          losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
          9,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('falls back on the mean weight where no exchange is open', () => {
    const weights = symmetricWeights(3, (i, j) => (i + j === 1 ? -7 : 1));
    expect(typicalLoss(stateOf({ order: 3, weights, groups: [{ min: 3, max: 3 }] })!)).toBe(3);
    expect(
      typicalLoss(stateOf({ order: 1, weights: new Float64Array(1), groups: [{ min: 1, max: 1 }] })!),
    ).toBe(0);
  });

  test('does not count what breaks a hard criterion', () => {
    // exchanging 0 for 2 or 1 for 3 costs 10 − 2, 0 for 3 or 1 for 2 costs 10 − 8 but brings two of one value together
    const weights = symmetricWeights(4, (i, j) => (i >> 1 === j >> 1 ? 5 : (i + j) % 2 ? 1 : 4));
    const valuesOf = [[0], [1], [0], [1]];
    const atMost = atMostCriterion({ ruleId: 'm', level: 'hard', valuesOf, most: 1 });
    const lossWith = (criteria: Criterion[]): number => {
      const state = stateOf({ order: 4, weights, groups: pairs, criteria })!;
      state.adopt(Int32Array.of(0, 0, 1, 1));
      return typicalLoss(state);
    };
    expect(lossWith([])).toBe(2);
    expect(lossWith([atMost])).toBe(8);
  });

  test('does not count what breaks further a criterion that is broken already', () => {
    // one group holds two of a kind and the other one: the third would make it worse, and nothing else costs anything
    const valuesOf = [[0], [0], [1], [0], [2], [3]];
    const atMost = atMostCriterion({ ruleId: 'm', level: 'hard', valuesOf, most: 1 });
    const groups = [3, 3].map((size) => ({ min: size, max: size }));
    const state = stateOf({ order: 6, weights: symmetricWeights(6, () => 1), groups, criteria: [atMost] })!;
    state.adopt(Int32Array.of(0, 0, 0, 1, 1, 1));
    expect(typicalLoss(state)).toBe(1);
  });

  test('looks at enough blocks of many, not at all of them', () => {
    const state = stateOf(drawnProblem(300, 30, { min: 10, max: 10 }))!;
    const asked = new Set<number>();
    const counting = Object.assign(Object.create(state) as typeof state, {
      gainOfSwap: (a: number, b: number): number => {
        asked.add(a);
        return state.gainOfSwap(a, b);
      },
    });
    const all = lossesOfAll(state);
    expect(typicalLoss(counting)).toBeGreaterThan(0.7 * all);
    expect(typicalLoss(counting)).toBeLessThan(1.4 * all);
    expect(asked.size).toBe(150);
  });

  test('is not led by the few that hang on a rule that ties all groups', () => {
    // three pairs of 5, 100 and 7, all else 1: parting those of 100 costs 103 at least, parting the others 10
    const within = [5, 100, 7];
    const weights = symmetricWeights(6, (i, j) => (i >> 1 === j >> 1 ? within[i >> 1]! : 1));
    const groups = [2, 2, 2].map((size) => ({ min: size, max: size }));
    const lossWith = (criteria: Criterion[]): number => {
      const state = stateOf({ order: 6, weights, groups, criteria })!;
      state.adopt(Int32Array.of(0, 0, 1, 1, 2, 2));
      return typicalLoss(state);
    };
    expect(lossWith([])).toBe((4 * 10 + 2 * 103) / 6);
    // none counts for more than 1.5 times the middle one
    expect(lossWith([tiesAll])).toBe((4 * 10 + 2 * 15) / 6);
  });
});

/** Looks at all groups at once, and finds nothing amiss. */
const tiesAll: Criterion = {
  ruleId: 'all',
  level: 'soft',
  weight: 1,
  evaluate: () => 0,
  deltaOfMove: () => 0,
  deltaOfSwap: () => 0,
  justify: () => [],
  tally: () => ({
    local: false,
    deltaOfMove: () => 0,
    deltaOfSwap: () => 0,
    record: () => {},
    penaltyOf: () => 0,
  }),
};

/** The mean of the least losses of all blocks. */
function lossesOfAll(state: NonNullable<ReturnType<typeof stateOf>>): number {
  const { blockCount } = state.rules;
  let sum = 0;
  for (let a = 0; a < blockCount; a++) {
    let least = Number.POSITIVE_INFINITY;
    for (let b = 0; b < blockCount; b++) {
      if (!state.allowsSwap(a, b)) continue;
      const loss = -state.gainOfSwap(a, b);
      if (loss > 0) least = Math.min(least, loss);
    }
    sum += least;
  }
  return sum / blockCount;
}

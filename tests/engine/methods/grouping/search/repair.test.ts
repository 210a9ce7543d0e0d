import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atMostCriterion } from '../../../../../engine/criteria/at-most.js';
import { notAloneCriterion } from '../../../../../engine/criteria/not-alone.js';
import type {
  GroupBounds,
  GroupingProblem,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { repair } from '../../../../../engine/methods/grouping/search/repair.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules, symmetricWeights } from '../every-grouping.js';
import { expectSound, neighbours, stateOf, tinyRuled, unitsOf } from './made-state.js';

const never = () => false;
const noDraws = { next: refuse, integer: refuse, stream: refuse };

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
  const state = stateOf(problem, { seed })!;
  // all of one département together, but for one of the first, which 4 must not meet
  state.adopt(Int32Array.from({ length: 24 }, (_, i) => (i === 4 ? 3 : i === 8 ? 0 : i >> 2)));
  expect(keepsRules(problem, state.groupOf)).toBe(true);
  return { problem, state };
}

/** A grouping of few units, some rule of which is broken. */
function few(
  groupOf: number[],
  groups: readonly GroupBounds[],
  more: Partial<GroupingProblem>,
): GroupingState {
  const order = groupOf.length;
  const state = stateOf({ order, weights: new Float64Array(order * order), groups, ...more })!;
  state.adopt(Int32Array.from(groupOf));
  return state;
}

describe('repair', () => {
  test('mends what can be mended, and keeps every other rule', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { problem, state } = crowded(1, seed);
        const [rule] = problem.criteria ?? [];
        expect(rule?.evaluate(state.groupOf)).toBeGreaterThan(0);
        expect(repair(state, createRng(seed), never)).toBe(true);
        expect(rule?.evaluate(state.groupOf)).toBe(0);
        expect(keepsRules(problem, state.groupOf)).toBe(true);
        expect(state.recount()).toBe(state.objective);
      }),
      { numRuns: 10 },
    );
  });

  test('mends whatever one change would mend, and says whether all is mended', () => {
    const problems = fc.tuple(tinyRuled(6), fc.boolean(), fc.nat(9));
    fc.assert(
      fc.property(problems, ([ruled, alone, seed]) => {
        const valuesOf = Array.from({ length: ruled.order }, (_, i) => [i % 2]);
        const terms = { ruleId: 'r', level: 'hard', valuesOf } as const;
        const rule = alone ? notAloneCriterion(terms) : atMostCriterion({ ...terms, most: 1 });
        const problem = { ...ruled, criteria: [rule] };
        const state = stateOf(problem, { seed });
        fc.pre(state !== null);
        const { rules } = state;
        const penalty = (groupOf: Int32Array): number => rule.evaluate(unitsOf({ rules, groupOf }));
        const before = penalty(state.groupOf);
        const easy =
          before === 0 || [...neighbours(problem, state)].some((changed) => penalty(changed) === 0);
        const mended = repair(state, createRng(seed), never);
        expectSound(problem, state);
        expect(penalty(state.groupOf)).toBeLessThanOrEqual(before);
        expect(mended).toBe(penalty(state.groupOf) === 0);
        if (easy) expect(mended).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves alone what is not broken, whatever there is to gain', () => {
    const { problem, state } = crowded(4, 1);
    const gain = symmetricWeights(24, (i, j) => (i + j) % 5);
    const plain = stateOf({ ...problem, weights: gain, criteria: [] })!;
    for (const sound of [state, plain]) {
      const before = sound.groupOf.slice();
      expect(repair(sound, noDraws, never)).toBe(true);
      expect(sound.groupOf).toEqual(before);
    }
  });

  test('mends by a unit that leaves, by one that comes, or by two that change places', () => {
    const twoOfOne = atMostCriterion({ ruleId: 'r', level: 'hard', valuesOf: [[0], [0], [0], [0]], most: 2 });
    const leaving = few(
      [0, 0, 0, 1],
      [0, 1].map(() => ({ min: 1, max: 3 })),
      { criteria: [twoOfOne] },
    );
    // unit 3 is alone where it is, its group is not to be empty, and the other one is full
    const together = notAloneCriterion({ ruleId: 'r', level: 'hard', valuesOf: [[0], [0], [0], [0]] });
    const coming = few(
      [1, 1, 1, 0],
      [1, 2].map((min) => ({ min, max: 3 })),
      { criteria: [together] },
    );
    // the same where only the last of the full group may come
    const lastComing = few(
      [1, 1, 1, 0],
      [1, 2].map((min) => ({ min, max: 3 })),
      {
        criteria: [together],
        pinned: [
          [0, 1],
          [1, 1],
        ],
      },
    );
    const mixed = atMostCriterion({ ruleId: 'r', level: 'hard', valuesOf: [[0], [0], [1], [1]], most: 1 });
    const changing = few(
      [0, 0, 1, 1],
      [0, 1].map(() => ({ min: 2, max: 2 })),
      { criteria: [mixed] },
    );
    for (const state of [leaving, coming, lastComing, changing]) {
      expect(repair(state, createRng(1), never)).toBe(true);
      expect([...state.size]).toEqual([2, 2]);
    }
  });

  test('mends by an exchange with a group that is not broken, whichever it is', () => {
    const valuesOf = [[0], [0], [1], [2], [1], [2]];
    const rule = atMostCriterion({ ruleId: 'r', level: 'hard', valuesOf, most: 1 });
    const groups = [2, 2, 2].map((size) => ({ min: size, max: size }));
    for (let seed = 1; seed <= 6; seed++) {
      const state = few([0, 0, 1, 1, 2, 2], groups, { criteria: [rule] });
      expect(repair(state, createRng(seed), never)).toBe(true);
      expect(rule.evaluate(state.groupOf)).toBe(0);
    }
  });

  test('makes, of the changes that mend, the one that costs least', () => {
    // each of three may leave for the other group; 1 is worth nothing to those it leaves
    const weights = symmetricWeights(4, (i, j) => (i === 2 && j === 0 ? 50 : i === 3 && j !== 1 ? -10 : 0));
    const valuesOf = [[0], [0], [0], [1]];
    const rule = atMostCriterion({ ruleId: 'r', level: 'hard', valuesOf, most: 2 });
    const groups = [0, 1].map(() => ({ min: 1, max: 3 }));
    for (let seed = 1; seed <= 6; seed++) {
      const state = few([0, 0, 0, 1], groups, { weights, criteria: [rule] });
      expect(repair(state, createRng(seed), never)).toBe(true);
      expect([...state.groupOf]).toEqual([0, 1, 0, 1]);
    }
  });

  test('ends where nothing can be mended, as good as it began', () => {
    const { problem, state } = crowded(0, 1);
    const start = state.objective;
    expect(repair(state, createRng(1), never)).toBe(false);
    expect(state.objective).toBeGreaterThanOrEqual(start);
    expect(keepsRules(problem, state.groupOf)).toBe(true);
    expect(state.recount()).toBeCloseTo(state.objective, 3);
  });

  test('returns to the least broken grouping it met', () => {
    // five of one value in two groups that may hold two each: one is always too many, where two more are at first
    const valuesOf = [[0], [0], [0], [0], [0], [1], [1], [1]];
    const rule = atMostCriterion({ ruleId: 'r', level: 'hard', valuesOf, most: 2 });
    const groups = [0, 1].map(() => ({ min: 4, max: 4 }));
    for (let seed = 1; seed <= 6; seed++) {
      const state = few([0, 0, 0, 0, 1, 1, 1, 1], groups, { criteria: [rule] });
      expect(rule.evaluate(state.groupOf)).toBe(3);
      repair(state, createRng(seed), never);
      // two and three of the one, two and one of the other
      expect(rule.evaluate(state.groupOf)).toBe(1);
      expect(state.objective).toBeCloseTo(state.recount(), 3);
    }
  });

  test('stops when asked, with every other rule kept', () => {
    for (const patience of [0, 1, 3]) {
      const { problem, state } = crowded(1, 1);
      const [rule] = problem.criteria ?? [];
      const before = rule?.evaluate(state.groupOf) ?? 0;
      let asked = 0;
      expect(repair(state, createRng(1), () => ++asked > patience)).toBe(false);
      expect(asked).toBe(patience + 1);
      expect(rule?.evaluate(state.groupOf)).toBeLessThanOrEqual(before);
      expect(keepsRules(problem, state.groupOf)).toBe(true);
    }
  });

  test('cannot mend where there is one group', () => {
    const rule = atMostCriterion({ ruleId: 'r', level: 'hard', valuesOf: [[0], [0]], most: 1 });
    const state = few([0, 0], [{ min: 2, max: 2 }], { criteria: [rule] });
    expect(repair(state, createRng(1), never)).toBe(false);
  });
});

function refuse(): never {
  throw new Error('nothing is to be drawn');
}

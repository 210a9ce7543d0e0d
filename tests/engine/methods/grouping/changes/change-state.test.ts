import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestStep } from '../../../../../engine/methods/grouping/changes/best-change.js';
import type { ChangeProblem } from '../../../../../engine/methods/grouping/changes/change-problem.js';
import { ChangeState } from '../../../../../engine/methods/grouping/changes/change-state.js';
import { groupCount, order, ruleCases } from '../../../criteria/rule-cases.js';
import { symmetricWeights } from '../every-grouping.js';
import { definedChange, drawnChange } from './drawn-change.js';

const block = fc.nat(4);
const group = fc.nat(groupCount - 1);

describe('ChangeState', () => {
  test('counts what is sought, broken and away as defined, wherever blocks go', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.array(fc.tuple(block, group), { maxLength: 8 }), (seed, moves) => {
        const problem = drawnChange(seed);
        const state = new ChangeState(problem);
        const start = definedChange(problem, state.units());
        // pairs inside a block, and what a criterion costs beside its pairs, never change
        const constant = state.sought - start.sought;
        expect(state.broken).toBeCloseTo(start.broken, 9);
        for (const [b, g] of moves) {
          state.move(b, g);
          const now = definedChange(problem, state.units());
          expect(state.sought - constant).toBeCloseTo(now.sought, 9);
          expect(state.broken).toBeCloseTo(now.broken, 9);
          expect(state.changes).toBe(now.changes);
          expect(state.feasible).toBe(now.broken < 1e-9);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('foretells what criteria say of a move and of an exchange, and changes nothing by being asked', () => {
    fc.assert(
      fc.property(fc.nat(2000), block, block, group, (seed, a, b, h) => {
        const problem = { ...drawnChange(seed), weights: new Float64Array(order * order), apart: [] };
        const wide = problem.groups.map(() => ({ min: 0, max: order }));
        const state = new ChangeState({ ...problem, groups: wide });
        const pairless = problem.criteria?.filter(({ level, pairs }) => level === 'hard' || !pairs);
        const of = () => definedChange({ ...problem, groups: wide, criteria: pairless }, state.units());
        const before = of();
        const [g, other] = [state.groupOf[a]!, state.groupOf[b]!];
        const move = state.criteriaOfMove(a, h);
        const swap = g === other ? null : state.criteriaOfSwap(a, b);
        expect(of()).toEqual(before);
        state.move(a, h);
        expect(move.soft).toBeCloseTo(before.sought - of().sought, 9);
        expect(move.hard).toBeCloseTo(of().broken - before.broken, 9);
        if (!swap) return;
        state.move(a, other);
        state.move(b, g);
        expect(swap.soft).toBeCloseTo(before.sought - of().sought, 9);
        expect(swap.hard).toBeCloseTo(of().broken - before.broken, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('starts with blocks where most of their units are, and newcomers where they break and cost least', () => {
    const weights = symmetricWeights(5, (i, j) => (i === 4 && j === 3 ? 2 : i === 4 && j === 0 ? 3 : 0));
    const problem: ChangeProblem = {
      order: 5,
      weights,
      groups: [
        { min: 0, max: 3 },
        { min: 0, max: 4 },
      ],
      together: [[0, 1, 2]],
      home: Int32Array.of(1, 0, 0, 1, -1),
    };
    // two of three are in the first group, which is full then
    expect([...new ChangeState(problem).units()]).toEqual([0, 0, 0, 1, 1]);
    const roomy = { ...problem, groups: [{ min: 0, max: 4 }, problem.groups[1]!] };
    expect([...new ChangeState(roomy).units()]).toEqual([0, 0, 0, 1, 0]);
    expect([...new ChangeState({ ...roomy, apart: [[4, 1]] }).units()]).toEqual([0, 0, 0, 1, 1]);
    const costly = ruleCases.find(({ name }) => name === 'pinned')!.known({ ruleId: 'p', level: 'soft' });
    const pin = {
      ...costly,
      deltaOfMove: (_: Int32Array, i: number, g: number) => (i === 4 && g === 0 ? 5 : 0),
    };
    expect([...new ChangeState({ ...roomy, criteria: [pin] }).units()]).toEqual([0, 0, 0, 1, 1]);
    // dear in the second group, where it would go for likeness
    const dear = {
      ...costly,
      deltaOfMove: (_: Int32Array, i: number, g: number) => (i === 4 && g === 1 ? 9 : 0),
    };
    const drawn = { ...roomy, weights: symmetricWeights(5, (i, j) => (i === 4 && j === 3 ? 2 : 0)) };
    expect([...new ChangeState(drawn).units()]).toEqual([0, 0, 0, 1, 1]);
    for (const level of ['soft', 'hard'] as const) {
      const state = new ChangeState({ ...drawn, criteria: [{ ...dear, level }] });
      expect([...state.units()]).toEqual([0, 0, 0, 1, 0]);
    }
    // one of the block is new, the others are in the second group
    const mixed = new ChangeState({ ...roomy, home: Int32Array.of(-1, 1, 1, 0, 0) });
    expect([...mixed.units()]).toEqual([1, 1, 1, 0, 0]);
    expect([...new ChangeState({ ...roomy, pinned: [[4, 1]] }).units()]).toEqual([0, 0, 0, 1, 1]);
    expect(new ChangeState(roomy).changes).toBe(1);
  });

  test('lets nobody into a frozen group or out of it, and asks nothing of its size', () => {
    const problem: ChangeProblem = {
      order: 4,
      weights: new Float64Array(16),
      groups: Array.from({ length: 3 }, () => ({ min: 0, max: 2 })),
      home: Int32Array.of(0, 0, 0, 1),
      frozen: [0],
    };
    const state = new ChangeState(problem);
    expect([state.broken, state.impossible]).toEqual([0, false]);
    // group-major: who may be where
    expect([...state.open]).toEqual([1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(new ChangeState({ ...problem, frozen: [] }).broken).toBe(1);
  });

  test.each<[string, boolean, Partial<ChangeProblem>]>([
    ['a unit of a frozen group that must be together with one outside', true, { together: [[0, 3]] }],
    ['a unit of a frozen group pinned elsewhere', true, { pinned: [[0, 1]] }],
    ['a unit from outside pinned to a frozen group', true, { pinned: [[3, 0]] }],
    [
      'a unit pinned to two groups',
      true,
      {
        pinned: [
          [3, 1],
          [3, 2],
        ],
      },
    ],
    ['a newcomer when every group is frozen', true, { frozen: [0, 1, 2], home: Int32Array.of(0, 1, 2, -1) }],
    ['every unit at home when every group is frozen', false, { frozen: [0, 1, 2] }],
    ['a unit of a frozen group pinned to it', false, { pinned: [[0, 0]] }],
    ['two units of a frozen group together', false, { together: [[0, 1]] }],
    ['a pin to a group that is not frozen', false, { pinned: [[3, 2]] }],
  ])('sees whether nothing can satisfy the rules: %s, %s', (_, impossible, given) => {
    const problem: ChangeProblem = {
      order: 4,
      weights: new Float64Array(16),
      groups: Array.from({ length: 3 }, () => ({ min: 0, max: 4 })),
      home: Int32Array.of(0, 0, 0, 1),
      frozen: [0],
      ...given,
    };
    expect(new ChangeState(problem).impossible).toBe(impossible);
  });
});

describe('bestStep', () => {
  /** Every move and exchange of blocks within the budget, with what it changes, by making it. */
  function everyStep(problem: ChangeProblem, budget: number) {
    const found: { a: number; h: number; b: number; gain: number; breaks: number; changes: number }[] = [];
    const state = new ChangeState(problem);
    const home = [...state.groupOf];
    const { sought, broken, changes } = state;
    const weigh = (a: number, h: number, b: number): void => {
      state.move(a, h);
      if (b !== -1) state.move(b, home[a]!);
      if (state.changes <= budget) {
        found.push({
          ...{ a, h, b, gain: state.sought - sought },
          ...{ breaks: state.broken - broken, changes: state.changes - changes },
        });
      }
      state.move(a, home[a]!);
      if (b !== -1) state.move(b, home[b]!);
    };
    for (let a = 0; a < home.length; a++) {
      for (let h = 0; h < groupCount; h++) if (h !== home[a]) weigh(a, h, -1);
      for (let b = a + 1; b < home.length; b++) if (home[b] !== home[a]) weigh(a, home[b]!, b);
    }
    return found;
  }

  const never = () => false;

  test('is the best of all moves and exchanges within the budget', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(4), fc.constantFrom(0.5, 3, 20), (seed, budget, price) => {
        const problem = drawnChange(seed, seed % 2 === 0);
        const worthOf = ({ gain, breaks }: { gain: number; breaks: number }) => gain - price * breaks;
        const all = everyStep(problem, budget);
        const step = bestStep(new ChangeState(problem), price, budget, never, never);
        if (all.length === 0) {
          expect(step.a).toBe(-1);
          return;
        }
        expect(worthOf(step)).toBeCloseTo(Math.max(...all.map(worthOf)), 8);
        const same = all.find(({ a, h, b }) => a === step.a && h === step.h && b === step.b);
        expect(step.gain).toBeCloseTo(same?.gain ?? Number.NaN, 8);
        expect(step.breaks).toBeCloseTo(same?.breaks ?? Number.NaN, 8);
        expect(step.changes).toBe(same?.changes);
      }),
      { numRuns: 60 },
    );
  });

  test('goes back where it is barred only when that is worth it', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(4), group, (seed, who, where) => {
        const problem = drawnChange(seed, false);
        const worthOf = ({ gain, breaks }: { gain: number; breaks: number }) => gain - 2 * breaks;
        const isBarred = (b: number, g: number): boolean => b === who && g === where;
        const state = new ChangeState(problem);
        const allowed = everyStep(problem, order).filter(
          ({ a, h, b }) => !isBarred(a, h) && !(b !== -1 && isBarred(b, state.groupOf[a]!)),
        );
        const best = bestStep(state, 2, order, isBarred, never);
        expect(worthOf(best)).toBeCloseTo(Math.max(...allowed.map(worthOf)), 8);
        expect(bestStep(state, 2, order, isBarred, () => true)).toEqual(
          bestStep(state, 2, order, never, never),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('takes the first of steps that are worth the same, and none where nobody may move', () => {
    const problem: ChangeProblem = {
      order: 3,
      weights: new Float64Array(9),
      groups: Array.from({ length: 2 }, () => ({ min: 0, max: 3 })),
      home: Int32Array.of(0, 1, 1),
    };
    const first = bestStep(new ChangeState(problem), 1, 3, never, never);
    expect([first.a, first.h, first.b]).toEqual([0, 1, -1]);
    expect(bestStep(new ChangeState(problem), 1, 0, never, never).a).toBe(-1);
    expect(bestStep(new ChangeState({ ...problem, frozen: [0, 1] }), 1, 3, never, never).a).toBe(-1);
  });
});

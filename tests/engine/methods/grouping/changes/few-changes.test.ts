import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeProblem } from '../../../../../engine/methods/grouping/changes/change-problem.js';
import {
  defaultSteps,
  groupWithFewChanges,
} from '../../../../../engine/methods/grouping/changes/few-changes.js';
import { createRng } from '../../../../../engine/random/rng.js';
import {
  bestOfAll,
  everyGrouping,
  keepsRules,
  recountValue,
  symmetricWeights,
  tinyProblems,
} from '../every-grouping.js';
import { definedChange, drawnChange } from './drawn-change.js';

/** A tiny problem and a place for each unit, some of them newcomers. */
const standing: fc.Arbitrary<ChangeProblem> = tinyProblems(7).chain((problem) =>
  fc
    .array(fc.integer({ min: -1, max: problem.groups.length - 1 }), {
      minLength: problem.order,
      maxLength: problem.order,
    })
    .map((home) => ({ ...problem, home: Int32Array.from(home) })),
);

describe('groupWithFewChanges', () => {
  it('keeps every rule, never passes its budget and is never worse for a larger one', () => {
    fc.assert(
      fc.property(standing, fc.integer({ min: 0, max: 7 }), (problem, budget) => {
        const found = groupWithFewChanges(problem, { budget, rng: createRng(1) });
        expect(found).toHaveLength(budget + 1);
        let before = Number.NEGATIVE_INFINITY;
        for (const [k, answer] of found.entries()) {
          if (!answer) {
            expect(before).toBe(Number.NEGATIVE_INFINITY);
            continue;
          }
          expect(keepsRules(problem, answer.groupOf)).toBe(true);
          expect(changesIn(problem, answer.groupOf)).toBe(answer.changes);
          expect(answer.changes).toBeLessThanOrEqual(k);
          expect(answer.sought).toBe(recountValue(problem, answer.groupOf));
          expect(answer.sought).toBeGreaterThanOrEqual(before);
          before = answer.sought;
        }
      }),
    );
  });

  it('finds what trying everything finds, for each number of changes', () => {
    fc.assert(
      fc.property(standing, (problem) => {
        const budget = problem.order;
        const found = groupWithFewChanges(problem, { budget, rng: createRng(1) });
        const best = new Float64Array(budget + 1).fill(Number.NEGATIVE_INFINITY);
        for (const groupOf of everyGrouping(problem)) {
          for (let k = changesIn(problem, groupOf); k <= budget; k++) {
            best[k] = Math.max(best[k] ?? 0, recountValue(problem, groupOf));
          }
        }
        expect(found.map((answer) => answer?.sought ?? Number.NEGATIVE_INFINITY)).toEqual([...best]);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves frozen groups as they are', () => {
    fc.assert(
      fc.property(standing, fc.integer({ min: 0, max: 3 }), (problem, pick) => {
        const frozen = pick % problem.groups.length;
        const found = groupWithFewChanges({ ...problem, frozen: [frozen] }, { budget: 7, rng: createRng(1) });
        for (const answer of found) {
          if (!answer) continue;
          expect([...answer.groupOf].map((g) => g === frozen)).toEqual(
            [...problem.home].map((g) => g === frozen),
          );
        }
      }),
    );
  });

  it('reaches the best of all when everyone may change', () => {
    fc.assert(
      fc.property(tinyProblems(7), (problem) => {
        const home = new Int32Array(problem.order).fill(-1);
        const [found] = groupWithFewChanges({ ...problem, home }, { budget: 0, rng: createRng(3) });
        expect(found?.sought).toBe(bestOfAll(problem)?.value);
      }),
      { numRuns: 100 },
    );
  });
});

describe('groupWithFewChanges, rules and starts', () => {
  it('finds what trying everything finds under soft and hard criteria', () => {
    let answered = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const drawn = drawnChange(seed);
      // one hard criterion now and then, so that most can be kept
      const hard = seed % 3 === 0 ? drawn.criteria?.find(({ level }) => level === 'hard') : undefined;
      const problem = {
        ...drawn,
        groups: drawn.groups.map(() => ({ min: 1, max: 5 })),
        criteria: drawn.criteria?.filter((each) => each.level === 'soft' || each === hard) ?? [],
      };
      const best = new Float64Array(5).fill(Number.NEGATIVE_INFINITY);
      for (const groupOf of everyGrouping(problem)) {
        const { broken, sought, changes } = definedChange(problem, groupOf);
        for (let k = changes; broken < 1e-9 && k < 5; k++) best[k] = Math.max(best[k]!, sought);
      }
      const found = groupWithFewChanges(problem, { budget: 4, rng: createRng(seed), steps: 80 });
      for (const [k, answer] of found.entries()) {
        expect(answer?.sought ?? Number.NEGATIVE_INFINITY).toBeCloseTo(best[k]!, 9);
        answered += Number(answer !== null);
      }
    }
    expect(answered).toBeGreaterThan(10);
  });

  // units 0 and 1 would be better off with 3, where they are not at home
  const drawn: ChangeProblem = {
    order: 6,
    weights: symmetricWeights(6, (i, j) => (i === 3 ? [4.5, 3, 0][j]! : i === 2 ? 1 : 0)),
    groups: Array.from({ length: 2 }, () => ({ min: 0, max: 6 })),
    home: Int32Array.of(0, 0, 0, 1, 1, 1),
  };
  const starts = [Int32Array.of(1, 1, 0, 1, 1, 1)];
  const soughtOf = (problem: ChangeProblem, budget: number, shouldStop?: () => boolean) =>
    groupWithFewChanges(problem, { budget, rng: createRng(1), steps: 0, starts, shouldStop }).map(
      (answer) => answer?.sought ?? null,
    );

  it('is never worse than a start, nor than the way home from it, the cheapest first', () => {
    // at home 1 + 1; at the start 4.5 + 3; with 1 sent home 4.5 + 1
    expect(soughtOf(drawn, 2)).toEqual([2, 5.5, 7.5]);
    expect(soughtOf(drawn, 1)).toEqual([2, 5.5]);
    expect(soughtOf(drawn, 0)).toEqual([2]);
    // going home would part 1 from 2: 0 goes first, though it loses more
    expect(soughtOf({ ...drawn, apart: [[1, 2]] }, 2)).toEqual([null, 4, 7.5]);
    // 1 may not go home at all
    expect(soughtOf({ ...drawn, pinned: [[1, 1]] }, 2)).toEqual([null, 4, 7.5]);
  });

  it('answers with what there is when stopped, and with nothing when nothing can be', () => {
    expect(soughtOf(drawn, 2, () => true)).toEqual([2, 2, 2]);
    let asked = 0;
    expect(soughtOf(drawn, 2, () => ++asked > 3)).toEqual([2, 2, 2]);
    expect(
      groupWithFewChanges(
        {
          ...drawn,
          pinned: [
            [0, 0],
            [0, 1],
          ],
        },
        { budget: 1, rng: createRng(1) },
      ),
    ).toEqual([null, null]);
  });

  it('makes a third of so many steps in vain, and forty at least', () => {
    expect([0, 1, 158, 300, 1000].map(defaultSteps)).toEqual([600, 600, 600, 222, 40]);
    const askedBy = (steps: number): number => {
      let asked = 0;
      const shouldStop = () => ++asked < 0;
      // newcomers who gain nothing anywhere
      const still = { ...drawn, weights: new Float64Array(36), home: new Int32Array(6).fill(-1) };
      groupWithFewChanges(still, { budget: 0, rng: createRng(1), steps, shouldStop });
      return asked;
    };
    // and once before
    expect([askedBy(0), askedBy(30), askedBy(90), askedBy(300)]).toEqual([1, 31, 41, 101]);
  });
});

function changesIn({ home }: ChangeProblem, groupOf: Int32Array): number {
  return home.reduce((sum, g, i) => sum + Number(g !== -1 && g !== groupOf[i]), 0);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeProblem } from '../../../../../engine/methods/grouping/changes/change-problem.js';
import { groupWithFewChanges } from '../../../../../engine/methods/grouping/changes/few-changes.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { bestOfAll, everyGrouping, keepsRules, recountValue, tinyProblems } from '../every-grouping.js';

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

function changesIn({ home }: ChangeProblem, groupOf: Int32Array): number {
  return home.reduce((sum, g, i) => sum + Number(g !== -1 && g !== groupOf[i]), 0);
}

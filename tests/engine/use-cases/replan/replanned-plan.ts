import fc from 'fast-check';
import { expect } from 'vitest';
import { EngineError } from '../../../../engine/engine-error.js';
import { type Plan, planSchema } from '../../../../engine/model/plan.js';
import type { BudgetConflict, Replanning } from '../../../../engine/model/replanning.js';
import { type ReplanRequest, replan } from '../../../../engine/use-cases/replan/replan-plan.js';
import { answerOrError } from '../../thrown-error.js';

/** How many moves are allowed, and which workshop stays as it is, if any. */
export function drawnLimits({ workshops }: Plan) {
  return {
    budget: fc.integer({ min: 0, max: 4 }),
    frozen: fc.subarray(
      workshops.map(({ id }) => id),
      { maxLength: 1 },
    ),
  };
}

/** A plan taken up again; or what it gives with the number of moves that a refusal names, if it names one. */
interface ReplannedOrRefused {
  readonly answer: Replanning | null;
  /** its budget is that number */
  readonly enough: Replanning | null;
}

/** Fails unless the new plan is one, and a refusal is for the rules, or for the budget and says what would be enough. */
export function replannedOrRefused(
  plan: Plan,
  request: ReplanRequest & { readonly budget: number },
): ReplannedOrRefused {
  const answer = answerOrError(() => replan(plan, request));
  if (!(answer instanceof EngineError)) {
    const written = JSON.parse(JSON.stringify(answer.plan));
    expect(planSchema.parse(written)).toEqual(written);
    return { answer, enough: null };
  }
  expect(['budget-too-small', 'infeasible']).toContain(answer.code);
  const { fewest } = answer.code === 'infeasible' ? { fewest: null } : (answer.value as BudgetConflict);
  if (fewest === null) return { answer: null, enough: null };
  expect(fewest).toBeGreaterThan(request.budget);
  const enough = replan(plan, { ...request, budget: fewest });
  expect(enough.fewest).toBeLessThanOrEqual(fewest);
  return { answer: null, enough };
}

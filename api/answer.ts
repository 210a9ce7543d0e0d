import type { Context } from 'hono';
import type { Finding } from '../engine/index.js';
import type { JobAnswer } from './job-runner.js';
import { languageOf, problem, problemDetailsSchema } from './problem-details.js';
import { sentencesOf } from './sentences.js';

/** Answers a job that did not succeed. */
export function answerRefusal(
  c: Context,
  answer: Extract<JobAnswer, { kind: 'unusable' | 'refused' }>,
): Response {
  const sentences = sentencesOf(languageOf(c));
  if (answer.kind === 'unusable') {
    const errors = answer.findings.filter(({ severity }: Finding) => severity === 'error').length;
    return problem(c, 422, 'invalid-assembly', sentences.unusable(errors), {
      findings: [...answer.findings],
    });
  }
  if (answer.code === 'too-large-for-now') {
    return problem(c, 422, answer.code, sentences.tooManyTerritories(Number(answer.value)));
  }
  const conflict = conflicts.has(answer.code) ? { conflict: answer.value } : {};
  return problem(c, answer.code === 'change-breaks-rules' ? 409 : 422, answer.code, answer.detail, conflict);
}

/** Refusals whose value says what stands in the way. */
const conflicts: ReadonlySet<string> = new Set(['infeasible', 'budget-too-small', 'change-breaks-rules']);

export const problemContent = { 'application/problem+json': { schema: problemDetailsSchema } };

/** The refusals that every route with a body may answer, for OpenAPI. */
export const refusals = {
  400: { description: 'Malformed JSON', content: problemContent },
  413: { description: 'Request too large', content: problemContent },
  415: { description: 'Not JSON', content: problemContent },
  422: {
    description: 'Unusable assembly, options out of range, or no plan possible',
    content: problemContent,
  },
  503: { description: 'The work took too long, or too many requests wait', content: problemContent },
} as const;

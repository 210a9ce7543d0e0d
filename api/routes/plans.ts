import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { planSchema } from '../../engine/index.js';
import { answerRefusal, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import { languageOf } from '../problem-details.js';
import { planRequestSchema } from '../request-schemas.js';

const route = createRoute({
  method: 'post',
  path: '/v1/plans',
  summary: 'Compose les ateliers et les jumelages d’une assemblée',
  request: { body: { required: true, content: { 'application/json': { schema: planRequestSchema } } } },
  responses: {
    201: { description: 'The plan', content: { 'application/json': { schema: planSchema } } },
    ...refusals,
  },
});

/** POST /v1/plans, answered when the plan stands. */
export function addPlanRoute(app: OpenAPIHono, runner: JobRunner): void {
  app.openapi(route, async (c) => {
    const { assembly, options } = c.req.valid('json');
    const answer = await runner.run({ kind: 'plan', assembly, options, language: languageOf(c) });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'planned') throw new TypeError(`a plan was answered by ${answer.kind}`);
    return c.json(answer.plan, 201);
  });
}

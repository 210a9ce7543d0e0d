import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { planSchema } from '../../engine/index.js';
import { answerRefusal, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import type { PlanStore } from '../plan-store.js';
import { languageOf } from '../problem-details.js';
import { planRequestSchema } from '../request-schemas.js';

const route = createRoute({
  method: 'post',
  path: '/v1/plans',
  summary: 'Compose les ateliers et les jumelages d’une assemblée',
  request: { body: { required: true, content: { 'application/json': { schema: planRequestSchema } } } },
  responses: {
    201: {
      description: 'The plan, kept at Location',
      headers: z.object({ location: z.string() }),
      content: { 'application/json': { schema: planSchema } },
    },
    ...refusals,
  },
});

/** POST /v1/plans, answered when the plan stands; it is kept, and Location says where. */
export function addPlanRoute(app: OpenAPIHono, runner: JobRunner, store: PlanStore): void {
  app.openapi(route, async (c) => {
    const { assembly, options } = c.req.valid('json');
    const answer = await runner.run({ kind: 'plan', assembly, options, language: languageOf(c) });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'planned') throw new TypeError(`a plan was answered by ${answer.kind}`);
    c.header('Location', `/v1/plans/${await store.put(answer.plan)}`);
    return c.json(answer.plan, 201);
  });
}

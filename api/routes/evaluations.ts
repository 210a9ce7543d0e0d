import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { measuresSchema } from '../../engine/index.js';
import { answerRefusal, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import { languageOf } from '../problem-details.js';
import { evaluationRequestSchema } from '../request-schemas.js';

const route = createRoute({
  method: 'post',
  path: '/v1/evaluations',
  summary: 'Mesure un découpage existant comme les nôtres',
  request: { body: { required: true, content: { 'application/json': { schema: evaluationRequestSchema } } } },
  responses: {
    200: {
      description: 'The measures',
      content: { 'application/json': { schema: z.object({ measures: measuresSchema }) } },
    },
    ...refusals,
  },
});

/** POST /v1/evaluations */
export function addEvaluationRoute(app: OpenAPIHono, runner: JobRunner): void {
  app.openapi(route, async (c) => {
    const { assembly, grouping, options } = c.req.valid('json');
    const answer = await runner.run({
      kind: 'evaluation',
      assembly,
      grouping,
      options,
      language: languageOf(c),
    });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'evaluated') throw new TypeError(`an evaluation was answered by ${answer.kind}`);
    return c.json({ measures: answer.measures }, 200);
  });
}

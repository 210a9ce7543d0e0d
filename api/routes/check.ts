import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { findingSchema } from '../../engine/index.js';
import { answerRefusal, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import { languageOf } from '../problem-details.js';
import { checkRequestSchema } from '../request-schemas.js';

const route = createRoute({
  method: 'post',
  path: '/v1/check',
  summary: 'Tout ce qu’il y a à dire d’une assemblée',
  request: { body: { required: true, content: { 'application/json': { schema: checkRequestSchema } } } },
  responses: {
    200: {
      description: 'Findings; usable is false when one of them is an error',
      content: {
        'application/json': {
          schema: z.object({
            usable: z.boolean(),
            territories: z.number().int(),
            findings: z.array(findingSchema),
          }),
        },
      },
    },
    ...refusals,
  },
});

/** POST /v1/check */
export function addCheckRoute(app: OpenAPIHono, runner: JobRunner): void {
  app.openapi(route, async (c) => {
    const { assembly } = c.req.valid('json');
    const answer = await runner.run({ kind: 'check', assembly, language: languageOf(c) });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'checked') throw new TypeError(`a check was answered by ${answer.kind}`);
    const { usable, territories, findings } = answer;
    return c.json({ usable, territories, findings: [...findings] }, 200);
  });
}

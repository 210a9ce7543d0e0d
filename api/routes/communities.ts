import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { communitiesSchema } from '../../engine/index.js';
import { answerRefusal, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import { languageOf } from '../problem-details.js';
import { planRequestSchema } from '../request-schemas.js';

const route = createRoute({
  method: 'post',
  path: '/v1/communities',
  summary: 'Fait apparaître les préoccupations communes d’une assemblée',
  request: { body: { required: true, content: { 'application/json': { schema: planRequestSchema } } } },
  responses: {
    200: { description: 'The concerns', content: { 'application/json': { schema: communitiesSchema } } },
    ...refusals,
  },
});

/** POST /v1/communities */
export function addCommunitiesRoute(app: OpenAPIHono, runner: JobRunner): void {
  app.openapi(route, async (c) => {
    const { assembly, options } = c.req.valid('json');
    const answer = await runner.run({ kind: 'communities', assembly, options, language: languageOf(c) });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'communities-found') {
      throw new TypeError(`communities were answered by ${answer.kind}`);
    }
    return c.json(answer.communities, 200);
  });
}

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { pairingsSchema, peersSchema } from '../../engine/index.js';
import { answerRefusal, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import { languageOf } from '../problem-details.js';
import { peersRequestSchema, planRequestSchema } from '../request-schemas.js';

const pairingsRoute = createRoute({
  method: 'post',
  path: '/v1/pairings',
  summary: 'Jumelle les territoires : qui apprendrait de qui, et pourquoi',
  request: { body: { required: true, content: { 'application/json': { schema: planRequestSchema } } } },
  responses: {
    200: { description: 'The pairings', content: { 'application/json': { schema: pairingsSchema } } },
    ...refusals,
  },
});

const peersRoute = createRoute({
  method: 'post',
  path: '/v1/pairings/peers',
  summary: 'Les pairs d’un territoire, près et loin, sur un thème ou sur tous',
  request: { body: { required: true, content: { 'application/json': { schema: peersRequestSchema } } } },
  responses: {
    200: { description: 'The peers', content: { 'application/json': { schema: peersSchema } } },
    ...refusals,
  },
});

/** POST /v1/pairings, POST /v1/pairings/peers */
export function addPairingRoutes(app: OpenAPIHono, runner: JobRunner): void {
  app.openapi(pairingsRoute, async (c) => {
    const { assembly, options } = c.req.valid('json');
    const answer = await runner.run({ kind: 'pairings', assembly, options, language: languageOf(c) });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'paired') throw new TypeError(`pairings were answered by ${answer.kind}`);
    return c.json(answer.pairings, 200);
  });
  app.openapi(peersRoute, async (c) => {
    const { assembly, territory, theme, count, minKm, options } = c.req.valid('json');
    const answer = await runner.run({
      kind: 'peers',
      assembly,
      territory,
      theme,
      query: { ...(count !== undefined && { count }), ...(minKm !== undefined && { minKm }) },
      options,
      language: languageOf(c),
    });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'peers-found') throw new TypeError(`peers were answered by ${answer.kind}`);
    return c.json(answer.peers, 200);
  });
}

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { programmeSchema } from '../../engine/index.js';
import { programmeLookup } from '../../exchange/programme/programme-lookup.js';
import { programmeToIcs } from '../../exchange/programme/programme-to-ics.js';
import { answerRefusal, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import { languageOf } from '../problem-details.js';
import { programmeRequestSchema } from '../request-schemas.js';

const route = createRoute({
  method: 'post',
  path: '/v1/programmes',
  summary: 'Compose un cycle entier : tours, présidences, lieux, calendrier, territoires pilotes',
  description: 'With `Accept: text/calendar`, the answer is its calendar (RFC 5545) instead.',
  request: { body: { required: true, content: { 'application/json': { schema: programmeRequestSchema } } } },
  responses: {
    200: {
      description: 'The programme, or its calendar',
      content: {
        'application/json': { schema: programmeSchema },
        'text/calendar': { schema: z.string() },
      },
    },
    ...refusals,
  },
});

/** POST /v1/programmes */
export function addProgrammeRoute(app: OpenAPIHono, runner: JobRunner): void {
  app.openapi(route, async (c) => {
    const { assembly, options, previous = null } = c.req.valid('json');
    const language = languageOf(c);
    const answer = await runner.run({ kind: 'programme', assembly, options, previous, language });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'programmed') throw new TypeError(`a programme was answered by ${answer.kind}`);
    const accepted = c.req.header('accept') ?? '';
    if (!accepted.includes('text/calendar')) return c.json(answer.programme, 200);
    const calendar = programmeToIcs(programmeLookup(answer.programme, language));
    return c.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' }) as never;
  });
}

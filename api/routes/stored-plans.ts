import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import {
  changeEffectSchema,
  explainTerritories,
  type Plan,
  planSchema,
  readTerritoryName,
  reasonSchema,
  replanningSchema,
} from '../../engine/index.js';
import { answerRefusal, problemContent, refusals } from '../answer.js';
import type { JobRunner } from '../job-runner.js';
import type { PlanStore } from '../plan-store.js';
import { languageOf, problem } from '../problem-details.js';
import { movesRequestSchema, replanRequestSchema } from '../request-schemas.js';
import { sentencesOf } from '../sentences.js';

const planId = z.object({ id: z.string().meta({ description: 'the id that Location gave' }) });
const unknown = { 404: { description: 'No such plan, or territory', content: problemContent } } as const;
const location = { headers: z.object({ location: z.string() }) };

const readRoute = createRoute({
  method: 'get',
  path: '/v1/plans/{id}',
  summary: 'Un plan déjà composé',
  request: { params: planId },
  responses: {
    200: { description: 'The plan', content: { 'application/json': { schema: planSchema } } },
    ...unknown,
  },
});

const explanationSchema = z.object({
  territoryId: z.string(),
  placements: z.array(
    z.object({
      workshopId: z.string(),
      seatId: z.string().optional(),
      /** rules, what it shares with most, its next-best workshop and the cost, the rule that holds it, how it holds */
      reasons: z.array(reasonSchema),
      /** what it shares with each of the other members */
      members: z.array(reasonSchema),
    }),
  ),
  unplaced: z.array(reasonSchema),
});

const explainRoute = createRoute({
  method: 'get',
  path: '/v1/plans/{id}/explanations/{territoryId}',
  summary: 'Pourquoi un territoire est dans son atelier',
  request: {
    params: planId.extend({ territoryId: z.string().meta({ description: 'its id, or its name' }) }),
  },
  responses: {
    200: { description: 'The reasons', content: { 'application/json': { schema: explanationSchema } } },
    ...unknown,
  },
});

const movesAnswerSchema = z.object({
  effect: changeEffectSchema,
  /** the id of the changed plan, when `apply` made one */
  planId: z.string().nullable(),
});

const movesRoute = createRoute({
  method: 'post',
  path: '/v1/plans/{id}/moves',
  summary: 'Ce que feraient des changements à la main ; avec apply, le plan changé',
  request: {
    params: planId,
    body: { required: true, content: { 'application/json': { schema: movesRequestSchema } } },
  },
  responses: {
    200: {
      description: 'The exact effect, nothing changed',
      content: { 'application/json': { schema: movesAnswerSchema } },
    },
    201: {
      description: 'The effect, and a new plan at Location',
      ...location,
      content: { 'application/json': { schema: movesAnswerSchema } },
    },
    409: { description: 'The change breaks a rule or a size', content: problemContent },
    ...unknown,
    ...refusals,
  },
});

const replanRoute = createRoute({
  method: 'post',
  path: '/v1/plans/{id}/replan',
  summary: 'Reprend un plan publié avec peu de changements',
  request: {
    params: planId,
    body: { required: true, content: { 'application/json': { schema: replanRequestSchema } } },
  },
  responses: {
    201: {
      description: 'The new plan, kept at Location, who moves and why, and what each move gives',
      ...location,
      content: { 'application/json': { schema: replanningSchema } },
    },
    ...unknown,
    ...refusals,
  },
});

/** GET /v1/plans/{id} and what can be asked of a plan that is kept. */
export function addStoredPlanRoutes(app: OpenAPIHono, runner: JobRunner, store: PlanStore): void {
  app.openapi(readRoute, async (c) => {
    const plan = await store.get(c.req.valid('param').id);
    return plan ? c.json(plan, 200) : (unknownPlan(c) as never);
  });

  app.openapi(explainRoute, async (c) => {
    const { id, territoryId: asked } = c.req.valid('param');
    const plan = await store.get(id);
    if (!plan) return unknownPlan(c) as never;
    const named = readTerritoryName(asked, plan.assembly.territories);
    if (!('id' in named)) {
      const { unknownTerritory } = sentencesOf(languageOf(c));
      return problem(c, 404, 'unknown-territory', unknownTerritory(asked, named.near)) as never;
    }
    return c.json(explanationOf(plan, named.id), 200);
  });

  app.openapi(movesRoute, async (c) => {
    const { plan: given, ...request } = c.req.valid('json');
    const plan = given ?? (await store.get(c.req.valid('param').id));
    if (!plan) return unknownPlan(c) as never;
    const answer = await runner.run({ kind: 'moves', plan, ...request, language: languageOf(c) });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'moved') throw new TypeError(`moves were answered by ${answer.kind}`);
    const { effect, plan: changed } = answer;
    if (!changed) return c.json({ effect, planId: null }, 200);
    const planId = await store.put(changed);
    c.header('Location', `/v1/plans/${planId}`);
    return c.json({ effect, planId }, 201);
  });

  app.openapi(replanRoute, async (c) => {
    const { plan: given, ...request } = c.req.valid('json');
    const plan = given ?? (await store.get(c.req.valid('param').id));
    if (!plan) return unknownPlan(c) as never;
    const answer = await runner.run({ kind: 'replan', plan, ...request, language: languageOf(c) });
    if (answer.kind === 'unusable' || answer.kind === 'refused') return answerRefusal(c, answer) as never;
    if (answer.kind !== 'replanned') throw new TypeError(`a replanning was answered by ${answer.kind}`);
    c.header('Location', `/v1/plans/${await store.put(answer.replanning.plan)}`);
    return c.json(answer.replanning, 201);
  });
}

function unknownPlan(c: Context): Response {
  return problem(c, 404, 'unknown-plan', sentencesOf(languageOf(c)).unknownPlan);
}

function explanationOf(plan: Plan, territoryId: string): z.infer<typeof explanationSchema> {
  const [{ placements, unplaced } = { placements: [], unplaced: [] }] = explainTerritories(plan, [
    territoryId,
  ]);
  return { territoryId, placements, unplaced: unplaced.map(({ reason }) => reason) };
}

import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { JobQueueFull, type JobRunner, JobTimeout } from './job-runner.js';
import { createMemoryPlanStore } from './memory-plan-store.js';
import type { PlanStore } from './plan-store.js';
import { languageOf, problem } from './problem-details.js';
import { addCheckRoute } from './routes/check.js';
import { addCommunitiesRoute } from './routes/communities.js';
import { addEvaluationRoute } from './routes/evaluations.js';
import { addHealthRoutes } from './routes/health.js';
import { addPairingRoutes } from './routes/pairings.js';
import { addPlanRoute } from './routes/plans.js';
import { addProgrammeRoute } from './routes/programmes.js';
import { addStoredPlanRoutes } from './routes/stored-plans.js';
import { sentencesOf } from './sentences.js';

export interface AppLimits {
  readonly maxBodyBytes: number;
  /** plans kept between requests, the least recently asked for dropped first; default 200 */
  readonly maxPlans?: number;
}

const defaultMaxPlans = 200;

/** The HTTP service: it parses, has the work done by `runner`, and serialises. */
export function createApp(
  runner: JobRunner,
  limits: AppLimits,
  version: string,
  store: PlanStore = createMemoryPlanStore(limits.maxPlans ?? defaultMaxPlans),
): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const detail = result.error.issues
        .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
        .join(' · ');
      return problem(c, 422, 'invalid-request', detail);
    },
  });

  app.use(
    '*',
    bodyLimit({
      maxSize: limits.maxBodyBytes,
      onError: (c) =>
        problem(c, 413, 'body-too-large', sentencesOf(languageOf(c)).bodyTooLarge(limits.maxBodyBytes)),
    }),
  );
  app.use('/v1/*', async (c, next) => {
    const type = c.req.header('content-type') ?? '';
    if (c.req.method === 'POST' && !/^application\/(?:[\w.+-]+\+)?json\b/iu.test(type)) {
      return problem(c, 415, 'not-json', sentencesOf(languageOf(c)).notJson);
    }
    return await next();
  });

  addHealthRoutes(app, version);
  addCheckRoute(app, runner);
  addPlanRoute(app, runner, store);
  addStoredPlanRoutes(app, runner, store);
  addCommunitiesRoute(app, runner);
  addPairingRoutes(app, runner);
  addProgrammeRoute(app, runner);
  addEvaluationRoute(app, runner);
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Décroise',
      version,
      description:
        'Compose des ateliers de territoires à partir des problèmes qu’ils partagent, au-delà de la géographie.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
  });

  app.notFound((c) => {
    const sentences = sentencesOf(languageOf(c));
    const known = app.routes.some(
      ({ path, method }) => path === c.req.path && method !== 'ALL' && method !== c.req.method,
    );
    return known
      ? problem(c, 405, 'method-not-allowed', sentences.methodNotAllowed(c.req.method, c.req.path))
      : problem(c, 404, 'not-found', sentences.notFound(c.req.path));
  });
  app.onError((error, c) => {
    const sentences = sentencesOf(languageOf(c));
    if (error instanceof JobTimeout) return problem(c, 503, 'too-long', sentences.tooLong(error.seconds));
    if (error instanceof JobQueueFull) {
      c.header('Retry-After', '10');
      return problem(c, 503, 'busy', sentences.busy);
    }
    if (error instanceof HTTPException && error.status === 400) {
      return problem(c, 400, 'malformed-json', sentences.malformedJson);
    }
    // the cause goes to the operator's log by its name only: a message might quote the request
    console.error(`${c.req.method} ${c.req.path}: ${error.name}`);
    return problem(c, 500, 'internal-error', sentences.internalError);
  });
  return app;
}

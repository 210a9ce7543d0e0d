import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';

const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });

const health = (path: '/health' | '/ready') =>
  createRoute({
    method: 'get',
    path,
    summary: path === '/health' ? 'Le service est en vie' : 'Le service peut travailler',
    responses: { 200: { description: 'OK', content: { 'application/json': { schema: healthSchema } } } },
  });

/** GET /health and /ready. */
export function addHealthRoutes(app: OpenAPIHono, version: string): void {
  app.openapi(health('/health'), (c) => c.json({ status: 'ok' as const, version }, 200));
  app.openapi(health('/ready'), (c) => c.json({ status: 'ok' as const, version }, 200));
}

import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp } from './app.js';
import { createThreadedJobRunner } from './threaded-job-runner.js';

export interface ServerSettings {
  readonly port: number;
  readonly host: string;
  readonly maxBodyBytes?: number;
  readonly timeoutSeconds?: number;
  readonly maxTerritories?: number;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the service and resolves once it listens; port 0 takes a free one.
 *
 * Defaults: bodies up to 10 MiB, 2,000 territories, 30 s of work a request, 16 requests waiting.
 * Rejects with the system's error (`EADDRINUSE`…) when it cannot listen.
 */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { port, host, maxBodyBytes = 10 * 2 ** 20, timeoutSeconds = 30, maxTerritories = 2000 } = settings;
  const { version } = createRequire(import.meta.url)('decroise/package.json') as { version: string };
  const runner = createThreadedJobRunner({ timeoutSeconds, maxTerritories, maxWaiting: 16 });
  const app = createApp(runner, { maxBodyBytes }, version);
  try {
    return await new Promise<RunningServer>((resolve, reject) => {
      const server = serve({ fetch: app.fetch, port, hostname: host }, (address: AddressInfo) => {
        const shown = host.includes(':') ? `[${host}]` : host;
        resolve({
          url: `http://${shown}:${address.port}`,
          close: async () => {
            await new Promise<void>((closed) => server.close(() => closed()));
            await runner.close();
          },
        });
      });
      server.once('error', reject);
    });
  } catch (error) {
    await runner.close();
    throw error;
  }
}

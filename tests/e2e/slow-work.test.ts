import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { startServer } from '../../api/server.js';
import { decroise, temporaryFolder } from './built-command.js';

it('work that outlasts its time is stopped and answered 503, and the service goes on', async () => {
  const built = (await import(join(process.cwd(), 'dist/api/server.js'))) as {
    startServer: typeof startServer;
  };
  const folder = temporaryFolder();
  decroise('example', folder);
  const assembly: unknown = JSON.parse(readFileSync(join(folder, 'assemblee.json'), 'utf8'));
  // no plan is composed in a twentieth of a millisecond, on any machine
  const server = await built.startServer({ port: 0, host: '127.0.0.1', timeoutSeconds: 0.00005 });
  const post = () =>
    fetch(`${server.url}/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ assembly }),
    });
  try {
    for (const slow of [await post(), await post()]) {
      expect(slow.status).toBe(503);
      expect(await slow.json()).toMatchObject({ code: 'too-long' });
      expect((await fetch(`${server.url}/health`)).status).toBe(200);
    }
  } finally {
    await server.close();
  }
});

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Assembly,
  type Communities,
  communitiesSchema,
  type Finding,
  type Measures,
  type Plan,
  pairingsSchema,
  peersSchema,
  planSchema,
  programmeSchema,
} from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

let server: ChildProcess;
let url: string;
let assembly: Assembly;

beforeAll(async () => {
  const folder = temporaryFolder();
  decroise('example', folder);
  assembly = JSON.parse(readFileSync(join(folder, 'assemblee.json'), 'utf8')) as Assembly;
  server = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--port', '0']);
  url = await new Promise<string>((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/[\d.]+:\d+/u.exec(chunk.toString());
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
});

afterAll(() => {
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
});

describe('the HTTP service', () => {
  it('is in good health', async () => {
    const answer = await fetch(`${url}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ok' });
  });

  it('describes itself', async () => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toMatch(/^3\.1/u);
    expect(Object.keys(document.paths).sort()).toEqual([
      '/health',
      '/ready',
      '/v1/check',
      '/v1/communities',
      '/v1/evaluations',
      '/v1/pairings',
      '/v1/pairings/peers',
      '/v1/plans',
      '/v1/plans/{id}',
      '/v1/plans/{id}/explanations/{territoryId}',
      '/v1/plans/{id}/moves',
      '/v1/plans/{id}/replan',
      '/v1/programmes',
    ]);
  });

  it('checks an assembly', async () => {
    const answer = await post('/v1/check', { assembly });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ usable: true, territories: assembly.territories.length });
  });

  it('composes the plan that the command composes', async () => {
    const answer = await post('/v1/plans', { assembly, options: { workshop: { minSize: 7, maxSize: 9 } } });
    expect(answer.status).toBe(201);
    const plan = (await answer.json()) as Plan;
    expect(planSchema.safeParse(plan).success).toBe(true);
    for (const { territoryIds } of plan.workshops) expect(territoryIds.length).toBeGreaterThanOrEqual(7);
  });

  it('brings out the concerns that the command brings out', async () => {
    const answer = await post('/v1/communities', { assembly, options: { geography: { decoupling: 0.8 } } });
    expect(answer.status).toBe(200);
    const found = (await answer.json()) as Communities;
    expect(communitiesSchema.safeParse(found).success).toBe(true);
    const held = [...found.concerns.flatMap(({ territoryIds }) => territoryIds), ...found.apart].sort();
    expect(held).toEqual(assembly.territories.map(({ id }) => id).sort());
    expect(JSON.stringify(found)).not.toContain('holder');
  });

  it('pairs territories as the command does, and finds the peers of one', async () => {
    const answer = await post('/v1/pairings', { assembly, options: { pairing: { variant: 'stable' } } });
    expect(answer.status).toBe(200);
    const paired = pairingsSchema.parse(await answer.json());
    expect(paired.pairingTotals).toMatchObject({ variant: 'stable', wouldRather: 0 });
    expect(paired.unpaired).toEqual([]);
    const { id, name } = assembly.territories[7] ?? { id: '', name: '' };
    const found = await post('/v1/pairings/peers', { assembly, territory: name, count: 2, minKm: 80 });
    const peers = peersSchema.parse(await found.json());
    expect(peers.territoryId).toBe(id);
    expect(peers.far.every(({ distanceKm }) => (distanceKm ?? 0) >= 80)).toBe(true);
    const unknown = await post('/v1/pairings/peers', { assembly, territory: id, theme: 'rail' });
    expect(unknown.status).toBe(422);
    expect(await unknown.json()).toMatchObject({ code: 'unknown-theme', title: 'Thème inconnu' });
  });

  it('composes a programme as the command does, or answers its calendar', async () => {
    const options = {
      workshop: { effort: 0.1 },
      programme: { rounds: 2, from: '2026-11-09', roundDays: ['2026-11-11', '-'] },
    };
    const answer = await post('/v1/programmes', { assembly, options });
    expect(answer.status).toBe(200);
    const programme = programmeSchema.parse(await answer.json());
    expect(programme.notices.map(({ code }) => code)).toContain('round-day-instead');
    expect(JSON.stringify(programme)).not.toContain('"name":"Femme');
    const calendar = await post(
      '/v1/programmes',
      { assembly, options, previous: programme },
      { accept: 'text/calendar' },
    );
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    const text = await calendar.text();
    expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(programme.calendar.events.length);
    expect(text).not.toContain('SEQUENCE:1');
    const refused = await post('/v1/programmes', { assembly, options: { workshop: { entry: 'thematic' } } });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'entry-without-rounds' });
  });

  it('refuses a method that is none, by its name', async () => {
    const answer = await post('/v1/communities', {
      assembly,
      options: { community: { method: 'infomap' } },
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'invalid-request' });
  });

  it('measures a grouping made elsewhere', async () => {
    const ids = assembly.territories.map(({ id }) => id);
    const answer = await post('/v1/evaluations', { assembly, grouping: [ids.slice(0, 40), ids.slice(40)] });
    expect(answer.status).toBe(200);
    const { measures } = (await answer.json()) as { measures: Measures };
    expect(measures.workshopCount).toBe(2);
    expect(measures.coherence - measures.coherenceByChance).toBeCloseTo(
      measures.decoupling + measures.proximityEffect,
      9,
    );
  });

  it('answers while a plan is being composed', async () => {
    const slow = post('/v1/plans', { assembly, options: { workshop: { effort: 20 } } });
    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(200);
    expect((await slow).status).toBe(201);
  });
});

describe('a plan that the HTTP service keeps', () => {
  it('is read, explained, changed by hand and taken up again, each time under an address of its own', async () => {
    const composed = await post('/v1/plans', { assembly, options: { workshop: { effort: 0 } } });
    const location = composed.headers.get('location') ?? '';
    const plan = planSchema.parse(await (await fetch(url + location)).json());
    const [one, two] = plan.workshops;
    const [a = '', b = ''] = [one?.territoryIds[0], two?.territoryIds[0]];
    const why = await fetch(`${url}${location}/explanations/${a}`);
    expect(await why.json()).toMatchObject({ territoryId: a, placements: [{ workshopId: one?.id }] });

    const changes = [{ kind: 'swap', territoryIds: [a, b] }];
    const foretold = await post(`${location}/moves`, { changes });
    expect(foretold.status).toBe(200);
    const made = await post(`${location}/moves`, { changes, apply: true, whenBroken: 'relax' });
    expect(made.status).toBe(201);
    const changed = made.headers.get('location') ?? '';
    expect(changed).not.toBe(location);

    const again = await post(`${changed}/replan`, { changes: { left: [two?.territoryIds[1]] }, budget: 4 });
    expect(again.status).toBe(201);
    const { plan: next } = (await again.json()) as { plan: Plan };
    expect(next.workshops.find(({ territoryIds }) => territoryIds.includes(a))?.id).toBe(two?.id);
    expect(next.revisions?.map(({ kind }) => kind)).toEqual(['hand', 'replan']);
    expect((await fetch(url + (again.headers.get('location') ?? ''))).status).toBe(200);
    expect((await fetch(`${url}/v1/plans/0123456789abcdef`)).status).toBe(404);
  });
});

describe('what the HTTP service refuses', () => {
  it.each([
    ['malformed JSON', '/v1/plans', '{"assembly":', 'application/json', 400, 'malformed-json'],
    ['a body that is not JSON', '/v1/plans', 'id;nom', 'text/csv', 415, 'not-json'],
    ['a body without an assembly', '/v1/plans', '{}', 'application/json', 422, 'invalid-request'],
    [
      'an unknown option',
      '/v1/plans',
      '{"assembly":{},"options":{"bidon":1}}',
      'application/json',
      422,
      'invalid-request',
    ],
    ['an unknown address', '/v1/bidon', '{}', 'application/json', 404, 'not-found'],
    [
      'an assembly without territories',
      '/v1/plans',
      '{"assembly":{"territories":[]}}',
      'application/json',
      422,
      'invalid-assembly',
    ],
  ])('%s', async (_, path, body, type, status, code) => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, code, type: `urn:decroise:problem:${code}` });
  });

  it('a method that the address does not take', async () => {
    const answer = await fetch(`${url}/v1/plans`);
    expect(answer.status).toBe(405);
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
  });

  it('a body over the limit', async () => {
    const answer = await fetch(`${url}/v1/plans`, {
      method: 'POST',
      body: `{"assembly":{"x":"${'a'.repeat(11 * 2 ** 20)}"}}`,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'body-too-large' });
  });

  it('an assembly with errors, each with its row and column', async () => {
    const territories = assembly.territories.map((territory, k) =>
      k === 3 ? { ...territory, position: undefined, lat: 430, lon: 1 } : territory,
    );
    const answer = await post('/v1/plans', { assembly: { ...assembly, territories } });
    expect(answer.status).toBe(422);
    const { code, findings } = (await answer.json()) as { code: string; findings: Finding[] };
    expect(code).toBe('invalid-assembly');
    expect(findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ severity: 'error', row: 4, column: 'lat' })]),
    );
  });

  it('sizes that cannot add up, with the conflict', async () => {
    const answer = await post('/v1/plans', {
      assembly,
      options: { workshop: { minSize: 6, maxSize: 7, workshopCount: 3 } },
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'infeasible', conflict: expect.anything() });
  });

  it('work that would take too long, without hanging', async () => {
    const territories = Array.from({ length: 2001 }, (_, k) => ({
      id: `t${k}`,
      name: `T${k}`,
      kind: 'CC',
      departments: ['31'],
    }));
    const answer = await post('/v1/plans', { assembly: { territories } });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'too-large-for-now' });
  });
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe('POST /v1/plans by another entry', () => {
  const plan = (workshop: object, language = 'fr') =>
    fetch(`${url}/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ assembly, options: { workshop: { effort: 0.1, ...workshop } } }),
    });

  it.each([
    ['seats', {}],
    ['thematic', { perTerritory: 3 }],
    ['referral', { problems: ['hab.vacance'] }],
  ])('composes %s from the same options as the command', async (entry, options) => {
    const answer = await plan({ entry, ...options });
    expect(answer.status).toBe(201);
    const { workshops, assembly: held } = planSchema.parse(await answer.json());
    expect(workshops.length).toBeGreaterThan(0);
    expect(held.seats !== undefined).toBe(entry === 'seats');
  });

  it('offers the problems that a question may speak of, in the language asked for', async () => {
    const answer = await plan({ entry: 'referral', text: 'la mobilité' });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain('Aucun problème n’est reconnu à coup sûr');
  });
});

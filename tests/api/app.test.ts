import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../api/app.js';
import { type Job, type JobAnswer, JobQueueFull, type JobRunner, JobTimeout } from '../../api/job-runner.js';
import { performJob } from '../../api/perform-job.js';
import { defaultGazetteer, defaultTaxonomy } from '../../data/default-data.js';

const context = { taxonomy: defaultTaxonomy(), gazetteer: defaultGazetteer(), maxTerritories: 50 };
const limits = { maxBodyBytes: 10_000 };

const here: JobRunner = { run: async (job) => performJob(job, context), close: async () => {} };

function failing(error: Error): JobRunner {
  return { run: () => Promise.reject(error), close: async () => {} };
}

function post(
  runner: JobRunner,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
  return Promise.resolve(createApp(runner, limits, '0').request(path, request));
}

const territories = ['31', '81', '12', '46', '09', '11'].map((department, k) => ({
  id: `t${k}`,
  name: `Territoire ${k}`,
  kind: 'CC',
  departments: [department],
  needs: [{ problemId: k % 2 ? 'hab.vacance' : 'mob.covoiturage', intensity: 1 }],
}));

describe('POST /v1/plans', () => {
  it('answers 201 with a plan', async () => {
    const answer = await post(here, '/v1/plans', {
      assembly: { territories },
      options: { workshop: { minSize: 3, maxSize: 3 } },
    });
    expect(answer.status).toBe(201);
    expect(((await answer.json()) as { workshops: unknown[] }).workshops).toHaveLength(2);
  });

  it('reads French keys as well', async () => {
    const territoires = territories.map(({ id, name }) => ({
      id,
      nom: name,
      type: 'CC',
      besoins: 'hab.vacance:0,8',
    }));
    const answer = await post(here, '/v1/plans', { assembly: { territoires } });
    expect(answer.status).toBe(201);
  });

  it('speaks French unless English is preferred', async () => {
    const french = await post(here, '/v1/plans', { assembly: { territories: [] } });
    const english = await post(
      here,
      '/v1/plans',
      { assembly: { territories: [] } },
      { 'accept-language': 'en-GB,fr;q=0.5' },
    );
    expect(((await french.json()) as { title: string }).title).toBe('Assemblée inutilisable');
    expect(((await english.json()) as { title: string }).title).toBe('Unusable assembly');
  });

  it('says what is out of range in the options, by name', async () => {
    const answer = await post(here, '/v1/plans', {
      assembly: { territories },
      options: { geography: { decoupling: 3 } },
    });
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toContain('options.geography.decoupling');
  });

  it('says which sizes would do when those asked for cannot', async () => {
    const answer = await post(here, '/v1/plans', {
      assembly: { territories },
      options: { workshop: { minSize: 4, maxSize: 5 } },
    });
    expect(answer.status).toBe(422);
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect(code).toBe('infeasible');
    expect(detail).toMatch(/6 territoires/u);
  });

  it('never repeats a person’s contact in an answer', async () => {
    const seats = [
      {
        territoryId: 't0',
        holder: { name: 'A', civility: 'F' },
        email: 'camille@exemple.fr',
        tel: '06 12 34 56 78',
      },
    ];
    const answer = await post(here, '/v1/check', { assembly: { territories, seats } });
    const text = await answer.text();
    expect(text).not.toContain('camille@exemple.fr');
    expect(text).not.toContain('06 12 34 56 78');
  });
});

describe('when the work cannot be done now', () => {
  let errors: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    return () => errors.mockRestore();
  });

  it('answers 503 to what takes too long, and says how long is too long', async () => {
    const answer = await post(failing(new JobTimeout(30)), '/v1/plans', { assembly: { territories } });
    expect(answer.status).toBe(503);
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect(code).toBe('too-long');
    expect(detail).toContain('30 s');
  });

  it('answers 503 with Retry-After when too much waits', async () => {
    const answer = await post(failing(new JobQueueFull()), '/v1/plans', { assembly: { territories } });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
  });

  it('answers 500 to the unexpected without telling its message, in the answer or in the log', async () => {
    const answer = await post(failing(new Error('camille@exemple.fr')), '/v1/check', {
      assembly: { territories },
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('camille');
    expect(JSON.stringify(errors.mock.calls)).not.toContain('camille');
    expect(errors).toHaveBeenCalledOnce();
  });

  it('answers a problem whatever the runner mixes up', async () => {
    const mixed: JobRunner = {
      run: async (_: Job): Promise<JobAnswer> => ({ kind: 'unusable', findings: [] }),
      close: async () => {},
    };
    expect((await post(mixed, '/v1/evaluations', { assembly: {}, grouping: [['a']] })).status).toBe(422);
  });
});

describe('every error', () => {
  it.each([
    ['/v1/plans', 'POST', '{', 'application/json', 400],
    ['/v1/plans', 'POST', '{}', 'text/plain', 415],
    ['/v1/plans', 'POST', '[]', 'application/json', 422],
    ['/v1/evaluations', 'POST', '{"assembly":{},"grouping":[]}', 'application/json', 422],
    ['/v1/check', 'POST', `{"assembly":"${'x'.repeat(11_000)}"}`, 'application/json', 413],
    ['/nulle/part', 'GET', undefined, 'application/json', 404],
    ['/v1/check', 'GET', undefined, 'application/json', 405],
  ])('%s %s is a problem of RFC 9457 (%#)', async (path, method, body, type, status) => {
    const answer = await createApp(here, limits, '0').request(path, {
      method,
      headers: { 'content-type': type },
      ...(body === undefined ? {} : { body }),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
    expect(await answer.json()).toMatchObject({
      status,
      type: expect.stringMatching(/^urn:decroise:problem:/u),
      title: expect.any(String),
      detail: expect.any(String),
    });
  });
});

describe('POST /v1/pairings', () => {
  it('answers 200 with pairings, and refuses an imposed pair that names nobody, in French', async () => {
    const answer = await post(here, '/v1/pairings', { assembly: { territories } });
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { pairings: unknown[] }).pairings).toHaveLength(2);
    const refused = await post(here, '/v1/pairings', {
      assembly: { territories },
      options: { pairing: { imposed: ['t0+t9'] } },
    });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'unknown-pair',
      detail:
        '« t0+t9 » ne désigne pas deux territoires de l’assemblée.\nDonnez deux identifiants joints par « + ».',
    });
  });

  it('finds peers, or says who could have been meant', async () => {
    const found = await post(here, '/v1/pairings/peers', {
      assembly: { territories },
      territory: 'territoire 1',
      theme: 'habitat',
    });
    expect(found.status).toBe(200);
    expect(await found.json()).toMatchObject({ territoryId: 't1', themeId: 'habitat', declared: true });
    const unknown = await post(here, '/v1/pairings/peers', {
      assembly: { territories },
      territory: 'Territoir 1',
    });
    expect(unknown.status).toBe(422);
    expect(await unknown.json()).toMatchObject({ code: 'unknown-territory', title: 'Territoire inconnu' });
  });
});

import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import type { JobRunner } from '../../api/job-runner.js';
import { createMemoryPlanStore } from '../../api/memory-plan-store.js';
import { performJob } from '../../api/perform-job.js';
import { defaultGazetteer, defaultTaxonomy } from '../../data/default-data.js';
import { type Plan, planSchema, type Replanning, whyHere } from '../../engine/index.js';

const context = { taxonomy: defaultTaxonomy(), gazetteer: defaultGazetteer(), maxTerritories: 50 };
const here: JobRunner = { run: async (job) => performJob(job, context), close: async () => {} };

const territories = Array.from({ length: 10 }, (_, k) => ({
  id: `t${k}`,
  name: `Territoire ${k}`,
  kind: 'CC',
  departments: ['31'],
  needs: [{ problemId: ['hab.vacance', 'mob.covoiturage', 'eco.ess'][k % 3], intensity: 1 }],
}));
const request = { assembly: { territories }, options: { workshop: { minSize: 3, maxSize: 4 } } };

describe('a plan that was composed', () => {
  it('is found again where Location says, the same', async () => {
    const { ask, location, plan } = await published();
    expect(location).toMatch(/^\/v1\/plans\/[0-9a-f]{16}$/u);
    const again = await ask(location);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(plan);
  });

  it('explains a territory by its id or its name', async () => {
    const { ask, location, plan } = await published();
    const byId = await ask(`${location}/explanations/t3`);
    const byName = await ask(`${location}/explanations/${encodeURIComponent('territoire 3')}`);
    expect(byId.status).toBe(200);
    const { territoryId, placements } = (await byId.json()) as {
      territoryId: string;
      placements: {
        reasons: { text: { fr: string } }[];
        members: { code: string; text: { fr: string } }[];
      }[];
    };
    expect(territoryId).toBe('t3');
    expect(placements[0]?.reasons[0]?.text.fr).toMatch(/\.$/u);
    expect(placements).toEqual(whyHere(plan, 't3'));
    const { territoryIds } = plan.workshops.find((workshop) => workshop.territoryIds.includes('t3'))!;
    expect(placements[0]?.members).toHaveLength(territoryIds.length - 1);
    expect(placements[0]?.members[0]?.text.fr).toMatch(/^Avec Territoire \d : /u);
    expect(await byName.json()).toMatchObject({ territoryId: 't3' });
  });

  it('foretells a change without making it, then makes it', async () => {
    const { ask, location, plan } = await published();
    const [a, b] = [plan.workshops[0]!.territoryIds[0]!, plan.workshops[1]!.territoryIds[0]!];
    const changes = [{ kind: 'swap', territoryIds: [a, b], askedBy: 'Bureau' }];
    const foretold = await ask(`${location}/moves`, { changes });
    expect(foretold.status).toBe(200);
    const what = (await foretold.json()) as { effect: { value: { after: number } }; planId: null };
    expect(what.planId).toBeNull();
    expect(await (await ask(location)).json()).toEqual(plan);

    const made = await ask(`${location}/moves`, { changes, apply: true });
    expect(made.status).toBe(201);
    const changed = planSchema.parse(await (await ask(made.headers.get('location') ?? '')).json());
    expect(changed.bound.value).toBeCloseTo(what.effect.value.after, 9);
    expect(changed.workshops[0]?.territoryIds).toContain(b);
    expect(changed.revisions?.[0]?.moves[0]?.reasons[0]?.facts.askedBy).toBe('Bureau');
  });

  it('answers 409 to a change that breaks a size, with what it would do, and makes it when told to', async () => {
    const { ask, location, plan } = await published();
    const small = plan.workshops.find(({ territoryIds }) => territoryIds.length === 3)!;
    const other = plan.workshops.find(({ id }) => id !== small.id)!;
    const changes = [{ kind: 'move', territoryId: small.territoryIds[0], workshopId: other.id }];
    const refused = await ask(`${location}/moves`, { changes, apply: true });
    expect(refused.status).toBe(409);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
    const { code, detail, conflict } = (await refused.json()) as {
      code: string;
      detail: string;
      conflict: { outOfBounds: unknown[] };
    };
    expect(code).toBe('change-breaks-rules');
    expect(detail).toContain('il en faut au moins 3');
    expect(conflict.outOfBounds.length).toBeGreaterThan(0);
    const made = await ask(`${location}/moves`, { changes, apply: true, whenBroken: 'relax' });
    expect(made.status).toBe(201);
  });

  it('is taken up again when someone leaves, joins and changes', async () => {
    const { ask, location, plan } = await published();
    const answer = await ask(`${location}/replan`, {
      changes: {
        left: ['Territoire 0'],
        joined: [{ id: 'n', nom: 'Territoire neuf', besoins: 'hab.vacance:0,8' }],
        changed: [{ id: 't1', besoins: 'hab.vacance:1' }],
      },
      budget: 2,
    });
    expect(answer.status).toBe(201);
    const replanning = (await answer.json()) as {
      plan: Plan;
      revision: NonNullable<Plan['revisions']>[number];
    };
    expect(replanning.revision.left.map(({ territoryId }) => territoryId)).toEqual(['t0']);
    expect(replanning.revision.joined.map(({ territoryId }) => territoryId)).toEqual(['n']);
    expect(replanning.revision.changed).toEqual(['t1']);
    expect(replanning.revision.moves.length).toBeLessThanOrEqual(2);
    const kept = await ask(answer.headers.get('location') ?? '');
    expect(await kept.json()).toEqual(replanning.plan);
    expect(replanning.plan.workshops.map(({ id }) => id)).toEqual(plan.workshops.map(({ id }) => id));
  });

  it('takes the plan from the request where it is no longer kept', async () => {
    const { plan } = await published();
    const { ask } = service();
    const answer = await ask('/v1/plans/0000000000000000/replan', { plan, budget: 0 });
    expect(answer.status).toBe(201);
    expect(((await answer.json()) as { plan: Plan }).plan.workshops).toEqual(plan.workshops);
  });
});

describe('a plan by seat', () => {
  const seats = territories.flatMap(({ id }, k) =>
    ['F', 'M'].map((civilité, n) => ({
      id: `${id}-${n + 1}`,
      territoire: id,
      collège: 'Élus',
      titulaire: `P${k}`,
      civilité,
    })),
  );
  const seated = {
    assembly: { territories, seats },
    options: { workshop: { entry: 'seats', minSize: 4, maxSize: 6 }, explain: { robustness: 0 } },
  };

  it('has its seats exchanged by hand, then is taken up again when a holder leaves', async () => {
    const { ask } = service();
    const composed = await ask('/v1/plans', seated);
    expect(composed.status).toBe(201);
    const plan = planSchema.parse(await composed.json());
    const placed = plan.workshops.flatMap(({ seatIds = [], territoryIds }, g) =>
      seatIds.map((id) => ({ id, g, present: territoryIds })),
    );
    const [[a, b] = ['', ''], to] = placed
      .flatMap((x) => placed.map((y) => [[x.id, y.id], y.g, x, y] as const))
      .find(
        ([, , x, y]) =>
          x.g !== y.g && !y.present.includes(x.id.slice(0, 2)) && !x.present.includes(y.id.slice(0, 2)),
      ) ?? [['', ''], -1];
    const changes = [{ kind: 'swap-seats', seatIds: [a, b] }];
    const made = await ask(`${composed.headers.get('location')}/moves`, { changes, apply: true });
    expect(made.status).toBe(201);
    const { effect } = (await made.json()) as { effect: { value: { after: number } } };
    const location = made.headers.get('location') ?? '';
    const changed = planSchema.parse(await (await ask(location)).json());
    expect(changed.bound.value).toBeCloseTo(effect.value.after, 9);
    expect(changed.workshops[to]?.seatIds).toContain(a);

    const answer = await ask(`${location}/replan`, { changes: { seats: { left: [a] } }, budget: 3 });
    expect(answer.status).toBe(201);
    const { plan: next, revision } = (await answer.json()) as {
      plan: Plan;
      revision: NonNullable<Plan['revisions']>[number];
    };
    expect(revision.left.map(({ seatId }) => seatId)).toEqual([a]);
    expect(next.workshops.flatMap(({ seatIds = [] }) => seatIds)).not.toContain(a);
    expect(next.workshops.flatMap(({ seatIds = [] }) => seatIds)).toContain(b);
    expect(JSON.stringify(next)).not.toContain('"P3"');
  });

  it('takes a thematic plan up again with few places gained or lost', async () => {
    const { ask } = service();
    const options = { workshop: { entry: 'thematic', minSize: 3, maxSize: 4 } };
    const composed = await ask('/v1/plans', { ...request, options });
    const answer = await ask(`${composed.headers.get('location')}/replan`, {
      changes: { left: ['t0'] },
      budget: 6,
    });
    expect(answer.status).toBe(201);
    const { plan, revision, curve } = (await answer.json()) as Replanning;
    expect(plan.workshops.every(({ problemId }) => problemId !== undefined)).toBe(true);
    expect(revision.left.map(({ territoryId }) => territoryId)).toContain('t0');
    expect(revision.moves.filter(({ forced }) => !forced).length).toBeLessThanOrEqual(6);
    expect(curve.at(-1)?.moves).toBe(6);
    const foreign = await ask(`${composed.headers.get('location')}/moves`, {
      changes: [{ kind: 'move', territoryId: 't0', workshopId: 'A01' }],
    });
    expect(await foreign.json()).toMatchObject({ code: 'change-not-of-entry' });
  });
});

describe('what cannot be asked of a plan', () => {
  it('is a 404 with what to do for a plan or a territory that is not there', async () => {
    const { ask, location } = await published();
    const unknown = await ask('/v1/plans/0000000000000000');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({
      code: 'unknown-plan',
      detail: expect.stringContaining('POST /v1/plans'),
    });
    const nobody = await ask(`${location}/explanations/zz`);
    expect(nobody.status).toBe(404);
    expect(await nobody.json()).toMatchObject({ code: 'unknown-territory' });
  });

  it('is a 422 that names what is wrong', async () => {
    const { ask, location, plan } = await published();
    const small = plan.workshops.find(({ territoryIds }) => territoryIds.length === 3)!;
    const cases: [string, unknown, string][] = [
      ['moves', { changes: [{ kind: 'move', territoryId: 't0', workshopId: 'Z' }] }, 'unknown-workshop'],
      ['moves', { changes: [] }, 'invalid-request'],
      ['moves', { changes: [{ kind: 'fly' }] }, 'invalid-request'],
      ['replan', { changes: { left: ['zz'] } }, 'invalid-assembly'],
      ['replan', { budget: -1 }, 'invalid-request'],
      ['replan', { frozen: ['Z'] }, 'unknown-workshop'],
      ['replan', { changes: { left: [small.territoryIds[0]] }, budget: 0 }, 'budget-too-small'],
    ];
    for (const [path, body, code] of cases) {
      const answer = await ask(`${location}/${path}`, body);
      expect([answer.status, (await answer.json()) as object]).toEqual([
        422,
        expect.objectContaining({ code }),
      ]);
    }
  });
});

describe('createMemoryPlanStore', () => {
  it('keeps the last ones asked for, under an id that comes from what they hold', async () => {
    const { plan } = await published();
    const store = createMemoryPlanStore(2);
    const variant = (seed: number): Plan => ({ ...plan, seed });
    const first = await store.put(variant(1));
    const second = await store.put(variant(2));
    expect(await store.put(variant(1))).toBe(first);
    await store.put(variant(3));
    expect(await store.get(second)).toBeUndefined();
    expect(await store.get(first)).toEqual(variant(1));
  });
});

function service() {
  const app = createApp(here, { maxBodyBytes: 10_000_000 }, '0');
  const ask = (path: string, body?: unknown): Promise<Response> =>
    Promise.resolve(
      app.request(
        path,
        body === undefined
          ? {}
          : {
              method: 'POST',
              body: JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            },
      ),
    );
  return { ask };
}

async function published() {
  const { ask } = service();
  const answer = await ask('/v1/plans', request);
  expect(answer.status).toBe(201);
  const plan = planSchema.parse(await answer.json());
  return { ask, plan, location: answer.headers.get('location') ?? '' };
}

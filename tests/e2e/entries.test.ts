import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Plan, planSchema } from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();
const json = join(folder, 'assemblee.json');

beforeAll(() => {
  expect(decroise('example', folder).status).toBe(0);
});

describe('decroise plan --entry seats', () => {
  it('places every occupied seat, tells the empty ones, and writes no name unless asked', () => {
    const out = join(folder, 'sieges');
    const run = decroise(
      'plan',
      json,
      '--entry',
      'seats',
      '--size',
      '8..12',
      '--effort',
      '0.2',
      '--out',
      out,
    );
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/sièges \(\d+ femmes?, \d+ hommes?\)/u);
    expect(run.stdout).toContain('est vacant : ni titulaire ni suppléant.');
    const plan = planSchema.parse(JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8')));
    const seats = plan.workshops.flatMap(({ seatIds = [] }) => seatIds);
    expect(new Set(seats).size).toBe(seats.length);
    const header = readFileSync(join(out, 'ateliers.csv'), 'utf8').split('\r\n')[0];
    expect(header).toContain('Siège;Collège;Civilité');
    expect(header).not.toContain('Nom;');
    expect(existsSync(join(out, 'plan.xlsx'))).toBe(true);
  });

  it('counts only the terms of the day', () => {
    const late = decroise('plan', json, '--entry', 'seats', '--date', '01/01/2031');
    expect(late.status).toBe(0);
    expect(late.stdout).toMatch(/a pris fin le 31\/12\/2027, avant la\s+séance du 01\/01\/2031\./u);
    expect(decroise('plan', json, '--date', '2031-02-30').stderr).toContain('2031-02-30');
  });
});

describe('a plan by seat', () => {
  const out = join(folder, 'pleniere');
  const file = join(out, 'plan.json');

  it('is explained seat by seat', () => {
    const seated = ['--entry', 'seats', '--size', '8..12', '--effort', '0.2', '--format', 'json'];
    expect(decroise('plan', json, ...seated, '--out', out).status).toBe(0);
    const plan = planSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const told = decroise('explain', file, '--territory', plan.placements[0]!.territoryId);
    expect(told.status).toBe(0);
    expect(told.stdout).toContain(`(siège ${plan.placements[0]!.seatId})`);
    expect(told.stdout).toContain('Autre atelier possible');
    expect(told.stdout).toContain('Ce qu’il partage avec chacun');
    expect(told.stdout).toMatch(/Placement (?:assez )?(?:solide|fragile)/u);
  });

  it('is taken up again with few moves when a holder leaves', () => {
    const plan = planSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const deputies = new Set(plan.assembly.seats?.flatMap(({ id, deputy }) => (deputy ? [id] : [])));
    const seatId = plan.workshops[0]!.seatIds!.find((id) => !deputies.has(id))!;
    const repris = join(folder, 'pleniere-reprise');
    const run = decroise('replan', file, '--vacate', seatId, '--budget', '2', '--out', repris);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/^1 départ : /u);
    expect(run.stdout).toContain(`(siège ${seatId})`);
    const next = planSchema.parse(JSON.parse(readFileSync(join(repris, 'plan.json'), 'utf8')));
    expect(next.workshops.flatMap(({ seatIds = [] }) => seatIds)).not.toContain(seatId);
    expect(next.revisions?.at(-1)?.moves.length).toBeLessThanOrEqual(2);
    expect(readFileSync(join(repris, 'qui-change-d-atelier.csv'), 'utf8')).toContain(seatId);
    const unknown = decroise('replan', file, '--vacate', 'personne');
    expect(unknown.status).toBe(2);
  });
});

describe('decroise plan --entry thematic', () => {
  it('is taken up again with few places gained or lost, each with its reason, in terminal and files', () => {
    const out = join(folder, 'thematique');
    const flags = ['--entry', 'thematic', '--effort', '0.1', '--format', 'json', '--out', out];
    expect(decroise('plan', json, ...flags).status).toBe(0);
    const plan = planSchema.parse(JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8')));
    const smallest = [...plan.workshops].sort((a, b) => a.territoryIds.length - b.territoryIds.length)[0]!;
    const changes = join(folder, 'departs-thematiques.csv');
    writeFileSync(changes, `changement;id\npart;${smallest.territoryIds[0]}\n`);
    const repris = join(folder, 'thematique-reprise');
    const run = decroise('replan', join(out, 'plan.json'), changes, '--budget', '8', '--out', repris);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/^1 départ : .*places? (?:prises?|change)/u);
    expect(run.stdout).toContain('Ce que donne chaque déplacement');
    const next = planSchema.parse(JSON.parse(readFileSync(join(repris, 'plan.json'), 'utf8')));
    const moves = next.revisions?.at(-1)?.moves ?? [];
    expect(moves.filter(({ forced }) => !forced).length).toBeLessThanOrEqual(8);
    const listed = readFileSync(join(repris, 'qui-change-d-atelier.csv'), 'utf8');
    for (const { territoryId } of moves) expect(listed).toContain(territoryId);
    if (moves.some(({ fromWorkshopId }) => fromWorkshopId === null)) {
      expect(listed).toContain('rejoint un atelier');
      expect(run.stdout).toContain('rejoint  ');
    }
    expect(existsSync(join(repris, 'plan.xlsx'))).toBe(true);
    const frozen = decroise(
      ...['replan', join(out, 'plan.json'), '--freeze', smallest.id, '--budget', '0', '--json'],
    );
    expect(JSON.parse(frozen.stdout).plan.workshops).toEqual(plan.workshops);
  });

  it('opens workshops per problem, a territory in as many as allowed', () => {
    const plan = planOf('--entry', 'thematic', '--per-territory', '1', '--effort', '0.1');
    const ids = plan.workshops.flatMap(({ territoryIds }) => territoryIds);
    expect(new Set(ids).size).toBe(ids.length);
    expect(plan.workshops.every(({ problemId }) => problemId !== undefined)).toBe(true);
    const shown = decroise('plan', json, '--entry', 'thematic', '--effort', '0.1').stdout;
    expect(shown).toContain('Problèmes partagés sans atelier');
    expect(shown).toContain('n’est pas appliquée');
  });
});

describe('decroise plan --entry referral', () => {
  it('composes the one workshop of a question, from ids or from a text', () => {
    const plan = planOf(
      '--entry',
      'referral',
      '--size',
      '6..8',
      '--problems',
      'hab.vacance,mob.modes-actifs',
    );
    expect(plan.workshops).toHaveLength(1);
    const shown = decroise('plan', json, '--entry', 'referral', '--text', 'les logements vacants').stdout;
    expect(shown).toMatch(/La saisine porte sur «\sLogements vacants\s»/u);
    expect(shown).toContain(' : besoin');
  });

  it('is taken up again when a member leaves: who takes its place, and why', () => {
    const out = join(folder, 'saisine');
    const asked = ['--entry', 'referral', '--size', '6..8', '--problems', 'hab.vacance,mob.modes-actifs'];
    expect(decroise('plan', json, ...asked, '--format', 'json', '--out', out).status).toBe(0);
    const file = join(out, 'plan.json');
    const plan = planSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const changes = join(folder, 'departs-saisine.csv');
    const left = plan.workshops[0]!.territoryIds.slice(0, 3);
    writeFileSync(changes, ['changement;id', ...left.map((id) => `part;${id}`), ''].join('\n'));
    const none = decroise('replan', file, changes, '--budget', '0');
    expect(none.status).toBe(3);
    expect(none.stderr).toContain('il en faut au moins 1.');
    const run = decroise('replan', file, changes, '--budget', '3', '--json');
    expect(run.status).toBe(0);
    const { plan: next, revision } = JSON.parse(run.stdout);
    expect(next.workshops[0].territoryIds.length).toBeGreaterThanOrEqual(6);
    expect(revision.moves.length).toBeLessThanOrEqual(3);
    for (const { reasons } of revision.moves) expect(reasons.at(-1).text.fr).toMatch(/besoin|essemblance/u);
  });

  it('offers a choice for what it cannot read, and exits with 2', () => {
    const run = decroise('plan', json, '--entry', 'referral', '--text', 'la mobilité');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('mob.covoiturage (Covoiturage et autopartage)');
    expect(decroise('plan', json, '--entry', 'referral').status).toBe(2);
  });

  it('says that too few are concerned, and exits with 3', () => {
    const run = decroise(
      'plan',
      json,
      '--entry',
      'referral',
      '--size',
      '80..87',
      '--problems',
      'hab.vacance',
    );
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('il en faut 80');
  });
});

function planOf(...flags: readonly string[]): Plan {
  const run = decroise('plan', json, '--json', ...flags);
  expect(run.stderr).toBe('');
  return planSchema.parse(JSON.parse(run.stdout));
}

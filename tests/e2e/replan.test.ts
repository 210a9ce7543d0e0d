import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Plan, planSchema, type Replanning, whyHere } from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();
const published = join(folder, 'publie');
const planFile = join(published, 'plan.json');
let plan: Plan;

beforeAll(() => {
  decroise('example', join(folder, 'exemple'));
  const composed = decroise('plan', join(folder, 'exemple', 'assemblee.xlsx'), '--out', published);
  expect(composed.status).toBe(0);
  plan = planSchema.parse(JSON.parse(readFileSync(planFile, 'utf8')));
});

describe('decroise replan', () => {
  it('takes a list of changes, says who moves and why, and writes the plan, the list and the curve', () => {
    const [gone, other] = plan.workshops[1]!.territoryIds.map((id) => nameOf(plan, id));
    const changes = write('changements.csv', [
      'changement;nom;besoins',
      `part;${gone};`,
      `modifié;${other};hab.vacance:0,9`,
      'arrive;Pays imaginaire;mob.covoiturage:0,8',
    ]);
    const out = join(folder, 'repris');
    const run = decroise('replan', planFile, changes, '--budget', '3', '--out', out);
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/^1 départ, 1 arrivée et 1 territoire modifié/u);
    expect(run.stdout).toContain('Qui arrive');
    expect(run.stdout).toContain('Ce que donne chaque déplacement');
    expect(readdirSync(out).sort()).toEqual([
      'ateliers.csv',
      'jumelages.csv',
      'mesures.csv',
      'plan.json',
      'plan.xlsx',
      'qualite-selon-deplacements.csv',
      'qui-change-d-atelier.csv',
    ]);
    const next = planSchema.parse(JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8')));
    const home = (of: Plan, id: string) =>
      of.workshops.find(({ territoryIds }) => territoryIds.includes(id))?.id;
    const moved = next.assembly.territories.filter(
      ({ id }) => home(plan, id) !== undefined && home(plan, id) !== home(next, id),
    );
    expect(moved.length).toBeLessThanOrEqual(3);
    expect(next.revisions?.at(-1)?.moves).toHaveLength(moved.length);
    expect(next.workshops.map(({ id }) => id)).toEqual(plan.workshops.map(({ id }) => id));
    const listed = readFileSync(join(out, 'qui-change-d-atelier.csv'), 'utf8').trim().split('\r\n');
    expect(listed).toHaveLength(1 + moved.length + 2);
  });

  it('takes a whole new list, where nothing changed, and gives one JSON object on demand', () => {
    const run = decroise(
      ...['replan', planFile, join(folder, 'exemple', 'assemblee.xlsx'), '--budget', '0', '--json'],
    );
    expect(run.status).toBe(0);
    const { plan: same, revision, curve } = JSON.parse(run.stdout) as Replanning;
    expect(revision).toMatchObject({ moves: [], joined: [], left: [], changed: [] });
    expect(same.workshops).toEqual(plan.workshops);
    expect(curve).toHaveLength(1);
  });

  it('ends with 3 and the smallest number of moves that would do, and writes nothing', () => {
    const smallest = [...plan.workshops].sort((a, b) => a.territoryIds.length - b.territoryIds.length)[0]!;
    const least = (plan.options as { workshop: { minSize: number } }).workshop.minSize;
    const leaving = smallest.territoryIds.slice(0, smallest.territoryIds.length - least + 1);
    const changes = write('departs.csv', ['changement;id', ...leaving.map((id) => `part;${id}`)]);
    const run = decroise('replan', planFile, changes, '--budget', '0', '--out', join(folder, 'rien'));
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('il en faut au moins 1.');
    expect(readdirSync(folder)).not.toContain('rien');
  });

  it('points to row and column of what is wrong in the changes, and exits with 1', () => {
    const changes = write('faux.csv', ['changement;id', 'déménage;1', 'part;inconnu']);
    const run = decroise('replan', planFile, changes, '--json');
    expect(run.status).toBe(1);
    const { findings } = JSON.parse(run.stdout);
    expect(findings.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [2, 'changement'],
      [3, 'id'],
    ]);
  });

  it('refuses a file that is not a plan, and a workshop that is not in it', () => {
    const changes = write('personne.csv', ['changement;id', ';1']);
    expect(decroise('replan', changes, changes)).toMatchObject({ status: 1 });
    const frozen = decroise('replan', planFile, changes, '--freeze', 'Z9');
    expect(frozen.status).toBe(2);
    expect(frozen.stderr).toContain('Il n’y a pas d’atelier « Z9 »');
  });
});

describe('decroise explain', () => {
  it('tells the reasons of every territory, workshop by workshop', () => {
    const run = decroise('explain', planFile);
    expect(run.status).toBe(0);
    for (const { title } of plan.workshops) expect(run.stdout.replace(/\s+/gu, ' ')).toContain(title.fr);
    expect(run.stdout.match(/^ {2}• /gmu)).toHaveLength(plan.assembly.territories.length);
    const members = plan.workshops.reduce(
      (sum, { territoryIds: { length } }) => sum + length * (length - 1),
      0,
    );
    expect(run.stdout.match(/^ {6}– Avec /gmu)).toHaveLength(members);
    expect(run.stdout).toContain('Autre atelier possible : ');
    expect(run.stdout).toMatch(/Placement (?:assez )?(?:solide|fragile) : si une réponse sur cinq manquait/u);
  });

  it('tells those of one territory, by its name as people write it', () => {
    const { name, id } = plan.assembly.territories[4]!;
    const run = decroise('explain', planFile, '--territory', name.toUpperCase());
    expect(run.status).toBe(0);
    expect(run.stdout.match(/^ {2}• /gmu)).toHaveLength(1);
    const json = decroise('explain', planFile, '--territory', id, '--json');
    expect(JSON.parse(json.stdout)).toEqual({
      placements: whyHere(plan, id).map((why) => ({ territoryId: id, ...why })),
      unplaced: [],
    });
    expect(decroise('explain', planFile, '--territory', 'nulle part')).toMatchObject({ status: 2 });
  });
});

function write(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function nameOf({ assembly }: Plan, id: string): string {
  return assembly.territories.find((territory) => territory.id === id)!.name;
}

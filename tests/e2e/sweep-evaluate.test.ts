import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Evaluation, evaluationSchema, type Plan, type Sweep, sweepSchema } from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();
const xlsx = join(folder, 'exemple', 'assemblee.xlsx');

beforeAll(() => {
  expect(decroise('example', join(folder, 'exemple')).status).toBe(0);
});

describe('decroise sweep', () => {
  it('writes one table and one picture, and answers in two sentences', () => {
    const out = join(folder, 'curseur');
    const { status, stdout, stderr } = decroise('sweep', xlsx, '--decoupling', '0..1:0.5', '--out', out);
    expect([status, stderr]).toEqual([0, '']);
    expect(readdirSync(out).sort()).toEqual(['curseur.csv', 'curseur.svg', 'curseur.xlsx']);
    expect(stdout).toContain('L’entrée thématique réunit mieux que l’entité territoriale');
    expect(stdout).toMatch(/Décroisement 0,5 .*km/);
    for (const line of stdout.split('\n'))
      if (!line.includes(folder)) expect(line.length).toBeLessThanOrEqual(100);
    expect(readFileSync(join(out, 'curseur.svg'), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it('gives one JSON object, the same twice, with the settings asked', () => {
    const run = () =>
      decroise('sweep', xlsx, '--decoupling', '0|1', '--spread', '0|0,3', '--size', '7..9', '--json');
    const { stdout } = run();
    const sweep = JSON.parse(stdout) as Sweep;
    expect(sweepSchema.safeParse(sweep).success).toBe(true);
    const dial = sweep.points.filter(({ kind }) => kind === 'dial');
    expect(dial.map(({ decoupling, spread }) => [decoupling, spread])).toEqual([
      [0, 0],
      [1, 0],
      [0, 0.3],
      [1, 0.3],
    ]);
    for (const { measures } of dial)
      expect(measures.smallestSize >= 7 && measures.largestSize <= 9).toBe(true);
    expect(run().stdout).toBe(stdout);
  });

  it('refuses settings out of range with 2, sizes that cannot be with 3', () => {
    const refused = decroise('sweep', xlsx, '--decoupling', '0..2');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('0..1:0.1');
    expect(decroise('sweep', xlsx, '--decoupling', '0', '--size', '50..60').status).toBe(3);
  });
});

describe('decroise evaluate', () => {
  it('measures the groups of our own plan, read back from its CSV, as the plan did', () => {
    const out = join(folder, 'plan');
    expect(decroise('plan', xlsx, '--robustness', '0', '--format', 'csv', 'json', '--out', out).status).toBe(
      0,
    );
    const plan = JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8')) as Plan;
    const { status, stdout } = decroise('evaluate', xlsx, join(out, 'ateliers.csv'), '--json');
    expect(status).toBe(0);
    const evaluation = JSON.parse(stdout) as Evaluation;
    expect(evaluationSchema.safeParse(evaluation).success).toBe(true);
    expect(evaluation.measures).toEqual(plan.measures);
    expect(evaluation.baselines).toEqual(plan.baselines);
  });

  it('measures groups by name beside our plan, and writes the table', () => {
    const { territories } = JSON.parse(readFileSync(join(folder, 'exemple', 'assemblee.json'), 'utf8')) as {
      territories: { name: string; departments: string[] }[];
    };
    const byDepartment = [...territories].sort((a, b) =>
      (a.departments[0] ?? '') < (b.departments[0] ?? '') ? -1 : 1,
    );
    const file = join(folder, 'groupes.csv');
    writeFileSync(
      file,
      `territoire;atelier\n${byDepartment.map(({ name }, k) => `${name};Groupe ${1 + Math.floor(k / 9)}`).join('\n')}\n`,
    );
    const out = join(folder, 'mesure');
    const { status, stdout } = decroise('evaluate', xlsx, file, '--out', out);
    expect(status).toBe(0);
    expect(stdout).toContain('Découpage');
    expect(stdout).toMatch(
      /Aux mêmes tailles, Décroise réunirait des territoires \d+\u00a0% plus semblables/,
    );
    expect(readdirSync(out).sort()).toEqual(['evaluation.csv', 'evaluation.json', 'evaluation.xlsx']);
  });

  it('points to row and column of what it does not know, and writes nothing', () => {
    const file = join(folder, 'faux.csv');
    writeFileSync(file, 'territoire;atelier\nNulle Part;1\n');
    const { status, stdout, stderr } = decroise('evaluate', xlsx, file);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('ligne 2, colonne « territoire »');
    expect(decroise('evaluate', xlsx).status).toBe(2);
    expect(decroise('evaluate', xlsx, join(folder, 'absent.csv')).status).toBe(1);
  });
});

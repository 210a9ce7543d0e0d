import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Assembly, type Plan, planSchema } from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();
const example = join(folder, 'exemple');
const xlsx = join(example, 'assemblee.xlsx');

beforeAll(() => {
  const made = decroise('example', example);
  expect(made.stderr).toBe('');
  expect(made.status).toBe(0);
});

describe('decroise example', () => {
  it('writes the same assembly as XLSX, CSV and JSON', () => {
    expect(readdirSync(example).sort()).toEqual(['assemblee.json', 'assemblee.xlsx', 'csv']);
    const plans = ['assemblee.xlsx', 'assemblee.json', 'csv'].map((name) => planOf(join(example, name)));
    expect(new Set(plans.map((plan) => plan.inputDigest)).size).toBe(1);
  });

  it('says that the answers are fictive', () => {
    expect(decroise('example', join(folder, 'autre')).stdout).toContain('fictives');
  });
});

describe('decroise check', () => {
  it('finds no error in the example', () => {
    const checked = decroise('check', xlsx);
    expect(checked.status).toBe(0);
  });

  it('points to row and column of what is wrong, all at once, and exits with 1', () => {
    const file = join(folder, 'faux.csv');
    writeFileSync(
      file,
      'id;nom;type;départements;lat;lon;besoins\n' +
        '1;Un;CC;31;43,6;1,4;mob.covoiturage:0,8\n' +
        '2;Deux;CC;31;430;1,4;mob.covoiturage:3\n' +
        '1;Trois;CC;31;43,6;1,4;zzz.inconnu\n',
    );
    const checked = decroise('check', file, '--json');
    expect(checked.status).toBe(1);
    const { usable, findings } = JSON.parse(checked.stdout);
    expect(usable).toBe(false);
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual(
      expect.arrayContaining([
        [3, 'lat'],
        [3, 'besoins'],
        [4, 'id'],
        [4, 'besoins'],
      ]),
    );
  });
});

describe('decroise plan', () => {
  it('prints workshops an organiser can read', () => {
    const planned = decroise('plan', xlsx);
    expect(planned.status).toBe(0);
    expect(planned.stdout).toContain('Atelier');
    expect(planned.stdout).not.toMatch(/cluster|node|NaN|undefined|\[object/u);
    expect(planned.stderr).not.toMatch(/error/iu);
  });

  it('prints one JSON object and nothing else with --json', () => {
    const planned = decroise('plan', xlsx, '--json');
    expect(planned.status).toBe(0);
    expect(planSchema.safeParse(JSON.parse(planned.stdout)).success).toBe(true);
  });

  it('keeps the sizes asked and places everyone', () => {
    const plan = planOf(xlsx, '--size', '7..9');
    for (const workshop of plan.workshops) {
      expect(workshop.territoryIds.length).toBeGreaterThanOrEqual(7);
      expect(workshop.territoryIds.length).toBeLessThanOrEqual(9);
    }
    expect(plan.workshops.flatMap(({ territoryIds }) => territoryIds)).toHaveLength(
      plan.assembly.territories.length,
    );
  });

  it('writes the same bytes twice, in every format', () => {
    const folders = ['une', 'deux'].map((name) => join(folder, name));
    for (const out of folders) {
      expect(decroise('plan', xlsx, '--format', 'json', 'csv', 'xlsx', 'svg', '--out', out).status).toBe(0);
    }
    const [first, second] = folders as [string, string];
    expect(readdirSync(first)).toEqual(readdirSync(second));
    expect(readdirSync(first).length).toBeGreaterThanOrEqual(5);
    for (const name of readdirSync(first)) {
      expect(readFileSync(join(first, name)).equals(readFileSync(join(second, name))), name).toBe(true);
    }
  });

  it('gives the same plan with the territories in another order', () => {
    const file = join(example, 'assemblee.json');
    const assembly = JSON.parse(readFileSync(file, 'utf8')) as Assembly;
    const turned = join(folder, 'retournee.json');
    writeFileSync(turned, JSON.stringify({ ...assembly, territories: [...assembly.territories].reverse() }));
    expect(decroise('plan', turned, '--json').stdout).toBe(decroise('plan', file, '--json').stdout);
  });

  it('writes a workbook whose sheets go from the workshops to the settings', async () => {
    const out = join(folder, 'classeur');
    decroise('plan', xlsx, '--format', 'xlsx', '--out', out);
    const sheets = (await readXlsxFile(join(out, 'plan.xlsx'))) as unknown as { sheet: string }[];
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Ateliers',
      'Participants',
      'Territoires',
      'Jumelages',
      'Pourquoi ici',
      'Règles',
      'Paramètres',
    ]);
  });

  it('explains sizes that cannot add up, exits with 3 and writes nothing', () => {
    const out = join(folder, 'impossible');
    const planned = decroise('plan', xlsx, '--size', '6..7', '--workshops', '3', '--out', out);
    expect(planned.status).toBe(3);
    expect(planned.stderr).toMatch(/atelier/iu);
    expect(existsSync(out)).toBe(false);
  });

  it('refuses bad use with 2 and says what is possible', () => {
    for (const args of [['--decoupling', '3'], ['--size', '10..6'], ['--bidon'], ['--format', 'pdf']]) {
      const planned = decroise('plan', xlsx, ...args);
      expect(planned.status, args.join(' ')).toBe(2);
      expect(planned.stderr).not.toContain('    at ');
    }
    expect(decroise('bidon').status).toBe(2);
    expect(decroise('plan').status).toBe(2);
  });
});

describe('a reader who has had enough', () => {
  it('is no failure: the rest of a long answer is left unsaid', () => {
    const line = `"${process.execPath}" dist/cli/main.js plan "${xlsx}" --json | head -c 10`;
    const { stdout, stderr } = spawnSync(line, { encoding: 'utf8', shell: true });
    expect([stdout, stderr]).toEqual(['{\n  "forma', '']);
  });
});

describe('files nobody can use', () => {
  it.each([
    ['an empty file', 'vide.csv', ''],
    ['a broken workbook', 'casse.xlsx', 'PK\u0003\u0004 rien de bon'],
    ['a password-protected workbook', 'secret.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['JSON cut short', 'coupe.json', '{"territories": [{"id": "1"'],
    ['circular rules', 'regles.json', circularRules()],
  ])('%s: a finding, exit 1, nothing written', (_, name, content) => {
    const file = join(folder, name);
    const out = join(folder, `sortie-${name}`);
    writeFileSync(file, content);
    const planned = decroise('plan', file, '--out', out);
    expect(planned.status).toBe(1);
    expect(planned.stderr.length).toBeGreaterThan(40);
    expect(planned.stderr).not.toContain('    at ');
    expect(existsSync(out)).toBe(false);
  });

  it('a file of 200 MB is refused before it is read', () => {
    const file = join(folder, 'enorme.csv');
    writeFileSync(file, 'id;nom\n');
    truncateSync(file, 200 * 2 ** 20);
    const planned = decroise('plan', file);
    expect(planned.status).toBe(1);
    expect(planned.stderr).toMatch(/Mo/u);
  });

  it('a file that is not there', () => {
    const planned = decroise('plan', join(folder, 'absent.xlsx'));
    expect(planned.status).toBe(1);
    expect(planned.stderr).toContain('absent.xlsx');
  });
});

describe('decroise --help', () => {
  it('speaks French by default and English when asked', () => {
    expect(decroise('plan', '--help').stdout).toContain('Décroisement');
    expect(decroise('plan', '--help').stdout).toContain('Utilisation');
    expect(decroise('plan', '--help', '--lang', 'en').stdout).toContain('Usage');
    expect(decroise('--help').status).toBe(0);
  });
});

function planOf(...args: readonly string[]): Plan {
  const planned = decroise('plan', ...args, '--json');
  expect(planned.stderr).toBe('');
  return JSON.parse(planned.stdout) as Plan;
}

function circularRules(): string {
  const territory = (id: string) => ({ id, name: `T${id}`, kind: 'CC', departments: ['31'] });
  return JSON.stringify({
    territories: ['1', '2', '3', '4', '5', '6'].map(territory),
    rules: [
      { kind: 'together', territoryIds: ['1', '2'] },
      { kind: 'together', territoryIds: ['2', '3'] },
      { kind: 'apart', territoryIds: ['1', '3'] },
    ],
  });
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Communities, communitiesSchema } from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();
const xlsx = join(folder, 'exemple', 'assemblee.xlsx');

beforeAll(() => {
  expect(decroise('example', join(folder, 'exemple')).status).toBe(0);
});

describe('decroise communities', () => {
  it('prints the concerns of the example as they are on record', async () => {
    const { status, stdout, stderr } = decroise('communities', xlsx);
    expect([status, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('../cli/render/golden/communities-fr.txt');
  });

  it('gives one JSON object, the same from XLSX and JSON', () => {
    const [one, other] = [xlsx, join(folder, 'exemple', 'assemblee.json')].map(
      (file) => decroise('communities', file, '--json').stdout,
    );
    expect(communitiesSchema.safeParse(JSON.parse(one ?? '')).success).toBe(true);
    expect(other).toBe(one);
  });

  it('writes one CSV file where it is told', () => {
    const out = join(folder, 'resultat');
    const { status, stdout } = decroise('communities', xlsx, '--out', out, '--decoupling', '1');
    expect(status).toBe(0);
    expect(stdout).toContain('preoccupations.csv');
    expect(readdirSync(out)).toEqual(['preoccupations.csv']);
    expect(readFileSync(join(out, 'preoccupations.csv'), 'utf8').split('\r\n')).toHaveLength(1 + 87 + 1);
  });

  it('follows the method and resolution asked', () => {
    const asked = decroise(
      'communities',
      xlsx,
      '--community-method',
      'louvain',
      '--resolution',
      '2',
      '--json',
    );
    const { choice } = JSON.parse(asked.stdout) as Communities;
    expect(choice).toMatchObject({ method: 'louvain', resolution: 2, reason: { code: 'concerns-as-asked' } });
  });

  it('refuses a file with errors, what is no method, and flags of workshops', () => {
    const file = join(folder, 'faux.csv');
    writeFileSync(file, 'id;nom;type;besoins\n1;Un;CC;zzz.inconnu\n');
    const refused = decroise('communities', file);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('zzz.inconnu');
    expect(decroise('communities', xlsx, '--community-method', 'infomap').status).toBe(2);
    expect(decroise('communities', xlsx, '--size', '6..8').status).toBe(2);
  });
});

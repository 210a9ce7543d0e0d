import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Pairings, pairingsSchema, peersSchema } from '../../engine/index.js';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();
const xlsx = join(folder, 'exemple', 'assemblee.xlsx');
const json = join(folder, 'exemple', 'assemblee.json');

beforeAll(() => {
  expect(decroise('example', join(folder, 'exemple')).status).toBe(0);
});

describe('decroise pairs', () => {
  it('pairs the example as is on record, everyone with a partner', async () => {
    const { status, stdout, stderr } = decroise('pairs', xlsx);
    expect([status, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('../cli/render/golden/pairs-fr.txt');
  });

  it('gives one JSON object, the same from XLSX and JSON', () => {
    const [one, other] = [xlsx, json].map((file) => decroise('pairs', file, '--json').stdout);
    expect(pairingsSchema.safeParse(JSON.parse(one ?? '')).success).toBe(true);
    expect(other).toBe(one);
  });

  it('writes a workbook, a CSV and a JSON file where it is told', () => {
    const out = join(folder, 'resultat');
    expect(decroise('pairs', xlsx, '--out', out, '--pairing-variant', 'stable').status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['jumelages.csv', 'jumelages.json', 'jumelages.xlsx']);
    const held = JSON.parse(readFileSync(join(out, 'jumelages.json'), 'utf8')) as Pairings;
    expect(held.pairingTotals).toMatchObject({ variant: 'stable', wouldRather: 0 });
  });

  it('follows the rules of the list, and refuses those that cannot be', () => {
    const list = (rules: string): string => {
      const file = join(folder, `regles-${rules.length}.json`);
      const given = JSON.parse(readFileSync(json, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...given, rules: JSON.parse(rules) }));
      return file;
    };
    const [a, b, c] = (JSON.parse(readFileSync(json, 'utf8')).territories as { id: string }[]).map(
      ({ id }) => id,
    );
    const imposed = (other?: string) => `{"kind": "pair-imposed", "territoryIds": ["${a}", "${other}"]}`;
    const { stdout } = decroise('pairs', list(`[${imposed(b)}]`), '--json');
    const asked = (JSON.parse(stdout) as Pairings).pairings.filter((pairing) => pairing.imposed);
    expect(asked.map(({ territoryIds }) => territoryIds)).toEqual([[a, b].sort()]);
    const refused = decroise('pairs', list(`[${imposed(b)}, ${imposed(c)}]`));
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('a plus de jumelages imposés que de partenaires permis');
    expect(refused.stderr).toContain('--partners');
  });

  it('finds the peers of one territory, near and far, on a theme', () => {
    const found = decroise('pairs', xlsx, '--territory', 'PETR Pays Tolosan', '--json', '--count', '3');
    const peers = peersSchema.parse(JSON.parse(found.stdout));
    expect([peers.near.length, peers.far.length]).toEqual([3, 3]);
    const { stdout } = decroise('pairs', xlsx, '--territory', 'PETR Pays Tolosan', '--theme', 'Eau, risques');
    expect(stdout).toContain('Pairs : PETR Pays Tolosan · Eau, risques et adaptation');
    expect(stdout).toContain('Inondations et GEMAPI');
  });

  it('says which territory or theme could have been meant', () => {
    const unknown = decroise('pairs', xlsx, '--territory', 'PETR Pays Tolosa');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('Peut-être : PETR Pays Tolosan');
    const theme = decroise('pairs', xlsx, '--territory', 'PETR Pays Tolosan', '--theme', 'rail');
    expect(theme.status).toBe(2);
    expect(theme.stderr).toContain('mobilites, sante, habitat');
  });
});

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainWriteFailure } from '../../../exchange/output/explain-write-failure.js';
import { OutputError } from '../../../exchange/output/output-error.js';
import { writeTogether } from '../../../exchange/output/write-together.js';
import { planToJson } from '../../../exchange/plan/plan-to-json.js';
import { writePlan } from '../../../exchange/plan/write-plan.js';
import { fixturePlan } from '../fixtures/plan.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'decroise-output-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const output = { language: 'fr', outlines: null } as const;

describe('writePlan', () => {
  test('makes the folder and writes every format, French names first', async () => {
    const target = join(directory, 'a', 'b');
    const paths = await writePlan(fixturePlan(), {
      ...output,
      directory: target,
      formats: ['json', 'csv', 'xlsx', 'svg', 'json'],
    });
    const names = ['plan.json', 'ateliers.csv', 'jumelages.csv', 'mesures.csv', 'plan.xlsx', 'carte.svg'];
    expect(paths).toEqual(names.map((name) => join(target, name)));
    expect((await readdir(target)).sort()).toEqual([...names].sort());
    expect(await readFile(join(target, 'plan.json'), 'utf8')).toBe(planToJson(fixturePlan()));
  });

  test('names the map in the language', async () => {
    const paths = await writePlan(fixturePlan(), { ...output, language: 'en', directory, formats: ['svg'] });
    expect(paths).toEqual([join(directory, 'map.svg')]);
  });

  test('leaves what was there untouched when one of the files cannot be written', async () => {
    await writeFile(join(directory, 'plan.json'), 'yesterday');
    await mkdir(join(directory, 'mesures.csv'));
    await expect(
      writePlan(fixturePlan(), { ...output, directory, formats: ['json', 'csv'] }),
    ).rejects.toMatchObject({ name: 'OutputError', code: 'is-a-folder' });
    expect(await readFile(join(directory, 'plan.json'), 'utf8')).toBe('yesterday');
    expect((await readdir(directory)).sort()).toEqual(['mesures.csv', 'plan.json']);
  });

  test('leaves no folder behind when it made it for nothing', async () => {
    const target = join(directory, 'new');
    const files = [
      { name: 'one.txt', content: 'one' },
      { name: 'no/such/place.txt', content: 'two' },
    ];
    await expect(writeTogether(target, files, 'fr')).rejects.toBeInstanceOf(OutputError);
    expect(existsSync(target)).toBe(false);
  });

  test('says in the language that a file stands where the folder should be', async () => {
    const target = join(directory, 'file');
    await writeFile(target, '');
    await expect(
      writePlan(fixturePlan(), { ...output, directory: target, formats: ['json'] }),
    ).rejects.toThrow(/est un fichier, pas un dossier\.\nDonnez le nom d’un dossier/);
    await expect(
      writePlan(fixturePlan(), {
        ...output,
        language: 'en',
        directory: join(target, 'deeper'),
        formats: ['json'],
      }),
    ).rejects.toMatchObject({
      code: 'not-a-folder',
      message: expect.stringContaining('is a file, not a folder'),
    });
  });
});

describe('explainWriteFailure', () => {
  test.each([
    ['EACCES', 'no-permission', 'fermez-le'],
    ['ENOSPC', 'disk-full', 'Libérez de la place'],
    ['EROFS', 'read-only', 'Choisissez un dossier'],
    ['EBUSY', 'no-permission', 'Fermez-le'],
    ['EWHATEVER', 'failed', 'recommencez'],
  ])('turns %s into words and advice', (code, expected, advice) => {
    const failure = explainWriteFailure(Object.assign(new Error('raw'), { code }), 'plan.xlsx', 'fr');
    expect(failure.code).toBe(expected);
    expect(failure.message.split('\n')[1]).toContain(advice);
    expect(failure.message).toContain('plan.xlsx');
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeTogether } from '../../../exchange/output/write-together.js';

/** Stands for a file that another program holds, as Excel does on Windows. */
const held = vi.hoisted(() => ({ name: '' }));
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  return {
    ...original,
    rename: async (from: string, to: string) => {
      if (held.name !== '' && basename(from) === held.name) {
        throw Object.assign(new Error('held'), { code: 'EBUSY' });
      }
      await original.rename(from, to);
    },
  };
});

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'decroise-together-'));
});
afterEach(async () => {
  held.name = '';
  await rm(directory, { recursive: true, force: true });
});

const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, content: `new ${name}` }));

describe('writeTogether', () => {
  test('replaces every file and leaves nothing else', async () => {
    await writeFile(join(directory, 'b.txt'), 'old b.txt');
    await writeTogether(directory, files, 'fr');
    expect(await contents()).toEqual({ 'a.txt': 'new a.txt', 'b.txt': 'new b.txt', 'c.txt': 'new c.txt' });
  });

  test('puts everything back when one file is held by another program', async () => {
    await writeFile(join(directory, 'a.txt'), 'old a.txt');
    await writeFile(join(directory, 'c.txt'), 'old c.txt');
    held.name = 'c.txt';
    await expect(writeTogether(directory, files, 'fr')).rejects.toThrow(
      /Fermez-le \(dans Excel par exemple\)/,
    );
    expect(await contents()).toEqual({ 'a.txt': 'old a.txt', 'c.txt': 'old c.txt' });
  });
});

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(directory)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const),
    ),
  );
}

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sweepSchema } from '../../../engine/index.js';
import { writeSweep } from '../../../exchange/sweep/write-sweep.js';
import { fixtureSweep } from '../fixtures/sweep.js';

describe('writeSweep', () => {
  test('writes one table, one picture, one workbook and one JSON file, in the language', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'decroise-sweep-'));
    await writeSweep(fixtureSweep(), {
      directory,
      formats: ['csv', 'svg', 'xlsx', 'json', 'csv'],
      language: 'fr',
    });
    await writeSweep(fixtureSweep(), { directory, formats: ['csv'], language: 'en' });
    expect(readdirSync(directory).sort()).toEqual([
      'curseur.csv',
      'curseur.json',
      'curseur.svg',
      'curseur.xlsx',
      'dial.csv',
    ]);
    const json = JSON.parse(readFileSync(join(directory, 'curseur.json'), 'utf8'));
    expect(sweepSchema.parse(json)).toEqual(fixtureSweep());
    const lines = readFileSync(join(directory, 'curseur.csv'), 'utf8').trim().split('\r\n');
    // a header, four points, four methods
    expect(lines).toHaveLength(9);
    expect(lines[2]).toMatch(/^réglage du curseur;0,5;0,1;point d’équilibre, réglage habituel, .*;2;136;/);
    expect(lines[5]).toMatch(/^Par département;;;;1,3;60;/);
    expect(readFileSync(join(directory, 'dial.csv'), 'utf8')).toContain('setting of the dial,0.5,0.1,');
  });
});

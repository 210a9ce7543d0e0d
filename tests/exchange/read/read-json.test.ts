import { describe, expect, test } from 'vitest';
import { readJson } from '../../../exchange/read/read-json.js';

const read = (text: string, encoding: BufferEncoding = 'utf8') =>
  readJson(Buffer.from(text, encoding), 'liste.json', 'fr');

describe('a JSON file', () => {
  test('gives the tables of its lists', () => {
    expect(read('\uFEFF[{"id": "1", "nom": "Ariège"}]')).toEqual({
      records: {
        source: 'liste.json',
        tables: [{ name: 'territoires', header: ['id', 'nom'], rows: [{ row: 1, cells: ['1', 'Ariège'] }] }],
      },
      findings: [],
    });
  });

  test('may be in Windows-1252, which is told', () => {
    const { records, findings } = read('[{"nom": "Ariège"}]', 'latin1');
    expect(records?.tables[0]?.rows[0]?.cells).toEqual(['Ariège']);
    expect(findings).toMatchObject([{ code: 'read-as-windows-1252', severity: 'repair' }]);
  });

  test('with a mistake gives its line and character in plain words', () => {
    const { records, findings } = read('{\n  "territoires": [\n    { "lat": 43,93 }\n  ]\n}');
    expect(records).toBeNull();
    expect(findings).toEqual([
      {
        severity: 'error',
        code: 'json-syntax',
        table: 'liste.json',
        row: 3,
        message: 'Ligne 3, caractère 17 : une virgule décimale coupe ce nombre en deux.',
        suggestion: 'Écrivez le nombre avec un point : 43.93.',
      },
    ]);
  });

  test('of blanks is empty', () => {
    expect(read(' \n ').findings).toMatchObject([{ code: 'empty-file', severity: 'error' }]);
  });

  test('nested a hundred thousand deep is refused in order', () => {
    const deep = `[{"id": "1", "nom": ${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect(read(deep).findings).toMatchObject([{ code: 'nested-too-deep', row: 1, column: 'nom' }]);
    expect(read('['.repeat(100_000) + ']'.repeat(100_000)).findings).toMatchObject([
      { code: 'not-an-object' },
    ]);
  });
});

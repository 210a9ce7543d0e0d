import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingSchema } from '../../../engine/index.js';
import { readRecords } from '../../../exchange/read/read-records.js';
import { textRow, workbookBytes } from './workbook-bytes.js';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const codesOf = async (path: string) => (await readRecords(path)).findings.map(({ code }) => code);

let folder: string;
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'decroise-read-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the messy files of organisers', () => {
  test.each([
    ['points-virgules-windows-1252.csv', ['read-as-windows-1252'], [4, 'Pays cœur d’Hérault']],
    ['virgules-utf-8-bom.csv', [], [2, 'Cahors, Grand']],
    ['tabulations-utf-16le.txt', [], [3, 'Vallée; de la, Dordogne']],
    ['tabulations-utf-16be.tsv', [], [2, 'Mègecoste']],
    ['virgules-decimales.csv', [], [3, '43,60']],
    ['retours-entre-guillemets.csv', [], [4, 'CC du "Minervois"']],
    ['titre-au-dessus.csv', ['title-above-header'], [6, 'Figeac']],
    ['guillemet-mal-ferme.csv', ['runaway-quote'], [3, 'Albi']],
    ['ligne-sep.csv', [], [2, 'Foix; Varilhes']],
    ['cellules-en-trop.csv', ['cells-beyond-header', 'cells-beyond-header', 'formula-error'], [4, 'Mende']],
    ['utf-8-abime.csv', ['unreadable-characters'], [5, 'Pyrénées']],
    ['assemblee-windows-1252.json', ['read-as-windows-1252'], [1, 'Ariège']],
  ])('%s is read, with %j', async (name, codes, [row, second]) => {
    const { records, findings } = await readRecords(fixture(name));
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(records?.source).toBe(name);
    expect(records?.tables[0]?.rows.find((found) => found.row === row)?.cells[1]).toBe(second);
  });

  test.each([
    ['guillemet-ouvert.csv', 'unclosed-quote', 4],
    ['virgule-en-trop.json', 'json-syntax', 4],
  ])('%s is refused: %s at row %i', async (name, code, row) => {
    expect(await readRecords(fixture(name))).toMatchObject({ records: null, findings: [{ code, row }] });
  });

  test('a folder gives a table a CSV file, by name, and says which is empty', async () => {
    const told: string[] = [];
    const { records, findings } = await readRecords(fixture('dossier'), {
      onProgress: (line) => told.push(line),
    });
    expect(records?.source).toBe('dossier');
    expect(records?.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Problematiques', 1],
      ['Territoires', 2],
    ]);
    expect(findings).toMatchObject([{ code: 'empty-table', severity: 'warning', table: 'Historique' }]);
    expect(told).toEqual([
      'Lecture de Historique.csv…',
      'Lecture de Problematiques.CSV…',
      'Lecture de Territoires.csv…',
    ]);
  });

  test('a workbook is read by its path, macros left alone', async () => {
    const bytes = workbookBytes({ Territoires: textRow(1, ['id', 'nom']) + textRow(2, ['1', 'Albi']) });
    for (const name of ['liste.xlsx', 'macros.XLSM']) {
      expect(await readRecords(put(name, bytes))).toEqual({
        records: {
          source: name,
          tables: [{ name: 'Territoires', header: ['id', 'nom'], rows: [{ row: 2, cells: ['1', 'Albi'] }] }],
        },
        findings: [],
      });
    }
  });
});

describe('a file that cannot be used', () => {
  test('that is missing: its neighbour of the same name is proposed', async () => {
    put('Liste été.csv', 'id;nom\n1;Albi\n');
    const { findings } = await readRecords(join(folder, 'liste-ete.xlsx'));
    expect(findings).toMatchObject([{ code: 'file-not-found', severity: 'error', table: 'liste-ete.xlsx' }]);
    expect(findings[0]?.suggestion).toContain('« Liste été.csv »');
    expect(await codesOf(join(folder, 'nulle-part', 'x.csv'))).toEqual(['file-not-found']);
    expect(await codesOf(join(folder, 'Liste été.csv', 'x.csv'))).toEqual(['file-not-found']);
    expect(await codesOf('')).toEqual(['file-not-found']);
    expect(await codesOf('a\0.csv')).toEqual(['file-not-found']);
  });

  test('that goes round in circles or that is a folder or a pipe under the name of a file', async () => {
    symlinkSync(join(folder, 'rond.csv'), join(folder, 'rond.csv'));
    mkdirSync(join(folder, 'dossier.json'));
    execFileSync('mkfifo', [join(folder, 'tuyau.csv')]);
    expect(await codesOf(join(folder, 'rond.csv'))).toEqual(['file-unreadable']);
    expect(await codesOf(join(folder, 'dossier.json'))).toEqual(['not-a-file']);
    expect(await codesOf(join(folder, 'tuyau.csv'))).toEqual(['not-a-file']);
  });

  test.skipIf(process.getuid?.() === 0)('that may not be read (needs a user who is not root)', async () => {
    const path = put('secret.csv', 'id;nom\n');
    await chmod(path, 0);
    expect(await codesOf(path)).toEqual(['file-unreadable']);
  });

  test.each(['a.xls', 'a.ods', 'a.pdf', 'a.docx', 'a'])('of a format that is not read: %s', async (name) => {
    const { findings } = await readRecords(put(name, 'x'));
    expect(findings).toMatchObject([{ code: 'unsupported-format', severity: 'error' }]);
    expect(findings[0]?.suggestion).toContain('Classeur Excel (.xlsx)');
  });

  test('that is too large, without reading a byte of it', async () => {
    for (const name of ['lourd.xlsx', 'lourd.csv', 'lourd.json']) {
      truncateSync(put(name, ''), 200_000_000);
      const before = process.memoryUsage().arrayBuffers;
      const { findings } = await readRecords(join(folder, name));
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
      expect(findings).toMatchObject([{ code: 'file-too-large' }]);
      expect(findings[0]?.message).toBe(`« ${name} » pèse 200 Mo ; la limite est de 50 Mo.`);
    }
    const small = put('petit.csv', 'id;nom\n1;Albi\n');
    expect((await readRecords(small, { maxBytes: 10 })).findings).toMatchObject([{ code: 'file-too-large' }]);
    expect((await readRecords(small, { maxBytes: 14 })).findings).toEqual([]);
  });

  test('that is empty, blank or has headers only', async () => {
    for (const name of ['vide.csv', 'vide.xlsx', 'vide.json']) {
      expect(await readRecords(put(name, ''))).toMatchObject({
        records: null,
        findings: [{ code: 'empty-file' }],
      });
    }
    for (const [name, content] of [
      ['blanc.csv', ' \r\n;;\r\n'],
      ['blanc.json', ' \n'],
      ['blanc.xlsx', workbookBytes({ Feuille1: textRow(3, [' ', '']), Feuille2: '' })],
    ] as const) {
      expect(await readRecords(put(name, content))).toMatchObject({
        records: null,
        findings: [{ code: 'empty-file' }],
      });
    }
    const headers = await readRecords(put('entetes.csv', 'id;nom\r\n'));
    expect(headers.records?.tables).toEqual([{ name: 'entetes', header: ['id', 'nom'], rows: [] }]);
    expect(headers.findings).toMatchObject([{ code: 'empty-file', severity: 'error' }]);
    expect(headers.findings[0]?.message).toContain('en-têtes');
  });

  test('or a folder without CSV, or of CSV files too large together', async () => {
    const path = join(folder, 'dossier');
    mkdirSync(join(path, 'sous-dossier.csv'), { recursive: true });
    writeFileSync(join(path, 'notes.txt'), 'x');
    expect(await codesOf(path)).toEqual(['folder-without-csv']);
    writeFileSync(join(path, 'a.csv'), 'id;nom\n1;Albi\n');
    writeFileSync(join(path, 'b.csv'), 'id;nom\n1;Albi\n');
    expect((await readRecords(path, { maxBytes: 27 })).findings).toMatchObject([{ code: 'file-too-large' }]);
    expect((await readRecords(path, { maxBytes: 28 })).records?.tables).toHaveLength(2);
  });

  test('is told in French or in English, without the path of the machine', async () => {
    const paths = [
      join(folder, 'absent.csv'),
      put('x.ods', 'x'),
      put('faux.xlsx', 'x'),
      put('faux.json', '{'),
    ];
    for (const path of paths) {
      const french = await readRecords(path);
      const english = await readRecords(path, { language: 'en' });
      expect(english.findings.map(({ code }) => code)).toEqual(french.findings.map(({ code }) => code));
      for (const finding of [...french.findings, ...english.findings]) {
        expect(findingSchema.parse(finding)).toEqual(finding);
        expect(JSON.stringify(finding)).not.toContain(folder);
      }
      expect(english.findings[0]?.message).not.toBe(french.findings[0]?.message);
    }
  });
});

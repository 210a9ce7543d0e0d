import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { tellIn } from '../../../exchange/read/read-findings.js';
import { readXlsx } from '../../../exchange/read/read-xlsx.js';
import { textRow, workbookBytes } from './workbook-bytes.js';

const read = (bytes: Uint8Array) => readXlsx(bytes, 'liste.xlsx', tellIn('fr'));
const codesOf = async (bytes: Uint8Array) => (await read(bytes)).findings.map(({ code }) => code);
const header = textRow(1, ['id', 'nom']);

describe('a workbook', () => {
  test('gives every filled sheet, with its numbers, dates and booleans', async () => {
    const bytes = await writeWorkbook([
      {
        sheet: 'Territoires',
        data: [
          ['id', 'nom', 'lat', 'hôte', 'depuis'],
          [
            '01004',
            'Pays cœur d’Hérault',
            43.66,
            true,
            { type: Date, value: new Date(Date.UTC(2026, 0, 31)), format: 'dd/mm/yyyy' },
          ],
          [200023737, null, null, false, null],
        ],
      },
      { sheet: 'Vide', data: [[null]] },
      { sheet: 'Règles', data: [['règle', 'territoires']] },
    ]).toBuffer();
    const { tables, findings } = await read(bytes);
    expect(findings).toEqual([]);
    expect(tables).toEqual([
      {
        name: 'Territoires',
        header: ['id', 'nom', 'lat', 'hôte', 'depuis'],
        rows: [
          { row: 2, cells: ['01004', 'Pays cœur d’Hérault', 43.66, true, new Date(Date.UTC(2026, 0, 31))] },
          { row: 3, cells: [200023737, null, null, false, null] },
        ],
      },
      { name: 'Règles', header: ['règle', 'territoires'], rows: [] },
    ]);
  });

  test('keeps the row numbers of the spreadsheet over gaps and titles', async () => {
    const sheet = textRow(2, ['Liste 2026']) + textRow(4, ['id', 'nom']) + textRow(9, ['1', 'Albi']);
    const { tables, findings } = await read(workbookBytes({ Feuille1: sheet }));
    expect(tables).toEqual([
      { name: 'Feuille1', header: ['id', 'nom'], rows: [{ row: 9, cells: ['1', 'Albi'] }] },
    ]);
    expect(findings).toMatchObject([{ code: 'title-above-header', row: 2 }]);
  });

  test('tells its formula errors with row and column and reads them as empty', async () => {
    const sheet = `${header}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><f>A9</f><v>#REF!</v></c></row>`;
    const { tables, findings } = await read(workbookBytes({ Territoires: sheet }));
    expect(tables[0]?.rows).toEqual([{ row: 2, cells: [1, null] }]);
    expect(findings).toMatchObject([
      {
        code: 'formula-error',
        severity: 'warning',
        table: 'Territoires',
        row: 2,
        column: 'nom',
        value: '#REF!',
      },
    ]);
  });

  test('keeps a text that only looks like an attribute of an error', async () => {
    const sheet = header + textRow(2, ['1', 'type t="e" ou c t="e"']);
    expect((await read(workbookBytes({ T: sheet }))).tables[0]?.rows[0]?.cells[1]).toBe(
      'type t="e" ou c t="e"',
    );
  });

  test('may be coloured down to the last row of Excel without being long', async () => {
    const colour = '<row r="1048576" s="1"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>';
    const { tables, findings } = await read(
      workbookBytes({ Territoires: `${header}${textRow(2, ['1', 'Albi'])}${colour}` }),
    );
    expect(findings).toEqual([]);
    expect(tables[0]?.rows).toEqual([{ row: 2, cells: ['1', 'Albi'] }]);
  });

  test('with more than 100,000 rows is refused', async () => {
    const rows = Array.from(
      { length: 100_001 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c></row>`,
    );
    expect(await codesOf(workbookBytes({ Territoires: header + rows.join('') }))).toEqual(['too-many-rows']);
  });

  test.each([
    ['in the farthest cell of Excel', 'XFD1048576', 1048576],
    ['beyond what Excel can hold', 'A9999999', 9999999],
    ['in a column beyond Excel', 'ZZZ3', 3],
  ])('with a value %s is refused before it fills the memory', async (_, address, row) => {
    const far = `<row r="${row}"><c r="${address}"><v>1</v></c></row>`;
    expect(await codesOf(workbookBytes({ Territoires: header + far }))).toEqual([
      address === 'XFD1048576' ? 'too-many-rows' : 'broken-xlsx',
    ]);
  });

  test('with a value far to the right of few rows is refused too', async () => {
    const far = Array.from(
      { length: 400 },
      (_, i) => `<row r="${i + 2}"><c r="XFD${i + 2}"><v>1</v></c></row>`,
    );
    expect(await codesOf(workbookBytes({ Territoires: header + far.join('') }))).toEqual(['zip-bomb']);
  });

  test('with cells out of place is broken, and the cell is named', async () => {
    const bad = '<row r="2"><c r="AB2" t="s"><v>77</v></c></row>';
    const { findings } = await read(workbookBytes({ Territoires: header + bad }));
    expect(findings).toMatchObject([{ code: 'broken-xlsx', severity: 'error', table: 'liste.xlsx' }]);
    expect(findings[0]?.message).toContain('AB2');
  });

  test('without the sheet it announces, or whose XML is cut, is broken', async () => {
    const rels = strToU8('<Relationships></Relationships>');
    expect(await codesOf(workbookBytes({ T: '<row r="2"><c r="A2"><v>1' }))).toEqual(['broken-xlsx']);
    expect(await codesOf(zipSync({ 'xl/workbook.xml': rels }))).toEqual(['broken-xlsx']);
  });

  test('changed in any byte gives tables or one error, and never throws', async () => {
    const good = workbookBytes({ Territoires: header + textRow(2, ['1', 'Albi']) });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const bytes = Uint8Array.from(good);
        bytes[place] = (bytes[place] ?? 0) ^ change;
        const { tables, findings } = await read(bytes);
        const errors = findings.filter(({ severity }) => severity === 'error').length;
        expect(errors === 0 || (errors === 1 && tables.length === 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../exchange/read/read-csv.js';
import { tellIn } from '../../../exchange/read/read-findings.js';

const read = (text: string | Uint8Array) =>
  readCsv(
    typeof text === 'string' ? Buffer.from(text) : text,
    'territoires',
    'territoires.csv',
    tellIn('fr'),
  );

describe('a text table', () => {
  // what breaks readers: quotes, every kind of line break, delimiters, accents, leading blanks
  const fragments = [
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    ';',
    ',',
    '\t',
    '|',
    'é',
    'œ’',
    ' ',
    '1,5',
    "'",
    '\\',
    '=',
    'a',
  ];
  const cell = fc.array(fc.constantFrom(...fragments), { maxLength: 6 }).map((parts) => parts.join(''));

  test.each([';', ',', '\t'])('written by csv-stringify with %j is read back exactly', (delimiter) => {
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        (rows, lineBreak, quoted, bom) => {
          const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, j) => `colonne ${j + 1}`);
          const text = stringify([header, ...rows], {
            delimiter,
            record_delimiter: lineBreak,
            // once a line break is chosen, csv-stringify leaves the other kinds unquoted unless told
            quote_record_delimiter: true,
            quoted,
            bom,
          });
          const { table, findings } = read(text);
          const filled = rows
            .map((cells, i) => ({ row: i + 2, cells }))
            .filter(({ cells }) => cells.some((value) => value.trim() !== ''));
          expect(table).toEqual({ name: 'territoires', header, rows: filled });
          expect(findings.filter(({ code }) => code !== 'runaway-quote')).toEqual([]);
        },
      ),
    );
  });

  test('of any bytes at all gives a table or says why not, and never throws', () => {
    const soup = fc.array(fc.constantFrom(...fragments, 'sep=;', '\0', '\uFEFF', '#REF!'), { maxLength: 40 });
    fc.assert(
      fc.property(soup, (parts) => {
        const { table, findings } = read(parts.join(''));
        const failed = findings.some(({ severity }) => severity === 'error');
        expect(failed && table !== null).toBe(false);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => read(bytes) !== null));
  });

  test('numbers its rows as Excel does: quoted line breaks do not count, blank lines do', () => {
    const { table } = read('id;nom\n1;"a\nb\nc"\n\n2;d\n');
    expect(table?.rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  test('may mix line endings', () => {
    expect(read('id;nom\r\n1;a\n2;b\r3;c').table?.rows).toHaveLength(3);
  });

  test('with a quote never closed is refused, with the row where it opens', () => {
    const { table, findings } = read('id;nom\n1;"a\nb"\n\n2;"c\n3;d\n4;e\n');
    expect(table).toBeNull();
    expect(findings).toMatchObject([
      { code: 'unclosed-quote', severity: 'error', table: 'territoires', row: 4 },
    ]);
  });

  test('keeps quotes that stand inside a cell', () => {
    expect(
      read('id;nom\n1;CC dite "du Haut"\n2;"CC" du Bas\n').table?.rows.map(({ cells }) => cells[1]),
    ).toEqual(['CC dite "du Haut"', '"CC" du Bas']);
  });

  test('warns when a quote has swallowed whole rows', () => {
    const { table, findings } = read('id;nom\n1;"a\n2;b\n3;c"\n4;d\n');
    expect(table?.rows).toHaveLength(2);
    expect(findings).toMatchObject([{ code: 'runaway-quote', severity: 'warning', row: 2 }]);
  });

  test('obeys the line sep= of Excel, whatever the sign, and does not count it', () => {
    expect(read('sep=|\r\nid|nom\r\n1|a;b\r\n').table).toEqual({
      name: 'territoires',
      header: ['id', 'nom'],
      rows: [{ row: 2, cells: ['1', 'a;b'] }],
    });
    expect(read('\uFEFF"sep=;"\nid;nom\n').table?.header).toEqual(['id', 'nom']);
  });

  test('says when accents were read as Windows-1252, and when characters are lost', () => {
    expect(read(Buffer.from('id;nom\n1;Ariège\n', 'latin1')).findings).toMatchObject([
      { code: 'read-as-windows-1252', severity: 'repair' },
    ]);
    expect(read(Buffer.from('id;nom\n1;Ari\uFFFDge\n')).findings).toEqual([]);
  });

  test('that is a workbook or another binary file under a false name is refused', () => {
    for (const start of ['PK\x03\x04\x14\0', '\xd0\xcf\x11\xe0\0\0']) {
      expect(read(Buffer.from(start, 'latin1')).findings).toMatchObject([{ code: 'not-a-text-file' }]);
    }
  });

  test('of too many rows is refused without being read to its end', () => {
    const { table, findings } = read(`id;nom\n${'1;a\n'.repeat(150_000)}`);
    expect(table).toBeNull();
    expect(findings).toMatchObject([{ code: 'too-many-rows' }]);
  });
});

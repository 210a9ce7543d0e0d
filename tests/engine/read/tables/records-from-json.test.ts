import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsFromJson } from '../../../../engine/index.js';

const codes = (value: unknown) => recordsFromJson(value, 'requête').findings.map(({ code }) => code);

describe('a JSON value', () => {
  test('that is a list is the list of territories, its header the keys in the order first seen', () => {
    const value = [
      { nom: 'Albi', lat: 43.93, membres: ['1', '2'] },
      { id: '2', nom: 'Mende', hôte: true, besoins: [{ id: 'hab.vacance', poids: 0.8 }] },
    ];
    expect(recordsFromJson(value, 'requête')).toEqual({
      records: {
        source: 'requête',
        tables: [
          {
            name: 'territoires',
            header: ['nom', 'lat', 'membres', 'id', 'hôte', 'besoins'],
            rows: [
              { row: 1, cells: ['Albi', 43.93, ['1', '2'], null, null, null] },
              { row: 2, cells: ['Mende', null, null, '2', true, [{ id: 'hab.vacance', poids: 0.8 }]] },
            ],
          },
        ],
      },
      findings: [],
    });
  });

  test('that is an object gives one table a list, in French or in English, accents or not', () => {
    const lists = ['territories', 'Territoires', 'problems', 'Problématiques', 'problematiques', 'problèmes'];
    const others = ['seats', 'sièges', 'history', 'historique', 'rules', 'règles', 'Re\u0300gles'];
    const value = Object.fromEntries([...lists, ...others].map((name) => [name, [{ id: name }]]));
    const { records, findings } = recordsFromJson(value, 'requête');
    expect(findings).toEqual([]);
    expect(records?.tables.map(({ name }) => name)).toEqual([...lists, ...others]);
  });

  test('keeps what is said of the whole assembly in a table of one row', () => {
    const taxonomy = { themes: [] };
    const value = {
      nom: 'Assemblée',
      fictive: true,
      taxonomie: taxonomy,
      format: 1,
      territoires: [{ id: '1' }],
    };
    expect(recordsFromJson(value, 'requête').records?.tables.at(-1)).toEqual({
      name: 'assembly',
      header: ['nom', 'fictive', 'taxonomie', 'format'],
      rows: [{ row: 1, cells: ['Assemblée', true, taxonomy, 1] }],
    });
  });

  test('with unknown keys is read, and each is told', () => {
    const { records, findings } = recordsFromJson({ territoires: [], villes: [1], options: {} }, 'requête');
    expect(records?.tables).toHaveLength(1);
    expect(findings.map(({ severity, code, column }) => [severity, code, column])).toEqual([
      ['warning', 'unknown-key', 'villes'],
      ['warning', 'unknown-key', 'options'],
    ]);
  });

  test('with elements that are no objects tells each with its place and keeps the others', () => {
    const { records, findings } = recordsFromJson([{ id: '1' }, 'Albi', null, [2], { id: '5' }], 'requête');
    expect(records?.tables[0]?.rows.map(({ row }) => row)).toEqual([1, 5]);
    expect(findings.map(({ severity, code, row, value }) => [severity, code, row, value])).toEqual([
      ['error', 'not-an-object', 2, 'Albi'],
      ['error', 'not-an-object', 3, 'null'],
      ['error', 'not-an-object', 4, '[…]'],
    ]);
  });

  test('that holds no list is refused', () => {
    expect(recordsFromJson({}, 'requête')).toMatchObject({ records: null, findings: [{ code: 'no-list' }] });
    expect(recordsFromJson({ nom: 'x', territoires: {} }, 'requête')).toMatchObject({
      records: null,
      findings: [{ code: 'not-a-list', table: 'territoires' }, { code: 'no-list' }],
    });
    expect(codes({ territoires: [], historique: null })).toEqual([]);
    for (const value of [null, undefined, 3, 'x', true, new Date(0)])
      expect(codes(value)).toEqual(['not-an-assembly']);
  });

  test('with a __proto__ key changes no prototype and loses nothing', () => {
    const value: unknown = JSON.parse(
      '{"territoires": [{"id": "1", "__proto__": {"admin": true}}], "nom": "x", "__proto__": [{"id": "2"}]}',
    );
    const { records, findings } = recordsFromJson(value, 'requête');
    expect(findings).toMatchObject([{ code: 'unknown-key', column: '__proto__' }]);
    expect(records?.tables[0]).toMatchObject({
      header: ['id', '__proto__'],
      rows: [{ cells: ['1', { admin: true }] }],
    });
    expect(Object.getPrototypeOf(records?.tables[1]?.rows[0])).toBe(Object.prototype);
    expect('admin' in {}).toBe(false);
  });

  test('nested too deep, or inside itself, is a finding with its row and column', () => {
    const nest = (depth: number): unknown =>
      Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 'x');
    expect(codes([{ id: nest(32) }])).toEqual([]);
    expect(recordsFromJson([{ id: '1' }, { id: '2', nom: nest(33) }], 'requête')).toMatchObject({
      records: { tables: [{ rows: [{ cells: ['1', null] }, { cells: ['2', null] }] }] },
      findings: [{ severity: 'error', code: 'nested-too-deep', table: 'territoires', row: 2, column: 'nom' }],
    });
    expect(codes({ territoires: [], taxonomy: nest(1_000_000) })).toEqual(['nested-too-deep']);
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(codes([loop])).toEqual(['nested-too-deep']);
  });

  test('is told in English when asked', () => {
    expect(recordsFromJson(3, 'request', 'en').findings[0]?.message).toBe(
      'The JSON data does not describe an assembly.',
    );
  });

  test('of any shape gives tables as wide as their headers, and never throws', () => {
    const keys = fc.constantFrom('territoires', 'seats', 'nom', 'villes', '__proto__', 'constructor');
    const lists = fc.dictionary(keys, fc.oneof(fc.array(fc.object()), fc.anything()));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), lists), (value) => {
        for (const { header, rows } of recordsFromJson(value, 'requête').records?.tables ?? []) {
          expect(new Set(header).size).toBe(header.length);
          for (const { cells } of rows) expect(cells).toHaveLength(header.length);
        }
      }),
    );
  });
});

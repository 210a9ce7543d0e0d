import { describe, expect, it, test } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { readAssembly, recordsFromJson } from '../../../engine/index.js';
import { canonicalAssembly, digestOf } from '../../../engine/model/canonical-assembly.js';
import { assemblyTables } from '../../../exchange/assembly/tables/assembly-tables.js';
import { read, table, taxonomy } from './input-tables.js';

const territories = table(
  'Territoires',
  ['nom', 'lat', 'lon'],
  ['Pays de Bize', 43.3, 2.8],
  ['Pays d’Aubrac', 44.6, 3],
);
const slotsOf = (header: string[], ...rows: (string | number | Date | null)[][]) => {
  const { assembly, findings } = read(territories, table('Créneaux', header, ...rows));
  return { slots: assembly.slots, findings: findings.filter((finding) => finding.table === 'Créneaux') };
};

describe('the table of slots', () => {
  it('is read as people write days and times, sorted by time', () => {
    const { slots, findings } = slotsOf(
      ['Libellé', 'Jour', 'Heure de début', 'Heure de fin', 'Capacité'],
      ['Visio du soir', '10/11/2026', '18h', '19 h 30', null],
      ['Visio', '2026-11-03', '9:30', '11:30:00', 4],
      ['Au Sicoval', new Date('2026-11-17T00:00:00Z'), 14 / 24, new Date('1899-12-30T16:15:00Z'), null],
    );
    expect(findings).toEqual([]);
    expect(slots).toEqual([
      {
        id: '2026-11-03 09:30 Visio',
        label: 'Visio',
        date: '2026-11-03',
        start: '09:30',
        end: '11:30',
        capacity: 4,
      },
      {
        id: '2026-11-10 18:00 Visio du soir',
        label: 'Visio du soir',
        date: '2026-11-10',
        start: '18:00',
        end: '19:30',
      },
      {
        id: '2026-11-17 14:00 Au Sicoval',
        label: 'Au Sicoval',
        date: '2026-11-17',
        start: '14:00',
        end: '16:15',
      },
    ]);
  });

  it('is found by its headers, in English too', () => {
    const { assembly } = read(
      territories,
      table('Feuil2', ['id', 'date', 'start', 'end'], ['S1', '2026-11-03', '14:00', '16:00']),
    );
    expect(assembly.slots).toEqual([{ id: 'S1', date: '2026-11-03', start: '14:00', end: '16:00' }]);
  });

  test.each([
    ['a day that does not exist', ['S1', '31/11/2026', '14:00', '16:00'], 'impossible-date', 'date'],
    ['a time that is none', ['S1', '3/11/2026', 'après manger', '16:00'], 'not-a-time', 'début'],
    ['an end before the start', ['S1', '3/11/2026', '14:00', '9:00'], 'times-crossed', 'fin'],
    ['no day', ['S1', null, '14:00', '16:00'], 'slot-part-missing', undefined],
    ['no room at all', ['S1', '3/11/2026', '14:00', '16:00', 0], 'out-of-range', 'capacité'],
  ])('%s is an error with its row and column, and the slot is left out', (_, row, code, column) => {
    const { slots, findings } = slotsOf(['id', 'date', 'début', 'fin', 'capacité'], row);
    expect(slots).toBeUndefined();
    expect(findings).toMatchObject([{ severity: 'error', code, row: 2, ...(column && { column }) }]);
  });

  it('tells slots that come twice, and an end that is taken to be two hours later', () => {
    const { slots, findings } = slotsOf(
      ['id', 'date', 'début', 'fin'],
      ['S1', '3/11/2026', '14:00', '16:00'],
      ['S1', '3/11/2026', '14:00', '16:00'],
      ['S1', '4/11/2026', '14:00', '16:00'],
      ['S2', '3/11/2026', '14:00', '16:00'],
      ['S3', '5/11/2026', '23:00', null],
    );
    expect(slots?.map(({ id, end }) => [id, end])).toEqual([
      ['S1', '16:00'],
      ['S2', '16:00'],
      ['S3', '23:59'],
    ]);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['same-row-twice', 3],
      ['duplicate-id', 4],
      ['same-slot-twice', 5],
      ['slot-end-assumed', 6],
    ]);
  });
});

describe('an assembly with slots', () => {
  const example = canonicalAssembly(exampleAssembly());
  const slots = [
    { id: 'b', date: '2026-11-10', start: '14:00', end: '16:00', capacity: 3 },
    { id: 'a', label: 'Visio', date: '2026-11-03', start: '09:30', end: '11:30' },
  ];
  const dated = canonicalAssembly({ ...example, slots });

  it('is read back whole from our own tables and from JSON', () => {
    const tables = assemblyTables(dated, 'fr').map(({ name, header, rows }) =>
      table(
        name,
        [...header],
        ...rows.map((row) =>
          row.map((cell) =>
            typeof cell === 'object' && cell !== null && 'day' in cell ? new Date(cell.day as string) : cell,
          ),
        ),
      ),
    );
    const fromTables = readAssembly({ source: 'test', tables }, { taxonomy: example.taxonomy });
    expect(fromTables.assembly.slots).toEqual([slots[1], slots[0]]);
    expect(fromTables.findings).toEqual([]);
    const { records } = recordsFromJson(JSON.parse(JSON.stringify(dated)), 'test');
    expect(readAssembly(records ?? { source: '', tables: [] }, { taxonomy }).assembly.slots).toEqual(
      dated.slots,
    );
  });

  it('has a digest of its own; without slots, or with none, that of old', () => {
    expect(digestOf(dated)).not.toBe(digestOf(example));
    expect(digestOf(canonicalAssembly({ ...example, slots: [] }))).toBe(digestOf(example));
  });
});

import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../data/default-data.js';
import { readChanges } from '../../../engine/read/read-changes.js';
import type { RawCell, RawRecords } from '../../../engine/read/tables/raw-records.js';
import { madeTerritory } from '../made-territory.js';

const territories = [
  madeTerritory({ id: '200000001', name: 'CC du Volvestre', traits: ['rural'], population: 100 }),
  madeTerritory({
    id: '200000002',
    name: 'PETR Pays Tolosan',
    needs: [{ problemId: 'hab.vacance', intensity: 1 }],
  }),
  madeTerritory({ id: '200000003', name: 'CC Cœur de Garonne' }),
];

describe('readChanges', () => {
  it('reads who leaves, joins and changes, by id or by name', () => {
    const { changes, findings } = read(
      ['Changement', 'SIREN', 'Nom', 'Besoins'],
      ['part', '200000001', '', ''],
      ['Modifié', '', 'petr pays tolosan', 'mob.covoiturage:0,5'],
      ['', '200000003', 'CC Cœur de Garonne', ''],
      ['arrive', '200000009', 'CC Nouvelle', 'hab.vacance'],
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(changes).toMatchObject({ kind: 'changes', left: ['200000001'] });
    if (changes.kind !== 'changes') return;
    expect(changes.joined.map(({ id, name }) => [id, name])).toEqual([['200000009', 'CC Nouvelle']]);
    expect(changes.changed).toEqual([
      { ...territories[1], needs: [{ problemId: 'mob.covoiturage', intensity: 0.5 }] },
    ]);
  });

  it('keeps what a row that changes does not say', () => {
    const { changes } = read(['mouvement', 'id', 'Population'], ['maj', '200000001', 250]);
    expect(changes).toMatchObject({ changed: [{ ...territories[0], population: 250 }] });
  });

  it('takes answers from a sheet of their own', () => {
    const { changes } = readChanges(
      {
        source: 'changements.xlsx',
        tables: [
          table('Changements', ['Changement', 'Territoire'], ['modifié', 'CC du Volvestre']),
          table(
            'Problématiques',
            ['Territoire', 'Problème', 'Intensité'],
            ['CC du Volvestre', 'mob.covoiturage', 1],
          ),
        ],
      },
      context,
    );
    expect(changes).toMatchObject({
      changed: [{ id: '200000001', needs: [{ problemId: 'mob.covoiturage', intensity: 1 }] }],
    });
  });

  it('points to row and column of everything that is wrong, at once', () => {
    const { findings } = read(
      ['changement', 'id', 'nom', 'besoins'],
      ['déménage', '200000001', '', ''],
      ['part', '', 'CC du Bout du Monde', ''],
      ['arrive', '200000002', 'PETR Pays Tolosan', ''],
      ['part', '', '', ''],
      ['part', '200000003', '', ''],
      ['modifié', '200000003', '', ''],
      ['arrive', 'x', 'CC X', 'hab.vacance:7'],
    );
    const told = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, row, column }) => [code, row, column]);
    expect(told).toEqual([
      ['unknown-change', 2, 'changement'],
      ['unknown-territory', 3, 'nom'],
      ['already-in-plan', 4, 'id'],
      ['change-without-territory', 5, undefined],
      ['changed-twice', 7, 'id'],
      ['out-of-range', 8, 'besoins'],
    ]);
  });

  it('warns when the column is there and nobody changes', () => {
    const { changes, findings } = read(['changement', 'id'], ['', '200000001']);
    expect(changes).toEqual({ kind: 'changes', left: [], joined: [], changed: [] });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['no-change', 'warning']]);
  });

  it('takes a list without the column for a whole new assembly', () => {
    const { changes } = read(['id', 'nom'], ['200000001', 'CC du Volvestre'], ['b', 'CC B']);
    expect(changes.kind).toBe('assembly');
    expect(changes).toMatchObject({ assembly: { territories: [{ id: '200000001' }, { id: 'b' }] } });
  });
});

const context = { taxonomy: defaultTaxonomy(), territories };

function read(header: string[], ...rows: RawCell[][]) {
  const records: RawRecords = { source: 'changements.csv', tables: [table('changements', header, ...rows)] };
  return readChanges(records, context);
}

function table(name: string, header: string[], ...rows: RawCell[][]) {
  return { name, header, rows: rows.map((cells, k) => ({ row: k + 2, cells })) };
}

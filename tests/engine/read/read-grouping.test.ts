import { describe, expect, it } from 'vitest';
import { readGrouping } from '../../../engine/read/read-grouping.js';
import { madeTerritory } from '../made-territory.js';
import { codesOf, placesOf, table } from './input-tables.js';

const territories = [
  madeTerritory({ id: '200000001', name: 'CC du Piémont Cévenol' }),
  madeTerritory({ id: '200000002', name: 'CA de Nîmes Métropole' }),
  madeTerritory({ id: '200000003', name: 'PETR Causses et Cévennes', kind: 'PETR' }),
  madeTerritory({ id: '200000004', name: 'Association Territoriale Causses Cévennes', kind: 'ASSOCIATION' }),
];

const readTable = (header: string[], ...rows: (string | number | null)[][]) =>
  readGrouping({ source: 'essai', tables: [table('groupes', header, ...rows)] }, { territories });

describe('readGrouping', () => {
  it('finds territories by name or identifier, and workshops by number or name', () => {
    const { groups, findings } = readTable(
      ['Territoire', 'Atelier'],
      ['CC du Piémont Cévenol', 1],
      ['200000002', 'Eau'],
      ['PETR Causses et Cévennes', '1'],
      ['association territoriale causses cevennes', 'eau'],
    );
    expect(findings).toEqual([]);
    expect(groups).toEqual([
      { name: '1', territoryIds: ['200000001', '200000003'] },
      { name: 'Eau', territoryIds: ['200000002', '200000004'] },
    ]);
  });

  it('takes the identifier before the name, and does not look at other columns', () => {
    const { groups, findings } = readTable(
      ['Atelier', 'Titre', 'Identifiant', 'Territoire', 'Courriel'],
      [1, 'Eau', '200000001', 'un autre nom', 'a@b.fr'],
      [1, 'Eau', '200000002', 'CA de Nîmes Métropole', ''],
      [1, 'Eau', '200000003', '', ''],
      [2, 'Eau', '', 'Association Territoriale Causses Cévennes', ''],
    );
    expect(findings).toEqual([]);
    expect(groups.map(({ territoryIds }) => territoryIds.length)).toEqual([3, 1]);
  });

  it('tells every problem at once, by row and column', () => {
    const { groups, findings } = readTable(
      ['Territoire', 'Atelier'],
      ['CC du Piémont Cévenol', 'A'],
      ['Nulle Part', 'A'],
      ['CA de Nîmes Métropole', null],
      ['CC du Piémont Cévenol', 'B'],
      [null, 'B'],
    );
    expect(placesOf(findings, 'unknown-territory')).toEqual([
      { row: 3, column: 'Territoire', value: 'Nulle Part' },
    ]);
    expect(placesOf(findings, 'row-without-workshop')).toMatchObject([{ row: 4 }]);
    expect(placesOf(findings, 'in-two-workshops')).toEqual([{ row: 5, column: 'Atelier', value: 'B' }]);
    expect(placesOf(findings, 'missing-territory')).toMatchObject([{ row: 6 }]);
    expect(findings.find(({ code }) => code === 'not-in-grouping')?.message).toContain('3 territoires');
    expect(groups).toEqual([{ name: 'A', territoryIds: ['200000001'] }]);
  });

  it('asks which one where a name may be two, and lets a row be said twice', () => {
    const { findings } = readTable(
      ['territory', 'group'],
      ['Causses Cévennes', 1],
      ['CC du Piémont Cévenol', 1],
      ['200000001', '1'],
    );
    expect(codesOf(findings)).toContain('ambiguous-territory');
    expect(codesOf(findings)).not.toContain('in-two-workshops');
  });

  it('says which column is missing, and that nobody is placed', () => {
    const [lacking] = readTable(['Territoire', 'Région'], ['CC du Piémont Cévenol', 76]).findings;
    expect(lacking).toMatchObject({ code: 'no-grouping-columns', severity: 'error', table: 'groupes' });
    expect(lacking?.message).toContain('l’atelier');
    expect(codesOf(readTable(['Territoire', 'Atelier']).findings)).toEqual(['no-grouping-rows']);
    expect(codesOf(readGrouping({ source: 'vide', tables: [] }, { territories }).findings)).toEqual([
      'no-grouping-columns',
    ]);
  });
});

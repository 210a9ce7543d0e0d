import { describe, expect, it } from 'vitest';
import { codesOf, placesOf, read, table } from './input-tables.js';

const territories = table(
  'Territoires',
  ['id', 'nom', 'lat', 'lon'],
  ['A', 'Alpha', 43, 1],
  ['B', 'Bêta', 44, 2],
  ['C', 'Gamma, Delta et Epsilon', 44, 1],
  ['D', 'Dzêta', 43, 2],
);

describe('seats', () => {
  it('are read with their people and dates, an empty seat being normal', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Sièges',
        ['territoire', 'Collège', 'Titulaire', 'Civilité', 'Suppléant', 'Civilité suppléant', 'du', 'au'],
        ['Alpha', 'élus', 'Jeanne Martin', 'Mme', 'Paul Durand', 'M.', '01/03/2022', '2026-02-28'],
        ['B', 'citoyens', '', '', '', '', new Date('2022-03-01T00:00:00Z'), ''],
        ['B', 'citoyens', '', '', '', '', '', ''],
      ),
    );
    expect(assembly.seats).toEqual([
      {
        id: 'A-1',
        territoryId: 'A',
        college: 'élus',
        holder: { name: 'Jeanne Martin', civility: 'F' },
        deputy: { name: 'Paul Durand', civility: 'M' },
        from: '2022-03-01',
        to: '2026-02-28',
      },
      { id: 'B-1', territoryId: 'B', college: 'citoyens' },
      { id: 'B-2', territoryId: 'B', college: 'citoyens', from: '2022-03-01' },
    ]);
    expect(findings).toEqual([]);
  });

  it('state a civility in a column or a title, never by a first name', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Sièges',
        ['id', 'territoire', 'Nom', 'Prénom', 'Civilité'],
        ['1', 'A', 'Martin', 'Jeanne', ''],
        ['2', 'A', 'Mme Durand', '', ''],
        ['3', 'A', 'M. Petit', '', 'F'],
        ['4', 'A', 'Grand', '', 'Dr'],
      ),
    );
    expect(assembly.seats.map(({ holder }) => holder)).toEqual([
      { name: 'Jeanne Martin', civility: 'unspecified' },
      { name: 'Durand', civility: 'F' },
      { name: 'Petit', civility: 'F' },
      { name: 'Grand', civility: 'unspecified' },
    ]);
    expect(findings.map(({ code, row, value }) => [code, row, value])).toEqual([
      ['civility-from-title', 3, undefined],
      ['civility-contradicts-title', 4, undefined],
      ['unknown-civility', 5, undefined],
    ]);
  });

  it('in JSON hold persons', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'seats',
        ['id', 'territoryId', 'holder', 'deputy'],
        ['s1', 'A', { name: 'Jeanne', civility: 'F' }, { civility: 'M' }],
      ),
    );
    expect(assembly.seats).toEqual([
      { id: 's1', territoryId: 'A', holder: { name: 'Jeanne', civility: 'F' }, deputy: { civility: 'M' } },
    ]);
    expect(findings).toEqual([]);
  });

  it('with impossible or crossed dates, unknown territories or the same id are errors', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Sièges',
        ['id', 'territoire', 'du', 'au'],
        ['1', 'A', '31/02/2024', ''],
        ['2', 'A', '12/25/2024', ''],
        ['3', 'A', '01/01/2025', '01/01/2024'],
        ['4', 'Zoulou', '', ''],
        ['5', 'A', '01/01/2025', ''],
        ['5', 'B', '', ''],
        ['6', '', '', ''],
        ['7', 'A', 'bientôt', ''],
      ),
    );
    expect(assembly.seats).toEqual([{ id: '5', territoryId: 'A', from: '2025-01-01' }]);
    expect(findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['impossible-date', 2, 'du'],
      ['impossible-date', 3, 'du'],
      ['dates-crossed', 4, 'au'],
      ['unknown-territory', 5, 'territoire'],
      ['duplicate-id', 7, undefined],
      ['missing-territory', 8, undefined],
      ['not-a-date', 9, 'du'],
    ]);
    expect(findings[1]?.suggestion).toContain('25/12/2024');
  });
});

describe('contact data', () => {
  it('never gets in, whether a column or a cell holds it', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'Courriel', 'commentaire'],
        ['Alpha contact@alpha.fr', 'a@b.fr', 'x'],
        ['Bêta', 'c@d.fr', '06 12 34 56 78'],
      ),
      table(
        'Sièges',
        ['territoire', 'titulaire', 'Tél.'],
        ['Alpha', 'Jeanne Martin <jeanne@mairie.fr>', '0612345678'],
        ['Bêta', 'paul@mairie.fr', ''],
      ),
      table(
        'Règles',
        ['règle', 'territoires', 'raison', 'demandé par'],
        ['séparés', 'Alpha|Bêta', 'voir 05.61.00.00.00', 'x@y.fr'],
      ),
      table('contact@truc.fr', ['a'], ['b']),
    );
    const everything = JSON.stringify([assembly.territories, assembly.seats, assembly.rules, findings]);
    expect(everything).not.toMatch(/@|06 ?12|05\.61/);
    expect(placesOf(findings, 'contact-column').map(({ column }) => column)).toEqual([
      'Courriel',
      'commentaire',
      'Tél.',
    ]);
    expect(placesOf(findings, 'contact-dropped')).toEqual([
      { row: 2, column: 'nom', value: undefined },
      { row: 2, column: 'titulaire', value: undefined },
      { row: 2, column: 'raison', value: undefined },
      { row: 2, column: 'demandé par', value: undefined },
    ]);
    expect(assembly.seats.map(({ holder }) => holder?.name)).toEqual(['Jeanne Martin', undefined]);
  });

  it('is dropped from JSON objects too', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'seats',
        ['territoryId', 'holder'],
        ['A', { name: 'Jeanne (j@x.fr)', civility: 'F', email: 'j@x.fr', phone: '0612345678' }],
      ),
    );
    expect(assembly.seats[0]?.holder).toEqual({ name: 'Jeanne', civility: 'F' });
    expect(codesOf(findings)).toEqual(['contact-dropped']);
  });

  it('is not seen in lists of codes, unless it is written in one piece', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'départements', 'membres', 'lat', 'lon'],
        ['A', '09 11 12 30 31', '0612345678 243100518', 43, 1],
        ['B', '31', '', 43, 1],
      ),
    );
    expect(assembly.territories[0]?.departments).toEqual(['09', '11', '12', '30', '31']);
    expect(assembly.territories[0]?.members).toEqual(['243100518']);
    expect(codesOf(findings)).toEqual(['contact-dropped']);
  });
});

describe('history', () => {
  it('is read in order, and goes on without territories that left', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Historique',
        ['nature', 'date', 'territoires', 'libellé'],
        ['atelier', '4 novembre 2016', 'Alpha | Bêta | Ancien', 'Albi'],
        ['jumelage', '12/05/24', 'A;Gamma, Delta et Epsilon', ''],
        ['binôme', 45292, 'B, D', ''],
        ['', '', 'Alpha', ''],
        ['fête', '', 'A|B', ''],
        ['', '', 'Ancien|Disparu', ''],
      ),
    );
    expect(assembly.history.map(({ kind, date, territoryIds }) => [kind, date, territoryIds])).toEqual([
      ['chairs', '2024-01-01', ['B', 'D']],
      ['pairing', '2024-05-12', ['A', 'C']],
      ['workshop', '2016-11-04', ['A', 'B']],
    ]);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['past-territory-gone', 2],
      ['date-completed', 3],
      ['too-few-territories', 5],
      ['unknown-choice', 6],
      ['past-territory-gone', 7],
      ['past-territory-gone', 7],
    ]);
    expect(findings[1]?.message).toContain('Une autre ligne');
  });
});

describe('rules', () => {
  it('are read in French and in English', () => {
    const french = read(
      territories,
      table(
        'Règles',
        ['règle', 'territoires', 'atelier', 'niveau', 'poids', 'raison', 'demandé par'],
        ['Ensemble', 'Alpha|Bêta', '', 'impératif', '', 'même projet', 'le bureau'],
        ['séparés', 'A, D', '', 'souhaité', '2,5', '', ''],
        ['fixé', 'Gamma, Delta et Epsilon', 'Atelier 3', '', '', '', ''],
      ),
    );
    expect(french.findings).toEqual([]);
    expect(french.assembly.rules).toEqual([
      { id: 'apart-A-D-soft', kind: 'apart', territoryIds: ['A', 'D'], level: 'soft', weight: 2.5 },
      { id: 'pinned-3-C-hard', kind: 'pinned', territoryIds: ['C'], workshop: 3, level: 'hard' },
      {
        id: 'together-A-B-hard',
        kind: 'together',
        territoryIds: ['A', 'B'],
        level: 'hard',
        reason: 'même projet',
        askedBy: 'le bureau',
      },
    ]);
    const english = read(
      territories,
      table(
        'rules',
        ['kind', 'territoryIds', 'workshop', 'level', 'weight', 'reason', 'askedBy'],
        ['together', ['A', 'B'], null, 'hard', null, 'même projet', 'le bureau'],
        ['apart', ['A', 'D'], null, 'soft', 2.5, null, null],
        ['pinned', ['C'], 3, 'hard', null, null, null],
      ),
    );
    expect(english.findings).toEqual([]);
    expect(english.assembly.rules).toEqual(french.assembly.rules);
  });

  it('that cannot be used are errors with their row', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Règles',
        ['règle', 'territoires', 'atelier', 'niveau', 'poids'],
        ['ensemble', 'Alpha|Zoulou', '', '', ''],
        ['fixé', 'Alpha', '', '', ''],
        ['ensemble', 'Alpha', '', '', ''],
        ['jamais', 'Alpha|Bêta', '', '', ''],
        ['séparés', 'Alpha|Bêta', '', 'bof', ''],
        ['séparés', 'Alpha|Bêta', '', 'souhaité', '-1'],
        ['', 'Alpha|Bêta', '', '', ''],
        ['fixé', 'Alpha', 'zéro', '', ''],
      ),
    );
    expect(assembly.rules).toEqual([]);
    expect(findings.map(({ severity, code, row }) => [severity, code, row])).toEqual([
      ['error', 'unknown-territory', 2],
      ['error', 'pinned-without-workshop', 3],
      ['error', 'too-few-territories', 4],
      ['error', 'unknown-choice', 5],
      ['error', 'unknown-choice', 6],
      ['error', 'out-of-range', 7],
      ['error', 'unknown-choice', 8],
      ['error', 'not-whole', 9],
    ]);
  });

  it('said twice, or naming a territory twice, count once', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Règles',
        ['règle', 'territoires', 'atelier'],
        ['ensemble', 'A|B|Alpha', ''],
        ['ensemble', 'B|A', ''],
        ['séparés', 'C|D', 4],
      ),
    );
    expect(assembly.rules.map(({ id }) => id)).toEqual(['apart-C-D-hard', 'together-A-B-hard']);
    expect(codesOf(findings)).toEqual(['repeated-in-list', 'rule-twice', 'workshop-ignored']);
  });

  it('that contradict each other are named by their rows, with the one to drop', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Règles',
        ['règle', 'territoires', 'niveau'],
        ['ensemble', 'Alpha|Bêta', ''],
        ['ensemble', 'Bêta|Dzêta', ''],
        ['séparés', 'Alpha|Dzêta', ''],
        ['séparés', 'Alpha|Bêta', 'souhaité'],
      ),
    );
    expect(findings.map(({ severity, code, row }) => [severity, code, row])).toEqual([
      ['error', 'circular-rules', 4],
      ['warning', 'soft-rule-void', 5],
    ]);
    expect(findings[0]?.message).toBe(
      'Les règles 2, 3 et 4 se contredisent : « Alpha » et « Dzêta » doivent être à la fois ensemble et séparés. La règle 4 n’est pas retenue.',
    );
    expect(findings[0]?.suggestion).toBe('Supprimez la règle 4, ou l’une des autres : 2 et 3.');
    expect(assembly.rules.map(({ id }) => id)).toEqual([
      'apart-A-B-soft',
      'together-A-B-hard',
      'together-B-D-hard',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { codesOf, placesOf, read, table } from './input-tables.js';

const NBSP = '\u00a0';

describe('a list of territories', () => {
  it('is understood whatever the spelling and the order of its headers', () => {
    const { assembly, findings } = read(
      table(
        'TERRITOIRES ',
        [
          'Longitude',
          'N° SIREN',
          'Nom du territoire',
          'POPULATION (hab.)',
          'Départements',
          'latitude',
          'Type_de_territoire',
        ],
        ['1,44', '243100518', 'Toulouse Métropole', `807${NBSP}000`, '31', '43,6', 'Métropole'],
        [2.15, 248100737, "CA de l'Albigeois", 85000, 81, 43.93, 'Communauté d’agglomération'],
      ),
    );
    expect(assembly.territories).toMatchObject([
      {
        id: '243100518',
        kind: 'METROPOLE',
        departments: ['31'],
        population: 807000,
        position: { lat: 43.6, lon: 1.44 },
      },
      {
        id: '248100737',
        kind: 'CA',
        departments: ['81'],
        population: 85000,
        position: { lat: 43.93, lon: 2.15 },
      },
    ]);
    expect(findings.filter(({ severity }) => severity !== 'repair')).toEqual([]);
  });

  it('is recognised by its headers under any name, and when it is the only table', () => {
    expect(read(table('Feuil1', ['nom'], ['A'], ['B'])).assembly.territories.map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
    const { assembly, findings } = read(
      table('Feuil1', ['nom', 'département'], ['A', '31'], ['B', '32']),
      table('Feuil2', ['territoire', 'problème', 'intensité'], ['A', 'hab.vacance', 0.5]),
      table('Lisez-moi', ['Bienvenue'], ['bla']),
      table('Brouillon', ['x'], ['y']),
    );
    expect(assembly.territories[0]?.needs).toEqual([{ problemId: 'hab.vacance', intensity: 0.5 }]);
    expect(findings.filter(({ code }) => code === 'unknown-table').map(({ table }) => table)).toEqual([
      'Brouillon',
    ]);
  });

  it('may be missing when problems name their territories', () => {
    const { assembly, findings } = read(
      table(
        'Réponses',
        ['territoire', 'problème'],
        ['PETR Tolosan', 'hab.vacance'],
        ['Alpha', 'vacance'],
        ['Alpha', 'mob.velo'],
      ),
    );
    expect(assembly.territories.map(({ id, needs }) => [id, needs.length])).toEqual([
      ['200055002', 1],
      ['alpha', 2],
    ]);
    expect(codesOf(findings)).toContain('territories-from-problems');
  });

  it('says when there is nothing, or nothing to share', () => {
    expect(codesOf(read().findings)).toEqual(['no-territories']);
    expect(codesOf(read(table('territoires', ['nom'])).findings)).toEqual(['no-territories']);
    expect(codesOf(read(table('territoires', ['nom'], ['Alpha'])).findings)).toContain('one-territory');
  });

  it('tells of the columns it does not know, and skips blank rows', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'couleur', 'lat', 'latitude', ''],
        ['A', 'bleu', 43, 44, ''],
        ['', null, '  ', null, ''],
        ['B', '', '', '', ''],
      ),
    );
    expect(assembly.territories).toHaveLength(2);
    expect(placesOf(findings, 'unknown-column')).toEqual([
      { row: undefined, column: 'couleur', value: undefined },
    ]);
    expect(placesOf(findings, 'repeated-column').map(({ column }) => column)).toEqual(['latitude']);
  });
});

describe('the gazetteer', () => {
  it('completes a territory known by its name, and says so', () => {
    const { assembly, findings } = read(
      table('Territoires', ['nom'], ['PETR Tolosan'], ['PETR du Pays du Sud Toulousain']),
    );
    expect(assembly.territories[1]).toMatchObject({
      id: '200055002',
      name: 'PETR Tolosan',
      kind: 'PETR',
      departments: ['31'],
      population: 124514,
      position: { lat: 43.75, lon: 1.42 },
    });
    expect(codesOf(findings)).toEqual(['name-recognised', 'completed-from-gazetteer']);
    expect(findings[0]).toMatchObject({ row: 2, column: 'nom', value: 'PETR Tolosan', severity: 'repair' });
  });

  it('never overrules an explicit value', () => {
    const { assembly } = read(
      table(
        'Territoires',
        ['id', 'nom', 'type', 'population', 'départements', 'lat', 'lon'],
        ['200055002', 'PETR Tolosan', 'pays', 5, '32', 10, 20],
      ),
    );
    expect(assembly.territories[0]).toMatchObject({
      kind: 'PAYS',
      population: 5,
      departments: ['32'],
      position: { lat: 10, lon: 20 },
    });
  });

  it('leaves alone what is only alike, with the likely ones as candidates', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'département'],
        ['Association Territoriale Causses Cévennes', '48'],
        ['Haut-Languedoc', ''],
      ),
    );
    expect(assembly.territories.map(({ id, position }) => [id, position])).toEqual([
      ['association-territoriale-causses-cevennes', undefined],
      ['haut-languedoc', undefined],
    ]);
    const asked = findings.filter(({ code }) => code === 'ambiguous-name');
    expect(asked.map(({ severity, row }) => [severity, row])).toEqual([
      ['question', 2],
      ['question', 3],
    ]);
    expect(asked[1]?.candidates?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['253401269', '200066553']),
    );
  });

  it('asks when a SIREN and a name say two things', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['siren', 'nom'],
        ['243100518', 'CA du Sicoval'],
        ['200099999', 'PETR Tolosan'],
        ['200048700', 'Sud-Toulousain'],
      ),
    );
    expect(placesOf(findings, 'siren-name-mismatch').map(({ row }) => row)).toEqual([2, 3]);
    expect(assembly.territories.map(({ population }) => population)).toEqual([99819, undefined, undefined]);
  });
});

describe('a territory said twice', () => {
  it('is an error under one identifier, and names the first row', () => {
    const { assembly, findings } = read(
      table('Territoires', ['id', 'nom'], ['T1', 'Alpha'], ['T2', 'Bêta'], ['T1', 'Gamma']),
    );
    expect(assembly.territories.map(({ name }) => name)).toEqual(['Alpha', 'Bêta']);
    const [finding] = findings.filter(({ code }) => code === 'duplicate-id');
    expect(finding).toMatchObject({ severity: 'error', row: 4 });
    expect(finding?.message).toContain('ligne 2');
  });

  it('is ignored with a warning when nothing differs', () => {
    const { assembly, findings } = read(
      table('Territoires', ['nom', 'pop'], ['Alpha', 3], ['Alpha', 3], ['Bêta', 1]),
    );
    expect(assembly.territories).toHaveLength(2);
    expect(placesOf(findings, 'same-row-twice')).toEqual([{ row: 3, column: undefined, value: undefined }]);
  });

  it('is found out under two names', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'besoins'],
        ['PETR Tolosan', 'hab.vacance'],
        ['PETR Pays Tolosan', 'mob.velo'],
      ),
      table('Sièges', ['territoire', 'titulaire'], ['PETR Pays Tolosan', 'Mme A']),
    );
    expect(assembly.territories.map(({ id, name }) => [id, name])).toEqual([['200055002', 'PETR Tolosan']]);
    const [finding] = findings.filter(({ code }) => code === 'same-territory-twice');
    expect(finding).toMatchObject({ severity: 'error', row: 3 });
    expect(finding?.message).toMatch(/PETR Pays Tolosan.*PETR Tolosan.*ligne 2/);
    expect(assembly.seats[0]?.territoryId).toBe('200055002');
  });

  it('is asked about when the organiser gave two identifiers', () => {
    const { assembly, findings } = read(
      table('Territoires', ['id', 'nom'], ['T1', 'PETR Tolosan'], ['T2', 'PETR Pays Tolosan']),
    );
    expect(assembly.territories).toHaveLength(2);
    expect(findings.find(({ code }) => code === 'same-territory-two-ids')).toMatchObject({
      severity: 'question',
      row: 3,
    });
  });
});

describe('cells of a territory', () => {
  it('get their lost zeros back, told once a column', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'départements', 'membres'],
        ['A', 9, '1004|01005'],
        ['B', '1, 2A', '2A004, 200055002'],
        ['C', '974', '9001'],
        ['D', '09 11 12', 5],
      ),
    );
    expect(assembly.territories.map(({ departments, members }) => [departments, members])).toEqual([
      [['09'], ['01004', '01005']],
      [
        ['01', '2A'],
        ['200055002', '2A004'],
      ],
      [['974'], ['09001']],
      [['09', '11', '12'], []],
    ]);
    const repairs = findings.filter(({ code }) => code === 'leading-zero');
    expect(repairs.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'départements', '9'],
      [2, 'membres', '1004'],
    ]);
    expect(repairs[0]?.message).toContain('Une autre ligne');
    expect(placesOf(findings, 'not-a-member-code')).toEqual([{ row: 5, column: 'membres', value: '5' }]);
  });

  it('name départements, or ask about them', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'dép.'],
        ['A', 'Haute-Garonne'],
        ['B', '20'],
        ['C', '99|09 - Ariège'],
        ['D', 'Tarn et Garonne'],
        ['E', 'Tarn et Hérault, 9 et 11'],
      ),
    );
    expect(assembly.territories.map(({ departments }) => departments)).toEqual([
      ['31'],
      [],
      ['09'],
      ['82'],
      ['81', '34', '09', '11'],
    ]);
    expect(findings.find(({ code }) => code === 'corsica-code')?.candidates?.map(({ id }) => id)).toEqual([
      '2A',
      '2B',
    ]);
    expect(placesOf(findings, 'unknown-department')).toEqual([{ row: 4, column: 'dép.', value: '99' }]);
  });

  it('outside the globe are errors with what was probably meant', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'lat', 'lon'],
        ['A', 430, 1.4],
        ['B', '43,6', '1421'],
        ['C', '43.6', '1.4'],
        ['D', 'nord', 1],
      ),
    );
    expect(assembly.territories.map(({ name }) => name)).toEqual(['C']);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['coordinate-out-of-range', 2, 'lat', '430'],
      ['coordinate-out-of-range', 3, 'lon', '1421'],
      ['not-a-number', 5, 'lat', 'nord'],
    ]);
    expect(errors[0]?.suggestion).toBe('Faut-il lire 43 ?');
    expect(errors[1]?.suggestion).toBe('Faut-il lire 1,421 ?');
  });

  it('swapped are asked about, halves are left out', () => {
    const { assembly, findings } = read(
      table('Territoires', ['nom', 'lat', 'lon'], ['A', 1.44, 43.6], ['B', 43, ''], ['Réunion', -21.1, 55.5]),
    );
    expect(assembly.territories.map(({ position }) => position)).toEqual([
      undefined,
      undefined,
      { lat: -21.1, lon: 55.5 },
    ]);
    expect(codesOf(findings)).toEqual(['no-position', 'coordinates-swapped', 'no-position', 'half-position']);
  });

  it('count inhabitants however they are written', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['nom', 'population'],
        ['A', '12 345'],
        ['B', '12.345'],
        ['C', '12345 hab.'],
        ['D', '12,5'],
        ['E', -3],
        ['F', 12345],
      ),
    );
    expect(assembly.territories.map(({ name, population }) => [name, population])).toEqual([
      ['A', 12345],
      ['B', 12345],
      ['C', 12345],
      ['F', 12345],
    ]);
    expect(codesOf(findings.filter(({ severity }) => severity === 'error'))).toEqual([
      'not-whole',
      'out-of-range',
    ]);
  });

  it('lose their superfluous spaces, told when it mattered', () => {
    const { assembly, findings } = read(
      table('Territoires', ['id', 'nom'], ['200 055 002', ` PETR${NBSP}Pays  Tolosan `], ['b', ' Bêta ']),
    );
    expect(assembly.territories.map(({ id, name }) => [id, name])).toEqual([
      ['200055002', 'PETR Pays Tolosan'],
      ['b', 'Bêta'],
    ]);
    expect(placesOf(findings, 'spaces-tidied').map(({ row, column }) => [row, column])).toEqual([
      [2, 'id'],
      [2, 'nom'],
    ]);
  });

  it('may say what it takes to meet', () => {
    const { assembly } = read(
      table(
        'Territoires',
        ['nom', 'souhaits', 'peut accueillir', 'équipé visio', 'traits', 'lat', 'lon', 'position approchée'],
        ['A', 'en train|le matin', 'oui', 'non', 'montagne, rural', 43, 2, 'oui'],
      ),
    );
    expect(assembly.territories[0]).toMatchObject({
      wishes: ['en train', 'le matin'],
      canHost: true,
      videoReady: false,
      traits: ['montagne', 'rural'],
      position: { lat: 43, lon: 2, approximate: true },
    });
  });

  it('of an unknown kind are told, and the name decides', () => {
    const { assembly, findings } = read(
      table('Territoires', ['nom', 'type'], ['CC du Nord', 'machin'], ['Alpha', 'PNR']),
    );
    expect(assembly.territories.map(({ kind }) => kind)).toEqual(['PNR', 'CC']);
    expect(placesOf(findings, 'unknown-kind')).toEqual([{ row: 2, column: 'type', value: 'machin' }]);
  });

  it('need at least a name or an identifier', () => {
    const { assembly, findings } = read(
      table('Territoires', ['id', 'nom', 'pop'], ['', '', 3], ['200055002', '', '']),
    );
    expect(assembly.territories.map(({ name }) => name)).toEqual(['PETR Pays Tolosan']);
    expect(placesOf(findings, 'nameless-territory').map(({ row }) => row)).toEqual([2]);
  });

  it('without any position are told once, not row by row', () => {
    const { findings } = read(table('Territoires', ['nom'], ['A'], ['B'], ['C']));
    expect(codesOf(findings)).toEqual(['no-position-at-all']);
  });
});

import { describe, expect, it } from 'vitest';
import { codesOf, placesOf, read, table } from './input-tables.js';

const territories = table(
  'Territoires',
  ['id', 'nom', 'lat', 'lon'],
  ['A', 'Alpha', 43, 1],
  ['B', 'Bêta', 44, 2],
);

describe('problems in the long form', () => {
  it('are found by identifier, label, synonym, in French and in English', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Problématiques',
        ['territoire', 'problème', 'intensité', 'nature'],
        ['A', 'hab.vacance', 0.8, 'besoin'],
        ['alpha', 'COVOITURAGE', '40 %', 'Expérience'],
        ['Beta', 'Access to care', '0,5', ''],
        ['B', 'passoires', '', 'besoin'],
      ),
    );
    expect(assembly.territories.map(({ needs, experiences }) => [needs, experiences])).toEqual([
      [[{ problemId: 'hab.vacance', intensity: 0.8 }], [{ problemId: 'mob.covoiturage', level: 0.4 }]],
      [
        [
          { problemId: 'hab.precarite', intensity: 1 },
          { problemId: 'sante.acces-soins', intensity: 0.5 },
        ],
        [],
      ],
    ]);
    expect(findings).toEqual([]);
  });

  it('in free text are read when it is clear, and asked about when it is not', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Besoins',
        ['territoire', 'problème'],
        ['A', 'trop de logements vacants au centre'],
        ['A', 'marche'],
        ['A', 'xyzzy plugh'],
        ['A', 'hab.vacanse'],
      ),
    );
    expect(assembly.territories[0]?.needs).toEqual([{ problemId: 'hab.vacance', intensity: 1 }]);
    expect(findings.map(({ severity, code, row }) => [severity, code, row])).toEqual([
      ['repair', 'problem-read-as', 2],
      ['question', 'ambiguous-problem', 3],
      ['error', 'unknown-problem', 4],
      ['error', 'unknown-problem', 5],
    ]);
    expect(findings[0]?.message).toContain('Logements vacants');
    expect(findings[1]?.candidates?.map(({ id }) => id)).toEqual(['mob.covoiturage', 'mob.velo']);
    expect(findings[3]?.suggestion).toBe('Est-ce hab.vacance ?');
  });

  it('said twice count once, with the larger intensity', () => {
    const { assembly, findings } = read(
      territories,
      table(
        'Besoins',
        ['territoire', 'problème', 'intensité'],
        ['A', 'hab.vacance', 0.9],
        ['A', 'Logements vacants', 0.3],
      ),
    );
    expect(assembly.territories[0]?.needs).toEqual([{ problemId: 'hab.vacance', intensity: 0.9 }]);
    expect(placesOf(findings, 'need-twice').map(({ row }) => row)).toEqual([3]);
  });

  it('name territories that are known, or that can be told apart', () => {
    const { assembly, findings } = read(
      table(
        'Territoires',
        ['id', 'nom'],
        ['T1', 'CA du Sicoval'],
        ['T2', 'PETR Pays Tolosan'],
        ['T3', 'CC du Nord'],
        ['T4', 'CC du Nord-Ouest'],
      ),
      table(
        'Besoins',
        ['territoire', 'problème'],
        ['Sicoval', 'hab.vacance'],
        ['PETR Tolosan', 'hab.vacance'],
        ['200055002', 'mob.velo'],
        ['CC du Nor', 'hab.vacance'],
        ['Zanzibar', 'hab.vacance'],
        ['', 'hab.vacance'],
        ['T1', ''],
      ),
    );
    expect(assembly.territories.map(({ needs }) => needs.length)).toEqual([1, 2, 0, 0]);
    const ofTable = findings.filter(({ table }) => table === 'Besoins');
    expect(ofTable.map(({ code, row }) => [code, row])).toEqual([
      ['territory-read-as', 2],
      ['territory-read-as', 3],
      ['unknown-territory', 5],
      ['unknown-territory', 6],
      ['missing-territory', 7],
      ['missing-problem', 8],
    ]);
  });

  it('of a territory that was left out are told, with its row', () => {
    const { findings } = read(
      table('Territoires', ['nom', 'lat', 'lon'], ['Alpha', 430, 1], ['Bêta', 44, 2]),
      table('Besoins', ['territoire', 'problème'], ['Alpha', 'hab.vacance']),
    );
    const [finding] = findings.filter(({ code }) => code === 'territory-left-out');
    expect(finding).toMatchObject({ severity: 'warning', row: 2 });
    expect(finding?.message).toContain('ligne 2');
  });

  it('are experiences on a sheet called so, and say no nonsense about their nature', () => {
    const { assembly, findings } = read(
      territories,
      table('Expériences', ['territoire', 'problème'], ['A', 'hab.vacance']),
      table('Besoins', ['territoire', 'problème', 'nature'], ['A', 'mob.velo', 'peut-être']),
    );
    expect(assembly.territories[0]).toMatchObject({
      needs: [],
      experiences: [{ problemId: 'hab.vacance', level: 1 }],
    });
    expect(findings[0]).toMatchObject({
      code: 'unknown-choice',
      row: 2,
      column: 'nature',
      value: 'peut-être',
    });
    expect(findings[0]?.suggestion).toBe('Réponses possibles : besoin, expérience.');
  });
});

describe('intensities', () => {
  const needs = (...rows: [string, string, string | number][]) =>
    read(territories, table('Besoins', ['territoire', 'problème', 'Intensité'], ...rows));

  it('above one are errors that name the range', () => {
    const { assembly, findings } = needs(['A', 'hab.vacance', 3], ['B', 'hab.vacance', 0.5]);
    expect(assembly.territories.map(({ needs }) => needs.length)).toEqual([0, 1]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      code: 'out-of-range',
      row: 2,
      column: 'Intensité',
      value: '3',
    });
    expect(findings[0]?.message).toContain('de 0 à 1');
    expect(findings[0]?.suggestion).not.toContain('divisez');
  });

  it('all from 1 to 5 are told to be divided by five, never guessed', () => {
    const { assembly, findings } = needs(
      ['A', 'hab.vacance', 3],
      ['A', 'mob.velo', 1],
      ['B', 'hab.vacance', '5'],
    );
    expect(placesOf(findings, 'out-of-range').map(({ row }) => row)).toEqual([2, 4]);
    expect(findings[0]?.suggestion).toContain('divisez chaque note par 5');
    expect(assembly.territories.flatMap(({ needs }) => needs)).toEqual([
      { problemId: 'mob.velo', intensity: 1 },
    ]);
  });

  it('may be percentages and words', () => {
    const { assembly, findings } = needs(
      ['A', 'hab.vacance', '80 %'],
      ['A', 'mob.velo', 'moyen'],
      ['B', 'mob.velo', 'beaucoup'],
    );
    expect(assembly.territories[0]?.needs.map(({ intensity }) => intensity)).toEqual([0.8, 0.66]);
    expect(codesOf(findings)).toEqual(['intensity-word', 'not-a-number']);
  });
});

describe('problems in the list of territories', () => {
  it('stand in list cells, with or without an intensity', () => {
    const { assembly, findings } = read(
      table(
        'mon fichier',
        ['nom', 'lat', 'lon', 'Besoins', 'Expériences'],
        ['Alpha', 43, 1, 'hab.vacance:0,8 | mob.covoiturage', 'Logements vacants = fort'],
        ['Bêta', 44, 2, 'logements vacants; déserts médicaux', ''],
        ['Gamma', 44, 2, 'hab.vacance, mob.velo', 'hab.vacance:4'],
      ),
    );
    expect(
      assembly.territories.map(({ needs, experiences }) => [
        needs.map(({ problemId, intensity }) => `${problemId}:${intensity}`),
        experiences.length,
      ]),
    ).toEqual([
      [['hab.vacance:0.8', 'mob.covoiturage:1'], 1],
      [['hab.vacance:1', 'sante.acces-soins:1'], 0],
      [['hab.vacance:1', 'mob.velo:1'], 0],
    ]);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['out-of-range', 4, 'Expériences', 'hab.vacance:4'],
    ]);
  });

  it('may be spread over several columns', () => {
    const { assembly } = read(
      table('x', ['nom', 'besoin 1', 'besoin 2', 'besoin 3'], ['A', 'hab.vacance', '', 'mob.velo']),
    );
    expect(assembly.territories[0]?.needs.map(({ problemId }) => problemId)).toEqual([
      'hab.vacance',
      'mob.velo',
    ]);
  });

  it('may be JSON lists of objects or texts', () => {
    const { assembly, findings } = read(
      table(
        'territories',
        ['id', 'name', 'position', 'needs', 'experiences'],
        [
          'A',
          'Alpha',
          { lat: 43, lon: 1 },
          [{ problemId: 'hab.vacance', intensity: 0.25 }, 'mob.velo'],
          [{ problemId: 'hab.precarite', level: 0.5 }],
        ],
        ['B', 'Bêta', { lat: 44, lon: 1, approximate: true }, [{ nothing: 1 }, 7], null],
      ),
    );
    expect(assembly.territories[0]).toMatchObject({
      position: { lat: 43, lon: 1 },
      needs: [
        { problemId: 'hab.vacance', intensity: 0.25 },
        { problemId: 'mob.velo', intensity: 1 },
      ],
      experiences: [{ problemId: 'hab.precarite', level: 0.5 }],
    });
    expect(codesOf(findings)).toEqual(['missing-problem', 'missing-problem']);
  });
});

import { describe, expect, it } from 'vitest';
import { readAssembly, recordsFromJson } from '../../../../engine/index.js';
import { severityOf } from '../../../../engine/read/findings/finding-facts.js';
import { codesOf, placesOf, read, table, taxonomy } from '../input-tables.js';

const territories = table(
  'Territoires',
  ['id', 'nom', 'type', 'départements', 'lat', 'lon', 'traits', 'membres', 'souhaits', 'disponibilités'],
  ['A', 'Alpha', 'PETR', '31|82', 43, 1, 'montagne', '31001|31002', 'Bêta | atelier 3', 'mardi matin|jeudi'],
  ['B', 'Bêta', 'CC', '31', 44, 2, 'montagne|rural', '31002', 'venir en train', 'Mardi-matin'],
  ['C', 'Gamma, Delta et Epsilon', 'CC', '09', 44, 1, '', '', '', ''],
  ['D', 'Dzêta', 'PNR', '11', 43, 2, '', '', '', ''],
);
const seats = table(
  'Sièges',
  ['territoire', 'collège', 'titulaire', 'civilité'],
  ['A', 'Élus', 'Jeanne', 'Mme'],
  ['B', 'Élus', 'Paul', 'M.'],
  ['B', 'Citoyens', 'Anne', 'Mme'],
);
const history = table('Historique', ['date', 'territoires'], ['04/11/2016', 'A|B']);

const header = [
  'type',
  'territoires',
  'atelier(s)',
  'attribut',
  'valeur',
  'nombre',
  'part',
  'km min',
  'km max',
  'niveau',
  'poids',
  'motif',
  'demandé par',
];

/** A row of rules from its cells by header. */
function row(cells: Record<string, string | number>) {
  return header.map((column) => cells[column] ?? '');
}

function readRules(...rows: Record<string, string | number>[]) {
  const { assembly, findings } = read(territories, seats, history, table('Règles', header, ...rows.map(row)));
  // of the territories and their wishes something is said too: that is not the matter here
  return { rules: assembly.rules, findings: findings.filter(({ table: name }) => name === 'Règles') };
}

/** The one rule of a row, its id apart, which must be read without a remark. */
function ruleOf(cells: Record<string, string | number>) {
  const { rules, findings } = readRules(cells);
  expect(findings).toEqual([]);
  const [{ id, ...rule } = { id: '' }] = rules;
  expect(id).not.toBe('');
  return rule;
}

describe('each kind of rule', () => {
  it('is read in the words of organisers', () => {
    expect(
      ruleOf({ type: 'Ateliers permis', territoires: 'Alpha', 'atelier(s)': 'ateliers 1, 2 et 4' }),
    ).toEqual({
      kind: 'allowed',
      territoryIds: ['A'],
      workshops: [1, 2, 4],
      level: 'hard',
    });
    expect(ruleOf({ type: 'atelier interdit', territoires: 'A|B', 'atelier(s)': 3 })).toEqual({
      kind: 'forbidden',
      territoryIds: ['A', 'B'],
      workshops: [3],
      level: 'hard',
    });
    expect(
      ruleOf({ type: 'au plus', attribut: 'Département', nombre: 3, niveau: 'souhaité', poids: '0,5' }),
    ).toEqual({ kind: 'at-most', attribute: 'department', count: 3, level: 'soft', weight: 0.5 });
    expect(ruleOf({ type: 'au plus', attribut: 'collège', valeur: 'élu', nombre: '1' })).toEqual({
      kind: 'at-most',
      attribute: 'college',
      value: 'Élus',
      count: 1,
      level: 'hard',
    });
    expect(ruleOf({ type: 'au moins … différents', attribut: 'type', nombre: 2 })).toEqual({
      kind: 'at-least-different',
      attribute: 'kind',
      count: 2,
      level: 'hard',
    });
    expect(ruleOf({ type: 'pas seul', attribut: 'trait', valeur: 'Montagne', territoires: 'A|B|D' })).toEqual(
      {
        kind: 'not-alone',
        attribute: 'trait',
        value: 'montagne',
        territoryIds: ['A', 'B', 'D'],
        level: 'hard',
      },
    );
    expect(ruleOf({ type: 'part visée', attribut: 'civilité', valeur: 'femmes', part: '40 %' })).toEqual({
      kind: 'target-share',
      attribute: 'civility',
      value: 'F',
      share: 0.4,
      level: 'soft',
    });
    expect(ruleOf({ type: 'part visée', attribut: 'département', valeur: 'Haute-Garonne' })).toEqual({
      kind: 'target-share',
      attribute: 'department',
      value: '31',
      level: 'soft',
    });
    expect(ruleOf({ type: 'éloignement', 'km min': '20 km', 'km max': '150,5' })).toEqual({
      kind: 'spread',
      minKm: 20,
      maxKm: 150.5,
      level: 'hard',
    });
    for (const [written, kind, level] of [
      ['binôme possible', 'chair-pair', 'hard'],
      ['déjà rencontrés', 'past-meetings', 'soft'],
      ['souhaits', 'wishes', 'soft'],
      ['créneau commun', 'common-slots', 'hard'],
      ['même périmètre', 'same-perimeter', 'hard'],
    ] as const) {
      expect(ruleOf({ type: written, motif: 'parce que', 'demandé par': 'le bureau' })).toEqual({
        kind,
        level,
        reason: 'parce que',
        askedBy: 'le bureau',
      });
    }
  });

  it('may say its count among its words', () => {
    expect(ruleOf({ type: 'Au plus 3', attribut: 'département' })).toMatchObject({
      kind: 'at-most',
      count: 3,
    });
    expect(ruleOf({ type: 'au moins 2 différents', attribut: 'type' })).toMatchObject({
      kind: 'at-least-different',
      count: 2,
    });
    // two counts: which one is meant is not for us to say
    const { findings } = readRules({ type: 'au plus 3', attribut: 'type', nombre: 4 });
    expect(codesOf(findings)).toEqual(['unknown-choice']);
  });

  it('is read in English and from JSON, where today’s three kinds read as before', () => {
    const { records } = recordsFromJson(
      {
        territories: [
          { id: 'A', name: 'Alpha', position: { lat: 43, lon: 1 }, traits: ['coast'] },
          { id: 'B', name: 'Beta', position: { lat: 43, lon: 2 }, traits: ['coast'] },
        ],
        rules: [
          { id: '1', kind: 'together', territoryIds: ['A', 'B'], level: 'soft', weight: 2 },
          { id: '2', kind: 'pinned', territoryIds: ['A'], workshop: 1, level: 'hard' },
          { id: '3', kind: 'forbidden', territoryIds: ['B'], workshops: [2, 3], level: 'hard' },
          { id: '4', kind: 'at-most', attribute: 'trait', value: 'coast', count: 1, level: 'soft' },
          { id: '5', kind: 'spread', minKm: 5, level: 'soft' },
        ],
      },
      'essai',
    );
    const { assembly, findings } = readAssembly(records!, { taxonomy });
    expect(findings).toEqual([]);
    expect(assembly.rules).toEqual([
      { id: '1', kind: 'together', territoryIds: ['A', 'B'], level: 'soft', weight: 2 },
      { id: '2', kind: 'pinned', territoryIds: ['A'], workshop: 1, level: 'hard' },
      { id: '3', kind: 'forbidden', territoryIds: ['B'], workshops: [2, 3], level: 'hard' },
      { id: '4', kind: 'at-most', attribute: 'trait', value: 'coast', count: 1, level: 'soft' },
      { id: '5', kind: 'spread', minKm: 5, level: 'soft' },
    ]);
  });

  it('has an id that says what it asks, the same wherever its row stands', () => {
    const one = { type: 'au plus', attribut: 'département', nombre: 3 };
    const other = { type: 'éloignement', 'km max': 80 };
    const ids = (...rows: Record<string, string | number>[]) => readRules(...rows).rules.map(({ id }) => id);
    expect(ids(one, other)).toEqual(ids(other, one));
    expect(new Set(ids(one, { ...one, nombre: 2 }, other, { type: 'éloignement', 'km min': 80 })).size).toBe(
      4,
    );
    const twice = readRules(one, one);
    expect(twice.rules).toHaveLength(1);
    expect(codesOf(twice.findings)).toEqual(['rule-twice']);
  });
});

describe('what is wrong with rules', () => {
  it('is told all at once, by row and column, with a way out', () => {
    const { rules, findings } = readRules(
      { type: 'au plus', attribut: 'trait', valeur: 'littoral', nombre: 0 },
      { type: 'au plus', attribut: 'couleur' },
      { type: 'part visée', attribut: 'type', valeur: 'PETR', part: 1.4 },
      { type: 'éloignement', 'km min': 200, 'km max': 100 },
      { type: 'éloignement' },
      { type: 'ateliers permis', territoires: 'Alpha | Zoulou', 'atelier(s)': 'le grand' },
      { type: 'ateliers interdits', territoires: 'Alpha' },
      { type: 'fixé', territoires: 'Alpha', 'atelier(s)': '1|2' },
      { type: 'part visée', attribut: 'civilité' },
      { type: 'au mieux' },
    );
    expect(rules).toEqual([]);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ row: number, column, code }) => [number, column, code])).toEqual([
      [2, 'valeur', 'unknown-attribute-value'],
      [2, 'nombre', 'out-of-range'],
      [3, undefined, 'rule-part-missing'],
      [3, 'attribut', 'unknown-choice'],
      [4, 'part', 'out-of-range'],
      [5, 'km max', 'distances-crossed'],
      [6, undefined, 'rule-part-missing'],
      [7, 'territoires', 'unknown-territory'],
      [7, 'atelier(s)', 'not-whole'],
      [8, undefined, 'rule-part-missing'],
      [9, 'atelier(s)', 'pinned-to-several'],
      [10, undefined, 'rule-part-missing'],
      [11, 'type', 'unknown-choice'],
    ]);
    expect(findings[0]?.suggestion).toBe('Valeurs présentes : montagne, rural.');
    for (const { suggestion } of errors) expect(suggestion).toBeTruthy();
  });

  it('does not stop at a column the kind has no use for', () => {
    const { rules, findings } = readRules({
      type: 'souhaits',
      territoires: 'Zoulou',
      'atelier(s)': 3,
      attribut: 'couleur',
      part: 'x',
    });
    expect(rules).toHaveLength(1);
    expect(placesOf(findings, 'rule-cell-ignored').map(({ column }) => column)).toEqual([
      'territoires',
      'attribut',
      'part',
    ]);
    expect(placesOf(findings, 'workshop-ignored').map(({ column }) => column)).toEqual(['atelier(s)']);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('counts rules that nothing could keep: an error when hard, a warning when soft', () => {
    const { rules, findings } = readRules(
      // A is the only PETR, D the only PNR
      { type: 'pas seul', attribut: 'type' },
      { type: 'pas seul', attribut: 'type', valeur: 'PETR', niveau: 'souhaité' },
      { type: 'pas seul', attribut: 'type', valeur: 'CC' },
      { type: 'au moins 4 différents', attribut: 'département' },
      { type: 'au moins 3 différents', attribut: 'département' },
    );
    expect(findings.map(({ code, row: number }) => [code, number])).toEqual([
      ['rule-cannot-hold', 2],
      ['soft-rule-cannot-hold', 3],
      ['rule-cannot-hold', 5],
    ]);
    expect(findings[0]?.message).toContain('« PETR » et « PNR »');
    expect(findings[2]?.message).toContain(
      'il faudrait 4 valeurs différentes dans chaque atelier, et il n’y en a que 3',
    );
    expect(rules.map(({ kind, level }) => [kind, level])).toEqual([
      ['at-least-different', 'hard'],
      ['not-alone', 'hard'],
      ['not-alone', 'soft'],
    ]);
  });

  it('a chair pair takes a woman and a man of two territories', () => {
    const asked = table('Règles', ['type'], ['binôme possible']);
    const sitting = (...people: string[][]) =>
      codesOf(read(territories, table('Sièges', ['territoire', 'civilité'], ...people), asked).findings);
    expect(sitting(['A', 'F'], ['B', 'M'])).not.toContain('rule-cannot-hold');
    expect(sitting(['A', 'F'], ['A', 'M'])).toContain('rule-cannot-hold');
    expect(sitting(['A', 'F'], ['B', 'F'])).toContain('rule-cannot-hold');
    expect(sitting(['A', 'F'], ['A', 'M'], ['B', 'F'])).not.toContain('rule-cannot-hold');
  });

  it('says when a rule would change nothing, for want of what it is about', () => {
    const bare = table('Territoires', ['nom'], ['Un'], ['Deux']);
    const { findings } = read(
      bare,
      table(
        'Règles',
        ['type', 'attribut', 'nombre'],
        ['souhaits', '', ''],
        ['créneau commun', '', ''],
        ['déjà rencontrés', '', ''],
        ['même périmètre', '', ''],
        ['au plus', 'collège', 1],
      ),
    );
    expect(placesOf(findings, 'rule-without-data').map(({ row: number }) => number)).toEqual([2, 3, 4, 5, 6]);
  });

  it('names contradictions between places: allowed, forbidden, pinned, together, apart', () => {
    const { rules, findings } = readRules(
      { type: 'ensemble', territoires: 'A|B' },
      { type: 'ateliers permis', territoires: 'A', 'atelier(s)': '1|2' },
      { type: 'ateliers interdits', territoires: 'B', 'atelier(s)': '1|2' },
      { type: 'ateliers permis', territoires: 'C', 'atelier(s)': '4' },
      { type: 'fixé', territoires: 'D', 'atelier(s)': '4' },
      { type: 'séparés', territoires: 'C|D' },
      { type: 'fixé', territoires: 'C', 'atelier(s)': '5', niveau: 'souhaité' },
    );
    expect(findings.map(({ code, row: number }) => [code, number])).toEqual([
      ['circular-rules', 4],
      ['circular-rules', 7],
      ['soft-rule-void', 8],
    ]);
    expect(findings[0]?.message).toBe(
      'Les règles 3, 2 et 4 se contredisent : « Alpha » et « Bêta » doivent être ensemble et n’ont plus d’atelier où aller. La règle 4 n’est pas retenue.',
    );
    expect(findings[1]?.message).toContain('n’ont qu’un même atelier où aller');
    expect(rules).toHaveLength(5);
  });

  it('has a severity and a sentence in both languages for each of its codes', () => {
    for (const code of ['rule-part-missing', 'unknown-attribute-value', 'rule-without-data'] as const) {
      expect(severityOf[code]).toBeTruthy();
    }
    const rules = table('Rules', ['rule', 'attribute', 'value', 'count'], ['at most', 'trait', 'sea', 2]);
    const { findings } = readAssembly(
      { source: '', tables: [territories, rules] },
      { taxonomy, language: 'en' },
    );
    expect(findings.find(({ table: name }) => name === 'Rules')?.message).toBe(
      'No territory has "sea" for trait.',
    );
  });
});

describe('wishes and availability', () => {
  const { assembly, findings } = read(territories);

  it('become ids and workshops, what names neither being kept with a warning', () => {
    expect(assembly.territories.map(({ wishes }) => wishes)).toEqual([
      ['B', 'atelier 3'],
      ['venir en train'],
      undefined,
      undefined,
    ]);
    expect(placesOf(findings, 'unknown-wish')).toEqual([
      { row: 3, column: 'souhaits', value: 'venir en train' },
    ]);
  });

  it('a wish for oneself or said twice counts for nothing', () => {
    const { assembly: own, findings: said } = read(
      table('Territoires', ['nom', 'souhaits'], ['Un', 'Un|Deux|Atelier n° 2, atelier 2|2'], ['Deux', '']),
    );
    expect(own.territories.map(({ wishes }) => wishes)).toEqual([undefined, ['deux', 'atelier 2', '2']]);
    expect(
      codesOf(said)
        .filter((code) => code.includes('wish') || code === 'repeated-in-list')
        .sort(),
    ).toEqual(['repeated-in-list', 'unknown-wish', 'wish-for-itself']);
  });

  it('slots written in several ways are one slot', () => {
    expect(assembly.territories.map(({ availability }) => availability)).toEqual([
      ['Mardi-matin', 'jeudi'],
      ['Mardi-matin'],
      undefined,
      undefined,
    ]);
    expect(findings.find(({ code }) => code === 'spelling-read-as')?.message).toBe(
      '« mardi matin » est lu « Mardi-matin », comme ailleurs dans la colonne.',
    );
  });
});

describe('rules on pairings', () => {
  it('are read in the words of organisers, and never as a mere wish', () => {
    expect(ruleOf({ type: 'Jumelage imposé', territoires: 'Alpha|Bêta' })).toEqual({
      kind: 'pair-imposed',
      level: 'hard',
      territoryIds: ['A', 'B'],
    });
    expect(ruleOf({ type: 'jumelage exclu', territoires: 'A|B|D', motif: 'brouille' })).toEqual({
      kind: 'pair-forbidden',
      level: 'hard',
      reason: 'brouille',
      territoryIds: ['A', 'B', 'D'],
    });
    const { rules, findings } = readRules({
      type: 'jumelage imposé',
      territoires: 'A|B',
      niveau: 'souhaité',
    });
    expect(rules.map(({ level }) => level)).toEqual(['hard']);
    expect(placesOf(findings, 'pairing-always-hard')).toEqual([
      { row: 2, column: 'niveau', value: 'souhaité' },
    ]);
  });

  it('name two territories to pair them, and contradict each other with the row of each', () => {
    const { rules, findings } = readRules(
      { type: 'jumelage imposé', territoires: 'A|B|C' },
      { type: 'jumelage imposé', territoires: 'A|B' },
      { type: 'jumelage exclu', territoires: 'A|B|D' },
      { type: 'jumelage imposé', territoires: 'D' },
    );
    expect(rules.map(({ kind }) => kind)).toEqual(['pair-imposed']);
    expect(codesOf(findings)).toEqual(['pairing-of-several', 'circular-rules', 'too-few-territories']);
    expect(findings[1]?.message).toBe(
      'Les règles 3 et 4 se contredisent : le jumelage de « Alpha » et « Bêta » est à la fois imposé et exclu. La règle 4 n’est pas retenue.',
    );
  });
});

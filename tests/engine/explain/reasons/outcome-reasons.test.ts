import { describe, expect, test } from 'vitest';
import { nameBook } from '../../../../engine/explain/name-book.js';
import { outcomeReason } from '../../../../engine/explain/reasons/outcome-reasons.js';
import { ruleReasons } from '../../../../engine/explain/reasons/rule-reasons.js';
import { reasonSchema } from '../../../../engine/model/reason.js';
import type { Rule } from '../../../../engine/model/rule.js';
import type { RuleOutcome } from '../../../../engine/model/rule-outcome.js';
import { madeTerritory } from '../../made-territory.js';
import { taxonomy } from '../ground-of.js';

const nbsp = '\u00a0';
const territories = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => madeTerritory({ id, name: id.toUpperCase() }));
const names = nameBook(taxonomy, territories);
const rule = (terms: object): Rule => ({ id: 'r', level: 'soft', ...terms }) as Rule;
const kept: RuleOutcome = { ruleId: 'r', level: 'soft', penalty: 0, broken: [] };
const told = (terms: object, outcome: Partial<RuleOutcome> = {}) =>
  outcomeReason(rule(terms), { ...kept, ...outcome }, names);

describe('what a rule asks', () => {
  test.each([
    [{ kind: 'together', territoryIds: ['a', 'b', 'c'] }, 'Réunir A, B et C', 'Bring together A, B and C'],
    [{ kind: 'apart', territoryIds: ['a', 'b'] }, 'Séparer A et B', 'Keep apart A and B'],
    [{ kind: 'pinned', territoryIds: ['a'], workshop: 3 }, 'A dans l’atelier 3', 'A in workshop 3'],
    [
      { kind: 'allowed', territoryIds: ['a', 'b'], workshops: [1, 4] },
      'A et B dans l’un des ateliers 1 ou 4',
      'A and B in one of workshops 1 or 4',
    ],
    [
      { kind: 'forbidden', territoryIds: ['a'], workshops: [2] },
      'A hors de l’atelier 2',
      'A not in workshop 2',
    ],
    [
      { kind: 'at-most', attribute: 'department', count: 3 },
      'Au plus 3 d’un même département par atelier',
      'At most 3 of one département in a workshop',
    ],
    [
      { kind: 'at-most', attribute: 'department', value: '31', count: 1, territoryIds: ['a', 'b'] },
      'Au plus 1 du département Haute-Garonne par atelier (parmi A et B)',
      'At most 1 of the département Haute-Garonne in a workshop (among A and B)',
    ],
    [
      { kind: 'at-least-different', attribute: 'kind', count: 2 },
      'Au moins 2 types de territoires différents par atelier',
      'At least 2 different kinds of territory in a workshop',
    ],
    [
      { kind: 'not-alone', attribute: 'trait', value: 'montagne' },
      `Aucun membre seul avec le trait «${nbsp}montagne${nbsp}» dans un atelier`,
      'Nobody the only one with the trait “montagne” in a workshop',
    ],
    [
      { kind: 'not-alone', attribute: 'civility', value: 'F' },
      'Pas de femme seule dans un atelier',
      'No lone woman in a workshop',
    ],
    [
      { kind: 'target-share', attribute: 'civility', value: 'F', share: 0.405 },
      `Dans chaque atelier, 40,5${nbsp}% de femmes`,
      'In each workshop, 40.5% of women',
    ],
    [
      { kind: 'target-share', attribute: 'kind', value: 'PETR' },
      'Dans chaque atelier, la même part de membres de type PETR que dans l’ensemble',
      'In each workshop, the same share of members of kind PETR as in the whole',
    ],
    [
      { kind: 'spread', minKm: 20, maxKm: 150.5 },
      `Deux territoires d’un atelier de 20 à 150,5${nbsp}km l’un de l’autre`,
      'Two territories of a workshop 20 to 150.5 km from each other',
    ],
  ])('%o is said in both languages', (terms, fr, en) => {
    expect(told(terms).asks).toEqual({ fr, en });
  });

  test('is said of the other kinds too', () => {
    for (const kind of ['chair-pair', 'past-meetings', 'wishes', 'common-slots', 'same-perimeter']) {
      const { asks, reason } = told({ kind });
      expect(asks.fr.length).toBeGreaterThan(15);
      expect(asks.en.length).toBeGreaterThan(15);
      expect(reason).toEqual({
        code: 'rule-kept',
        facts: { ruleId: 'r' },
        text: { fr: 'Règle tenue.', en: 'Rule kept.' },
      });
    }
  });
});

describe('what became of a rule', () => {
  test('is told with how far it is from being kept and the first cases', () => {
    const { reason } = told(
      { kind: 'past-meetings' },
      {
        penalty: 8,
        broken: [
          { territoryIds: ['a', 'b'], penalty: 4, workshop: 1 },
          { territoryIds: ['a', 'c'], penalty: 1, workshop: 1 },
          { territoryIds: ['b', 'c'], penalty: 1, workshop: 1 },
          { territoryIds: ['d', 'e'], penalty: 1, workshop: 2 },
          { territoryIds: ['d', 'f'], penalty: 1, workshop: 2 },
        ],
      },
    );
    expect(reason.text).toEqual({
      fr: 'Souhait suivi en partie (5 paires se retrouvent) : A et B ; A et C ; B et C ; et 2 autres cas.',
      en: 'Wish partly followed (5 pairs meet again): A and B; A and C; B and C; and 2 more.',
    });
    expect(reason.facts).toMatchObject({ penalty: 8, parts: 5, partSizes: ['2', '2', '2'] });
    expect(reasonSchema.parse(reason)).toEqual(reason);
  });

  test('names the workshops where it is about whole workshops, and where a list is long', () => {
    const territoryIds = ['a', 'b', 'c', 'd', 'e', 'f'];
    const broken = [{ territoryIds, penalty: 2, workshop: 7 }];
    const say = (terms: object) => told(terms, { penalty: 2, broken }).reason.text.fr;
    expect(say({ kind: 'chair-pair', level: 'hard' })).toBe(
      'Règle non tenue (1 atelier sans binôme possible) : atelier 7.',
    );
    expect(say({ kind: 'at-least-different', attribute: 'kind', count: 4 })).toBe(
      'Souhait suivi en partie (2 valeurs manquent) : atelier 7.',
    );
    expect(say({ kind: 'at-most', attribute: 'kind', count: 4 })).toBe(
      'Souhait suivi en partie (2 de trop) : A, B, C, D et 2 autres (atelier 7).',
    );
  });

  test.each([
    ['together', '2 paires séparées'],
    ['same-perimeter', '2 paires réunies'],
    ['allowed', '2 territoires ailleurs'],
    ['not-alone', '2 fois seul'],
    ['target-share', '2 ateliers à côté de la part visée'],
    ['wishes', '2 souhaits non suivis ou suivis en partie'],
    ['common-slots', '2 territoires indisponibles'],
    ['spread', '2 paires hors des distances'],
  ])('%s is measured in its own words', (kind, words) => {
    const broken = [
      { territoryIds: ['a'], penalty: 1 },
      { territoryIds: ['b'], penalty: 1 },
    ];
    const terms = { kind, territoryIds: ['a'], workshops: [1], attribute: 'trait', value: 'x', minKm: 1 };
    expect(told(terms, { penalty: 2, broken }).reason.text.fr).toContain(`(${words})`);
  });
});

describe('the rules that hold a territory', () => {
  const workshops = [
    [0, 1, 2],
    [3, 4, 5],
  ];
  const reasonsOf = (i: number, terms: object, broken: RuleOutcome['broken'] = []) =>
    ruleReasons(
      { territories, workshops, rules: [rule(terms)], outcomes: [{ ...kept, broken }] },
      i,
      workshops.findIndex((members) => members.includes(i)),
      names,
    ).map(({ code, text }) => [code, text.fr]);

  test('say which workshops it may go to', () => {
    expect(reasonsOf(0, { kind: 'allowed', territoryIds: ['a', 'b'], workshops: [1, 3] })).toEqual([
      ['held-by-rule', 'Une règle limite le choix de son atelier (ateliers permis : 1 et 3).'],
    ]);
    expect(reasonsOf(0, { kind: 'forbidden', territoryIds: ['a'], workshops: [2] })).toEqual([
      ['held-by-rule', 'Une règle limite le choix de son atelier (atelier exclu : 2).'],
    ]);
  });

  test('are silent on rules about all when they are kept, and tell those that it breaks', () => {
    const terms = { kind: 'at-most', attribute: 'department', count: 1, reason: 'mêler' };
    expect(reasonsOf(0, terms)).toEqual([]);
    const broken = [{ territoryIds: ['a', 'b'], penalty: 1, workshop: 1 }];
    expect(reasonsOf(0, terms, broken)).toEqual([
      [
        'rule-not-kept',
        `Souhait non suivi, «${nbsp}au plus 1 d’un même département par atelier${nbsp}» : mêler.`,
      ],
    ]);
    expect(reasonsOf(2, terms, broken)).toEqual([]);
  });

  test('leave to the plan what whole workshops break', () => {
    const broken = [{ territoryIds: ['a', 'b', 'c'], penalty: 1, workshop: 1 }];
    expect(reasonsOf(0, { kind: 'chair-pair' }, broken)).toEqual([]);
  });
});

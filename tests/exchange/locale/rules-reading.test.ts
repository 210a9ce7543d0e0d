import { expect, test } from 'vitest';
import type { Plan, StatedOutcome } from '../../../engine/index.js';
import { readingOfRules } from '../../../exchange/locale/rules-reading.js';
import { lookupOf } from '../../../exchange/plan/tables/plan-lookup.js';
import { rulesTable } from '../../../exchange/plan/tables/rules-table.js';
import { fixturePlan } from '../fixtures/plan.js';

const outcome = (ruleId: string, asks: string, broken: StatedOutcome['broken'] = []): StatedOutcome => ({
  ruleId,
  level: 'soft',
  penalty: broken.length,
  broken,
  asks: { fr: asks, en: asks },
  reason: { code: 'x', facts: {}, text: { fr: 'Détail.', en: 'Detail.' } },
});
const withRules = (...ruleOutcomes: StatedOutcome[]): Plan => ({ ...fixturePlan(), ruleOutcomes });
const broken = [{ territoryIds: ['200035715'], penalty: 1 }];

test('one line says how many rules are kept and which are not', () => {
  expect(readingOfRules(withRules(), 'fr')).toBeNull();
  expect(readingOfRules(withRules(outcome('a', 'A')), 'fr')).toBe('Règles : 1 respectée.');
  const mixed = withRules(outcome('a', 'A'), outcome('b', 'Au plus 3', broken), outcome('c', 'C'));
  expect(readingOfRules(mixed, 'fr')).toBe('Règles : 2 respectées, 1 non : «\u00a0Au plus 3\u00a0».');
  expect(readingOfRules(mixed, 'en')).toBe('Rules: 2 kept, 1 not: “Au plus 3”.');
});

test('the table has one row a rule, those that are not kept first', () => {
  const plan = withRules(outcome('a', 'A'), outcome('b', 'B', broken));
  plan.assembly.rules = [
    { id: 'b', kind: 'wishes', level: 'soft', reason: 'Parce que', askedBy: 'Le bureau' },
  ];
  const { sheet, columns, rows } = rulesTable(lookupOf(plan, 'fr'));
  expect(sheet).toBe('Règles');
  expect(columns.map(({ header }) => header)).toEqual([
    'Demande',
    'Niveau',
    'Tenue',
    'Précisions',
    'Raison',
    'Demandé par',
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['B', 'souhaité', 'non', 'Détail.', 'Parce que', 'Le bureau'],
    ['A', 'souhaité', 'oui', null, null, null],
  ]);
});

import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../../engine/engine-error.js';
import type { Change, ConflictRule } from '../../../../engine/methods/grouping/conflicts/conflict.js';
import { explainConflict } from '../../../../engine/methods/grouping/conflicts/explain-conflict.js';
import type { GroupingRules } from '../../../../engine/methods/grouping/problem/grouping-problem.js';
import type { Language, LocalText } from '../../../../engine/model/local-text.js';
import {
  describeConflict,
  describeGroupingConflict,
} from '../../../../engine/workshop/refusals/describe-conflict.js';

const names = ['Albi', 'Aubrac', 'Comminges', 'Lauragais', 'Lozère', 'Ségala', 'Sète', 'Ubaye'];
const groups = Array.from({ length: 3 }, () => ({ min: 2, max: 3 }));

describe('describeGroupingConflict', () => {
  test('tells a clique of one rule as one request, with a larger number of workshops as a way out', () => {
    const apart: [number, number][] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ];
    const { conflict = [], relaxation = [] } = explainConflict({ order: 8, groups, apart }) ?? {};
    const ofOneRule = conflict.map((rule): ConflictRule => {
      return rule.kind === 'apart' ? { ...rule, ruleId: 'r' } : rule;
    });
    expect(describeGroupingConflict(ofOneRule, relaxation, names, 'fr')).toBe(
      'Avec 3 ateliers de 2 à 3, cette demande ne peut pas être tenue : ' +
        'Albi, Aubrac, Comminges et Lauragais dans des ateliers différents. ' +
        'Possible : ne plus séparer Albi et Aubrac, ou ne plus séparer Albi et Comminges, ' +
        'ou ne plus séparer Albi et Lauragais, ou 4 ateliers.',
    );
  });

  test('says when a way out is only a first step', () => {
    const pinned: [number, number][] = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const { conflict = [], relaxation = [] } = explainConflict({ order: 8, groups, pinned }) ?? {};
    expect(describeGroupingConflict(conflict, relaxation, names, 'en')).toMatch(
      /To begin with: .*; another disagreement will remain\.$/,
    );
  });

  test('shortens long lists of names', () => {
    const conflict: ConflictRule[] = [{ kind: 'together', index: 0, units: [0, 1, 2, 3, 4, 5, 6, 7] }];
    expect(describeGroupingConflict(conflict, [], names, 'fr')).toBe(
      'Cette demande ne peut pas être tenue : Albi, Aubrac, Comminges, Lauragais, Lozère et 3 autres dans le même atelier.',
    );
    expect(describeGroupingConflict(conflict, [], names, 'en')).toContain('Lozère and 3 others in the same');
  });

  test('tells groups of unlike sizes by their totals', () => {
    const unlike = [
      { min: 1, max: 3 },
      { min: 2, max: 4 },
    ];
    const over = explainConflict({ order: 9, groups: unlike });
    expect(describeGroupingConflict(over?.conflict ?? [], over?.relaxation ?? [], names, 'fr')).toBe(
      'Les ateliers accueillent ensemble au plus 7 territoires ; il y en a 9. ' +
        'Possible : relever les tailles maximales de 2 places en tout.',
    );
    const under = explainConflict({ order: 2, groups: unlike });
    expect(describeGroupingConflict(under?.conflict ?? [], under?.relaxation ?? [], names, 'fr')).toBe(
      'Les ateliers demandent ensemble au moins 3 territoires ; il y en a 2. ' +
        'Possible : abaisser les tailles minimales de 1 place en tout.',
    );
  });

  test('says every kind of change in both languages', () => {
    const pin: ConflictRule = { kind: 'pinned', index: 0, unit: 1, group: 4 };
    const sufficient = true;
    const changes: Change[] = [
      { kind: 'drop', rule: pin, sufficient },
      { kind: 'bounds', min: 2, max: 9, group: 4, sufficient },
      { kind: 'bounds', min: 4, max: 4, sufficient },
      { kind: 'group-count', groupCount: 1, sufficient },
    ];
    expect(describeGroupingConflict([pin], changes, names, 'fr')).toBe(
      'Cette demande ne peut pas être tenue : Aubrac dans l’atelier 5. ' +
        'Possible : ne plus imposer l’atelier 5 à Aubrac, ou l’atelier 5 de 2 à 9, ou des ateliers de 4, ou 1 atelier.',
    );
    expect(describeGroupingConflict([pin], changes, names, 'en')).toBe(
      'This request cannot be met: Aubrac in workshop 5. ' +
        'Possible: no longer placing Aubrac in workshop 5, or workshop 5 of 2 to 9, or workshops of 4, or 1 workshop.',
    );
  });
});

describe('describeConflict', () => {
  test('tells any other error by its message', () => {
    const error = new EngineError('bad-unit', 'No such unit.', 'count from 0.');
    expect(describeConflict(error, 'fr')).toBe('No such unit.\nMaybe count from 0.');
  });

  test('numbers territories that have no name', () => {
    const value = { conflict: [{ kind: 'pinned', index: 0, unit: 1, group: 0 }], relaxation: [] };
    const error = new EngineError('infeasible', 'No.', 'x.', value);
    expect(describeConflict(error, 'fr')).toContain('n° 2 dans l’atelier 1');
  });
});

describe('describeGroupingConflict of places and counts', () => {
  const order = 8;
  const four = Array.from({ length: 4 }, () => ({ min: 2, max: 2 }));
  const tell = (rules: Omit<GroupingRules, 'order'>, language: Language, subject?: LocalText): string => {
    const { conflict = [], relaxation = [] } = explainConflict({ order, ...rules }) ?? {};
    const named = <T extends ConflictRule>(rule: T): T => (subject ? { ...rule, subject } : rule);
    return describeGroupingConflict(
      conflict.map(named),
      relaxation.map((change) =>
        change.kind === 'drop' || change.kind === 'limit'
          ? ({ ...change, rule: named(change.rule) } as Change)
          : change,
      ),
      names,
      language,
    );
  };

  test('tells those who may only sit in a workshop too small for them', () => {
    const allowed = [0, 1, 2, 3].map((i): [number, number[]] => [i, [2]]);
    expect(tell({ groups, allowed }, 'fr')).toBe(
      'Avec 3 ateliers de 2 à 3, cette demande ne peut pas être tenue : ' +
        'Albi, Aubrac, Comminges et Lauragais seulement dans l’atelier 3. ' +
        'Possible : laisser Albi aller dans n’importe quel atelier (ou un autre de ceux qui sont dans ce cas), ' +
        'ou des ateliers de 2 à 4.',
    );
  });

  test('tells a limit that the number of workshops cannot keep, and the one it can', () => {
    const quotas = [{ units: [0, 1, 2, 3, 4], max: 1 }];
    const subject = { fr: 'territoires de l’Aveyron', en: 'territories of Aveyron' };
    expect(tell({ groups: four, quotas }, 'fr', subject)).toBe(
      'Avec 4 ateliers de 2, cette demande ne peut pas être tenue : ' +
        'au plus 1 par atelier parmi les 5 territoires de l’Aveyron. ' +
        'Possible : ne plus demander au plus 1 par atelier parmi les 5 territoires de l’Aveyron, ' +
        'ou accepter jusqu’à 2 par atelier parmi les 5 territoires de l’Aveyron.',
    );
    expect(tell({ groups: four, quotas }, 'en', subject)).toBe(
      'With 4 workshops of 2, this request cannot be met: at most 1 a workshop of the 5 territories of Aveyron. ' +
        'Possible: no longer asking for at most 1 a workshop of the 5 territories of Aveyron, ' +
        'or accepting up to 2 a workshop of the 5 territories of Aveyron.',
    );
  });

  test('tells a need of each workshop that too few can meet, by their names', () => {
    const quotas = [{ units: [1, 6, 7], min: 1 }];
    const groups = Array.from({ length: 4 }, () => ({ min: 1, max: 4 }));
    expect(tell({ groups, quotas }, 'fr')).toBe(
      'Avec 4 ateliers de 1 à 4, cette demande ne peut pas être tenue : ' +
        'au moins 1 par atelier parmi Aubrac, Sète et Ubaye. ' +
        'Possible : ne plus demander au moins 1 par atelier parmi Aubrac, Sète et Ubaye, ou 3 ateliers.',
    );
  });

  test('tells one who will be alone wherever it sits', () => {
    const quotas = [{ units: [4], min: 2, orNone: true }];
    expect(tell({ groups: four, quotas }, 'fr')).toBe(
      'Cette demande ne peut pas être tenue : jamais un seul par atelier parmi Lozère. ' +
        'Possible : ne plus demander jamais un seul par atelier parmi Lozère.',
    );
  });

  test('tells kinds that are too few', () => {
    const kinds = [
      [0, 1],
      [2, 3, 4, 5, 6, 7],
    ];
    const subject = { fr: 'départements', en: 'départements' };
    const groups = [1, 1, 1].map(() => ({ min: 2, max: 4 }));
    expect(tell({ groups, varieties: [{ kinds, min: 2 }] }, 'fr', subject)).toBe(
      'Avec 3 ateliers de 2 à 4, cette demande ne peut pas être tenue : ' +
        'au moins 2 départements différents par atelier, sur 2 en tout. ' +
        'Possible : ne plus demander plusieurs départements par atelier, ' +
        'ou 2 ateliers.',
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Change, ConflictRule } from '../../../engine/methods/grouping/conflict.js';
import { explainConflict } from '../../../engine/methods/grouping/explain-conflict.js';
import { EngineError } from '../../../engine/model/engine-error.js';
import { describeConflict, describeGroupingConflict } from '../../../engine/workshop/describe-conflict.js';

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

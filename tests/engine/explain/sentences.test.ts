import { describe, expect, test } from 'vitest';
import { sentencesEn } from '../../../engine/explain/sentences/sentences.en.js';
import { sentencesFr } from '../../../engine/explain/sentences/sentences.fr.js';
import type { Names } from '../../../engine/explain/sentences/statements.js';

const names: Names = { problem: (id) => id, territory: (id) => id, workshop: (id) => id, rule: (id) => id };

describe('sentences', () => {
  test('are written for the same codes in French and in English', () => {
    expect(Object.keys(sentencesEn)).toEqual(Object.keys(sentencesFr));
  });

  test('agree in number: one other territory, two points, one problem', () => {
    const shared = { workshopId: 'w', problemIds: ['X'], sharedWith: ['1'] };
    expect(sentencesFr['shared-problems'](shared, names)).toBe(
      'Partage «\u00a0X\u00a0» avec 1 autre territoire de l’atelier.',
    );
    expect(sentencesEn['shared-problems'](shared, names)).toBe(
      'Shares “X” with 1 other territory of the workshop.',
    );
    const next = { workshopId: 'w', pointsHere: 12, pointsThere: 1.9, cost: 10.1 };
    expect(sentencesFr['next-best-workshop'](next, names)).toContain('de 1,9\u00a0point, contre 12,0 ici');
    expect(sentencesFr['pair-shared-problems']({ problemIds: ['X'] }, names)).toContain('le même problème :');
    expect(sentencesFr['pair-distance']({ distanceKm: 1 }, names)).toBe(
      '1\u00a0km les sépare à vol d’oiseau.',
    );
    expect(sentencesEn['closest-members']({ territoryIds: ['a'], distancesKm: [''] }, names)).toBe(
      'Closest profile in the workshop: a.',
    );
  });

  test('write numbers plainly: decimal comma, thin spaces between thousands', () => {
    expect(sentencesFr['pair-distance']({ distanceKm: 16789 }, names)).toContain('16\u202f789\u00a0km');
    expect(sentencesEn['pair-distance']({ distanceKm: 16789 }, names)).toContain('16,789 km');
    expect(sentencesFr['pair-distance']({ distanceKm: 789 }, names)).toContain('789\u00a0km');
  });

  test('name no territory where French would have to elide', () => {
    const rule = {
      ruleId: 'r',
      kind: 'apart' as const,
      level: 'hard' as const,
      territoryIds: [],
      workshops: [],
      otherIds: [],
      because: '',
      askedBy: '',
    };
    expect(sentencesFr['held-by-rule']({ ...rule, otherIds: ['Albi'] }, names)).not.toMatch(/\bde Albi/);
    expect(sentencesFr['held-by-rule']({ ...rule, otherIds: [] }, names)).toBe(
      'Une règle le sépare d’autres territoires.',
    );
  });

  test('say why concerns were sought as they were, decimals as the language has them', () => {
    const facts = {
      method: 'leiden',
      resolution: 1.4,
      tried: ['1', '1.4'],
      concernCount: 3,
      stability: 97,
      distinction: 30,
    };
    expect(sentencesFr['concerns-surest'](facts, names)).toContain('(1 ; 1,4). Le niveau 1,4 est retenu');
    expect(sentencesEn['concerns-surest'](facts, names)).toContain('(1, 1.4). Level 1.4 is kept');
    const asked = { method: 'kmeans', resolution: 0, concernCount: 4, stability: 60 };
    expect(sentencesFr['concerns-as-asked'](asked, names)).not.toContain('niveau');
    expect(
      sentencesFr['concerns-as-asked']({ ...asked, method: 'louvain', resolution: 0.5 }, names),
    ).toContain('Louvain, niveau de détail 0,5');
  });
});

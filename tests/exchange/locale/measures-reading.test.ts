import { describe, expect, test } from 'vitest';
import { readingOfMeasures } from '../../../exchange/locale/measures-reading.js';
import { fixturePlan } from '../fixtures/plan.js';

describe('readingOfMeasures', () => {
  test('says how alike and how far, beside chance and départements', () => {
    expect(readingOfMeasures(fixturePlan(), 'fr')).toEqual([
      'Les ateliers rassemblent des territoires qui se ressemblent 2,1 fois plus que le hasard, à 168\u00a0km de distance moyenne (au hasard : 151\u00a0km).',
      'Deux participants d’un atelier viennent du même département dans 4\u00a0% des cas ; en groupant par département, ce serait 62\u00a0%, à 42\u00a0km, et ils se ressembleraient 1,1 fois plus que le hasard.',
      'Louvain et les k-moyennes ignorent les tailles demandées : jusqu’à 7 territoires s’y trouvent dans un groupe trop petit ou trop grand.',
    ]);
  });

  test.each([
    [0.21, 'autant que le hasard, pas davantage'],
    [0.1, 'moins que le hasard'],
  ])('does not boast of a coherence of %d where chance gives 0.21', (coherence, words) => {
    const plan = fixturePlan();
    plan.measures.coherence = coherence;
    expect(readingOfMeasures(plan, 'fr')[0]).toContain(words);
  });

  test('says nothing of workshops that hold no pair', () => {
    const plan = fixturePlan();
    plan.measures.largestSize = 1;
    expect(readingOfMeasures(plan, 'en')).toEqual([]);
  });
});

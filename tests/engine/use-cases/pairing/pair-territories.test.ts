import { expect, test } from 'vitest';
import type { Assembly } from '../../../../engine/model/assembly.js';
import { pairingsSchema } from '../../../../engine/model/pairings.js';
import type { Rule } from '../../../../engine/model/rule.js';
import type { PartialOptions } from '../../../../engine/options.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { pairTerritories } from '../../../../engine/use-cases/pairing/pair-territories.js';
import { madeTerritory } from '../../made-territory.js';

const problem = (id: string) => ({ id, fr: `problème ${id}`, en: `problem ${id}`, synonyms: [] });

/** Mountain and coast that help each other; two with one need; one that says nothing. */
const assembly: Assembly = {
  taxonomy: {
    version: '1',
    themes: [{ id: 't', fr: 'thème', en: 'theme', problems: ['p', 'q', 'r'].map(problem) }],
  },
  territories: [
    madeTerritory({
      id: 'coast',
      traits: ['coast', 'rural'],
      position: { lat: 43, lon: 3 },
      needs: [
        { problemId: 'p', intensity: 1 },
        { problemId: 'r', intensity: 0.5 },
      ],
      experiences: [{ problemId: 'q', level: 0.8 }],
    }),
    madeTerritory({
      id: 'mountain',
      traits: ['mountain', 'rural'],
      position: { lat: 44, lon: 3 },
      needs: [{ problemId: 'q', intensity: 1 }],
      experiences: [{ problemId: 'p', level: 0.5 }],
    }),
    madeTerritory({ id: 'one', needs: [{ problemId: 'r', intensity: 1 }] }),
    madeTerritory({ id: 'silent' }),
    madeTerritory({ id: 'two', needs: [{ problemId: 'r', intensity: 1 }] }),
  ],
  seats: [],
  history: [{ kind: 'workshop', territoryIds: ['one', 'two'] }],
  rules: [],
};

test('shows both directions of a pair, and what one has to show on the strongest need of the other', () => {
  const { pairings, unpaired, pairingTotals } = pairTerritories(assembly);
  const [best, other] = pairings;
  // all problems of equal rarity but r: coast needs p and half of r, mountain shows half of p
  expect(best?.territoryIds).toEqual(['coast', 'mountain']);
  expect(best?.shows?.[0]).toBeCloseTo(0.8, 12);
  expect(best?.reciprocal).toBeCloseTo(Math.sqrt(0.8 * (best?.shows?.[1] ?? 0)), 12);
  expect(best?.reasons.map(({ code }) => code)).toEqual([
    'pair-shows-needs',
    'pair-shows-needs',
    'pair-settings',
    'pair-distance',
  ]);
  expect(best?.reasons[0]?.text.fr).toBe(
    'coast peut montrer ce que cherche mountain : «\u00a0problème q\u00a0» (son besoin le plus fort).',
  );
  expect(best?.reasons[2]?.text.fr).toBe('Leurs cadres diffèrent : coast (littoral), mountain (montagne).');
  expect(other?.territoryIds).toEqual(['one', 'two']);
  expect(other?.shows).toEqual([0, 0]);
  expect(other?.reasons.map(({ code }) => code)).toEqual(['pair-shared-problems', 'pair-met-before']);
  expect(unpaired.map(({ territoryId, reason }) => [territoryId, reason.code])).toEqual([
    ['silent', 'unpaired-nothing-declared'],
  ]);
  expect(pairingTotals).toMatchObject({ served: 4, bestTotalServed: 4, wouldRather: 0 });
});

test('makes an imposed pair and says that it was asked for, names the third of a trio', () => {
  const pairing = { imposed: ['mountain+silent'], oddOne: 'trio' } as const;
  const { pairings, unpaired } = pairTerritories(assembly, { pairing });
  const imposed = pairings.find((pair) => pair.imposed);
  expect(imposed?.territoryIds).toEqual(['mountain', 'silent']);
  expect(imposed?.reasons[0]?.text).toEqual({
    fr: 'Ce jumelage a été demandé.',
    en: 'This pairing was asked for.',
  });
  const trio = pairings.find((pair) => pair.third);
  const inPairs = new Set(pairings.flatMap((pair) => pair.territoryIds));
  expect(inPairs.size).toBe(4);
  expect(inPairs.has(trio?.third?.territoryId ?? 'coast')).toBe(false);
  expect(trio?.reasons.at(-1)).toMatchObject({
    code: 'pair-third',
    facts: { territoryId: trio?.third?.territoryId },
  });
  expect(unpaired).toEqual([]);
});

test('gives the pairings that a plan with the same options holds, and nothing that a plan cannot', () => {
  const options = {
    pairing: { partners: 2, variant: 'stable', style: 'complementary' },
    workshop: { minSize: 2, maxSize: 5 },
  } as const;
  const { pairings, unpaired, pairingTotals, inputDigest, seed } = composePlan(assembly, options);
  const alone = pairTerritories(assembly, options);
  expect(alone).toMatchObject({ pairings, unpaired, pairingTotals, inputDigest, seed });
  expect(pairingsSchema.parse(alone)).toEqual(alone);
});

test('replays itself to the byte from the assembly and the options it holds', () => {
  const first = pairTerritories(assembly, { pairing: { variant: 'stable' }, general: { seed: 7 } });
  const again = pairTerritories(
    { ...JSON.parse(JSON.stringify(first)).assembly, seats: [] },
    first.options as PartialOptions,
  );
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
});

test('follows the rules of the assembly on pairings, and a plan says that they are kept', () => {
  const rules: Rule[] = [
    { id: 'r1', kind: 'pair-imposed', level: 'hard', territoryIds: ['mountain', 'silent'] },
    { id: 'r2', kind: 'pair-forbidden', level: 'hard', territoryIds: ['one', 'two'] },
  ];
  const { pairings, unpaired } = pairTerritories({ ...assembly, rules });
  expect(pairings.map(({ territoryIds }) => territoryIds)).toEqual([
    ['coast', 'one'],
    ['mountain', 'silent'],
  ]);
  expect(unpaired.map(({ territoryId }) => territoryId)).toEqual(['two']);
  const plan = composePlan({ ...assembly, rules }, { workshop: { minSize: 2, maxSize: 5 } });
  expect(plan.ruleOutcomes.map(({ ruleId, broken, asks }) => [ruleId, broken.length, asks.fr])).toEqual([
    ['r1', 0, 'Jumeler mountain et silent'],
    ['r2', 0, 'Ne pas jumeler one et two'],
  ]);
});

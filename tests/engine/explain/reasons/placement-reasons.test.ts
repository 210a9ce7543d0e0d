import { describe, expect, test } from 'vitest';
import { placementReasons } from '../../../../engine/explain/reasons/placement-reasons.js';
import { type Reason, reasonSchema } from '../../../../engine/model/reason.js';
import type { Rule } from '../../../../engine/model/rule.js';
import { noRuleFacts } from '../../../../engine/model/rule-facts.js';
import { territoryUnit } from '../../../../engine/model/rule-unit.js';
import { groupMembers } from '../../../../engine/numeric/group-members.js';
import type { Matrix } from '../../../../engine/numeric/matrix.js';
import { ruleOutcomes } from '../../../../engine/workshop/rules/rule-outcomes.js';
import { distancesOf, profilesOf, symmetric, taxonomy, territory } from '../ground-of.js';

const nbsp = '\u00a0';

// a, b, c in the first workshop; d, e in the second; f has declared nothing, g is unplaced
const input = {
  territories: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => territory(id)),
  profiles: profilesOf([[0, 0, 1, 0.5], [0, 0, 1, 1], [0, 0, 0.5], [0, 1], [0, 1, 0, 0.2], [], [1]]),
  affinity: symmetric([
    [0, 0.9, 0.7, 0, 0.25, 0, 0],
    [0.9, 0, 0.6, 0, 0.2, 0, 0],
    [0.7, 0.6, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0.95, 0, 0],
    [0.25, 0.2, 0, 0.95, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0],
  ]),
  distances: distancesOf(
    Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (_, j) => Math.abs(i - j) * 1234.4)),
    [1, 1, 0, 1, 1, 1, 1],
  ),
  groupOf: [0, 0, 0, 1, 1, 1, -1],
  workshopIds: ['w1', 'w2'],
  workshopTitles: [
    { fr: 'Logements vacants', en: 'Vacant housing' },
    { fr: 'Gares', en: 'Stations' },
  ],
  rules: [] as Rule[],
  taxonomy,
};

const codes = (reasons: readonly { code: string }[] = []) => reasons.map((r) => r.code);

/** The reasons of each territory, whichever workshop it sits in. */
function reasonsOf({ groupOf, ...rest }: typeof input & { explained?: Matrix }): Reason[][] {
  const facts = noRuleFacts(rest.territories.map(({ id }) => id));
  const units = rest.territories.map((_, i) => territoryUnit(i, []));
  const outcomes = ruleOutcomes(rest.rules, units, facts, Int32Array.from(groupOf));
  const placements = placementReasons({ ...rest, outcomes, workshops: groupMembers(groupOf, 2) });
  return rest.territories.map((_, i) =>
    placements.filter(({ territory }) => territory === i).flatMap(({ reasons }) => reasons),
  );
}

describe('placementReasons', () => {
  const reasons = reasonsOf(input);

  test('says which problems a territory shares, and with how many others', () => {
    expect(reasons[0]?.[0]).toEqual({
      code: 'shared-problems',
      facts: { workshopId: 'w1', problemIds: ['p2', 'p3'], sharedWith: ['2', '1'] },
      text: {
        fr: `Partage «${nbsp}Logements vacants${nbsp}» avec 2 autres territoires de l’atelier et «${nbsp}Accès aux soins${nbsp}» avec 1 autre.`,
        en: 'Shares “Vacant housing” with 2 other territories of the workshop and “Access to care” with 1 other.',
      },
    });
  });

  test('names the two closest members, with the distance where both are located', () => {
    expect(reasons[0]?.[1]).toEqual({
      code: 'closest-members',
      facts: { territoryIds: ['b', 'c'], distancesKm: ['1234', ''] },
      text: {
        fr: `Les profils les plus proches du sien dans l’atelier : CC B (à 1\u202f234${nbsp}km) et CC C.`,
        en: 'Closest profiles in the workshop: CC B (1,234 km away) and CC C.',
      },
    });
  });

  test('counts what the next-best workshop would cost, in points of mean likeness', () => {
    // here (.9 + .7) / 2 = .8 ; there (0 + .25 + 0) / 3
    expect(reasons[0]?.[2]).toEqual({
      code: 'next-best-workshop',
      facts: { workshopId: 'w2', pointsHere: 80, pointsThere: 8.3, cost: 71.7 },
      text: {
        fr: `Autre atelier possible : «${nbsp}Gares${nbsp}» ; la ressemblance moyenne y serait de 8,3${nbsp}points, contre 80,0 ici.`,
        en: 'Another possible workshop: “Stations”; mean likeness would be 8.3 points there, against 80.0 here.',
      },
    });
  });

  test('says what holds a territory that would be more at home elsewhere', () => {
    const moved = reasonsOf({ ...input, groupOf: [1, 0, 0, 1, 1, 1, -1] })[0] ?? [];
    const next = moved.at(-1);
    expect(next?.facts).toMatchObject({ workshopId: 'w1', pointsHere: 8.3, pointsThere: 80, cost: -71.7 });
    expect(next?.text.fr).toMatch(/contre 8,3 ici\. L’équilibre de l’ensemble/);
  });

  test('says so when a territory has declared nothing, shares nothing, or is alone', () => {
    expect(codes(reasons[5])).toEqual(['nothing-declared']);
    expect(codes(reasonsOf({ ...input, groupOf: [0, 0, 1, 0, 1, 1, -1] })[2])).toEqual([
      'no-shared-problem',
      'next-best-workshop',
    ]);
    expect(codes(reasonsOf({ ...input, groupOf: [0, 1, 1, 1, 1, 1, -1] })[0])).toEqual([
      'alone-in-workshop',
      'next-best-workshop',
    ]);
  });

  test('has nothing to say of an unplaced territory', () => {
    expect(reasons[6]).toEqual([]);
  });

  test('puts first the rules that hold it, with their reason and who asked', () => {
    const rules: Rule[] = [
      {
        id: 'r1',
        kind: 'together',
        territoryIds: ['a', 'b', 'c'],
        level: 'hard',
        reason: 'même bassin.',
        askedBy: 'le bureau',
      },
      { id: 'r2', kind: 'apart', territoryIds: ['a', 'd'], level: 'hard' },
      {
        id: 'r3',
        kind: 'pinned',
        territoryIds: ['a'],
        workshop: 1,
        level: 'hard',
        reason: 'accueille la séance',
      },
      { id: 'r4', kind: 'together', territoryIds: ['a', 'e'], level: 'soft' },
    ];
    const own = reasonsOf({ ...input, rules })[0] ?? [];
    expect(own.slice(0, 4).map((r) => [r.code, r.facts.ruleId, r.text.fr])).toEqual([
      ['held-by-rule', 'r1', 'Une règle le réunit avec CC B et CC C : même bassin (demandé par le bureau).'],
      ['held-by-rule', 'r2', 'Une règle le place dans un autre atelier que CC D.'],
      ['held-by-rule', 'r3', 'Sa place dans un atelier donné est fixée par une règle : accueille la séance.'],
      ['rule-not-kept', 'r4', 'Souhait non suivi : une règle le réunit avec CC E.'],
    ]);
    expect(codes(reasonsOf({ ...input, rules })[1])).toContain('held-by-rule');
    expect(codes(reasonsOf({ ...input, rules })[5])).toEqual(['nothing-declared']);
  });

  test('says what its neighbourhood explains of its needs, from a quarter on, the most explained first', () => {
    const explained = { rows: 7, columns: 6, values: new Float64Array(42) };
    // a needs p2 at 1 and p3 at .5: (1 × .3 + .5 × .9) / 1.5; b needs both at 1: (.2 + .28) / 2, below a quarter
    explained.values.set([0, 0, 0.3, 0.9, 1, 0, 0, 0, 0.2, 0.28, 0, 0]);
    const told = reasonsOf({ ...input, explained });
    expect(codes(told[0])).toEqual([
      'shared-problems',
      'closest-members',
      'explained-by-neighbourhood',
      'next-best-workshop',
    ]);
    expect(told[0]?.[2]).toEqual({
      code: 'explained-by-neighbourhood',
      facts: { percent: 50, problemIds: ['p3', 'p2'], percents: ['90', '30'] },
      text: {
        fr: `Son voisinage explique 50${nbsp}% de ses besoins, surtout «${nbsp}Accès aux soins${nbsp}» (90${nbsp}%) et «${nbsp}Logements vacants${nbsp}» (30${nbsp}%) : cette part compte moins pour le rapprocher d’autres territoires.`,
        en: 'Its neighbourhood explains 50% of its needs, above all “Access to care” (90%) and “Vacant housing” (30%): that part counts less in bringing it together with others.',
      },
    });
    expect(codes(told[1])).not.toContain('explained-by-neighbourhood');
    expect(codes(told[5])).toEqual(['nothing-declared']);
  });

  test('gives reasons that a plan can hold', () => {
    for (const reason of reasons.flat()) expect(reasonSchema.parse(reason)).toEqual(reason);
  });

  test('speaks of each workshop that a territory sits in, and calls none of them another one', () => {
    const { groupOf: _, ...rest } = input;
    const twice = placementReasons({
      ...rest,
      outcomes: [],
      workshops: [
        [0, 1, 2],
        [0, 3, 4, 5],
      ],
    });
    const own = twice.filter(({ territory }) => territory === 0);
    expect(own.map(({ workshop }) => workshop)).toEqual([0, 1]);
    expect(own.map(({ reasons }) => reasons[0]?.facts.workshopId)).toEqual(['w1', 'w2']);
    for (const { reasons } of own) expect(codes(reasons)).not.toContain('next-best-workshop');
    expect(codes(twice.find(({ territory }) => territory === 4)?.reasons)).toContain('next-best-workshop');
  });
});

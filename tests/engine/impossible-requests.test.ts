import { describe, expect, test } from 'vitest';
import { defaultTaxonomy } from '../../data/default-data.js';
import { composePlan, describeRefusal } from '../../engine/index.js';
import type { Assembly } from '../../engine/model/assembly.js';
import type { Rule } from '../../engine/model/rule.js';
import { resolveOptions } from '../../engine/resolve-options.js';
import { madeTerritory } from './made-territory.js';
import { thrownBy } from './thrown-error.js';

const taxonomy = defaultTaxonomy();
const problemIds = taxonomy.themes.flatMap(({ problems }) => problems.map(({ id }) => id));
const id = (k: number): string => `t${String(k).padStart(2, '0')}`;
const ids = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, k) => id(from + k));

/** Twenty-four territories, the first six in the mountains. */
const assembly: Assembly = {
  taxonomy,
  territories: Array.from({ length: 24 }, (_, k) =>
    madeTerritory({
      id: id(k),
      name: `Pays ${k}`,
      traits: k < 6 ? ['montagne'] : [],
      needs: [{ problemId: problemIds[k % 5] ?? '', intensity: 0.8 }],
    }),
  ),
  seats: [],
  history: [],
  rules: [],
};

const three = { workshopCount: 3, effort: 0.1 };
const threeOfEight = { ...three, minSize: 8, maxSize: 8 };

function planOf(rules: readonly object[], workshop: object) {
  const stated = rules.map((rule, k) => ({ id: `R${k + 1}`, level: 'hard', ...rule }) as Rule);
  const options = resolveOptions({ workshop });
  return composePlan({ ...assembly, rules: stated }, options);
}

/** What the organiser reads, in French then in English. */
function refusalOf(rules: readonly object[], workshop: object): [fr: string, en: string] {
  const error = thrownBy(() => planOf(rules, workshop));
  expect(error.code).toBe('infeasible');
  return [describeRefusal(error, 'fr'), describeRefusal(error, 'en')];
}

const share = { kind: 'target-share', attribute: 'trait', value: 'montagne' };

describe('a request that cannot be met is told before any search', () => {
  test('one forbidden every workshop, whom one more would do', () => {
    const rules = [{ kind: 'forbidden', territoryIds: ids(0, 1), workshops: [3, 1, 2] }];
    expect(refusalOf(rules, three)).toEqual([
      'Avec 3 ateliers de 6 à 10, cette demande ne peut pas être tenue : Pays 0 hors des ateliers 1, 2 et 3. ' +
        'Possible : autoriser à nouveau Pays 0 dans les ateliers 1, 2 ou 3, ou 4 ateliers.',
      'With 3 workshops of 6 to 10, this request cannot be met: Pays 0 not in workshops 1, 2 or 3. ' +
        'Possible: letting Pays 0 back into workshops 1, 2 or 3, or 4 workshops.',
    ]);
  });

  test('two rules that together forbid every workshop', () => {
    const rules = [
      { kind: 'forbidden', territoryIds: ids(0, 1), workshops: [1] },
      { kind: 'forbidden', territoryIds: ids(0, 3), workshops: [2, 3] },
    ];
    expect(refusalOf(rules, three)[0]).toBe(
      'Avec 3 ateliers de 6 à 10, ces demandes ne tiennent pas ensemble : ' +
        'Pays 0 hors de l’atelier 1 ; Pays 0 hors des ateliers 2 et 3. ' +
        'Possible : autoriser à nouveau Pays 0 dans l’atelier 1, ou autoriser à nouveau Pays 0 dans les ateliers 2 ou 3, ou 4 ateliers.',
    );
  });

  test('so many kept out of a workshop that several must be let back in: as few as are enough, in one sentence', () => {
    const rules = [{ kind: 'forbidden', territoryIds: ids(0, 20), workshops: [3] }];
    const [fr, en] = refusalOf(rules, three);
    // 24 − 20 = 4 may sit there, six must
    expect(fr).toContain(
      'Possible : autoriser à nouveau Pays 0 et Pays 1 dans l’atelier 3 (ou 2 autres de ceux qui en sont exclus).',
    );
    expect(en).toContain(
      'Possible: letting Pays 0 and Pays 1 back into workshop 3 (or 2 others of those kept out).',
    );
  });

  test('a workshop both imposed and forbidden', () => {
    const rules = [
      { kind: 'forbidden', territoryIds: ids(0, 5), workshops: [1] },
      { kind: 'pinned', territoryIds: ids(0, 1), workshop: 1 },
    ];
    expect(refusalOf(rules, {})[1]).toBe(
      'These requests cannot be met together: Pays 0 in workshop 1; Pays 0 not in workshop 1. ' +
        'Possible: no longer placing Pays 0 in workshop 1, or letting Pays 0 back into workshop 1.',
    );
  });

  test('so many kept out of two workshops that the third is too small for them', () => {
    const rules = [{ kind: 'forbidden', territoryIds: ids(0, 11), workshops: [1, 2] }];
    expect(refusalOf(rules, three)[0]).toBe(
      'Avec 3 ateliers de 6 à 10, cette demande ne peut pas être tenue : ' +
        'Pays 0, Pays 1, Pays 2, Pays 3, Pays 4 et 6 autres hors des ateliers 1 et 2. ' +
        'Possible : autoriser à nouveau Pays 0 dans les ateliers 1 ou 2 (ou un autre de ceux qui en sont exclus), ' +
        'ou des ateliers de 6 à 11, ou 4 ateliers.',
    );
  });

  test('some allowed in two workshops and others kept out of the third, that stays too empty', () => {
    const rules = [
      { kind: 'allowed', territoryIds: ids(0, 14), workshops: [1, 2] },
      { kind: 'forbidden', territoryIds: ids(14, 19), workshops: [3] },
    ];
    expect(refusalOf(rules, three)[0]).toContain(
      'ces demandes ne tiennent pas ensemble : Pays 0, Pays 1, Pays 2, Pays 3, Pays 4 et 9 autres seulement dans les ateliers 1 ou 2 ; ' +
        'Pays 14, Pays 15, Pays 16, Pays 17 et Pays 18 hors de l’atelier 3.',
    );
  });

  test('a share of each workshop that there are too few for', () => {
    expect(refusalOf([{ ...share, share: 0.5 }], threeOfEight)).toEqual([
      'Avec 3 ateliers de 8, cette demande ne peut pas être tenue : une part de 50 % par atelier (soit 4) pour les 6 « montagne ». ' +
        'Possible : ne plus demander une part de 50 % par atelier (soit 4) pour les 6 « montagne ».',
      'With 3 workshops of 8, this request cannot be met: a share of 50% of each workshop (4) for the 6 “montagne”. ' +
        'Possible: no longer asking for a share of 50% of each workshop (4) for the 6 “montagne”.',
    ]);
  });

  test('a share that no sizes within the bounds allow', () => {
    expect(refusalOf([{ ...share, share: 0.5 }], {})[0]).toMatch(
      /^Avec des ateliers de 6 à 10, cette demande ne peut pas être tenue : une part de 50 % par atelier \(de 3 à 5 selon sa taille\) pour les 6 « montagne »\./u,
    );
  });

  test('the share of the assembly, with too many of them to keep together', () => {
    const rules = [share, { kind: 'together', territoryIds: ids(0, 4) }];
    expect(refusalOf(rules, threeOfEight)[0]).toBe(
      'Avec 3 ateliers de 8, ces demandes ne tiennent pas ensemble : ' +
        'Pays 0, Pays 1, Pays 2 et Pays 3 dans le même atelier ; une part de 25 % par atelier (soit 2) pour les 6 « montagne ». ' +
        'Possible : ne plus réunir Pays 0, Pays 1, Pays 2 et Pays 3, ' +
        'ou ne plus demander une part de 25 % par atelier (soit 2) pour les 6 « montagne ».',
    );
  });

  test('other reasons, with the ways out that keep a share too', () => {
    const rules = [share, { kind: 'apart', territoryIds: ids(6, 10) }];
    expect(refusalOf(rules, { ...three, minSize: 4 })[0]).toMatch(/ou 4 ateliers\.$/u);
    expect(refusalOf([...rules, { ...share, share: 0.4 }], { ...three, minSize: 4 })[0]).not.toMatch(
      /4 ateliers/u,
    );
  });
});

describe('a request that can be met is', () => {
  test('with workshops forbidden and a share, on sizes that leave no choice', () => {
    const rules = [share, { kind: 'forbidden', territoryIds: ids(0, 8), workshops: [1, 4] }];
    // the six in the mountains are two a workshop, and none of them may go to the first
    const refused = thrownBy(() => planOf(rules, threeOfEight));
    expect(describeRefusal(refused, 'fr')).toContain('hors des ateliers 1 et 4');
    const { workshops } = planOf([share, { ...rules[1], territoryIds: ids(0, 4) }], threeOfEight);
    for (const { territoryIds } of workshops) {
      expect(territoryIds.filter((one) => ids(0, 6).includes(one))).toHaveLength(2);
    }
    expect(workshops[0]?.territoryIds.filter((one) => ids(0, 4).includes(one))).toEqual([]);
  });
});

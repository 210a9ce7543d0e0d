import { expect, test } from 'vitest';
import type { Taxonomy } from '../../../engine/model/taxonomy.js';
import { buildProfiles } from '../../../engine/profile/build-profiles.js';
import { madeTerritory } from '../made-territory.js';
import { thrownBy } from '../thrown-error.js';

function problem(id: string) {
  return { id, fr: id, en: id, synonyms: [] };
}

const taxonomy: Taxonomy = {
  version: '1',
  themes: [
    { id: 'mob', fr: 'Mobilité', en: 'Mobility', problems: [problem('mob.car'), problem('mob.train')] },
    { id: 'hab', fr: 'Habitat', en: 'Housing', problems: [problem('hab.vacance')] },
  ],
};

const territories = [
  madeTerritory({ id: 'a', needs: [{ problemId: 'mob.car', intensity: 0.5 }] }),
  madeTerritory({
    id: 'b',
    needs: [
      { problemId: 'mob.car', intensity: 1 },
      { problemId: 'mob.train', intensity: 0.25 },
    ],
    experiences: [{ problemId: 'hab.vacance', level: 0.75 }],
  }),
];

test('columns follow the taxonomy and rows the territories', () => {
  const profiles = buildProfiles(territories, taxonomy, { themeSmoothing: 0.3 });
  expect(profiles.order).toBe(2);
  expect(profiles.problemIds).toEqual(['mob.car', 'mob.train', 'hab.vacance']);
  expect(profiles.themeIds).toEqual(['mob', 'hab']);
  expect([...profiles.themeOfProblem]).toEqual([0, 0, 1]);
  expect([...profiles.needs.values]).toEqual([0.5, 0, 0, 1, 0.25, 0]);
  expect([...profiles.experiences.values]).toEqual([0, 0, 0, 0, 0, 0.75]);
});

test('rarity is ln((1 + n) / (1 + n_p)) + 1: 1 for a problem everyone has', () => {
  const { rarity } = buildProfiles(territories, taxonomy, { themeSmoothing: 0 });
  expect(rarity[0]).toBe(1);
  expect(rarity[1]).toBeCloseTo(Math.log(3 / 2) + 1, 12);
  expect(rarity[2]).toBeCloseTo(Math.log(3) + 1, 12);
});

test('a theme column is α times the sum of the weighted needs of the theme', () => {
  const { features } = buildProfiles(territories, taxonomy, { themeSmoothing: 0.3 });
  const train = 0.25 * (Math.log(3 / 2) + 1);
  const expected = [0.5, 0, 0, 0.15, 0, 1, train, 0, 0.3 * (1 + train), 0];
  expect(features.columns).toBe(5);
  expected.forEach((value, at) => {
    expect(features.values[at]).toBeCloseTo(value, 12);
  });
});

test('without smoothing the theme columns are empty', () => {
  const { features } = buildProfiles(territories, taxonomy, { themeSmoothing: 0 });
  expect([features.values[3], features.values[4], features.values[8], features.values[9]]).toEqual([
    0, 0, 0, 0,
  ]);
});

test('a problem declared twice counts once, at its highest', () => {
  const twice = madeTerritory({
    id: 'c',
    needs: [
      { problemId: 'mob.car', intensity: 0.75 },
      { problemId: 'mob.car', intensity: 0.5 },
    ],
  });
  expect(buildProfiles([twice], taxonomy, { themeSmoothing: 0 }).needs.values[0]).toBe(0.75);
});

test('no territory, and territories that declared nothing, have profiles', () => {
  const none = buildProfiles([], taxonomy, { themeSmoothing: 0.3 });
  expect([none.order, none.features.rows, none.features.columns]).toEqual([0, 0, 5]);
  expect([...none.rarity]).toEqual([1, 1, 1]);
  const silent = buildProfiles([madeTerritory({ id: 'a' })], taxonomy, { themeSmoothing: 0.3 });
  expect([...silent.features.values]).toEqual([0, 0, 0, 0, 0]);
});

test('a problem outside the taxonomy is refused by name', () => {
  const stray = madeTerritory({ id: 'c', needs: [{ problemId: 'mob.boat', intensity: 1 }] });
  const error = thrownBy(() => buildProfiles([stray], taxonomy, { themeSmoothing: 0.3 }));
  expect([error.code, error.value]).toEqual(['unknown-problem', 'mob.boat']);
});

test.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY])('an intensity of %d is refused', (intensity) => {
  const wrong = madeTerritory({ id: 'c', needs: [{ problemId: 'mob.car', intensity }] });
  const error = thrownBy(() => buildProfiles([wrong], taxonomy, { themeSmoothing: 0.3 }));
  expect([error.code, error.value]).toEqual(['intensity-out-of-range', intensity]);
});

test('a smoothing that is no number is refused', () => {
  expect(thrownBy(() => buildProfiles([], taxonomy, { themeSmoothing: Number.NaN })).code).toBe(
    'theme-smoothing-out-of-range',
  );
});

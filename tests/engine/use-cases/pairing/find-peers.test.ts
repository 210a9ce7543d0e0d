import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affinityMatrix } from '../../../../engine/affinity/affinity-matrix.js';
import { perimeterOverlap } from '../../../../engine/geography/perimeter-overlap.js';
import type { Assembly } from '../../../../engine/model/assembly.js';
import { peersSchema } from '../../../../engine/model/peers.js';
import { buildProfiles } from '../../../../engine/profile/build-profiles.js';
import { createRng } from '../../../../engine/random/rng.js';
import { resolveOptions } from '../../../../engine/resolve-options.js';
import { findPeers } from '../../../../engine/use-cases/pairing/find-peers.js';
import { madeTerritory } from '../../made-territory.js';

const taxonomy: Assembly['taxonomy'] = {
  version: '1',
  themes: ['water', 'care'].map((theme) => ({
    id: theme,
    fr: theme,
    en: theme,
    problems: [1, 2].map((k) => ({
      id: `${theme}.${k}`,
      fr: `${theme} ${k}`,
      en: `${theme} ${k}`,
      synonyms: [],
    })),
  })),
};
const needs = (given: Record<string, number>) =>
  Object.entries(given).map(([problemId, intensity]) => ({ problemId, intensity }));

/** One degree of latitude is 111.2 km; every problem has equal rarity: each is declared by three. */
const assembly: Assembly = {
  taxonomy,
  territories: [
    madeTerritory({
      id: 'a',
      position: { lat: 44, lon: 2 },
      population: 1000,
      needs: needs({ 'water.1': 1, 'care.1': 1 }),
    }),
    madeTerritory({
      id: 'near',
      position: { lat: 44.5, lon: 2 },
      population: 3000,
      needs: needs({ 'water.1': 0.5, 'care.2': 1 }),
    }),
    madeTerritory({
      id: 'far',
      position: { lat: 46, lon: 2 },
      population: 9000,
      needs: needs({ 'water.1': 1, 'care.1': 1, 'water.2': 1 }),
      experiences: [
        { problemId: 'care.1', level: 1 },
        { problemId: 'water.2', level: 1 },
      ],
    }),
    madeTerritory({ id: 'nowhere', needs: needs({ 'care.1': 1, 'care.2': 1, 'water.2': 1 }) }),
    madeTerritory({
      id: 'other',
      position: { lat: 44, lon: 2.1 },
      needs: needs({ 'care.2': 1, 'water.2': 1 }),
    }),
  ],
  seats: [],
  history: [],
  rules: [],
};
const plain = { profile: { themeSmoothing: 0 } };

describe('findPeers', () => {
  test('lists peers near and far, by hand, with what each problem adds', () => {
    const peers = findPeers(assembly, 'a', {}, plain);
    // |a| = √2, |near| = √1.25, |far| = √3, all problems equally rare
    expect(peers.near).toEqual([
      {
        territoryId: 'near',
        likeness: expect.closeTo(0.5 / Math.sqrt(2.5), 12),
        distanceKm: expect.closeTo(55.6, 1),
        drivers: [{ problemId: 'water.1', likeness: expect.closeTo(0.5 / Math.sqrt(2.5), 12) }],
        fromThemes: 0,
        samePerimeter: 0,
        showsProblemIds: [],
      },
    ]);
    expect(
      peers.far.map(({ territoryId, drivers, showsProblemIds }) => [territoryId, drivers, showsProblemIds]),
    ).toEqual([
      [
        'far',
        [
          { problemId: 'water.1', likeness: expect.closeTo(1 / Math.sqrt(6), 12) },
          { problemId: 'care.1', likeness: expect.closeTo(1 / Math.sqrt(6), 12) },
        ],
        ['care.1'],
      ],
    ]);
    expect(peers.unlocated.map(({ territoryId, distanceKm }) => [territoryId, distanceKm])).toEqual([
      ['nowhere', null],
    ]);
    expect(peersSchema.parse(peers)).toEqual(peers);
  });

  test('compares its answers and population with the medians of its peers', () => {
    const { problems, population } = findPeers(assembly, 'a', {}, plain);
    // near, far, nowhere
    expect(problems).toEqual([
      { problemId: 'water.1', own: 1, median: 0.5 },
      { problemId: 'water.2', own: 0, median: 1 },
      { problemId: 'care.1', own: 1, median: 1 },
      { problemId: 'care.2', own: 0, median: 1 },
    ]);
    expect(population).toEqual({ own: 1000, median: 6000 });
  });

  test('looks at one theme alone when asked', () => {
    const { near, far, unlocated, problems, declared } = findPeers(
      assembly,
      'a',
      { themeId: 'water' },
      plain,
    );
    expect(declared).toBe(true);
    expect(near.map(({ territoryId, likeness }) => [territoryId, likeness])).toEqual([['near', 1]]);
    expect(far.map(({ territoryId, likeness }) => [territoryId, likeness])).toEqual([
      ['far', expect.closeTo(Math.SQRT1_2, 12)],
    ]);
    expect(unlocated).toEqual([]);
    expect(problems.map(({ problemId }) => problemId)).toEqual(['water.1', 'water.2']);
  });

  test('says so of a territory that declares nothing of the theme, and of one without a position', () => {
    const silent = { ...assembly, territories: [...assembly.territories, madeTerritory({ id: 'silent' })] };
    expect(findPeers(silent, 'silent', { themeId: 'care' })).toMatchObject({
      declared: false,
      near: [],
      far: [],
      unlocated: [],
      problems: [],
      population: { own: null, median: null },
    });
    const { near, far, unlocated } = findPeers(assembly, 'nowhere');
    expect([near, far]).toEqual([[], []]);
    expect(unlocated.length).toBe(4);
  });

  test('discounts and flags a peer that covers the same ground', () => {
    const [a, b, ...others] = assembly.territories;
    const territories = [
      { ...a, members: ['1', '2'] },
      { ...b, members: ['2', '3'] },
      ...others,
    ] as Assembly['territories'];
    const [near] = findPeers({ ...assembly, territories }, 'a', {}, plain).near;
    const [share = 0] = perimeterOverlap(territories).shares;
    expect(share).toBeGreaterThan(0);
    expect(near?.samePerimeter).toBe(share);
    expect(near?.likeness).toBeCloseTo((1 - 0.5 * share) * (0.5 / Math.sqrt(2.5)), 12);
    expect(near?.drivers[0]?.likeness).toBeCloseTo(near?.likeness ?? 0, 12);
  });

  test('refuses a territory, a theme, a count or a distance that cannot be', () => {
    expect(() => findPeers(assembly, 'b')).toThrow(/no territory "b"/);
    expect(() => findPeers(assembly, 'a', { themeId: 'rail' })).toThrow(
      /no theme "rail".*\nMaybe give one of water, care/s,
    );
    expect(() => findPeers(assembly, 'a', { count: 0 })).toThrow(/count 0/);
    expect(() => findPeers(assembly, 'a', { minKm: -1 })).toThrow(/minKm -1/);
  });

  test('agrees with the affinity of the plans, its parts summing to it, in both measures', () => {
    const ids = taxonomy.themes.flatMap((theme) => theme.problems.map(({ id }) => id));
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom('cosine', 'jaccard'), (seed, likeness) => {
        const rng = createRng(seed);
        const territories = Array.from({ length: 8 }, (_, i) =>
          madeTerritory({
            id: `t${i}`,
            position: { lat: 43 + 3 * rng.next(), lon: 2 },
            needs: ids.flatMap((problemId) =>
              rng.next() < 0.5 ? [{ problemId, intensity: rng.next() }] : [],
            ),
          }),
        );
        const options = { affinity: { likeness } } as const;
        const { near, far } = findPeers({ ...assembly, territories }, 't3', { count: 7 }, options);
        const settings = resolveOptions(options);
        const { features } = buildProfiles(territories, taxonomy, settings.profile);
        const affinity = affinityMatrix(features, perimeterOverlap(territories), settings.affinity);
        const alike = territories.filter((_, j) => (affinity.values[8 * 3 + j] ?? 0) > 0);
        expect(near.length + far.length).toBe(alike.length);
        for (const peer of [...near, ...far]) {
          const j = Number(peer.territoryId.slice(1));
          expect(peer.likeness).toBeCloseTo(affinity.values[8 * 3 + j] ?? 0, 12);
          const parts = peer.drivers.reduce((sum, driver) => sum + driver.likeness, peer.fromThemes);
          expect(parts).toBeCloseTo(peer.likeness, 12);
        }
        for (const list of [near, far]) {
          const values = list.map((peer) => peer.likeness);
          expect(values).toEqual([...values].sort((x, y) => y - x));
        }
        expect(near.every(({ distanceKm }) => (distanceKm ?? 0) < 100)).toBe(true);
        expect(far.every(({ distanceKm }) => (distanceKm ?? 0) >= 100)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectAffinityByDistance,
  expectedAffinity,
} from '../../../../engine/explain/measures/distance-expectation.js';
import { measureGrouping, measureWorkshops } from '../../../../engine/explain/measures/measure-grouping.js';
import { measuresSchema, workshopMeasuresSchema } from '../../../../engine/model/measures.js';
import { groupMembers } from '../../../../engine/numeric/group-members.js';
import { createRng } from '../../../../engine/random/rng.js';
import { shuffle } from '../../../../engine/random/shuffle.js';
import { distancesOf, groundOf, profilesOf, randomGround, symmetric, territory } from '../ground-of.js';

// a and b alike and near, c and d alike and far; d is not located
const four = groundOf({
  affinity: symmetric([
    [0, 0.8, 0.1, 0.3],
    [0.8, 0, 0.2, 0.4],
    [0.1, 0.2, 0, 0.6],
    [0.3, 0.4, 0.6, 0],
  ]),
  distances: distancesOf(
    [
      [0, 10, 100, 70],
      [10, 0, 100, 70],
      [100, 100, 0, 70],
      [70, 70, 70, 0],
    ],
    [1, 1, 1, 0],
  ),
  territories: [
    territory('a', { departments: ['31'] }),
    territory('b', { departments: ['31', '81'] }),
    territory('c', { departments: ['12'], kind: 'PETR' }),
    territory('d', { departments: [] }),
  ],
  profiles: profilesOf([
    [1, 1],
    [1, 0, 1],
    [0, 0, 0, 1, 1],
    [0, 0, 1],
  ]),
});

describe('measureGrouping', () => {
  test('gives the numbers worked out by hand for four territories in two pairs', () => {
    // all pairs: (.8 + .1 + .3 + .2 + .4 + .6) / 6 = .4 ; three located pairs, one bin: (.8 + .1 + .2) / 3
    const bin = 1.1 / 3;
    const measures = measureGrouping(four, groupMembers([0, 0, 1, 1]));
    expect(measures.coherence).toBeCloseTo(0.7, 12);
    expect(measures.coherenceByChance).toBeCloseTo(0.4, 12);
    expect(measures.decoupling).toBeCloseTo((0.8 - bin + 0.6 - 0.4) / 2, 12);
    expect(measures.proximityEffect).toBeCloseTo((bin + 0.4) / 2 - 0.4, 12);
    expect(measures).toMatchObject({
      workshopCount: 2,
      placedCount: 4,
      unplacedCount: 0,
      smallestSize: 2,
      largestSize: 2,
      spreadKm: 10, // the pair of d is not located
      spreadByChanceKm: 70,
      sameDepartmentShare: 0.5,
      departmentsPerWorkshop: 1,
      kindsPerWorkshop: 1.5,
      // a and b: mob twice, hab once; c and d: hab twice, eau once; half of two is one
      themesPerWorkshop: 2,
    });
    expect(measures.sameDepartmentByChance).toBeCloseTo(1 / 6, 12);
  });

  test('counts every meeting of a pair, and a territory once, when workshops overlap', () => {
    const measures = measureGrouping(four, [
      [0, 1],
      [0, 1, 2],
    ]);
    expect(measures).toMatchObject({ workshopCount: 2, placedCount: 3, unplacedCount: 1, largestSize: 3 });
    const { values } = four.affinity;
    const [ab = 0, ac = 0, bc = 0] = [values[1], values[2], values[6]];
    expect(measures.coherence).toBeCloseTo((2 * ab + ac + bc) / 4, 12);
  });

  test('measures each workshop by hand too, an empty one and one of a single territory included', () => {
    const workshops = measureWorkshops(four, groupMembers([0, 0, 2, -1], 4));
    expect(workshops.map((w) => w.size)).toEqual([2, 0, 1, 0]);
    expect(workshops[0]).toMatchObject({ coherence: 0.8, spreadKm: 10, departmentCount: 1, themeCount: 2 });
    expect(workshops[1]).toEqual({
      size: 0,
      coherence: 0,
      spreadKm: 0,
      decoupling: 0,
      departmentCount: 0,
      kindCount: 0,
      themeCount: 0,
    });
    expect(workshops[2]).toMatchObject({ coherence: 0, decoupling: 0, kindCount: 1, themeCount: 2 });
  });

  test('leaves unplaced territories out of workshops and in the assembly', () => {
    const measures = measureGrouping(four, groupMembers([0, 0, -1, -1]));
    expect(measures).toMatchObject({ workshopCount: 1, placedCount: 2, unplacedCount: 2, coherence: 0.8 });
    expect(measures.coherenceByChance).toBeCloseTo(0.4, 12);
  });

  test('is finite for nobody, one territory, everyone alone, nobody located', () => {
    const nobody = groundOf({
      affinity: symmetric([]),
      distances: distancesOf([]),
      territories: [],
      profiles: profilesOf([]),
    });
    const unlocated = groundOf({
      ...four,
      distances: distancesOf(
        four.territories.map(() => [0, 0, 0, 0]),
        [0, 0, 0, 0],
      ),
    });
    for (const measures of [
      measureGrouping(nobody, groupMembers([])),
      measureGrouping(four, groupMembers([0, 1, 2, 3])),
      measureGrouping(four, groupMembers([-1, -1, -1, -1])),
      measureGrouping(unlocated, groupMembers([0, 0, 1, 1])),
    ]) {
      expect(measuresSchema.parse(measures)).toEqual(measures);
      expect(Object.values(measures).every(Number.isFinite)).toBe(true);
    }
  });

  const anyGrouping = fc.record({
    order: fc.integer({ min: 2, max: 30 }),
    groups: fc.integer({ min: 1, max: 6 }),
    seed: fc.nat(100000),
  });

  test('splits what is gained over chance into décroisement and proximity, with nothing left over', () => {
    fc.assert(
      fc.property(anyGrouping, ({ order, groups, seed }) => {
        const rng = createRng(seed);
        const ground = randomGround(order, rng);
        const groupOf = Array.from({ length: order }, () => rng.integer(groups + 1) - 1);
        const m = measureGrouping(ground, groupMembers(groupOf));
        if (m.coherence === 0 && m.largestSize < 2) return;
        expect(m.decoupling + m.proximityEffect).toBeCloseTo(m.coherence - m.coherenceByChance, 12);
        // proximity, worked out from its own definition
        let sum = 0;
        let pairs = 0;
        for (let i = 0; i < order; i++) {
          for (let j = 0; j < i; j++) {
            if (groupOf[i] === -1 || groupOf[i] !== groupOf[j]) continue;
            sum += expectedAffinity(ground.expected, ground.distances, i, j) - ground.expected.overall;
            pairs++;
          }
        }
        expect(m.proximityEffect).toBeCloseTo(sum / pairs, 12);
      }),
      { numRuns: 100 },
    );
  });

  test('has no décroisement and no proximity effect when everyone is located and in one workshop', () => {
    const some = randomGround(25, createRng(3));
    const all = { ...some.distances, located: new Uint8Array(25).fill(1) };
    const m = measureGrouping(groundOf({ ...some, distances: all }), groupMembers(new Int32Array(25)));
    expect(m.decoupling).toBeCloseTo(0, 12);
    expect(m.coherence).toBeCloseTo(m.coherenceByChance, 12);
    expect(m.sameDepartmentShare).toBeCloseTo(m.sameDepartmentByChance, 12);
  });

  test('does not depend on how workshops are numbered', () => {
    const rng = createRng(8);
    const ground = randomGround(24, rng);
    const groupOf = Array.from({ length: 24 }, () => rng.integer(4));
    const renamed = groupOf.map((g) => [2, 0, 3, 1][g] as number);
    const [a, b] = [
      measureGrouping(ground, groupMembers(groupOf)),
      measureGrouping(ground, groupMembers(renamed)),
    ];
    for (const [name, value] of Object.entries(a)) expect(b[name as keyof typeof b]).toBeCloseTo(value, 10);
    expect(measureWorkshops(ground, groupMembers(renamed))[2]).toEqual(
      measureWorkshops(ground, groupMembers(groupOf))[0],
    );
    for (const w of measureWorkshops(ground, groupMembers(groupOf)))
      expect(workshopMeasuresSchema.parse(w)).toEqual(w);
  });

  test('weighs workshops by their pairs, as the means of each workshop say', () => {
    const rng = createRng(21);
    const ground = randomGround(30, rng);
    const groupOf = Uint32Array.from({ length: 30 }, (_, i) => i % 4);
    shuffle(groupOf, rng);
    let sum = 0;
    let pairs = 0;
    for (const w of measureWorkshops(ground, groupMembers(groupOf))) {
      const own = (w.size * (w.size - 1)) / 2;
      sum += own * w.coherence;
      pairs += own;
    }
    expect(measureGrouping(ground, groupMembers(groupOf)).coherence).toBeCloseTo(sum / pairs, 12);
  });
});

describe('expectAffinityByDistance', () => {
  test('cuts located pairs into bins of equal counts, ten pairs each at least', () => {
    // 7 places on a line: 21 pairs, two bins of 11 and 10 at most
    const km = [0, 1, 2, 4, 8, 16, 32].map((a, _, all) => all.map((b) => Math.abs(a - b)));
    const affinity = symmetric(km.map((row) => row.map((d) => (d < 8 ? 1 : 0))));
    const expected = expectAffinityByDistance(affinity, distancesOf(km));
    // sorted: 1 1 2 2 3 4 4 6 7 8 8 | 12 14 15 16 16 24 28 30 31 32
    expect([...expected.upToKm]).toEqual([8, 32]);
    expect(expected.mean[0]).toBeCloseTo(9 / 11, 12);
    expect(expected.mean[1]).toBe(0);
    expect(expected.overall).toBeCloseTo(9 / 21, 12);
  });

  test('keeps equal distances in one bin', () => {
    const n = 9;
    const km = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : 50)));
    const expected = expectAffinityByDistance(
      symmetric(km.map((row) => row.map((d) => d / 100))),
      distancesOf(km),
    );
    expect([...expected.upToKm]).toEqual([50]);
    expect(expected.mean[0]).toBeCloseTo(0.5, 12);
  });

  test('has at most twenty bins, whose means average to the mean of all pairs', () => {
    const ground = randomGround(80, createRng(2));
    const all = groundOf({
      ...ground,
      distances: { ...ground.distances, located: new Uint8Array(80).fill(1) },
    });
    expect(all.expected.mean.length).toBe(20);
    let sum = 0;
    for (let i = 0; i < 80; i++)
      for (let j = 0; j < i; j++) sum += expectedAffinity(all.expected, all.distances, i, j);
    expect(sum / 3160).toBeCloseTo(all.expected.overall, 12);
  });
});

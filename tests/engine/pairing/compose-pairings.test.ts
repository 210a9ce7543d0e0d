import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Profiles } from '../../../engine/model/profiles.js';
import { zeroMatrix } from '../../../engine/numeric/matrix.js';
import { composePairings } from '../../../engine/pairing/compose-pairings.js';
import { exchangedProblems, exchangeValues } from '../../../engine/pairing/exchange-value.js';
import { type PairingInput, pairingValue } from '../../../engine/pairing/pairing-value.js';
import { settingContrast } from '../../../engine/pairing/setting-contrast.js';
import { createRng } from '../../../engine/random/rng.js';
import { resolveOptions } from '../../../engine/resolve-options.js';

const sameProblem = resolveOptions({ pairing: { oddOne: 'alone' } }).pairing;
const complementary = { ...sameProblem, style: 'complementary' } as const;

describe('exchangeValues', () => {
  test('is the share of what one needs that the other can show, weighted by rarity', () => {
    const profiles = profilesOf(
      [
        [1, 0.5],
        [0, 1],
      ],
      [
        [0, 0.5],
        [0.8, 0],
      ],
      [2, 1],
    );
    const { values } = exchangeValues(profiles);
    // 0 → 1: 1 × .5 × 1 / 1 ; 1 → 0: 2 × .8 × 1 / (2 + .5)
    expect([...values]).toEqual([0, 0.5, 0.64, 0]);
    expect(exchangedProblems(profiles, 1, 0)).toEqual([{ problem: 0, value: 0.64 }]);
  });

  test('is 0 towards a territory that needs nothing', () => {
    expect([...exchangeValues(profilesOf([[0], [1]], [[1], [1]])).values]).toEqual([0, 1, 0, 0]);
  });

  test('is the sum of its problems, the largest first', () => {
    const input = randomInput(12, 4);
    const { values } = exchangeValues(input.profiles);
    for (let i = 0; i < 12; i++) {
      for (let j = 0; j < 12; j++) {
        if (i === j) continue;
        const parts = exchangedProblems(input.profiles, i, j).map((part) => part.value);
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(values[12 * i + j] as number, 12);
        expect(parts).toEqual([...parts].sort((a, b) => b - a));
      }
    }
  });
});

describe('settingContrast', () => {
  test('is full without a common trait, none with the same, unknown without traits', () => {
    expect(settingContrast(new Set(['mountain']), new Set(['coast']))).toBe(1);
    expect(settingContrast(new Set(['mountain', 'rural']), new Set(['coast', 'rural']))).toBeCloseTo(
      2 / 3,
      12,
    );
    expect(settingContrast(new Set(['coast']), new Set(['coast']))).toBe(0);
    expect(settingContrast(new Set(), new Set(['coast']))).toBe(0);
  });
});

describe('pairingValue', () => {
  const input = inputOf({
    // 0 and 1 help each other, 0 helps 2, 3 is like nobody
    profiles: profilesOf(
      [
        [1, 0],
        [0, 1],
        [0, 1],
        [0, 0],
      ],
      [
        [0, 0.64],
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    ),
    affinity: [
      [0, 0.2, 0.4, 0],
      [0.2, 0, 1, 0],
      [0.4, 1, 0, 0],
      [0, 0, 0, 0],
    ],
    km: 100,
    traits: [['mountain'], ['coast'], ['mountain'], ['coast']],
  });

  test('adds win/win, likeness and distance, by hand', () => {
    // √(.64 × 1) = .8 ; s = .5 × .8 + .3 × .2 + .2 × .5 = .56
    const worth = pairingValue(input, 'same-problem')(0, 1);
    expect(worth.value).toBeCloseTo(0.5 + 0.28, 12);
    expect(worth.mutual).toBe(true);
  });

  test('looks at the contrast of settings instead of likeness in the complementary style', () => {
    // s = .4 + .3 × 1 + .1
    expect(pairingValue(input, 'complementary')(0, 1).value).toBeCloseTo(0.5 + 0.4, 12);
  });

  test('falls back on likeness when one side has nothing to show', () => {
    // x = (.4 + .64) / 2 = .52 ; s = .26 + .12 + .1
    expect(pairingValue(input, 'same-problem')(2, 0)).toMatchObject({
      value: expect.closeTo(0.24, 12),
      mutual: false,
    });
    // x = (1 + 0) / 2 ; s = .25 + .3 + .1
    expect(pairingValue(input, 'same-problem')(1, 2).value).toBeCloseTo(0.325, 12);
  });

  test('gives nothing to two that have nothing to say to each other, however far', () => {
    expect(pairingValue(input, 'complementary')(0, 3)).toMatchObject({ value: 0, mutual: false });
  });

  test('takes off the common perimeter and past pairings; a pair already made counts after new ones', () => {
    const overlap = { sources: Uint32Array.of(0), targets: Uint32Array.of(1), shares: Float64Array.of(0.5) };
    expect(pairingValue({ ...input, overlap }, 'same-problem')(0, 1).value).toBeCloseTo(
      0.5 + (0.56 - 0.25) / 2,
      12,
    );
    const met = pairingValue({ ...input, metBefore: [[1, 0]] }, 'same-problem')(0, 1);
    expect(met).toMatchObject({ value: expect.closeTo(0.03, 12), mutual: false });
  });
});

describe('composePairings', () => {
  test('pairs those who help each other first, and tells the odd one out', () => {
    const input = inputOf({
      profiles: profilesOf(
        [
          [1, 0],
          [0, 1],
          [0, 1],
        ],
        [
          [0, 0.1],
          [0.1, 0],
          [0, 0],
        ],
      ),
      affinity: [
        [0, 0.1, 0.1],
        [0.1, 0, 1],
        [0.1, 1, 0],
      ],
      km: 50,
    });
    const { pairs, unpaired } = composePairings(input, sameProblem);
    expect(pairs).toEqual([
      {
        i: 0,
        j: 1,
        forth: 0.1,
        back: 0.1,
        reciprocal: expect.closeTo(0.1, 12),
        imposed: false,
        value: expect.any(Number),
        given: [{ problem: 1, value: 0.1 }],
        received: [{ problem: 0, value: 0.1 }],
      },
    ]);
    expect(unpaired).toEqual([{ i: 2, code: 'odd-one-out' }]);
  });

  test('tells those who have declared nothing from those who have nothing in common with anyone', () => {
    const input = inputOf({
      profiles: profilesOf([[1], [1], [0, 0, 1], []], [[], [], [], []]),
      affinity: [
        [0, 1, 0, 0],
        [1, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      km: 50,
    });
    const { pairs, unpaired } = composePairings(input, sameProblem);
    expect(pairs.map(({ i, j }) => [i, j])).toEqual([[0, 1]]);
    expect(unpaired).toEqual([
      { i: 2, code: 'nothing-in-common' },
      { i: 3, code: 'nothing-declared' },
    ]);
  });

  test('stands for nobody and for one', () => {
    const alone = composePairings(
      inputOf({ profiles: profilesOf([[1]], [[1]]), affinity: [[0]], km: 0 }),
      sameProblem,
    );
    expect(alone).toMatchObject({ pairs: [], unpaired: [{ i: 0, code: 'nothing-in-common' }] });
    const nobody = composePairings(
      inputOf({ profiles: profilesOf([], []), affinity: [], km: 0 }),
      sameProblem,
    );
    expect(nobody).toMatchObject({ pairs: [], unpaired: [] });
  });

  const anyInput = fc.record({
    order: fc.integer({ min: 2, max: 40 }),
    seed: fc.nat(1e6),
    style: fc.boolean(),
  });

  test('puts everyone in one pair at most, everyone somewhere, the best pairs first', () => {
    fc.assert(
      fc.property(anyInput, ({ order, seed, style }) => {
        const input = randomInput(order, seed);
        const { pairs, unpaired } = composePairings(input, style ? sameProblem : complementary);
        const seen = [...pairs.flatMap(({ i, j }) => [i, j]), ...unpaired.map(({ i }) => i)];
        expect(seen.sort((a, b) => a - b)).toEqual([...Array(order).keys()]);
        const values = pairs.map((pair) => pair.value);
        expect(values).toEqual([...values].sort((a, b) => b - a));
        for (const { i, j, value } of pairs) {
          expect(i).toBeLessThan(j);
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('serves as many as can be, then has the most value, as trying every pairing does', () => {
    for (let seed = 0; seed < 60; seed++) {
      const order = 2 + (seed % 7);
      const input = randomInput(order, seed);
      const worth = pairingValue(input, 'same-problem');
      const { pairs } = composePairings(input, sameProblem);
      const found = pairs.reduce((sum, { i, j }) => [sum[0] + 1, sum[1] + worth(i, j).value] as const, [
        0, 0,
      ] as readonly [number, number]);
      const best = bestByTrial([...Array(order).keys()], worth);
      expect(found[0]).toBe(best[0]);
      expect(found[1]).toBeCloseTo(best[1], 9);
    }
  });

  test('pairs the same territories whatever their order', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.shuffledSubarray([...Array(20).keys()], { minLength: 20 }),
        fc.boolean(),
        (seed, old, style) => {
          const input = randomInput(20, seed);
          const options = style ? sameProblem : complementary;
          const plain = composePairings(input, options).pairs.map(({ i, j, value }) => ({
            pair: [i, j],
            value,
          }));
          const moved = composePairings(reordered(input, old), options).pairs.map(({ i, j, value }) => ({
            pair: [old[i] as number, old[j] as number].sort((a, b) => a - b),
            value,
          }));
          const byPair = (a: { pair: number[] }, b: { pair: number[] }) =>
            (a.pair[0] ?? 0) - (b.pair[0] ?? 0);
          expect(moved.sort(byPair)).toEqual(
            plain.sort(byPair).map(({ pair, value }) => ({ pair, value: expect.closeTo(value, 10) })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('avoids a past pairing when another partner will do', () => {
    const input = randomInput(16, 77);
    const first = composePairings(input, sameProblem).pairs.map(({ i, j }) => [i, j] as const);
    const second = composePairings({ ...input, metBefore: first }, sameProblem).pairs;
    const again = second.filter(({ i, j }) => first.some(([a, b]) => a === i && b === j));
    expect(first.length).toBe(8);
    expect(second.length).toBe(8);
    expect(again).toEqual([]);
  });

  test('makes the imposed pairs whatever they are worth, and never a forbidden one', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 3 }), fc.boolean(), (drawn, partners, stable) => {
        const { order, seed } = drawn;
        const input = randomInput(order, seed);
        const rng = createRng(seed);
        const listed = () => [[2 * rng.integer(order >> 1), 1] as const].map(([i]) => [i, i + 1] as const);
        const imposed = listed();
        const forbidden = listed().filter(([i]) => i !== imposed[0]?.[0]);
        const options = { ...sameProblem, partners, variant: stable ? 'stable' : 'best-total' } as const;
        const { pairs } = composePairings({ ...input, imposed, forbidden }, options);
        const made = (wanted: readonly (readonly [number, number])[]) =>
          wanted.map(([a, b]) => pairs.filter(({ i, j }) => i === a && j === b).map((pair) => pair.imposed));
        expect(made(imposed)).toEqual(imposed.map(() => [true]));
        expect(made(forbidden)).toEqual(forbidden.map(() => []));
        const partnersOf = new Array(order).fill(0);
        for (const k of pairs.flatMap(({ i, j }) => [i, j])) partnersOf[k]++;
        expect(Math.max(...partnersOf)).toBeLessThanOrEqual(partners);
        expect(new Set(pairs.map(({ i, j }) => `${i} ${j}`)).size).toBe(pairs.length);
      }),
      { numRuns: 150 },
    );
  });

  test('says that its partners were forbidden to the one who is left alone for that', () => {
    const input = inputOf({
      profiles: profilesOf([[1], [1], [1]], [[0], [0], [0]]),
      affinity: [
        [0, 1, 1],
        [1, 0, 1],
        [1, 1, 0],
      ],
      km: 10,
    });
    const forbidden = [
      [0, 2],
      [1, 2],
    ] as const;
    const { unpaired } = composePairings({ ...input, forbidden }, sameProblem);
    expect(unpaired).toEqual([{ i: 2, code: 'forbidden-pairs' }]);
  });

  test('leaves no two who would both rather be together in the stable variant, and says what that costs', () => {
    // 0–1 and 2–3 sum to more than 1–2 alone, which 1 and 2 both prefer
    const chain = inputOf({
      profiles: profilesOf([[1], [1], [1], [1]], [[0], [0], [0], [0]]),
      affinity: [
        [0, 0.6, 0, 0],
        [0.6, 0, 0.8, 0],
        [0, 0.8, 0, 0.6],
        [0, 0, 0.6, 0],
      ],
      km: 0,
    });
    const both = (['best-total', 'stable'] as const).map((variant) =>
      composePairings(chain, { ...sameProblem, variant }),
    );
    expect(both.map(({ pairs }) => pairs.map(({ i, j }) => [i, j]))).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
      [[1, 2]],
    ]);
    // s = .5 × a / 2 + .3 a = .55 a ; value = s / 2
    const bestTotalValue = expect.closeTo(2 * 0.275 * 0.6, 12);
    expect(both.map(({ totals }) => totals)).toEqual([
      {
        variant: 'best-total',
        value: bestTotalValue,
        bestTotalValue,
        served: 4,
        bestTotalServed: 4,
        wouldRather: 1,
      },
      {
        variant: 'stable',
        value: expect.closeTo(0.275 * 0.8, 12),
        bestTotalValue,
        served: 2,
        bestTotalServed: 4,
        wouldRather: 0,
      },
    ]);
  });

  test('is stable among any territories, with any number of partners', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 4 }), ({ order, seed }, partners) => {
        const input = randomInput(order, seed);
        const worth = pairingValue(input, 'same-problem');
        const { pairs, totals } = composePairings(input, { ...sameProblem, partners, variant: 'stable' });
        const valuesOf = Array.from({ length: order }, (_, k) =>
          pairs.filter(({ i, j }) => i === k || j === k).map(({ value }) => value),
        );
        const gains = (k: number, value: number) =>
          (valuesOf[k]?.length ?? 0) < partners ? value > 0 : value > Math.min(...(valuesOf[k] ?? []));
        for (let i = 0; i < order; i++) {
          for (let j = i + 1; j < order; j++) {
            if (pairs.some((pair) => pair.i === i && pair.j === j)) continue;
            const { value } = worth(i, j);
            expect(gains(i, value) && gains(j, value)).toBe(false);
          }
        }
        expect(totals.wouldRather).toBe(0);
        expect(totals.served).toBeLessThanOrEqual(totals.bestTotalServed);
      }),
      { numRuns: 80 },
    );
  });

  test('lets the odd one out join the pair where it is worth most, when trios are asked for', () => {
    const input = randomInput(9, 12);
    const worth = pairingValue(input, 'same-problem');
    const { pairs, unpaired } = composePairings(input, { ...sameProblem, oddOne: 'trio' });
    const inPairs = new Set(pairs.flatMap(({ i, j }) => [i, j]));
    const k = [...Array(9).keys()].find((i) => !inPairs.has(i)) as number;
    const means = pairs.map(({ i, j }) => {
      const [one, other] = [worth(i, k).value, worth(j, k).value];
      return one > 0 && other > 0 ? (one + other) / 2 : 0;
    });
    const best = Math.max(...means);
    expect(best).toBeGreaterThan(0);
    expect(unpaired).toEqual([]);
    expect(pairs.map(({ third }) => third)).toEqual(
      means.map((mean) => (mean === best ? { k, value: best } : undefined)),
    );
  });

  test('joins nobody to a pair with which it shares nothing', () => {
    const input = inputOf({
      profiles: profilesOf([[1], [1], [1]], [[0], [0], [0]]),
      affinity: [
        [0, 1, 0.5],
        [1, 0, 0],
        [0.5, 0, 0],
      ],
      km: 10,
    });
    const { pairs, unpaired } = composePairings(input, { ...sameProblem, oddOne: 'trio' });
    expect(pairs.map(({ i, j, third }) => [i, j, third])).toEqual([[0, 1, undefined]]);
    expect(unpaired).toEqual([{ i: 2, code: 'odd-one-out' }]);
  });

  test('serves everyone before giving second partners', () => {
    // with two partners each, the most value would be the triangle 0–1–2, and leave 3 alone
    const input = inputOf({
      profiles: profilesOf([[1], [1], [1], [1]], [[0], [0], [0], [0]]),
      affinity: [
        [0, 1, 0.9, 0.1],
        [1, 0, 1, 0],
        [0.9, 1, 0, 0],
        [0.1, 0, 0, 0],
      ],
      km: 0,
    });
    const { pairs, totals } = composePairings(input, { ...sameProblem, partners: 2 });
    expect(pairs.map(({ i, j }) => [i, j])).toEqual([
      [0, 1],
      [1, 2],
      [0, 3],
    ]);
    expect(totals.served).toBe(4);
  });

  test('loses little by weighing sixteen candidates a territory instead of all', () => {
    const input = randomInput(120, 5);
    const total = (candidates: number) =>
      composePairings(input, { ...sameProblem, candidates }).pairs.reduce((sum, { value }) => sum + value, 0);
    expect(total(16)).toBeGreaterThan(0.99 * total(119));
  });
});

function inputOf(given: {
  profiles: Profiles;
  affinity: number[][];
  km: number;
  traits?: string[][];
}): PairingInput {
  const order = given.affinity.length;
  const square = (entry: (i: number, j: number) => number) => {
    const matrix = zeroMatrix(order, order);
    for (let i = 0; i < order; i++)
      for (let j = 0; j < order; j++) matrix.values[order * i + j] = entry(i, j);
    return matrix;
  };
  return {
    profiles: given.profiles,
    affinity: square((i, j) => given.affinity[i]?.[j] ?? 0),
    distances: {
      km: square((i, j) => (i === j ? 0 : given.km)),
      located: new Uint8Array(order).fill(1),
      meanKm: given.km,
    },
    overlap: { sources: new Uint32Array(), targets: new Uint32Array(), shares: new Float64Array() },
    traits: given.traits ?? given.affinity.map(() => []),
    metBefore: [],
    imposed: [],
    forbidden: [],
  };
}

function profilesOf(needs: number[][], experiences: number[][], rarity: number[] = []): Profiles {
  const columns = Math.max(0, rarity.length, ...needs.map((row) => row.length));
  const filled = (rows: number[][]) => {
    const matrix = zeroMatrix(rows.length, columns);
    for (const [i, row] of rows.entries())
      for (const [p, x] of row.entries()) matrix.values[columns * i + p] = x;
    return matrix;
  };
  return {
    order: needs.length,
    problemIds: Array.from({ length: columns }, (_, p) => `p${p}`),
    themeIds: ['t'],
    themeOfProblem: new Uint32Array(columns),
    needs: filled(needs),
    experiences: filled(experiences),
    rarity: Float64Array.from({ length: columns }, (_, p) => rarity[p] ?? 1),
    features: filled(needs),
  };
}

function randomInput(order: number, seed: number): PairingInput {
  const rng = createRng(seed);
  const draw = (chance: number) =>
    Array.from({ length: order }, () =>
      Array.from({ length: 6 }, () => (rng.next() < chance ? rng.next() : 0)),
    );
  const profiles = profilesOf(
    draw(0.4),
    draw(0.2),
    Array.from({ length: 6 }, () => 1 + rng.next()),
  );
  const affinity = Array.from({ length: order }, () => new Array<number>(order).fill(0));
  const base = inputOf({
    profiles,
    affinity,
    km: 0,
    traits: Array.from({ length: order }, () => [['mountain', 'coast', 'rural'][rng.integer(3)] as string]),
  });
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      const likeness = rng.next() < 0.7 ? rng.next() : 0;
      const km = 400 * rng.next();
      for (const at of [order * i + j, order * j + i]) {
        base.affinity.values[at] = likeness;
        base.distances.km.values[at] = km;
      }
    }
  }
  return base;
}

function reordered(input: PairingInput, old: readonly number[]): PairingInput {
  const order = old.length;
  const { profiles } = input;
  const rows = (from: { columns: number; values: Float64Array }) => ({
    rows: order,
    columns: from.columns,
    values: Float64Array.from(
      old.flatMap((i) => [...from.values.subarray(i * from.columns, (i + 1) * from.columns)]),
    ),
  });
  const both = (from: { values: Float64Array }) => ({
    rows: order,
    columns: order,
    values: Float64Array.from(old.flatMap((i) => old.map((j) => from.values[order * i + j] as number))),
  });
  return {
    ...input,
    profiles: { ...profiles, needs: rows(profiles.needs), experiences: rows(profiles.experiences) },
    affinity: both(input.affinity),
    distances: { ...input.distances, km: both(input.distances.km) },
    traits: old.map((i) => input.traits[i] ?? []),
  };
}

/** The best (number of pairs, sum of values) over every pairing. */
function bestByTrial(
  left: readonly number[],
  worth: (i: number, j: number) => { value: number },
): readonly [number, number] {
  const [i, ...rest] = left;
  if (i === undefined) return [0, 0];
  let best = bestByTrial(rest, worth);
  for (const j of rest) {
    const { value } = worth(i, j);
    if (value === 0) continue;
    const [count, sum] = bestByTrial(
      rest.filter((k) => k !== j),
      worth,
    );
    const tried = [count + 1, sum + value] as const;
    if (tried[0] > best[0] || (tried[0] === best[0] && tried[1] > best[1])) best = tried;
  }
  return best;
}

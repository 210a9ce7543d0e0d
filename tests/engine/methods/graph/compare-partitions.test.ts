import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePartitions } from '../../../../engine/methods/graph/compare-partitions.js';
import { createRng } from '../../../../engine/random/rng.js';
import { shuffle } from '../../../../engine/random/shuffle.js';
import { thrownBy } from '../../thrown-error.js';

const pairs = fc
  .integer({ min: 2, max: 12 })
  .chain((order) =>
    fc.tuple(
      fc.array(fc.nat(4), { minLength: order, maxLength: order }),
      fc.array(fc.nat(4), { minLength: order, maxLength: order }),
    ),
  );

test('a partition equals itself under any labels', () => {
  expect(comparePartitions([0, 0, 1, 2], [5, 5, 9, 1])).toEqual({ nmi: 1, ami: 1, ari: 1, vi: 0 });
  expect(comparePartitions([], [])).toEqual({ nmi: 1, ami: 1, ari: 1, vi: 0 });
  expect(comparePartitions([3], [0])).toEqual({ nmi: 1, ami: 1, ari: 1, vi: 0 });
});

test('crossed halves have nothing in common', () => {
  const { nmi, ari, vi, ami } = comparePartitions([0, 0, 1, 1], [0, 1, 0, 1]);
  expect(nmi).toBeCloseTo(0, 12);
  // no pair together in both; 2/3 expected; (0 − 2/3) / (2 − 2/3)
  expect(ari).toBeCloseTo(-0.5, 12);
  expect(vi).toBeCloseTo(2 * Math.log(2), 12);
  // of the three ways to halve four places, one gives ln 2: (0 − ln2/3) / (ln2 − ln2/3)
  expect(ami).toBeCloseTo(-0.5, 12);
});

test('a case worked by hand', () => {
  // sizes 3, 3 against 2, 4; cells 2, 1, 3
  const { nmi, ari, vi } = comparePartitions([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1]);
  const a = Math.log(2);
  const b = -(1 / 3) * Math.log(1 / 3) - (2 / 3) * Math.log(2 / 3);
  const joint = -(1 / 3) * Math.log(1 / 3) - (1 / 6) * Math.log(1 / 6) - (1 / 2) * Math.log(1 / 2);
  expect(nmi).toBeCloseTo((2 * (a + b - joint)) / (a + b), 12);
  expect(vi).toBeCloseTo(2 * joint - a - b, 12);
  // together: 1 + 3 = 4; pairs 6 and 7 of 15; (4 − 2.8) / (6.5 − 2.8)
  expect(ari).toBeCloseTo(1.2 / 3.7, 12);
});

test('one community for all against one each is worth nothing', () => {
  expect(comparePartitions([0, 0, 0], [0, 1, 2])).toMatchObject({ nmi: 0, ami: 0, ari: 0 });
  expect(comparePartitions([0, 0, 0], [0, 1, 2]).vi).toBeCloseTo(Math.log(3), 12);
});

test('measures are symmetric, in range, blind to labels and to the order of places', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const one = comparePartitions(a, b);
      expect(one.nmi).toBeGreaterThanOrEqual(0);
      expect(one.nmi).toBeLessThanOrEqual(1);
      expect(one.ari).toBeLessThanOrEqual(1 + 1e-12);
      expect(one.ami).toBeLessThanOrEqual(1 + 1e-12);
      expect(one.vi).toBeLessThanOrEqual(Math.log(a.length) + 1e-12);
      const others = [
        comparePartitions(b, a),
        comparePartitions([...a].reverse(), [...b].reverse()),
        comparePartitions(
          a.map((label) => 100 - 7 * label),
          b,
        ),
      ];
      for (const other of others) {
        for (const name of ['nmi', 'ami', 'ari', 'vi'] as const)
          expect(other[name]).toBeCloseTo(one[name], 9);
      }
    }),
  );
});

test('ARI and AMI average zero over shuffles, where NMI does not', () => {
  const rng = createRng(12);
  const a = Uint32Array.from({ length: 40 }, (_, i) => i % 8);
  const b = Uint32Array.from({ length: 40 }, (_, i) => i % 5);
  const sum = { nmi: 0, ami: 0, ari: 0 };
  for (let draw = 0; draw < 400; draw++) {
    shuffle(b, rng);
    const { nmi, ami, ari } = comparePartitions(a, b);
    sum.nmi += nmi / 400;
    sum.ami += ami / 400;
    sum.ari += ari / 400;
  }
  expect(Math.abs(sum.ari)).toBeLessThan(0.01);
  expect(Math.abs(sum.ami)).toBeLessThan(0.01);
  expect(sum.nmi).toBeGreaterThan(0.2);
});

test('labels that are missing or no labels are refused', () => {
  expect(thrownBy(() => comparePartitions([0, 1], [0])).code).toBe('lengths-differ');
  expect(thrownBy(() => comparePartitions([0, -1], [0, 1])).value).toEqual([1, -1]);
  expect(thrownBy(() => comparePartitions([0, 1], [0, Number.NaN])).code).toBe('membership-not-usable');
});

/** AMI by its definition: the mean of the mutual information over every way to deal out the labels of b. */
function amiByEveryDeal(a: readonly number[], b: readonly number[]): number {
  const order = a.length;
  const entropyOf = (keys: readonly (string | number)[]) => {
    const sizes = new Map<string | number, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum - (size / order) * Math.log(size / order), 0);
  };
  const shared = (other: readonly number[]) =>
    entropyOf(a) + entropyOf(other) - entropyOf(a.map((label, i) => `${label} ${other[i]}`));
  let sum = 0;
  let deals = 0;
  const deal = (rest: readonly number[], dealt: readonly number[]) => {
    if (rest.length === 0) {
      sum += shared(dealt);
      deals++;
      return;
    }
    for (const [k, label] of rest.entries())
      deal([...rest.slice(0, k), ...rest.slice(k + 1)], [...dealt, label]);
  };
  deal(b, []);
  return (shared(b) - sum / deals) / ((entropyOf(a) + entropyOf(b)) / 2 - sum / deals);
}

test('AMI is exact: the mean over all 720 deals of six labels', () => {
  for (const [a, b] of [
    [
      [0, 0, 0, 1, 1, 1],
      [0, 0, 1, 1, 1, 1],
    ],
    [
      [0, 0, 1, 1, 2, 2],
      [0, 1, 1, 2, 2, 2],
    ],
    [
      [0, 1, 1, 1, 1, 2],
      [0, 0, 0, 1, 1, 1],
    ],
  ] as const) {
    expect(comparePartitions(a, b).ami).toBeCloseTo(amiByEveryDeal(a, b), 12);
  }
});

test('AMI of large partitions stays exact where chances underflow', () => {
  // 20,000 places in two halves, crossed by two other halves that share 15,000: chances at the ends are below 1e-4000
  const order = 20_000;
  const a = Uint32Array.from({ length: order }, (_, i) => (i < order / 2 ? 0 : 1));
  const b = Uint32Array.from({ length: order }, (_, i) => ((i + 2500) % order < order / 2 ? 0 : 1));
  const { ami, nmi } = comparePartitions(a, b);
  // I = ln 2 − H(3/4); chance is worth about 1 / 2N (χ² of one degree of freedom)
  const shared = Math.log(2) + 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25);
  const chance = 1 / (2 * order);
  expect(nmi).toBeCloseTo(shared / Math.log(2), 10);
  expect(ami).toBeCloseTo((shared - chance) / (Math.log(2) - chance), 7);
});

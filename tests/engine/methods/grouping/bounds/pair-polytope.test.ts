import { describe, expect, test } from 'vitest';
import { meetingLimits } from '../../../../../engine/methods/grouping/bounds/meeting-limits.js';
import { type Cut, PairCuts } from '../../../../../engine/methods/grouping/bounds/pair-cuts.js';
import { PairPolytope } from '../../../../../engine/methods/grouping/bounds/pair-polytope.js';
import { violatedCuts } from '../../../../../engine/methods/grouping/bounds/violated-cuts.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { everyGrouping, symmetricWeights } from '../every-grouping.js';

const limitsOf = (rules: GroupingRules) => meetingLimits(rules.groups, blockRules(rules));
const groupsOf = (count: number, min: number, max: number) =>
  Array.from({ length: count }, () => ({ min, max }));

/** The matrix of a grouping: 1 for units that share a group. */
function pointOf(groupOf: ArrayLike<number>): Float64Array {
  const n = groupOf.length;
  return Float64Array.from({ length: n * n }, (_, at) =>
    Number(groupOf[Math.floor(at / n)] === groupOf[at % n]),
  );
}

const dot = (a: Float64Array, b: Float64Array, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += a[i * n + j]! * b[i * n + j]!;
  return sum;
};

describe('PairPolytope', () => {
  test('leaves a grouping where it is, and brings any other point within the limits', () => {
    const rules: GroupingRules = { order: 6, groups: groupsOf(2, 3, 3), apart: [[0, 5]], together: [[1, 2]] };
    const point = new Float64Array(36);
    for (const groupOf of everyGrouping(rules)) {
      new PairPolytope(limitsOf(rules)).project(pointOf(groupOf), point, 20);
      expect(point).toEqual(pointOf(groupOf));
    }
    const rng = createRng(2);
    const target = symmetricWeights(6, () => 4 * rng.next() - 1.5);
    new PairPolytope(limitsOf(rules)).project(target, point, 300);
    for (let i = 0; i < 6; i++) {
      const row = [...point.subarray(6 * i, 6 * i + 6)];
      expect(row[i]).toBe(1);
      expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(3, 4);
      for (const [j, x] of row.entries()) {
        expect(x).toBe(point[6 * j + i]);
        expect(x >= 0 && x <= 1).toBe(true);
      }
    }
    expect([point[5], point[6 + 2]]).toEqual([0, 1]);
  });

  test('goes to the nearest of all points within the limits', () => {
    // three units, of which any two may meet: one pair in all
    const limits = limitsOf({ order: 3, groups: groupsOf(2, 1, 2) });
    const polytope = new PairPolytope(limits);
    const point = new Float64Array(9);
    const target = symmetricWeights(3, (i, j) => (i === 1 ? 0.9 : j === 0 ? 0.6 : 0));
    polytope.project(target, point, 400);
    // 0.9 + 0.6 less 0.25 each is one; the third stays at 0
    expect([point[3], point[6], point[7]].map((x) => Math.round(x! * 1e6) / 1e6)).toEqual([0.65, 0.35, 0]);
    // too few: each rises alike
    polytope.project(new Float64Array(9), point, 400);
    expect(point[3]! + point[6]! + point[7]!).toBeCloseTo(1, 4);
  });

  test('bounds what any grouping gains, whatever was projected before, at any scale', () => {
    const rng = createRng(7);
    const rules: GroupingRules = { order: 6, groups: groupsOf(3, 1, 3), pinned: [[2, 1]], apart: [[0, 1]] };
    const limits = limitsOf(rules);
    const possible = Array.from(everyGrouping(rules), pointOf);
    for (let round = 0; round < 12; round++) {
      const polytope = new PairPolytope(limits);
      const gains = symmetricWeights(6, () => 10 * rng.next() - 4);
      const best = Math.max(...possible.map((x) => dot(gains, x, 6)));
      const point = new Float64Array(36);
      expect(polytope.most(gains, 1)).toBeGreaterThanOrEqual(best - 1e-9);
      const target = gains.map((gain) => gain / 3);
      polytope.project(target, point, 10);
      polytope.cuts.renew(violatedCuts(point, limits).map(({ cut }) => cut));
      for (const scale of [0.5, 3, 10]) {
        polytope.project(target, point, 40);
        expect(polytope.most(gains, scale)).toBeGreaterThanOrEqual(best - 1e-9);
      }
    }
  });

  test('proves the best where the polytope is a segment of groupings', () => {
    // one of two pairs: 7 or 3
    const limits = limitsOf({ order: 3, groups: groupsOf(2, 1, 2), apart: [[1, 2]] });
    const gains = symmetricWeights(3, (i) => (i === 1 ? 7 : 3));
    const polytope = new PairPolytope(limits);
    const point = new Float64Array(9);
    const target = gains.map((gain) => gain / 0.1);
    polytope.project(target, point, 500);
    expect(point[3]).toBeCloseTo(1, 6);
    expect(polytope.most(gains, 0.1)).toBeCloseTo(7, 4);
    // the same multipliers said in other units
    polytope.rescale(0.5);
    expect(polytope.most(gains, 0.2)).toBeCloseTo(7, 4);
  });
});

describe('PairCuts', () => {
  // pair i > j at i × 3 + j: x10 + x20 − x21 ≤ 1
  const triangle: Cut = { pairs: [3, 6, 7], coefficients: [1, 1, -1], limit: 1, key: 'a' };
  const single: Cut = { pairs: [7], coefficients: [2], limit: 0.5, key: 'b' };
  const settle = (cuts: PairCuts, reduced: Float64Array, ofRow = new Float64Array(3), ofTotal = 0): void =>
    cuts.settle(reduced, ofRow, ofTotal, new Uint8Array(9), new Float64Array(9).fill(1));

  test('move points to where they hold, and charge for it both ways', () => {
    const cuts = new PairCuts(3);
    cuts.renew([triangle]);
    const reduced = symmetricWeights(3, (i, j) => (i === 2 && j === 1 ? 0.1 : 0.8));
    settle(cuts, reduced);
    // 1.5 is 0.5 too much, over three coefficients
    const sixth = 1 / 6;
    const expected = symmetricWeights(3, (i, j) => (i === 2 && j === 1 ? 0.1 + sixth : 0.8 - sixth));
    reduced.forEach((x, at) => {
      expect(x).toBeCloseTo(expected[at]!, 12);
    });
    // the same charge from a clean matrix, twice over
    const charged = new Float64Array(9);
    expect(cuts.applyTo(charged, 2)).toBeCloseTo(2 * sixth, 12);
    expect([charged[3], charged[1], charged[6], charged[2]].map((x) => x! * 3)).toEqual(
      [-1, -1, -1, -1].map((x) => expect.closeTo(x, 12)),
    );
    expect([charged[7]! * 3, charged[5]! * 3]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
    cuts.rescale(3);
    expect(cuts.applyTo(new Float64Array(9), 2)).toBeCloseTo(1, 12);
  });

  test('take off what rows and the total are charged, and clip to the limits of each pair', () => {
    const cuts = new PairCuts(3);
    cuts.renew([single]);
    // 0.9 − 0.1 − 0.2 − 0.15 = 0.45: twice that is 0.4 too much, over a coefficient of two
    const reduced = symmetricWeights(3, () => 0.9);
    settle(cuts, reduced, Float64Array.of(0.5, 0.1, 0.2), 0.15);
    expect(reduced[7]).toBeCloseTo(0.9 - 0.2, 12);
    expect(reduced[5]).toBeCloseTo(0.9 - 0.2, 12);
    expect(reduced[3]).toBe(0.9);
    // beyond 1 counts as 1, below 0 as 0
    const high = new PairCuts(3);
    high.renew([single]);
    const wide = symmetricWeights(3, () => 40);
    settle(high, wide);
    expect(wide[7]).toBeCloseTo(40 - 2 * (1.5 / 4), 12);
    const low = new PairCuts(3);
    low.renew([{ ...single, limit: -0.5 }]);
    const deep = symmetricWeights(3, () => -40);
    settle(low, deep);
    expect(deep[7]).toBeCloseTo(-40 - 2 * (0.5 / 4), 12);
  });

  test('give back what they charged once they hold with room, and are then dropped', () => {
    const cuts = new PairCuts(3);
    cuts.renew([triangle, { ...single, limit: 1 }]);
    expect([...cuts.keys()]).toEqual(['a', 'b']);
    const reduced = symmetricWeights(3, (i, j) => (i === 2 && j === 1 ? 0.1 : 0.8));
    settle(cuts, reduced);
    cuts.renew([]);
    // the second never bound
    expect([...cuts.keys()]).toEqual(['a']);
    const slack = new Float64Array(9);
    settle(cuts, slack);
    expect(cuts.applyTo(new Float64Array(9), 1)).toBe(0);
    expect(slack[3]).toBeCloseTo(1 / 6, 12);
    cuts.renew([single]);
    expect([...cuts.keys()]).toEqual(['b']);
  });
});

describe('violatedCuts', () => {
  test('are kept by every grouping, each broken by what it says', () => {
    const rng = createRng(11);
    const rules: GroupingRules = { order: 6, groups: groupsOf(3, 1, 4) };
    const limits = limitsOf(rules);
    const possible = Array.from(everyGrouping(rules), pointOf);
    const valueAt = ({ pairs, coefficients }: Cut, point: Float64Array): number =>
      pairs.reduce((sum, pair, k) => sum + coefficients[k]! * point[pair]!, 0);
    let found = 0;
    for (let round = 0; round < 10; round++) {
      const point = symmetricWeights(6, () => rng.next());
      for (let i = 0; i < 6; i++) point[7 * i] = 1;
      const broken = violatedCuts(point, limits);
      found += broken.length;
      expect(new Set(broken.map(({ cut }) => cut.key)).size).toBe(broken.length);
      expect(broken.map(({ by }) => by)).toEqual(broken.map(({ by }) => by).sort((a, b) => b - a));
      for (const { cut, by } of broken) {
        expect(valueAt(cut, point)).toBeGreaterThan(cut.limit);
        const length = cut.key.startsWith('star') ? Math.sqrt(cut.pairs.length) : Math.sqrt(12);
        expect(by).toBeCloseTo((valueAt(cut, point) - cut.limit) / length, 9);
        expect(Math.max(...possible.map((x) => valueAt(cut, x)))).toBeLessThanOrEqual(cut.limit);
        // lower triangle only
        expect(cut.pairs.every((pair) => Math.floor(pair / 6) > pair % 6)).toBe(true);
      }
    }
    expect(found).toBeGreaterThan(20);
    for (const x of possible) expect(violatedCuts(x, limits)).toEqual([]);
  });

  test('name the triangle and the star of a centre whose tips do not meet', () => {
    const limits = limitsOf({ order: 4, groups: groupsOf(2, 1, 4) });
    const point = symmetricWeights(4, (i, j) => (j === 0 ? (i === 3 ? 0.2 : 0.7) : 0));
    for (let i = 0; i < 4; i++) point[5 * i] = 1;
    // all three tips: 0.7 + 0.7 + 0.2 − 1 over six pairs
    const star = violatedCuts(point, limits).find(({ cut }) => cut.key.startsWith('star'));
    expect(star?.cut.key).toBe('star 0 1,2,3');
    expect(star?.by).toBeCloseTo(0.6 / Math.sqrt(6), 12);
    expect(star?.cut.pairs).toEqual([4, 8, 9, 12, 13, 14]);
    expect(star?.cut.coefficients).toEqual([1, 1, -1, 1, -1, -1]);
  });

  test('name units that share a group and have unlike numbers of partners', () => {
    const limits = limitsOf({ order: 5, groups: groupsOf(2, 2, 3) });
    // 0 and 1 meet surely, 0 meets the others by halves, 1 nobody: 2.5 − 1 − (2 − 1) (1 − 1)
    const point = symmetricWeights(5, (i, j) => (j > 0 ? 0 : i === 1 ? 1 : 0.5));
    for (let i = 0; i < 5; i++) point[6 * i] = 1;
    const sizes = violatedCuts(point, limits).find(({ cut }) => cut.key === 'sizes 0 1');
    expect(sizes?.by).toBeCloseTo(1.5 / Math.sqrt(10), 12);
    expect(sizes?.cut).toEqual({
      key: 'sizes 0 1',
      pairs: [5, 10, 11, 15, 16, 20, 21],
      coefficients: [1, 1, -1, 1, -1, 1, -1],
      limit: 1,
    });
    expect(violatedCuts(point, limits).some(({ cut }) => cut.key === 'sizes 1 0')).toBe(false);
  });
});

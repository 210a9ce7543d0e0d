import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingLimits, meetings } from '../../../../../engine/methods/grouping/bounds/meeting-limits.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import { everyGrouping, tinyProblems } from '../every-grouping.js';

describe('meetingLimits', () => {
  test('are kept by every grouping, and those of sizes are reached', () => {
    fc.assert(
      fc.property(tinyProblems(6), (problem) => {
        const { order, groups } = problem;
        const limits = meetingLimits(groups, blockRules(problem));
        for (const groupOf of everyGrouping(problem)) {
          const partners = Array.from(
            { length: order },
            (_, i) => groupOf.filter((g) => g === groupOf[i]).length - 1,
          );
          for (let i = 0; i < order; i++) {
            expect(partners[i]).toBeGreaterThanOrEqual(limits.fewest[i]!);
            expect(partners[i]).toBeLessThanOrEqual(limits.most[i]!);
            for (let j = 0; j < order; j++) {
              const x = Number(groupOf[i] === groupOf[j]);
              expect(x).toBeGreaterThanOrEqual(limits.lower[i * order + j]!);
              expect(x).toBeLessThanOrEqual(limits.upper[i * order + j]!);
            }
          }
          const pairs = partners.reduce((sum, count) => sum + count, 0) / 2;
          expect(pairs).toBeGreaterThanOrEqual(limits.fewestPairs);
          expect(pairs).toBeLessThanOrEqual(limits.mostPairs);
          const sizes = groups.map((_, g) => groupOf.filter((h) => h === g).length).sort((a, b) => b - a);
          let [ours, steepest] = [0, 0];
          limits.steepestSizes.forEach((size, k) => {
            ours += sizes[k] ?? 0;
            steepest += size;
            expect(ours).toBeLessThanOrEqual(steepest);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('say which pairs must meet and which cannot', () => {
    const groups = Array.from({ length: 2 }, () => ({ min: 2, max: 4 }));
    const rules = blockRules({
      order: 7,
      groups,
      together: [[0, 1]],
      apart: [[1, 2]],
      pinned: [
        [3, 0],
        [4, 0],
        [5, 1],
      ],
    });
    const { lower, upper } = meetingLimits(groups, rules, 0.5);
    const rowsOf = (matrix: ArrayLike<number>): string[] =>
      Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (_, j) => matrix[7 * i + j]).join(' '));
    expect(rowsOf(lower)).toEqual([
      '1 1 0 0 0 0 0',
      '1 1 0 0 0 0 0',
      '0 0 1 0 0 0 0',
      '0 0 0 1 1 0 0',
      '0 0 0 1 1 0 0',
      '0 0 0 0 0 1 0',
      '0 0 0 0 0 0 1',
    ]);
    expect(rowsOf(upper)).toEqual([
      '1 1 0 0.5 0.5 0.5 0.5',
      '1 1 0 0.5 0.5 0.5 0.5',
      '0 0 1 0.5 0.5 0.5 0.5',
      '0.5 0.5 0.5 1 1 0 0.5',
      '0.5 0.5 0.5 1 1 0 0.5',
      '0.5 0.5 0.5 0 0 1 0.5',
      '0.5 0.5 0.5 0.5 0.5 0.5 1',
    ]);
  });

  test('count partners by the groups that a unit may be in', () => {
    const groups = [
      { min: 1, max: 2 },
      { min: 3, max: 5 },
      { min: 0, max: 0 },
    ];
    const rules = blockRules({ order: 6, groups, together: [[0, 1, 2]], pinned: [[5, 0]] });
    const { fewest, most, steepestSizes } = meetingLimits(groups, rules);
    // three together only fit the second group; the last is pinned to the first
    expect([...fewest]).toEqual([2, 2, 2, 0, 0, 0]);
    expect([...most]).toEqual([4, 4, 4, 4, 4, 1]);
    // nobody can be in the third
    expect([...steepestSizes]).toEqual([5, 1]);
  });
});

describe('meetings', () => {
  test.each([
    // even sizes 3 and 3; 4 and 2
    [
      6,
      [
        [2, 4],
        [2, 4],
      ],
      12,
      14,
    ],
    [
      5,
      [
        [2, 3],
        [2, 3],
      ],
      8,
      8,
    ],
    // 1 + 5 at the steepest, 3 + 3 at the most even
    [
      6,
      [
        [0, 9],
        [1, 9],
      ],
      12,
      20,
    ],
    // one is fixed
    [
      7,
      [
        [2, 2],
        [1, 5],
        [1, 5],
      ],
      2 + 6 + 2,
      2 + 12,
    ],
    [
      4,
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      0,
      0,
    ],
  ] as const)('of %i units in groups within %j: the fewest and the most', (order, bounds, fewest, most) => {
    const groups = bounds.map(([min, max]) => ({ min, max }));
    const found = meetings(groups, order);
    expect(found.fewest).toBe(fewest);
    // chords may overstate the most, never understate it
    expect(found.most).toBeGreaterThanOrEqual(most);
  });

  test('are at most what the steepest sizes make, and the chords up to the largest', () => {
    // sizes 1..4 of two groups that hold five: 4 + 1
    expect(
      meetings(
        [
          { min: 1, max: 4 },
          { min: 1, max: 4 },
        ],
        5,
      ).most,
    ).toBe(12);
    // two beyond the fixed ones, along the chord from 0 to 4 partners a unit: 3 each
    const unlike = [
      { min: 0, max: 6 },
      { min: 2, max: 2 },
    ];
    expect(meetings(unlike, 4)).toEqual({ fewest: 4, most: 2 + 2 * 3 });
  });
});

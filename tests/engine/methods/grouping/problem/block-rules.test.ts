import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import { tinyCounts } from '../every-grouping.js';

const groups = [
  { min: 1, max: 9 },
  { min: 8, max: 8 },
  { min: 0, max: 2 },
];

describe('blockRules', () => {
  test('joins units into blocks numbered by their smallest unit, and restates the rules on them', () => {
    const rules = blockRules({
      order: 6,
      groups,
      together: [
        [4, 1],
        [5, 4],
        [2, 2],
      ],
      apart: [
        [5, 3],
        [0, 4],
        [3, 1],
        [0, 3],
      ],
      pinned: [
        [4, 2],
        [1, 2],
      ],
      allowed: [
        [0, [1, 2, 7]],
        [5, [2]],
        [1, [0, 2]],
      ],
    });
    // blocks {0}, {1, 4, 5}, {2}, {3}
    expect([...rules.blockOf]).toEqual([0, 1, 2, 3, 1, 1]);
    expect([rules.order, rules.blockCount, rules.groupCount, rules.contradictory]).toEqual([6, 4, 3, false]);
    expect([...rules.blockSize]).toEqual([1, 3, 1, 1]);
    expect([...rules.unitStart]).toEqual([0, 1, 4, 5, 6]);
    expect([...rules.units]).toEqual([0, 1, 4, 5, 2, 3]);
    expect([...rules.apartStart]).toEqual([0, 2, 4, 4, 6]);
    expect([...rules.apartBlocks]).toEqual([1, 3, 0, 3, 0, 1]);
    expect([...rules.pinnedTo]).toEqual([-1, 2, -1, -1]);
    // group by group: block 0 not in 0, block 1 in 2 alone
    expect([...rules.barred]).toEqual([1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    // no group holds more than all, and one that must is told by one more
    expect([...rules.min]).toEqual([1, 7, 0]);
    expect([...rules.max]).toEqual([6, 6, 2]);
  });

  test('bars nobody where nothing is said of places', () => {
    expect(blockRules({ order: 2, groups }).barred).toHaveLength(0);
  });

  test.each([
    ['a block apart from itself', { together: [[0, 1]], apart: [[1, 0] as const] }],
    [
      'two pins of one block',
      {
        together: [[0, 1]],
        pinned: [
          [0, 2],
          [1, 0],
        ] as const,
      },
    ],
  ])('knows %s for a contradiction', (_, rules) => {
    expect(blockRules({ order: 3, groups, ...rules }).contradictory).toBe(true);
    expect(blockRules({ order: 3, groups, ...rules, together: [] }).contradictory).toBe(false);
  });

  test('joins just those that a chain of lists links', () => {
    fc.assert(
      fc.property(tinyCounts(8), fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 3 })), (problem, lists) => {
        const together = lists.map((units) => units.filter((i) => i < problem.order));
        const { blockOf, units, unitStart, blockSize } = blockRules({ ...problem, together });
        const linked = Array.from({ length: problem.order }, (_, i) => new Set([i]));
        for (const _ of linked) {
          for (const list of together) {
            const all = new Set(list.flatMap((i) => [...linked[i]!]));
            for (const i of all) linked[i] = all;
          }
        }
        linked.forEach((all, i) => {
          expect([...blockOf.keys()].filter((j) => blockOf[j] === blockOf[i])).toEqual(
            [...all].sort((a, b) => a - b),
          );
        });
        blockSize.forEach((size, b) => {
          const own = [...units.subarray(unitStart[b], unitStart[b + 1])];
          expect(own).toHaveLength(size);
          expect(own.every((i) => blockOf[i] === b)).toBe(true);
        });
      }),
    );
  });
});

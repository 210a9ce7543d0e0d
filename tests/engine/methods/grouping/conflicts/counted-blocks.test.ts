import { describe, expect, test } from 'vitest';
import {
  type BlockClass,
  blockClasses,
  countedBlocks,
  refusals,
} from '../../../../../engine/methods/grouping/conflicts/counted-blocks.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { alike } from './conflict-oracle.js';

function classesOf(problem: GroupingRules): Pick<BlockClass, 'blocks' | 'harmless'>[] {
  const rules = blockRules(problem);
  const { bearings } = countedBlocks(problem, rules);
  return blockClasses(rules, refusals(rules), bearings).map(({ blocks, harmless }) => ({ blocks, harmless }));
}

const harmless = (...blocks: number[]) => ({ blocks, harmless: true });
const bound = (...blocks: number[]) => ({ blocks, harmless: false });

describe('countedBlocks', () => {
  test('counts the units of a block together, each once, for each quota and each kind', () => {
    const problem: GroupingRules = {
      order: 5,
      groups: alike(2, 1, 4),
      together: [[0, 1]],
      quotas: [
        { units: [0, 1, 1, 4], min: 1 },
        { units: [3], max: 2, orNone: true },
      ],
      varieties: [
        {
          kinds: [
            [0, 2],
            [3, 3],
          ],
          min: 2,
        },
      ],
    };
    const { counts, varieties, bearings } = countedBlocks(problem, blockRules(problem));
    const nobody = Int32Array.of(0, 0);
    expect(counts).toEqual([
      { min: 1, max: 5, orNone: false, inGroup: nobody, unplaced: 3 },
      { min: 0, max: 2, orNone: true, inGroup: nobody, unplaced: 1 },
    ]);
    expect(varieties).toEqual([{ min: 2, held: nobody }]);
    const kind = (unplaced: number) => ({ min: 0, max: 5, orNone: false, inGroup: nobody, unplaced });
    const [variety] = varieties;
    // blocks are those of 0 and 1, of 2, of 3 and of 4
    expect(bearings).toEqual([
      [
        { count: counts[0], by: 2, variety: null },
        { count: kind(2), by: 1, variety },
      ],
      [{ count: kind(2), by: 1, variety }],
      [
        { count: counts[1], by: 1, variety: null },
        { count: kind(1), by: 1, variety },
      ],
      [{ count: counts[0], by: 1, variety: null }],
    ]);
  });

  test('counts nothing where nothing is asked', () => {
    const problem = { order: 2, groups: alike(1, 1, 4) };
    expect(countedBlocks(problem, blockRules(problem))).toEqual({
      counts: [],
      varieties: [],
      bearings: [[], []],
    });
  });
});

describe('blockClasses', () => {
  test('leaves out units that nothing is asked of, and keeps lists and places', () => {
    const problem: GroupingRules = {
      order: 12,
      groups: alike(3, 2, 6),
      together: [
        [0, 1],
        [2, 3],
        [4, 5, 6],
      ],
      allowed: [
        [7, [0]],
        [8, [0]],
        [9, [1]],
      ],
      pinned: [[10, 0]],
    };
    // blocks 0, 1: pairs; 2: the three; 3 and 4 in the first group, as 6 that is pinned there; 5 in the second
    expect(classesOf(problem)).toEqual([bound(6, 4, 3), bound(5), bound(2), bound(1, 0)]);
  });

  test('tells apart each of those that are separated', () => {
    const apart: [number, number][] = [
      [0, 1],
      [1, 3],
    ];
    expect(classesOf({ order: 5, groups: alike(3, 1, 3), apart })).toEqual([bound(3), bound(1), bound(0)]);
  });

  test('tells apart by what counts them and how much', () => {
    const problem: GroupingRules = {
      order: 10,
      groups: alike(2, 1, 9),
      together: [
        [0, 1],
        [2, 3],
      ],
      quotas: [
        { units: [0, 1, 2, 5, 6], min: 1 },
        { units: [5, 6, 7, 8], min: 1 },
        { units: [9], max: 3 },
      ],
    };
    // blocks: 0 of two counted, 1 of one, 2 (unit 4) free, 3 and 4 in two counts, 5 and 6 in one, 7 in a limited one
    expect(classesOf(problem)).toEqual([bound(7), harmless(6, 5), harmless(4, 3), bound(1), bound(0)]);
  });

  test('calls harmless those that break no limit wherever they go', () => {
    const of = (quotas: GroupingRules['quotas']) => classesOf({ order: 4, groups: alike(2, 1, 3), quotas });
    const unlimited = { units: [3], min: 1 };
    expect(of([unlimited])).toEqual([harmless(3)]);
    expect(of([{ units: [3], max: 4 }])).toEqual([harmless(3)]);
    expect(of([unlimited, { units: [3], max: 3 }])).toEqual([bound(3)]);
    expect(of([unlimited, { units: [3], min: 1, orNone: true }])).toEqual([bound(3)]);
    const varieties = [{ kinds: [[3]], min: 1 }];
    expect(classesOf({ order: 4, groups: alike(2, 1, 3), varieties })).toEqual([harmless(3)]);
  });
});

test('refusals counts the pins and the places that keep each block out of each group', () => {
  const problem: GroupingRules = {
    order: 5,
    groups: alike(3, 1, 3),
    together: [[0, 1]],
    pinned: [[1, 2]],
    allowed: [
      [0, [0, 2]],
      [2, [1]],
    ],
  };
  // blocks: 0 and 1, 2, 3, 4
  expect([...refusals(blockRules(problem))]).toEqual([1, 2, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
  expect([...refusals(blockRules({ ...problem, allowed: [] }))]).toEqual([
    1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect([...refusals(blockRules({ ...problem, pinned: [] }))]).toEqual([0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
});

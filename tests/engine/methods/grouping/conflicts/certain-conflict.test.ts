import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  certainConflict,
  conflictAtOnce,
} from '../../../../../engine/methods/grouping/conflicts/certain-conflict.js';
import type { RuleSelection } from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { alike, onlySelected, possible, selected, tinyPlaces, tinyRules } from './conflict-oracle.js';

const atOnce = (problem: GroupingRules) => conflictAtOnce(problem, blockRules(problem))?.() ?? null;
const certain = (problem: GroupingRules) => certainConflict(problem, blockRules(problem))?.() ?? null;

const order = 12;
const groups = alike(3, 2, 6);
/** one larger group among small ones */
const uneven = [3, 5, 3, 3].map((max) => ({ min: 1, max }));

describe('conflictAtOnce names the rules behind', () => {
  test.each<[string, GroupingRules, Partial<RuleSelection>]>([
    [
      'units joined by a chain and kept apart',
      {
        order,
        groups,
        together: [[8, 9], [0, 1], [1, 2], []],
        apart: [
          [3, 4],
          [2, 5],
          [0, 2],
        ],
        pinned: [
          [8, 0],
          [2, 1],
        ],
      },
      { together: [1, 2], apart: [2], pinned: [1] },
    ],
    [
      'units joined and pinned to two groups',
      {
        order,
        groups,
        together: [
          [8, 9],
          [0, 1],
        ],
        pinned: [
          [5, 2],
          [0, 0],
          [1, 1],
        ],
      },
      { together: [1], pinned: [1, 2] },
    ],
    [
      'a list larger than the largest group',
      {
        order,
        groups: uneven,
        together: [
          [8, 9],
          [0, 1, 2, 3, 4, 5],
        ],
        apart: [
          [5, 6],
          [8, 10],
        ],
      },
      { together: [1] },
    ],
    [
      'a list pinned to a group smaller than it is',
      {
        order,
        groups: uneven,
        together: [
          [8, 9],
          [0, 1, 2, 3],
        ],
        pinned: [
          [9, 1],
          [3, 2],
        ],
      },
      { together: [1], pinned: [1] },
    ],
    [
      'pins, one of them of a list, beyond the size of a group',
      {
        order,
        groups: alike(4, 1, 4),
        together: [
          [0, 1],
          [8, 9],
        ],
        pinned: [
          [0, 1],
          [5, 0],
          [2, 1],
          [3, 1],
          [4, 1],
          [8, 2],
        ],
      },
      { together: [0], pinned: [0, 2, 3, 4] },
    ],
    [
      'two that are kept apart and pinned to one group',
      {
        order,
        groups,
        together: [
          [2, 3],
          [8, 9],
        ],
        apart: [
          [4, 5],
          [6, 0],
          [0, 2],
        ],
        pinned: [
          [6, 0],
          [0, 1],
          [3, 1],
        ],
      },
      { together: [0], apart: [2], pinned: [1, 2] },
    ],
    [
      'more threes than groups of three, and not the pair beside them',
      {
        order: 10,
        groups: [4, 2, 2, 2].map((max) => ({ min: 0, max })),
        together: [
          [0, 1],
          [2, 3, 4],
          [5, 6, 7],
        ],
      },
      { together: [1, 2] },
    ],
    [
      'more lists of two or more than places for two',
      {
        order: 9,
        groups: alike(3, 3, 3),
        together: [
          [0, 1],
          [2, 3, 4],
          [5, 6],
          [7, 8],
        ],
      },
      { together: [0, 1, 2, 3] },
    ],
    [
      'a count that no grouping meets',
      {
        order,
        groups,
        quotas: [
          { units: [0, 1, 2], max: 1 },
          { units: [0, 1], min: 1 },
        ],
      },
      { quotas: [1] },
    ],
    [
      'kinds that are too few to go round',
      {
        order,
        groups,
        varieties: [
          {
            kinds: [
              [0, 1, 2],
              [3, 4],
            ],
            min: 2,
          },
        ],
      },
      { varieties: [0] },
    ],
    [
      'more units than places in the one group they may join',
      { order, groups: alike(3, 2, 4), allowed: [0, 1, 2, 3, 4].map((i) => [i, [2]] as const) },
      { allowed: [0, 1, 2, 3, 4] },
    ],
  ])('%s', (_, problem, rules) => {
    expect(atOnce(problem)).toEqual(selected(rules));
    expect(certain(problem)).toEqual(selected(rules));
  });

  test.each<[string, GroupingRules]>([
    ['nothing is asked', { order, groups }],
    ['a list just fits the largest group', { order, groups: uneven, together: [[0, 1, 2, 3, 4]] }],
    [
      'a list just fits the group it is pinned to, and pins fill another',
      {
        order,
        groups: uneven,
        together: [[0, 1, 2]],
        pinned: [
          [2, 0],
          [3, 3],
          [4, 3],
          [5, 3],
        ],
      },
    ],
    [
      'those kept apart are pinned to two groups, or not at all',
      {
        order,
        groups,
        apart: [
          [4, 5],
          [0, 1],
        ],
        pinned: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
    [
      'a three and pairs take all the places for two',
      {
        order: 10,
        groups: [4, 3, 3].map((max) => ({ min: 3, max })),
        together: [
          [0, 1, 2],
          [3, 4],
          [5, 6],
          [7, 8],
          [8, 7],
        ],
      },
    ],
  ])('none where %s', (_, problem) => {
    expect(atOnce(problem)).toBeNull();
    expect(certain(problem)).toBeNull();
  });
});

describe('certainConflict sees besides', () => {
  const triangle: [number, number][] = [
    [2, 5],
    [0, 1],
    [1, 2],
    [3, 0],
  ];

  test('more blocks apart from each other than groups that hold anyone', () => {
    const problem = {
      order: 8,
      groups: [{ min: 0, max: 0 }, ...alike(2, 2, 6)],
      together: [
        [2, 3],
        [6, 7],
      ],
      apart: triangle,
    };
    expect(atOnce(problem)).toBeNull();
    expect(certain(problem)).toEqual(selected({ together: [0], apart: [1, 2, 3] }));
    expect(certain({ ...problem, groups: [{ min: 0, max: 1 }, ...alike(2, 2, 6)] })).toBeNull();
  });

  test('units that a quota leaves no places, the first such quota named', () => {
    const problem = {
      order: 8,
      groups: alike(3, 1, 4),
      allowed: [0, 1, 2, 6].map((i) => [i, [0, 1]] as const),
      quotas: [
        { units: [3, 4, 5], max: 1 },
        { units: [0, 1, 2], max: 1 },
        { units: [1, 2, 6], max: 1 },
      ],
    };
    expect(atOnce(problem)).toBeNull();
    expect(certain(problem)).toEqual(selected({ allowed: [0, 1, 2], quotas: [1] }));
    expect(certain({ ...problem, quotas: problem.quotas.slice(0, 1) })).toBeNull();
  });
});

test.each([
  ['rules of every kind', tinyRules],
  ['places', tinyPlaces],
])('never claims a conflict where a grouping exists, and names rules that conflict: %s', (_, tiny) => {
  let claimed = 0;
  fc.assert(
    fc.property(tiny(6), (problem) => {
      const found = certain(problem);
      if (atOnce(problem)) expect(found).toEqual(atOnce(problem));
      if (!found) return;
      claimed++;
      expect(possible(problem)).toBe(false);
      expect(possible(onlySelected(problem, found))).toBe(false);
    }),
    { numRuns: 150 },
  );
  expect(claimed).toBeGreaterThan(20);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedGrouping } from '../../../../../engine/methods/grouping/conflicts/counted-grouping.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { everyGrouping, tinyCounts } from '../every-grouping.js';
import { plantedRules } from './planted-rules.js';

const exists = (rules: GroupingRules): boolean => !everyGrouping(rules).next().done;

const sixOfTwoKinds = [
  [0, 1, 2],
  [3, 4, 5],
];

describe('countedGrouping', () => {
  test('finds out whether some grouping keeps every rule, counts included', () => {
    fc.assert(
      fc.property(tinyCounts(6), (problem) => {
        const found = countedGrouping(problem, blockRules(problem), 1e6);
        expect(found).toBe(exists(problem) ? 'found' : 'impossible');
      }),
      { numRuns: 120 },
    );
  });

  test('is never wrong with few placements, and says when they did not do', () => {
    let unknown = 0;
    fc.assert(
      fc.property(tinyCounts(6), fc.nat(6), (problem, budget) => {
        const found = countedGrouping(problem, blockRules(problem), budget);
        if (found === 'unknown') unknown++;
        else expect(found).toBe(exists(problem) ? 'found' : 'impossible');
      }),
      { numRuns: 80 },
    );
    expect(unknown).toBeGreaterThan(0);
  });

  test('places as few blocks as rules name: the others only fill groups', () => {
    const groups = Array.from({ length: 3 }, () => ({ min: 3, max: 4 }));
    const problem: GroupingRules = {
      order: 10,
      groups,
      quotas: [{ units: [0, 1, 2], min: 1 }],
    };
    const rules = blockRules(problem);
    // one placement for each of the three
    expect([2, 3].map((budget) => countedGrouping(problem, rules, budget))).toEqual(['unknown', 'found']);
    const two = { ...problem, quotas: [{ units: [0, 1], min: 1 }] };
    expect(countedGrouping(two, blockRules(two), 0)).toBe('impossible');
  });

  test.each<[string, Partial<GroupingRules>, 'found' | 'impossible']>([
    ['a kind, that two groups at most can hold', { varieties: [{ kinds: [[0, 1]], min: 1 }] }, 'impossible'],
    ['a kind, that three can hold', { varieties: [{ kinds: [[0, 1, 2]], min: 1 }] }, 'found'],
    ['one of two', { quotas: [{ units: [0, 1], min: 1 }] }, 'impossible'],
    ['one of two, or none', { quotas: [{ units: [0, 1], min: 1, orNone: true }] }, 'found'],
    ['at most one of two', { quotas: [{ units: [0, 1], max: 1 }] }, 'found'],
    ['one of three', { quotas: [{ units: [0, 1, 2], min: 1 }] }, 'found'],
  ])('fills the groups of which something is asked, and no other: %s', (_, rules, expected) => {
    // six units fill three groups of two
    const groups = Array.from({ length: 3 }, () => ({ min: 0, max: 2 }));
    const problem: GroupingRules = { order: 6, groups, ...rules };
    expect(exists(problem)).toBe(expected === 'found');
    expect(countedGrouping(problem, blockRules(problem), 1e6)).toBe(expected);
  });

  test('does not take for kept what a full group lacks', () => {
    const groups = Array.from({ length: 2 }, () => ({ min: 1, max: 2 }));
    const problem = (lacking: Partial<GroupingRules>): GroupingRules => ({
      order: 4,
      groups,
      pinned: [
        [0, 0],
        [1, 0],
      ],
      ...lacking,
    });
    for (const lacking of [
      problem({ quotas: [{ units: [2, 3], min: 1 }] }),
      problem({ varieties: [{ kinds: [[2, 3]], min: 1 }] }),
    ]) {
      expect(countedGrouping(lacking, blockRules(lacking), 1e6)).toBe('impossible');
    }
    const held = problem({ quotas: [{ units: [1, 2], min: 1 }] });
    expect(countedGrouping(held, blockRules(held), 1e6)).toBe('found');
  });

  test.each<[string, Partial<GroupingRules>, number]>([
    ['one of a quota in each', { quotas: [{ units: [0, 1, 2, 3, 4, 5], min: 1 }] }, 2],
    ['two of a quota in each', { quotas: [{ units: [0, 1, 2, 3, 4, 5], min: 2 }] }, 4],
    ['a kind in each, of two', { varieties: [{ kinds: sixOfTwoKinds, min: 1 }] }, 2],
    ['two kinds in each', { varieties: [{ kinds: sixOfTwoKinds, min: 2 }] }, 4],
    ['none, of no minimum', { quotas: [{ units: [0, 1, 2], min: 0 }] }, 0],
    [
      'none, of those that may be missed: one place each all the same',
      { quotas: [{ units: [0, 1], min: 1, orNone: true }] },
      2,
    ],
  ])('places no more of those that are counted than are wanted: %s', (_, counted, placements) => {
    const groups = Array.from({ length: 2 }, () => ({ min: 3, max: 5 }));
    const problem: GroupingRules = { order: 8, groups, ...counted };
    const rules = blockRules(problem);
    expect(countedGrouping(problem, rules, placements)).toBe('found');
    if (placements > 0) expect(countedGrouping(problem, rules, placements - 1)).toBe('unknown');
  });

  test('leaves a way as soon as too few are left to be counted', () => {
    const groups = Array.from({ length: 2 }, () => ({ min: 3, max: 3 }));
    const problem: GroupingRules = {
      order: 6,
      groups,
      together: [[0, 1]],
      pinned: [
        [0, 0],
        [2, 0],
      ],
      quotas: [{ units: [0, 1, 2, 3], min: 2 }],
    };
    // two in the other group, where one alone can go: known once the list and the other pin are placed
    expect(countedGrouping(problem, blockRules(problem), 2)).toBe('impossible');
  });

  test('takes a list back with all the units of a kind in it', () => {
    const groups = Array.from({ length: 2 }, () => ({ min: 3, max: 3 }));
    const problem: GroupingRules = {
      order: 6,
      groups,
      together: [[0, 1]],
      varieties: [{ kinds: [[0, 1]], min: 1 }],
    };
    expect(countedGrouping(problem, blockRules(problem), 1e6)).toBe('impossible');
  });

  test('seldom goes back: one placement for each block is mostly enough', () => {
    let atOnce = 0;
    let soon = 0;
    const problems = 100;
    for (let seed = 0; seed < problems; seed++) {
      const problem = plantedRules(seed);
      const rules = blockRules(problem);
      const within = (budget: number) => countedGrouping(problem, rules, budget) === 'found';
      if (within(rules.blockCount)) atOnce++;
      if (within(4 * rules.blockCount)) soon++;
    }
    expect(atOnce).toBeGreaterThanOrEqual(0.88 * problems);
    expect(soon).toBeGreaterThanOrEqual(0.95 * problems);
  });
});

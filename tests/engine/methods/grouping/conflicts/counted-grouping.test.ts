import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedGrouping } from '../../../../../engine/methods/grouping/conflicts/counted-grouping.js';
import {
  everyRule,
  onlyRules,
  placesWhere,
  statedRules,
  unionOf,
} from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { everyGrouping, tinyCounts } from '../every-grouping.js';

const exists = (rules: GroupingRules): boolean => !everyGrouping(rules).next().done;

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
});

describe('statedRules and onlyRules', () => {
  const problem: GroupingRules = {
    order: 6,
    groups: [{ min: 1, max: 6 }],
    together: [[0, 1]],
    apart: [
      [1, 2],
      [3, 4],
    ],
    pinned: [[5, 0]],
    allowed: [[2, [0]]],
    quotas: [{ units: [1, 2], max: 1 }],
    varieties: [{ kinds: [[1], [2]], min: 2 }],
  };

  test('tell every rule by its place, and make the same problem again', () => {
    const stated = statedRules(problem, everyRule(problem));
    expect(stated.map(({ kind, index }) => `${kind} ${index}`)).toEqual([
      'together 0',
      'apart 0',
      'apart 1',
      'pinned 0',
      'allowed 0',
      'quota 0',
      'variety 0',
    ]);
    const { groups: _, ...rules } = problem;
    expect(onlyRules(6, stated)).toMatchObject(rules);
    expect(onlyRules(6, stated.slice(2, 4))).toMatchObject({
      apart: [[3, 4]],
      pinned: [[5, 0]],
      together: [],
    });
  });

  test('join selections without saying anything twice, in order', () => {
    const all = everyRule(problem);
    const last = { ...everyRule({ order: 6 }), apart: [1], quotas: [0] };
    expect(unionOf([last, { ...last, apart: [0, 1] }])).toEqual({ ...last, apart: [0, 1] });
    expect(unionOf([all, last])).toEqual(all);
    expect(placesWhere([3, 8, 5], (x) => x > 4)).toEqual([1, 2]);
    expect(placesWhere(undefined, () => true)).toEqual([]);
  });
});

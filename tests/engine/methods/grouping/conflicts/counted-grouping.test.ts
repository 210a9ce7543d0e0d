import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedGrouping } from '../../../../../engine/methods/grouping/conflicts/counted-grouping.js';
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

import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { GroupPenalty } from '../../../../../engine/methods/grouping/penalties/group-penalty.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';

// blocks: 0 with 3, then 1, 2, 4
const rules = blockRules({ order: 5, groups: [], together: [[0, 3]] });
const criteria = [
  apartCriterion({ ruleId: 'soft', level: 'soft', units: [1, 3], weight: 7 }),
  apartCriterion({ ruleId: 'hard', level: 'hard', units: [2, 4], weight: 7 }),
];

describe('GroupPenalty', () => {
  test('counts what a group costs, hard criteria by their own weight', () => {
    const penalty = new GroupPenalty(criteria, rules, 100);
    expect(penalty.none).toBe(false);
    expect(penalty.of([])).toBe(0);
    expect(penalty.of([0, 2])).toBe(0);
    expect(penalty.of([0, 1])).toBe(7);
    expect(penalty.of([2, 3])).toBe(100);
    expect(penalty.of([3, 1, 2, 0])).toBe(107);
    expect(penalty.of([])).toBe(0);
  });

  test('counts it without who leaves and with who joins, and forgets them afterwards', () => {
    const penalty = new GroupPenalty(criteria, rules, 100);
    expect(penalty.of([0, 1, 2, 3], 1)).toBe(100);
    expect(penalty.of([0, 2], -1, 1)).toBe(7);
    expect(penalty.of([0])).toBe(0);
    expect(penalty.of([0, 2], 0, 3)).toBe(100);
    expect(penalty.of([0, 2], 2, 3)).toBe(0);
    expect(penalty.of([1])).toBe(0);
    expect(penalty.of([2])).toBe(0);
  });

  test('costs nothing without criteria', () => {
    const penalty = new GroupPenalty([], rules, 100);
    expect([penalty.none, penalty.of([0, 1, 2, 3])]).toEqual([true, 0]);
  });
});

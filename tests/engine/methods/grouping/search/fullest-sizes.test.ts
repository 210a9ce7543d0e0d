import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { fillGroups } from '../../../../../engine/methods/grouping/search/fullest-sizes.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { everyGrouping, keepsRules, tinyProblems } from '../every-grouping.js';

function filled(problem: GroupingRules): Int32Array | null {
  const rules = blockRules(problem);
  const start = feasibleGrouping(rules, createRng(3));
  if (start.outcome !== 'found') return null;
  fillGroups(rules, start.groupOf, createRng(4));
  return rules.blockOf.map((b) => start.groupOf[b]!);
}

function pairs(groupOf: Int32Array): number {
  let count = 0;
  for (let i = 0; i < groupOf.length; i++) for (let j = 0; j < i; j++) if (groupOf[i] === groupOf[j]) count++;
  return count;
}

describe('fillGroups', () => {
  test('makes, for units free to go anywhere, nearly the most pairs that bounds allow', () => {
    fc.assert(
      fc.property(tinyProblems(7), ({ order, groups }) => {
        const groupOf = filled({ order, groups });
        fc.pre(groupOf !== null);
        let most = 0;
        for (const other of everyGrouping({ order, groups })) most = Math.max(most, pairs(other));
        // the draw between near equals is worth less than half a pair a group
        expect(pairs(groupOf!)).toBeGreaterThan(most - groups.length / 2);
        expect(keepsRules({ order, groups }, groupOf!)).toBe(true);
      }),
    );
  });

  test('finds sizes that filling the steepest group first misses', () => {
    // 9 units: 7 + 2 would fill the largest first, but the other then needs 3
    const groups = [
      { min: 0, max: 7 },
      { min: 3, max: 6 },
    ];
    expect(pairs(filled({ order: 9, groups })!)).toBe(18);
  });

  test('keeps every rule', () => {
    fc.assert(
      fc.property(tinyProblems(), (problem) => {
        const groupOf = filled(problem);
        fc.pre(groupOf !== null);
        expect(keepsRules(problem, groupOf!)).toBe(true);
      }),
    );
  });

  test('leaves sizes as they are where bounds are too wide to look through', () => {
    const order = 4000;
    const groups = Array.from({ length: 20 }, () => ({ min: 0, max: order }));
    const rules = blockRules({ order, groups });
    const groupOf = Int32Array.from({ length: order }, (_, i) => i % 20);
    const before = groupOf.slice();
    fillGroups(rules, groupOf, createRng(1));
    expect(groupOf).toEqual(before);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { fillGroups } from '../../../../../engine/methods/grouping/search/fullest-sizes.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { everyGrouping, keepsRules, tinyProblems } from '../every-grouping.js';
import { tinyRuled } from './made-state.js';

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
      { numRuns: 40 },
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
      fc.property(fc.oneof(tinyProblems(), tinyRuled()), (problem) => {
        const groupOf = filled(problem);
        fc.pre(groupOf !== null);
        expect(keepsRules(problem, groupOf!)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('moves units that are kept from others elsewhere, and none to where it is barred', () => {
    // 0 to 3 may not meet 4, which holds a group of its own: three and one of them make the most pairs
    const groups = [3, 3, 1].map((max) => ({ min: 1, max }));
    const apart = [0, 1, 2, 3].map((i): [number, number] => [i, 4]);
    const filledFrom = (problem: GroupingRules, start: number[]): Int32Array => {
      const groupOf = Int32Array.from(start);
      fillGroups(blockRules(problem), groupOf, createRng(4));
      return groupOf;
    };
    const start = [0, 0, 1, 1, 2];
    const problem: GroupingRules = { order: 5, groups, apart };
    expect(pairs(filledFrom(problem, start))).toBe(3);
    const stay = [0, 1, 2, 3].map((i): [number, number[]] => [i, [start[i]!]]);
    expect([...filledFrom({ ...problem, allowed: stay }, start)]).toEqual(start);
    const pinned = start.map((g, i): [number, number] => [i, g]);
    expect([...filledFrom({ ...problem, pinned }, start)]).toEqual(start);
  });

  test('takes no more than is too many, and gives no more than is missing', () => {
    const groups = [2, 2, 3, 3].map((size) => ({ min: size, max: size }));
    const groupOf = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 3, 3);
    fillGroups(blockRules({ order: 10, groups }), groupOf, createRng(1));
    expect(groups.map((_, g) => groupOf.filter((h) => h === g).length)).toEqual([2, 2, 3, 3]);
  });

  test('moves no block that is larger than what is missing', () => {
    // sizes of 2, 4 and 4 make the most pairs of ten; the two pairs of the first group would make five of four
    const groups = [
      { min: 2, max: 5 },
      { min: 3, max: 4 },
      { min: 3, max: 4 },
    ];
    const rules = blockRules({
      order: 10,
      groups,
      together: [
        [0, 1],
        [2, 3],
      ],
    });
    const groupOf = Int32Array.of(0, 0, 1, 1, 1, 2, 2, 2);
    fillGroups(rules, groupOf, createRng(1));
    expect([...groupOf]).toEqual([0, 0, 1, 1, 1, 2, 2, 2]);
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { everyGrouping, keepsRules, tinyProblems } from '../every-grouping.js';

function construct(problem: GroupingRules, preferred?: Int32Array): Int32Array | string {
  const rules = blockRules(problem);
  const found = feasibleGrouping(rules, createRng(1), preferred ? { preferred } : {});
  return found.outcome === 'found' ? rules.blockOf.map((b) => found.groupOf[b]!) : found.outcome;
}

describe('feasibleGrouping', () => {
  test('finds a grouping whenever there is one, and proves it when there is none', () => {
    fc.assert(
      fc.property(tinyProblems(7), (problem) => {
        const found = construct(problem);
        if (everyGrouping(problem).next().done) expect(found).toBe('impossible');
        else expect(found instanceof Int32Array && keepsRules(problem, found)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('colours a wheel of separations with as many groups as it needs, and no fewer', () => {
    const rim = 9;
    const apart: [number, number][] = [];
    for (let i = 0; i < rim; i++) apart.push([i, (i + 1) % rim], [i, rim]);
    const wheel = (count: number): GroupingRules => ({
      order: rim + 1,
      groups: Array.from({ length: count }, () => ({ min: 1, max: 6 })),
      apart,
    });
    expect(construct(wheel(3))).toBe('impossible');
    expect(construct(wheel(4))).toBeInstanceOf(Int32Array);
  });

  test('packs blocks that fit in one way only', () => {
    const sizes = [5, 4, 4, 3, 2, 2];
    let next = 0;
    const together = sizes.map((size) => Array.from({ length: size }, () => next++));
    const groups = [10, 10].map((size) => ({ min: size, max: size }));
    const problem: GroupingRules = { order: 20, groups, together, apart: [[0, 9]] };
    const found = construct(problem);
    expect(found instanceof Int32Array && keepsRules(problem, found)).toBe(true);
  });

  test('puts units where they are wanted as far as the rules allow', () => {
    const groups = Array.from({ length: 3 }, () => ({ min: 1, max: 3 }));
    const found = construct({ order: 6, groups, apart: [[0, 1]] }, Int32Array.of(1, 1, 0, 0, 2, -1));
    expect([2, 3, 4].map((i) => found[i])).toEqual([0, 0, 2]);
  });

  test('fills groups evenly when nothing else decides', () => {
    const groups = Array.from({ length: 4 }, () => ({ min: 0, max: 9 }));
    const found = construct({ order: 10, groups }) as Int32Array;
    const sizes = groups.map((_, g) => found.filter((h) => h === g).length);
    expect(sizes.sort()).toEqual([2, 2, 3, 3]);
  });
});

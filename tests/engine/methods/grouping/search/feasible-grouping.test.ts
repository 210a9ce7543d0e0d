import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { shuffle } from '../../../../../engine/random/shuffle.js';
import { everyGrouping, keepsRules, tinyProblems } from '../every-grouping.js';
import { tinyRuled } from './made-state.js';

interface Trying {
  readonly preferred?: Int32Array;
  readonly budget?: number;
  readonly seed?: number;
}

function construct(problem: GroupingRules, { seed = 1, ...options }: Trying = {}): Int32Array | string {
  const rules = blockRules(problem);
  const found = feasibleGrouping(rules, createRng(seed), options);
  return found.outcome === 'found' ? rules.blockOf.map((b) => found.groupOf[b]!) : found.outcome;
}

describe('feasibleGrouping', () => {
  test('finds a grouping whenever there is one, and proves it when there is none', () => {
    fc.assert(
      fc.property(fc.oneof(tinyProblems(7), tinyRuled(6)), (problem) => {
        const found = construct(problem);
        if (everyGrouping(problem).next().done) expect(found).toBe('impossible');
        else expect(found instanceof Int32Array && keepsRules(problem, found)).toBe(true);
      }),
      { numRuns: 200 },
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
    const found = construct(
      { order: 6, groups, apart: [[0, 1]] },
      { preferred: Int32Array.of(1, 1, 0, 0, 2, -1) },
    );
    expect([2, 3, 4].map((i) => found[i])).toEqual([0, 0, 2]);
  });

  test('fills groups evenly when nothing else decides', () => {
    const groups = Array.from({ length: 4 }, () => ({ min: 0, max: 9 }));
    const found = construct({ order: 10, groups }) as Int32Array;
    const sizes = groups.map((_, g) => found.filter((h) => h === g).length);
    expect(sizes.sort()).toEqual([2, 2, 3, 3]);
  });

  test('puts blocks that rules bind where they are wanted too', () => {
    const groups = Array.from({ length: 4 }, () => ({ min: 0, max: 9 }));
    const apart: [number, number][] = [];
    for (let i = 0; i < 4; i++) for (let j = 0; j < i; j++) apart.push([i, j]);
    const wanted = Int32Array.of(3, 1, 0, 2, 1, 1);
    for (const seed of [1, 2, 3]) {
      const found = construct({ order: 6, groups, apart }, { preferred: wanted, seed });
      expect(found).toEqual(wanted);
    }
  });

  test('keeps what is wanted no longer than minima can still be met', () => {
    const groups = [
      { min: 0, max: 6 },
      { min: 2, max: 6 },
    ];
    const sizesOf = (found: Int32Array | string): number[] =>
      groups.map((_, g) => [...found].filter((h) => h === g).length);
    expect(sizesOf(construct({ order: 6, groups }, { preferred: new Int32Array(6) }))).toEqual([4, 2]);
    // nothing to spare: below minima each goes where it is wanted all the same
    const one = [1, 1].map((min) => ({ min, max: 2 }));
    const crossed = Int32Array.of(1, 0);
    expect(construct({ order: 2, groups: one }, { preferred: crossed })).toEqual(crossed);
    expect(construct({ order: 2, groups: one }, { preferred: Int32Array.of(0, 1) })).toEqual(
      Int32Array.of(0, 1),
    );
  });

  test('fills groups below their minimum first, those that lack most before others, then the emptiest', () => {
    const together = Array.from({ length: 5 }, (_, k) => [2 * k, 2 * k + 1]);
    const sizesOf = (groups: GroupingRules['groups'], count: number): number[] => {
      const order = 2 * count;
      const found = construct({ order, groups, together: together.slice(0, count) }, { budget: count });
      return groups.map((_, g) => [...found].filter((h) => Number(h) === g).length);
    };
    const unlike = [0, 4, 2].map((min) => ({ min, max: 9 }));
    expect(sizesOf(unlike, 3)).toEqual([0, 4, 2]);
    const wide = [6, 8, 10].map((max) => ({ min: 0, max }));
    expect(sizesOf(wide, 3)).toEqual([2, 2, 2]);
    expect([...sizesOf(wide, 4)].sort()).toEqual([2, 2, 4]);
  });

  test('needs no second try where the one with the fewest groups left goes first', () => {
    // two groups tell apart any graph without odd cycles so (Brélaz 1979): as many placements as units
    const order = 24;
    const groups = [0, 1].map(() => ({ min: 0, max: order }));
    for (let seed = 1; seed <= 6; seed++) {
      const rng = createRng(seed);
      const label = Int32Array.from({ length: order }, (_, i) => i);
      shuffle(label, rng);
      const side = (i: number): number => i % 2;
      const apart: [number, number][] = [];
      for (let i = 1; i < order; i++) {
        const others = [...Array(i).keys()].filter((j) => side(j) !== side(i));
        const chosen = new Set([others[rng.integer(others.length)], others[rng.integer(others.length)]]);
        for (const j of chosen) apart.push([label[i]!, label[j!]!]);
      }
      const found = construct({ order, groups, apart }, { budget: order, seed });
      expect(found instanceof Int32Array && keepsRules({ order, groups, apart }, found)).toBe(true);
      expect(construct({ order, groups, apart }, { budget: order - 1, seed })).toBe('unknown');
    }
  });

  test('needs no second try where the larger block goes first', () => {
    const sizes = [6, 6, 6, 4, 4, 4, 2, 2, 2];
    let next = 0;
    const together = sizes.map((size) => Array.from({ length: size }, () => next++));
    const groups = [12, 12, 12].map((size) => ({ min: size, max: size }));
    for (let seed = 1; seed <= 8; seed++) {
      expect(construct({ order: 36, groups, together }, { budget: 9, seed })).toBeInstanceOf(Int32Array);
    }
  });

  test('tries one of several empty groups that are alike: a proof takes as many tries as groups', () => {
    const clique = (order: number, rest = 0): GroupingRules => ({
      order: order + rest,
      groups: Array.from({ length: order - 1 }, () => ({ min: 0, max: 9 })),
      apart: Array.from({ length: order }, (_, i) => Array.from({ length: i }, (__, j) => [i, j] as const))
        .flat()
        .map(([i, j]): [number, number] => [i, j]),
    });
    expect(construct(clique(7), { budget: 6 })).toBe('impossible');
    expect(construct(clique(7), { budget: 5 })).toBe('unknown');
  });

  test('does not take an empty group that some may not enter for one like the others', () => {
    // 2 may only be in group 1, whichever of the alike groups the others were tried in
    const groups = Array.from({ length: 3 }, () => ({ min: 1, max: 1 }));
    for (let seed = 1; seed <= 5; seed++) {
      const found = construct({ order: 3, groups, allowed: [[2, [1]]] }, { seed });
      expect(found).toBeInstanceOf(Int32Array);
      expect(Number(found[2])).toBe(1);
    }
  });

  test('says that it does not know when it gave up', () => {
    const groups = Array.from({ length: 4 }, () => ({ min: 0, max: 9 }));
    const apart: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 3],
    ];
    for (const budget of [0, 1, 3])
      expect(construct({ order: 4, groups, apart }, { budget })).toBe('unknown');
    expect(construct({ order: 4, groups, apart }, { budget: 4 })).toBeInstanceOf(Int32Array);
  });
});

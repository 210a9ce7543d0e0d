import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needed } from '../../../../../engine/methods/grouping/conflicts/needed-rules.js';
import {
  everyRule,
  type RuleSelection,
} from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import type {
  GroupBounds,
  GroupingRules,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { alike, only, possible, selected, tinyPlaces, tinyRules } from './conflict-oracle.js';

function neededIn(
  problem: GroupingRules,
  cause: RuleSelection = everyRule(problem),
  alternatives: readonly (readonly GroupBounds[])[] = [problem.groups],
): string[] {
  return needed(problem, alternatives, cause).map(({ kind, index }) => `${kind} ${index}`);
}

describe('needed', () => {
  test('keeps of rules that are alike as many as conflict, the first ones', () => {
    const pinned = [7, 0, 1, 2, 3, 4].map((i) => [i, i === 7 ? 0 : 1] as const);
    const problem: GroupingRules = { order: 8, groups: alike(3, 1, 3), pinned, apart: [[5, 6]] };
    expect(neededIn(problem)).toEqual(['pinned 1', 'pinned 2', 'pinned 3', 'pinned 4']);
    // three alone fill the group
    expect(possible({ ...problem, pinned: pinned.slice(0, 4) })).toBe(true);
    const allowed = [0, 1, 2, 3, 4, 5].map((i) => [i, [1, 2]] as const);
    const crowd: GroupingRules = { order: 7, groups: alike(3, 2, 3), allowed, pinned: [[6, 0]] };
    // two at least are to be in the first group: no more than five elsewhere
    expect(neededIn(crowd)).toEqual([0, 1, 2, 3, 4, 5].map((k) => `allowed ${k}`));
    expect(neededIn({ ...crowd, groups: alike(3, 1, 2), order: 6, pinned: [] })).toEqual(
      [0, 1, 2, 3, 4].map((k) => `allowed ${k}`),
    );
  });

  test('keeps some of each of two classes', () => {
    // three places for six: any four conflict, and of the first class as few as can be are kept
    const problem: GroupingRules = {
      order: 9,
      groups: [
        { min: 0, max: 9 },
        { min: 0, max: 3 },
      ],
      allowed: [0, 1, 2].map((i) => [i, [1]] as const),
      pinned: [3, 4, 5].map((i) => [i, 1] as const),
    };
    expect(neededIn(problem)).toEqual(['pinned 0', 'allowed 0', 'allowed 1', 'allowed 2']);
  });

  test('says nothing twice', () => {
    const apart: [number, number][] = [
      [1, 0],
      [0, 1],
      [0, 2],
      [2, 1],
      [1, 2],
    ];
    expect(neededIn({ order: 4, groups: alike(2, 1, 3), apart })).toEqual(['apart 0', 'apart 2', 'apart 3']);
    const together = [
      [2, 3],
      [0, 1],
      [1, 0],
    ];
    expect(neededIn({ order: 4, groups: alike(2, 1, 3), together, apart: [[1, 0]] })).toHaveLength(2);
    // other rules of one list are not the same
    const pinned = [0, 1, 2, 2].map((g, i) => [i, g] as const);
    expect(neededIn({ order: 4, groups: alike(3, 1, 1).with(0, { min: 1, max: 2 }), pinned })).toEqual([
      'pinned 2',
      'pinned 3',
    ]);
  });

  test('does not take what looks like a clique for one', () => {
    // three rules and three units kept apart, of which two rules are enough
    const problem: GroupingRules = {
      order: 4,
      groups: alike(2, 1, 3),
      together: [[0, 1]],
      apart: [
        [0, 1],
        [1, 2],
      ],
    };
    expect(neededIn(problem)).toEqual(['together 0', 'apart 0']);
  });

  test('keeps a whole clique, or so many of it as there are too many groups for', () => {
    const clique = (size: number): [number, number][] =>
      Array.from({ length: size }, (_, j) =>
        Array.from({ length: j }, (__, i): [number, number] => [i, j]),
      ).flat();
    const of = (size: number) => neededIn({ order: 7, groups: alike(3, 1, 4), apart: clique(size) });
    expect(of(4)).toEqual([0, 1, 2, 3, 4, 5].map((k) => `apart ${k}`));
    expect(of(6)).toHaveLength(6);
    // 378 separations of 28 units: none of them is looked at by itself
    const many = { order: 158, groups: alike(27, 5, 7), apart: clique(28) };
    expect(neededIn(many)).toHaveLength(378);
  });

  test('goes back to every rule where those blamed do not conflict', () => {
    const problem: GroupingRules = {
      order: 6,
      groups: alike(2, 2, 4),
      together: [[4, 5]],
      apart: [
        [0, 1],
        [4, 5],
      ],
    };
    expect(neededIn(problem, selected({ apart: [0] }))).toEqual(['together 0', 'apart 1']);
    // and only then
    const twice: GroupingRules = { ...problem, pinned: [[0, 0]], allowed: [[0, [1]]] };
    expect(neededIn(twice, selected({ pinned: [0], allowed: [0], apart: [0] }))).toEqual([
      'pinned 0',
      'allowed 0',
    ]);
    expect(neededIn(twice, selected({ together: [0], apart: [0, 1] }))).toEqual(['together 0', 'apart 1']);
  });

  test('keeps what any choice of groups needs', () => {
    const problem: GroupingRules = {
      order: 6,
      groups: [],
      together: [[2], [3, 4, 5]],
      apart: [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    };
    // two groups are too few for three apart; three are too small for the list
    expect(neededIn(problem, everyRule(problem), [alike(2, 2, 4), alike(3, 2, 2)])).toEqual([
      'together 1',
      'apart 0',
      'apart 1',
      'apart 2',
    ]);
  });
});

test.each([
  ['rules of every kind', tinyRules],
  ['places', tinyPlaces],
])('none is superfluous and together they conflict, whatever was blamed: %s', (_, tiny) => {
  let conflicts = 0;
  fc.assert(
    fc.property(tiny(6), fc.boolean(), (problem, blamed) => {
      if (possible(problem) || !possible({ order: problem.order, groups: problem.groups })) return;
      conflicts++;
      const rules = needed(problem, [problem.groups], blamed ? everyRule(problem) : selected({}));
      expect(possible(only(problem, rules))).toBe(false);
      for (const k of rules.keys()) expect(possible(only(problem, rules, k))).toBe(true);
    }),
    { numRuns: 100 },
  );
  expect(conflicts).toBeGreaterThan(20);
});

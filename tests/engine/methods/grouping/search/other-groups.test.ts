import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConflictRule } from '../../../../../engine/methods/grouping/conflicts/conflict.js';
import type {
  GroupBounds,
  GroupingRules,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { otherGroups } from '../../../../../engine/methods/grouping/search/other-groups.js';
import { everyGrouping, tinyProblems } from '../every-grouping.js';

type Groups = readonly GroupBounds[];

const together: ConflictRule = { kind: 'together', index: 0, units: [0, 1] };
const apart: ConflictRule = { kind: 'apart', index: 0, units: [0, 1] };
const pinnedTo = (group: number): ConflictRule => ({ kind: 'pinned', index: 0, unit: 0, group });
const allowedTo = (...groups: number[]): ConflictRule => ({ kind: 'allowed', index: 0, unit: 0, groups });

function alike(count: number, min: number, max: number): Groups {
  return Array.from({ length: count }, () => ({ min, max }));
}

/** Whether some of the choices can hold so many units. */
function holds(order: number): (choices: readonly Groups[]) => boolean {
  return (choices) =>
    choices.some(
      (groups) =>
        groups.reduce((sum, { min }) => sum + min, 0) <= order &&
        groups.reduce((sum, { max }) => sum + max, 0) >= order,
    );
}

function changes(found: ReturnType<typeof otherGroups>): unknown[] {
  return found.map(({ change }) => change);
}

describe('otherGroups, where all groups are alike', () => {
  test('names larger groups and more of them where all are full', () => {
    const found = otherGroups(11, [alike(3, 2, 3)], [], [], holds(11));
    expect(found).toEqual([
      { choices: [alike(3, 2, 4)], change: { kind: 'bounds', min: 2, max: 4 } },
      { choices: [alike(4, 2, 3)], change: { kind: 'group-count', groupCount: 4 } },
    ]);
  });

  test('names smaller groups where the minima ask for too many, and fewer groups only where counts or blocks conflict', () => {
    const groups = alike(4, 3, 4);
    const smaller = { kind: 'bounds', min: 2, max: 4 };
    expect(changes(otherGroups(10, [groups], [apart], [], holds(10)))).toEqual([smaller]);
    const fewer = [smaller, { kind: 'group-count', groupCount: 3 }];
    const quota: ConflictRule = { kind: 'quota', index: 0, units: [0, 1], min: 1 };
    const variety: ConflictRule = { kind: 'variety', index: 0, kinds: [[0], [1]], min: 2 };
    for (const counted of [together, quota, variety]) {
      expect(changes(otherGroups(10, [groups], [apart, counted], [], holds(10)))).toEqual(fewer);
    }
    // group 3, counted from 0, is one of those that stay
    expect(changes(otherGroups(10, [groups], [together], [0, 3], holds(10)))).toEqual([smaller]);
    expect(changes(otherGroups(10, [groups], [together], [2], holds(10)))).toEqual(fewer);
  });

  test('leaves the number of groups alone where it is free, and changes the bounds of every choice', () => {
    const asked: (readonly Groups[])[] = [];
    const found = otherGroups(11, [alike(3, 2, 3), alike(2, 2, 3)], [together], [], (choices) => {
      asked.push(choices);
      return holds(11)(choices);
    });
    expect(found).toEqual([
      { choices: [alike(3, 2, 4), alike(2, 2, 4)], change: { kind: 'bounds', min: 2, max: 4 } },
    ]);
    for (const choices of asked) expect(choices.map(({ length }) => length)).toEqual([3, 2]);
  });

  test('never asks for an empty group, nor for more places than units', () => {
    const asked: GroupBounds[] = [];
    const never = (choices: readonly Groups[]): boolean => {
      asked.push(...choices.flat());
      return false;
    };
    expect(otherGroups(6, [alike(2, 2, 4)], [together], [], never)).toEqual([]);
    for (const { min, max } of asked) expect([min >= 1, max <= 6]).toEqual([true, true]);
    expect(otherGroups(6, [[]], [], [], () => true)).toEqual([]);
    expect(otherGroups(6, [], [], [], () => true)).toEqual([]);
  });

  test('opens and closes no more groups than can be filled and can hold all', () => {
    const counts = (order: number, groups: Groups): number[] => {
      const asked = new Set<number>();
      otherGroups(order, [groups], [together], [], ([first = []]) => {
        if (first[0]?.min === groups[0]?.min && first[0]?.max === groups[0]?.max) asked.add(first.length);
        return false;
      });
      return [...asked];
    };
    // from 13 / 6 to 13 / 2 groups
    expect(counts(13, alike(4, 2, 6))).toEqual([5, 6, 3]);
    expect(counts(3, alike(2, 0, 3))).toEqual([3, 1]);
    expect(counts(2, alike(3, 0, 0))).toEqual([2]);
  });

  test('makes the least change that is enough, as trying them all shows', () => {
    const problems = tinyProblems(5).chain((problem) =>
      fc.record({
        problem: fc.constant(problem),
        conflict: fc.constantFrom<readonly ConflictRule[]>([apart], [together]),
      }),
    );
    fc.assert(
      fc.property(problems, ({ problem: { groups: drawn, ...rules }, conflict }) => {
        const [{ min, max } = { min: 0, max: 0 }] = drawn;
        const groups = alike(drawn.length, min, max);
        const { order } = rules;
        const feasible = (choice: Groups): boolean =>
          !everyGrouping({ ...rules, groups: choice } as GroupingRules).next().done;
        const named = (rules.pinned ?? []).map(([, group]) => group);
        const found = otherGroups(order, [groups], conflict, named, (choices) => choices.some(feasible));

        const expected: unknown[] = [];
        const larger = upwards(max + 1, order).find((m) => feasible(alike(drawn.length, min, m)));
        if (larger) expected.push({ kind: 'bounds', min, max: larger });
        const smaller = upwards(1, min - 1).findLast((m) => feasible(alike(drawn.length, m, max)));
        if (smaller) expected.push({ kind: 'bounds', min: smaller, max });
        const most = Math.floor(order / Math.max(1, min));
        const more = upwards(drawn.length + 1, most).find((n) => feasible(alike(n, min, max)));
        if (more) expected.push({ kind: 'group-count', groupCount: more });
        const fewest = Math.max(1, Math.ceil(order / Math.max(1, max)), ...named.map((g) => g + 1));
        const fewer = upwards(fewest, drawn.length - 1).findLast((n) => feasible(alike(n, min, max)));
        if (fewer && conflict.includes(together)) expected.push({ kind: 'group-count', groupCount: fewer });
        expect(changes(found)).toEqual(expected);
        for (const { choices } of found) expect(choices.some(feasible)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('otherGroups, where groups are unlike', () => {
  const groups: Groups = [
    { min: 1, max: 2 },
    { min: 1, max: 3 },
    { min: 2, max: 3 },
  ];

  test('raises by the least that is enough one group that the conflict pins or allows to, the lowest first', () => {
    const found = otherGroups(10, [groups], [pinnedTo(2), apart, allowedTo(0, 2)], [], holds(10));
    const raised = (group: number, bounds: GroupBounds): unknown => ({
      choices: [groups.with(group, bounds)],
      change: { kind: 'bounds', ...bounds, group },
    });
    expect(found).toEqual([raised(0, { min: 1, max: 4 }), raised(2, { min: 2, max: 5 })]);
  });

  test('counts no group that is not there, and raises none that the conflict does not name', () => {
    expect(otherGroups(10, [groups], [pinnedTo(3), allowedTo(7)], [], holds(10))).toEqual([]);
    expect(otherGroups(10, [groups], [apart, together], [1], holds(10))).toEqual([]);
  });

  test('names none where the largest group of all would not do', () => {
    const asked: number[] = [];
    const never = ([choice = []]: readonly Groups[]): boolean => {
      asked.push(choice[1]!.max);
      return false;
    };
    expect(otherGroups(10, [groups], [pinnedTo(1)], [], never)).toEqual([]);
    expect(Math.max(...asked)).toBe(10);
  });

  test('sees that maxima differ as well as minima', () => {
    const unlike: Groups = [
      { min: 1, max: 2 },
      { min: 1, max: 4 },
    ];
    expect(changes(otherGroups(7, [unlike], [pinnedTo(1)], [], holds(7)))).toEqual([
      { kind: 'bounds', min: 1, max: 5, group: 1 },
    ]);
    const otherMinima: Groups = [
      { min: 1, max: 3 },
      { min: 2, max: 3 },
    ];
    expect(changes(otherGroups(7, [otherMinima], [pinnedTo(0)], [], holds(7)))).toEqual([
      { kind: 'bounds', min: 1, max: 4, group: 0 },
    ]);
  });
});

/** The whole numbers from one to another, both included. */
function upwards(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeRules } from '../../../../../engine/methods/grouping/conflicts/alike-rules.js';
import {
  everyRule,
  onlyRules,
  statedRules,
} from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { everyGrouping, tinyCounts } from '../every-grouping.js';

const classesOf = (rules: Omit<GroupingRules, 'groups'>) =>
  alikeRules(statedRules(rules, everyRule(rules))).map((alike) =>
    alike.map(({ kind, index }) => `${kind} ${index}`),
  );

test('joins rules that say the same of units that no other rule names', () => {
  const pinned: [number, number][] = [0, 1, 2, 3].map((i) => [i, i === 3 ? 1 : 0]);
  const together = [
    [4, 5],
    [6, 7],
    [8, 9, 10],
    [10, 11],
  ];
  expect(classesOf({ order: 12, pinned, together })).toEqual([
    ['together 0', 'together 1'],
    ['together 2'],
    ['together 3'],
    ['pinned 0', 'pinned 1', 'pinned 2'],
    ['pinned 3'],
  ]);
});

test('tells apart those whose units are counted otherwise, whatever the order of their groups', () => {
  const allowed: [number, number[]][] = [
    [0, [1, 2]],
    [1, [2, 1]],
    [2, [1, 2]],
    [3, [0]],
  ];
  const quotas = [{ units: [2, 2, 5], max: 1 }];
  const varieties = [{ kinds: [[4], [3]], min: 1 }];
  expect(classesOf({ order: 6, allowed, quotas, varieties })).toEqual([
    ['allowed 0', 'allowed 1'],
    ['allowed 2'],
    ['allowed 3'],
    ['quota 0'],
    ['variety 0'],
  ]);
});

test('tells apart places, and pins, that are not the same', () => {
  const allowed: [number, number[]][] = [
    [0, [1, 2]],
    [1, [2]],
    [2, [2]],
    [3, [2, 10]],
    [4, [10, 2]],
  ];
  const pinned: [number, number][] = [
    [5, 0],
    [6, 1],
    [7, 0],
  ];
  expect(classesOf({ order: 8, allowed, pinned })).toEqual([
    ['pinned 0', 'pinned 2'],
    ['pinned 1'],
    ['allowed 0'],
    ['allowed 1', 'allowed 2'],
    ['allowed 3', 'allowed 4'],
  ]);
});

test('tells apart units that are of other kinds, or counted by other quotas, whatever their order in a list', () => {
  const pinned = [0, 1, 2, 3, 4, 5, 6].map((i): [number, number] => [i, 0]);
  const varieties = [
    {
      kinds: [
        [0, 1],
        [2, 3],
      ],
      min: 2,
    },
  ];
  const quotas = [{ units: [3] }, { units: [6, 4] }, { units: [5, 5, 4] }];
  // 0 and 1 of one kind, 2 of the other, 3 of it and counted besides, 4 counted twice, 5 and 6 once
  expect(classesOf({ order: 7, pinned, varieties, quotas }).slice(0, 6)).toEqual([
    ['pinned 0', 'pinned 1'],
    ['pinned 2'],
    ['pinned 3'],
    ['pinned 4'],
    ['pinned 5'],
    ['pinned 6'],
  ]);
  const together = [
    [0, 1],
    [3, 2],
    [4, 5],
  ];
  // one of each of the first two lists is counted
  expect(classesOf({ order: 6, together, quotas: [{ units: [0, 2] }] })).toEqual([
    ['together 0', 'together 1'],
    ['together 2'],
    ['quota 0'],
  ]);
});

test('any of a class may be left out with the same effect', () => {
  const possible = (rules: GroupingRules): boolean => !everyGrouping(rules).next().done;
  fc.assert(
    fc.property(tinyCounts(6), (problem) => {
      const all = statedRules(problem, everyRule(problem));
      for (const alike of alikeRules(all)) {
        const verdicts = alike.map((left) =>
          possible({
            ...onlyRules(
              problem.order,
              all.filter((rule) => rule !== left),
            ),
            groups: problem.groups,
          }),
        );
        expect(new Set(verdicts).size).toBe(1);
      }
    }),
    { numRuns: 150 },
  );
});

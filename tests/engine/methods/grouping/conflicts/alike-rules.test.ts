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

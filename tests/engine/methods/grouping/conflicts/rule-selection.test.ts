import { describe, expect, test } from 'vitest';
import {
  everyRule,
  onlyRules,
  placesWhere,
  statedRules,
  unionOf,
} from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';

describe('statedRules and onlyRules', () => {
  const problem: GroupingRules = {
    order: 6,
    groups: [{ min: 1, max: 6 }],
    together: [[0, 1]],
    apart: [
      [1, 2],
      [3, 4],
    ],
    pinned: [[5, 0]],
    allowed: [[2, [0]]],
    quotas: [{ units: [1, 2], max: 1 }],
    varieties: [{ kinds: [[1], [2]], min: 2 }],
  };

  test('tell every rule by its place, and make the same problem again', () => {
    const stated = statedRules(problem, everyRule(problem));
    expect(stated.map(({ kind, index }) => `${kind} ${index}`)).toEqual([
      'together 0',
      'apart 0',
      'apart 1',
      'pinned 0',
      'allowed 0',
      'quota 0',
      'variety 0',
    ]);
    const { groups: _, ...rules } = problem;
    expect(onlyRules(6, stated)).toMatchObject(rules);
    expect(onlyRules(6, stated.slice(2, 4))).toMatchObject({
      apart: [[3, 4]],
      pinned: [[5, 0]],
      together: [],
    });
  });

  test('leave the sizes to the groups', () => {
    const sizes = {
      kind: 'sizes',
      order: 6,
      groupCount: null,
      bounds: null,
      smallestTotal: null,
      largestTotal: null,
    } as const;
    expect(onlyRules(6, [sizes])).toEqual({ order: 6, ...everyRule({ order: 6 }) });
  });

  test('join selections without saying anything twice, in order', () => {
    const all = everyRule(problem);
    const last = { ...everyRule({ order: 6 }), apart: [1], quotas: [0] };
    expect(unionOf([last, { ...last, apart: [0, 1] }])).toEqual({ ...last, apart: [0, 1] });
    expect(unionOf([all, last])).toEqual(all);
    expect(placesWhere([3, 8, 5], (x) => x > 4)).toEqual([1, 2]);
    expect(placesWhere(undefined, () => true)).toEqual([]);
  });
});

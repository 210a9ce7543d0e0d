import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  quotaConflict,
  shortPlaces,
  varietyConflict,
} from '../../../../../engine/methods/grouping/conflicts/count-conflict.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type {
  GroupBounds,
  GroupingRules,
  Quota,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { alike, onlySelected, possible, selected, tinyRules } from './conflict-oracle.js';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const bounded = (...pairs: [min: number, max: number][]): GroupBounds[] =>
  pairs.map(([min, max]) => ({ min, max }));

const quotaOf = (problem: GroupingRules) => quotaConflict(problem, blockRules(problem))?.() ?? null;
const varietyOf = (problem: GroupingRules) => varietyConflict(problem, blockRules(problem))?.() ?? null;
const shortOf = (problem: GroupingRules, index: number | null) =>
  shortPlaces(problem, blockRules(problem), index)?.() ?? null;

describe('quotaConflict', () => {
  const together = [[7, 8], [0, 1, 5], [2, 3], []];

  test.each<[string, Quota, boolean]>([
    ['six with at most two in each of three groups', { units: [0, 2, 4, 6, 7, 8], max: 2 }, false],
    ['seven', { units: [0, 2, 4, 5, 6, 7, 8], max: 2 }, true],
    ['six with at least two in each', { units: [0, 2, 4, 6, 7, 8], min: 2 }, false],
    ['five', { units: [0, 2, 4, 6, 7], min: 2 }, true],
    ['one told twice, with at most one in each', { units: [0, 0, 2, 4], max: 1 }, false],
    ['two of a list told twice, with at most two', { units: [2, 2, 3, 3], max: 2 }, false],
    ['two or none, and one alone', { units: [4], min: 2, orNone: true }, true],
    ['two or none, and two', { units: [4, 6], min: 2, orNone: true }, false],
    ['two or none, and nobody', { units: [], min: 2, orNone: true }, false],
    ['two or none, at most two in each, and seven', { units: upTo(7), min: 2, max: 2, orNone: true }, true],
    ['no limits at all', { units: [0] }, false],
    ['one in each, of two lists', { units: [2, 3, 7, 8], min: 1 }, true],
    ['no minimum, of two lists', { units: [2, 3, 7, 8], min: 0 }, false],
  ])('sums up: %s', (_, quota, refused) => {
    const problem = { order: 9, groups: alike(3, 2, 4), quotas: [{ units: [4] }, quota] };
    const pairs = together.filter(({ length }) => length === 2);
    expect(quotaOf({ ...problem, together: pairs }) !== null).toBe(refused);
  });

  test('names the lists behind, and them alone', () => {
    const problem = { order: 9, groups: alike(3, 2, 4), together };
    expect(quotaOf(problem)).toBeNull();
    const of = (quota: Quota) => quotaOf({ ...problem, quotas: [{ units: [4] }, quota] });
    // three of the second list, two of the third
    expect(of({ units: [0, 1, 5, 2, 3], max: 2 })).toEqual(selected({ together: [1], quotas: [1] }));
    // six places of two for seven: lists or not
    expect(of({ units: [0, 1, 2, 4, 6, 7, 8], max: 2 })).toEqual(selected({ quotas: [1] }));
    // two lists for three groups
    expect(of({ units: [0, 1, 2, 3], min: 1 })).toEqual(selected({ together: [1, 2], quotas: [1] }));
    expect(of({ units: [0, 1, 4], min: 2 })).toEqual(selected({ quotas: [1] }));
    expect(of({ units: [1], min: 3, orNone: true })).toEqual(selected({ quotas: [1] }));
  });

  test.each<[string, GroupBounds[], number]>([
    ['the fewest that hold everyone', alike(4, 0, 4), 3],
    ['the fewest that hold everyone, and just', bounded([0, 5], [0, 4], [0, 4]), 2],
    ['those that must hold someone', bounded([1, 9], [1, 9], [0, 9]), 2],
    ['one, the largest', bounded([0, 2], [0, 9], [0, 1]), 1],
  ])('asks a minimum of the groups that are filled: %s', (_, groups, filled) => {
    const problem = (count: number) => ({ order: 9, groups, quotas: [{ units: upTo(count), min: 1 }] });
    expect(quotaOf(problem(filled))).toBeNull();
    expect(quotaOf(problem(filled - 1))).toEqual(selected({ quotas: [0] }));
  });
});

describe('varietyConflict', () => {
  const problem = { order: 6, groups: alike(2, 2, 4) };
  const of = (kinds: number[][], min: number, together?: number[][]) =>
    varietyOf({
      ...problem,
      together,
      varieties: [
        { kinds: [[4]], min: 0 },
        { kinds, min },
      ],
    });

  test('counts each kind once a group, and no more than there are groups', () => {
    expect(of([[0, 1], [2]], 2)).toEqual(selected({ varieties: [1] }));
    expect(
      of(
        [
          [0, 1],
          [2, 3],
        ],
        2,
      ),
    ).toBeNull();
    // four of a kind are in two groups all the same
    expect(of([[0, 1, 2, 3], [4]], 2)).toEqual(selected({ varieties: [1] }));
    expect(of([[0, 1, 2, 3], [4], [5]], 2)).toBeNull();
    expect(varietyConflict(problem, blockRules(problem))).toBeNull();
  });

  test('counts a list once, and names every list', () => {
    const kinds = [
      [0, 1],
      [2, 3],
    ];
    expect(
      of(kinds, 2, [
        [4, 5],
        [0, 1],
      ]),
    ).toEqual(selected({ together: [0, 1], varieties: [1] }));
    expect(
      of(kinds, 2, [
        [4, 5],
        [0, 2],
      ]),
    ).toBeNull();
  });
});

describe('shortPlaces', () => {
  const base = { order: 9, groups: alike(3, 2, 4) };
  const onlyIn = (g: number, ...units: number[]) => units.map((i) => [i, [g]] as const);

  test('is null without places or a quota', () => {
    expect(shortOf({ ...base, pinned: [[0, 1]] }, null)).toBeNull();
    expect(shortOf({ ...base, allowed: onlyIn(2, 0, 1, 2, 3) }, null)).toBeNull();
  });

  test('names the units that want the places of a group, with their lists and pins', () => {
    const allowed = [[8, [0, 1]] as const, ...onlyIn(2, 0, 1, 2)];
    const together = [[7, 8], [0, 6], []];
    const pinned: [number, number][] = [
      [5, 0],
      [3, 2],
    ];
    expect(shortOf({ ...base, allowed, together, pinned }, null)).toEqual(
      selected({ allowed: [1, 2, 3], together: [1], pinned: [1] }),
    );
    // one place less asked for is enough
    expect(shortOf({ ...base, allowed, pinned }, null)).toBeNull();
    expect(shortOf({ ...base, allowed, together }, null)).toBeNull();
  });

  test('names a unit whose places exclude each other', () => {
    const bystanders = onlyIn(1, 4, 5);
    expect(shortOf({ ...base, allowed: [...bystanders, [0, [0, 1]], [0, [1, 2]]] }, null)).toBeNull();
    expect(shortOf({ ...base, allowed: [...bystanders, ...onlyIn(0, 0), [0, [1, 2]]] }, null)).toEqual(
      selected({ allowed: [2, 3] }),
    );
    expect(
      shortOf(
        {
          ...base,
          allowed: [...bystanders, [0, [1, 2]]],
          pinned: [
            [4, 1],
            [0, 0],
          ],
        },
        null,
      ),
    ).toEqual(selected({ allowed: [2], pinned: [1] }));
  });

  test('names those that a quota counts, where its maximum is short of places', () => {
    const problem = {
      ...base,
      allowed: [6, 0, 1, 2].map((i) => [i, [0, 1]] as const),
      together: [
        [0, 5],
        [7, 8],
      ],
      quotas: [{ units: [3, 4, 8], max: 1 }, { units: [0, 1, 2, 8], max: 1 }, { units: [0, 1, 2] }],
    };
    expect(shortOf(problem, null)).toBeNull();
    expect(shortOf(problem, 0)).toBeNull();
    expect(shortOf(problem, 1)).toEqual(selected({ allowed: [1, 2, 3], together: [0], quotas: [1] }));
    expect(shortOf(problem, 2)).toBeNull();
    // two in one group and one in the other
    expect(shortOf({ ...problem, quotas: [{ units: [0, 1, 2], max: 2 }] }, 0)).toBeNull();
  });

  test('names everything on places where the minimum of a quota is, but none that may be missed', () => {
    const problem = {
      ...base,
      allowed: [...onlyIn(0, 0, 1), [6, [1, 2]] as const],
      quotas: [
        { units: [0, 1, 2], min: 1 },
        { units: [0, 1, 2], min: 1, orNone: true },
        { units: [0, 2, 3], min: 1 },
      ],
    };
    expect(shortOf(problem, 0)).toEqual(selected({ allowed: [0, 1, 2], quotas: [0] }));
    expect(shortOf(problem, 1)).toBeNull();
    expect(shortOf(problem, 2)).toBeNull();
  });

  test('counts pins against a quota, with no other places', () => {
    const problem = {
      ...base,
      pinned: [0, 1, 5].map((i) => [i, i === 5 ? 2 : 1] as const),
      quotas: [
        { units: [0, 1, 2], max: 1 },
        { units: [0, 5, 2], max: 1 },
      ],
    };
    expect(shortOf(problem, 0)).toEqual(selected({ pinned: [0, 1], quotas: [0] }));
    expect(shortOf(problem, 1)).toBeNull();
    // as many other places as pins
    const allowed = onlyIn(1, 0, 1);
    expect(shortOf({ ...problem, allowed, pinned: [5, 6].map((i) => [i, 2] as const) }, 0)).toEqual(
      selected({ allowed: [0, 1], quotas: [0] }),
    );
  });

  test('adds up what groups of unlike sizes hold, where everyone may go anywhere', () => {
    const groups = bounded([1, 1], [1, 5]);
    const together = [[4, 5]];
    const of = (quota: Quota) => shortOf({ order: 6, groups, together, quotas: [{ units: [0] }, quota] }, 1);
    // one of them in the first group, four at most in the second
    expect(of({ units: [0, 1, 2, 3, 4, 5, 5], max: 4 })).toEqual(selected({ quotas: [1] }));
    expect(of({ units: upTo(5), max: 4 })).toBeNull();
    // the first has no place for two
    expect(of({ units: upTo(6), min: 2 })).toEqual(selected({ quotas: [1] }));
    expect(of({ units: upTo(6), min: 1 })).toBeNull();
    expect(of({ units: upTo(6), min: 2, orNone: true })).toBeNull();
  });

  test('never runs short where a grouping exists, whatever is counted', () => {
    let short = 0;
    fc.assert(
      fc.property(tinyRules(6), (problem) => {
        for (const index of [null, ...(problem.quotas ?? []).keys()]) {
          const found = shortOf(problem, index);
          if (!found) continue;
          short++;
          expect(possible(onlySelected(problem, found))).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
    expect(short).toBeGreaterThan(20);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupingConflict } from '../../../../../engine/methods/grouping/conflicts/conflict.js';
import {
  canBeGrouped,
  explainConflict,
  explainConflictOfAll,
} from '../../../../../engine/methods/grouping/conflicts/explain-conflict.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { errorOf, tinyCounts, tinyProblems } from '../every-grouping.js';
import { after, alike, only, possible, withoutSome } from './conflict-oracle.js';

describe.each([
  ['bounds, blocks, separations and pins', tinyProblems],
  ['places and counts as well', tinyCounts],
])('explainConflict against every grouping, with %s', (_, tiny) => {
  test('is null exactly when some grouping keeps the rules', () => {
    fc.assert(
      fc.property(tiny(7), (problem) => {
        expect(explainConflict(problem) === null).toBe(possible(problem));
        expect(canBeGrouped(problem)).toBe(possible(problem));
      }),
      { numRuns: 300 },
    );
  });

  test('names rules that conflict by themselves, and none too many', () => {
    fc.assert(
      fc.property(tiny(7), (problem) => {
        const conflict = explainConflict(problem)?.conflict.filter(({ kind }) => kind !== 'sizes') ?? [];
        fc.pre(conflict.length > 0);
        expect(possible(only(problem, conflict))).toBe(false);
        for (const k of conflict.keys()) expect(possible(only(problem, conflict, k))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('proposes changes that each undo the conflict, and are enough exactly when it says so', () => {
    fc.assert(
      fc.property(tiny(6), (problem) => {
        const found = explainConflict(problem);
        fc.pre(found !== null);
        expect(found?.relaxation.length).toBeGreaterThan(0);
        const sizes = found?.conflict.length === 1 && found.conflict[0]?.kind === 'sizes';
        for (const change of found?.relaxation ?? []) {
          const changed = after(problem, change);
          if (changed === null) continue;
          if (sizes) expect(possible({ order: changed.order, groups: changed.groups })).toBe(true);
          else expect(possible(changed)).toBe(change.sufficient);
          // as few as are enough
          if (change.kind === 'drop-some' && change.sufficient) {
            expect(possible(withoutSome(problem, change, change.count - 1))).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('explainConflict', () => {
  const order = 20;
  const groups = alike(3, 6, 10);

  test.each<[string, GroupingRules, readonly object[], object]>([
    [
      'sizes that ask for too many units',
      { order: 40, groups: alike(7, 6, 10) },
      [{ kind: 'sizes', order: 40, groupCount: 7, smallestTotal: 42, largestTotal: 70 }],
      { kind: 'group-count', groupCount: 6 },
    ],
    [
      'sizes that leave units over',
      { order: 31, groups: alike(3, 6, 10) },
      [{ kind: 'sizes', order: 31, groupCount: 3, smallestTotal: 18, largestTotal: 30 }],
      { kind: 'group-count', groupCount: 4 },
    ],
    [
      'unlike groups that leave units over',
      { order: 9, groups: [...alike(1, 1, 3), ...alike(1, 2, 4)] },
      [{ kind: 'sizes', bounds: null, largestTotal: 7 }],
      { kind: 'raise-maxima', places: 2 },
    ],
    [
      'two pins of one unit',
      {
        order,
        groups,
        pinned: [
          [4, 0],
          [3, 1],
          [4, 2],
        ],
      },
      [
        { kind: 'pinned', index: 0, unit: 4, group: 0 },
        { kind: 'pinned', index: 2, unit: 4, group: 2 },
      ],
      { kind: 'drop', rule: { kind: 'pinned', index: 0 } },
    ],
    [
      'a chain of lists that joins two pins',
      {
        order,
        groups,
        together: [
          [8, 9],
          [0, 1],
          [1, 2],
          [2, 3],
        ],
        pinned: [
          [0, 0],
          [3, 1],
        ],
      },
      [
        { kind: 'together', index: 1 },
        { kind: 'together', index: 2 },
        { kind: 'together', index: 3 },
        { kind: 'pinned', index: 0 },
        { kind: 'pinned', index: 1 },
      ],
      { kind: 'drop', rule: { kind: 'together', index: 1 } },
    ],
    [
      'a list larger than the largest group',
      { order: 24, groups, together: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]] },
      [{ kind: 'together', index: 0 }, { kind: 'sizes' }],
      { kind: 'bounds', min: 6, max: 11, sufficient: true },
    ],
    [
      'units both together and apart',
      {
        order,
        groups,
        together: [
          [5, 6],
          [6, 7],
        ],
        apart: [
          [1, 2],
          [5, 7],
        ],
      },
      [
        { kind: 'together', index: 0 },
        { kind: 'together', index: 1 },
        { kind: 'apart', index: 1, units: [5, 7] },
      ],
      { kind: 'drop', rule: { kind: 'apart', index: 1 } },
    ],
    [
      'units kept apart and pinned to one group',
      {
        order,
        groups,
        apart: [[1, 2]],
        pinned: [
          [1, 2],
          [2, 2],
        ],
      },
      [
        { kind: 'apart', index: 0 },
        { kind: 'pinned', index: 0 },
        { kind: 'pinned', index: 1 },
      ],
      { kind: 'drop', rule: { kind: 'apart', index: 0 } },
    ],
    [
      'more pins than a group holds',
      {
        order: 5,
        groups: alike(2, 1, 3),
        pinned: [
          [0, 1],
          [1, 1],
          [2, 1],
          [3, 1],
        ],
      },
      [0, 1, 2, 3].map((index) => ({ kind: 'pinned', index })).concat([{ kind: 'sizes' } as never]),
      { kind: 'bounds', min: 1, max: 4 },
    ],
    [
      'more units apart from each other than groups',
      {
        order: 24,
        groups,
        apart: [
          [0, 1],
          [0, 2],
          [0, 3],
          [1, 2],
          [1, 3],
          [2, 3],
          [3, 9],
        ],
      },
      [0, 1, 2, 3, 4, 5].map((index) => ({ kind: 'apart', index })).concat([{ kind: 'sizes' } as never]),
      { kind: 'group-count', groupCount: 4, sufficient: true },
    ],
    [
      'more pairs than places for pairs',
      {
        order: 9,
        groups: alike(3, 2, 3),
        together: [
          [0, 1],
          [2, 3],
          [4, 5],
          [6, 7],
        ],
      },
      [0, 1, 2, 3].map((index) => ({ kind: 'together', index })).concat([{ kind: 'sizes' } as never]),
      { kind: 'bounds', min: 2, max: 4 },
    ],
  ])('explains %s', (_, problem, conflict, change) => {
    const found = explainConflict(problem);
    expect(found?.conflict).toMatchObject(conflict);
    expect(found?.relaxation.some((one) => matches(one, change))).toBe(true);
  });

  test('says when a change undoes this conflict and another one remains', () => {
    const found = explainConflict({
      order,
      groups,
      pinned: [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    });
    expect(found?.conflict).toHaveLength(2);
    expect(found?.relaxation.every(({ sufficient }) => !sufficient)).toBe(true);
  });

  test('puts the changes that are enough first', () => {
    const found = explainConflict({
      order,
      groups,
      pinned: [
        [0, 0],
        [0, 1],
        [0, 2],
      ],
      together: [[0, 1]],
    });
    const verdicts = found?.relaxation.map(({ sufficient }) => sufficient) ?? [];
    expect(verdicts).toEqual([...verdicts].sort((a, b) => Number(b) - Number(a)));
  });

  test('refuses indices that mean nothing', () => {
    expect(errorOf(() => explainConflict({ order: 2, groups: alike(1, 1, 2), apart: [[0, 2]] }))?.code).toBe(
      'bad-unit',
    );
  });
});

/** What a conflict names, in short. */
const named = (found: GroupingConflict | null): string[] | undefined =>
  found?.conflict.map((rule) => (rule.kind === 'sizes' ? 'sizes' : `${rule.kind} ${rule.index}`));

describe('explainConflict names the sizes', () => {
  const two = [
    { min: 1, max: 1 },
    { min: 1, max: 5 },
  ];

  test.each<[string, GroupingRules, string[]]>([
    [
      'as larger groups would undo the conflict',
      { order: 6, groups: alike(2, 1, 3), together: [[0, 1, 2, 3]] },
      ['together 0', 'sizes'],
    ],
    [
      'as more groups would',
      {
        order: 6,
        groups: alike(2, 2, 4),
        apart: [
          [0, 1],
          [0, 2],
          [1, 2],
        ],
      },
      ['apart 0', 'apart 1', 'apart 2', 'sizes'],
    ],
    [
      'as one group for all would, though no single change is told',
      {
        order: 6,
        groups: two.map(({ min }) => ({ min, max: 3 })).with(0, { min: 2, max: 3 }),
        together: [[0, 1, 2, 3]],
      },
      ['together 0', 'sizes'],
    ],
    [
      'as a group for each would, though no single change is told',
      {
        order: 6,
        groups: two,
        apart: [
          [0, 1],
          [0, 2],
          [1, 2],
        ],
      },
      ['apart 0', 'apart 1', 'apart 2', 'sizes'],
    ],
    [
      'as the same groups of any size would, where rules are on places',
      {
        order: 4,
        groups: [
          { min: 2, max: 2 },
          { min: 1, max: 3 },
        ],
        pinned: [
          [0, 1],
          [1, 1],
          [2, 1],
        ],
      },
      ['pinned 0', 'pinned 1', 'pinned 2', 'sizes'],
    ],
    [
      'as one more group would, that a unit is allowed',
      { order: 4, groups: alike(2, 1, 3), allowed: [[0, [2]]] },
      ['allowed 0', 'sizes'],
    ],
  ])('%s', (_, problem, names) => {
    expect(possible(problem)).toBe(false);
    expect(named(explainConflict(problem))).toEqual(names);
  });

  test.each<[string, GroupingRules, string[]]>([
    [
      'two pins of one unit',
      {
        order: 4,
        groups: alike(2, 1, 3),
        pinned: [
          [0, 0],
          [0, 1],
        ],
      },
      ['pinned 0', 'pinned 1'],
    ],
    [
      'a unit allowed nowhere, which other groups than these would not change',
      {
        order: 4,
        groups: [
          { min: 1, max: 3 },
          { min: 1, max: 2 },
        ],
        allowed: [[0, [2]]],
      },
      ['allowed 0'],
    ],
    [
      'a unit apart from those that are pinned to every group',
      {
        order: 4,
        groups: [
          { min: 1, max: 3 },
          { min: 1, max: 2 },
        ],
        apart: [
          [0, 2],
          [1, 2],
        ],
        pinned: [
          [0, 0],
          [1, 1],
        ],
      },
      ['apart 0', 'apart 1', 'pinned 0', 'pinned 1'],
    ],
    [
      'units together and apart',
      { order: 4, groups: alike(2, 1, 3), together: [[0, 1]], apart: [[1, 0]] },
      ['together 0', 'apart 0'],
    ],
  ])('but not where they play no part: %s', (_, problem, names) => {
    expect(named(explainConflict(problem))).toEqual(names);
  });
});

describe('explainConflictOfAll', () => {
  const choices = [2, 3].map((count) => alike(count, 1, 4));
  const rules = {
    order: 6,
    apart: [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
      [4, 5],
    ] as [number, number][],
  };

  test('names what conflicts with every choice of groups, and that their number is free', () => {
    const found = explainConflictOfAll(rules, choices);
    expect(named(found)).toEqual([0, 1, 2, 3, 4, 5].map((k) => `apart ${k}`).concat('sizes'));
    expect(found?.conflict.at(-1)).toEqual({
      kind: 'sizes',
      order: 6,
      groupCount: null,
      bounds: { min: 1, max: 4 },
      smallestTotal: null,
      largestTotal: null,
    });
    expect(found?.relaxation).toEqual(
      [0, 1, 2].map((index) => ({
        kind: 'drop',
        rule: { kind: 'apart', index, units: rules.apart[index] },
        sufficient: true,
      })),
    );
  });

  test('is null where one choice will do', () => {
    expect(explainConflictOfAll({ ...rules, apart: rules.apart.slice(1) }, choices)).toBeNull();
    expect(explainConflictOfAll(rules, [...choices, alike(4, 1, 4)])).toBeNull();
  });

  test('names the sizes where others would do with some of the choices alone', () => {
    // four for the third group, that the first choice has not got and that holds three in the second
    const crowd = { order: 6, allowed: [0, 1, 2, 3].map((i) => [i, [2]] as const) };
    const found = explainConflictOfAll(
      crowd,
      [2, 3].map((count) => alike(count, 1, 3)),
    );
    expect(named(found)).toEqual(['allowed 0', 'allowed 1', 'allowed 2', 'allowed 3', 'sizes']);
    expect(found?.relaxation.at(-1)).toEqual({ kind: 'bounds', min: 1, max: 4, sufficient: true });
  });

  test('names no sizes where they play no part', () => {
    const contradictory = { order: 6, together: [[0, 1]], apart: [[0, 1]] as [number, number][] };
    expect(named(explainConflictOfAll(contradictory, choices))).toEqual(['together 0', 'apart 0']);
  });

  test('refuses indices that mean nothing', () => {
    const strange = { order: 6, pinned: [[0, 2]] as [number, number][] };
    expect(errorOf(() => explainConflictOfAll(strange, choices))?.code).toBe('bad-group');
    expect(errorOf(() => explainConflictOfAll({ order: 2, apart: [[0, 2]] }, choices))?.code).toBe(
      'bad-unit',
    );
  });
});

function matches(actual: object, expected: object): boolean {
  return Object.entries(expected).every(([key, value]) => {
    const held = (actual as Record<string, unknown>)[key];
    return typeof value === 'object' && value !== null ? matches(held as object, value) : held === value;
  });
}

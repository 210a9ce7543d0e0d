import { describe, expect, test } from 'vitest';
import { explainConflict } from '../../../../../engine/methods/grouping/conflicts/explain-conflict.js';
import { checkGrouping } from '../../../../../engine/methods/grouping/problem/check-grouping.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { errorOf } from '../every-grouping.js';

const sound: GroupingProblem = {
  order: 3,
  weights: new Float64Array(9).fill(1),
  groups: [1, 1].map((min) => ({ min, max: 2 })),
};
const weightsWith = (at: number, w: number): Float64Array => sound.weights.with(at, w);

describe('checkGrouping', () => {
  test('has nothing against a sound problem', () => {
    const quotas = [
      { units: [0, 1], min: 0, max: 1 },
      { units: [], min: 0 },
    ];
    checkGrouping({ ...sound, allowed: [[0, [1]]], quotas, varieties: [{ kinds: [[0], [2]], min: 1 }] });
    checkGrouping({ order: 0, weights: new Float64Array(0), groups: [] });
    checkGrouping({
      ...sound,
      groups: [0, 3].map((size) => ({ min: size, max: size })),
      quotas: [{ units: [0], min: 1, max: 1 }],
      criteria: [0, 2].map((weight) => ({ ruleId: 'r', level: 'soft', weight }) as never),
    });
    // each pin once, though unit × group and group × unit may be the same
    const groups = Array.from({ length: 3 }, () => ({ min: 0, max: 2 }));
    const pinned = [0, 1, 2].flatMap((i) => [0, 1, 2].map((g) => [i, g] as const));
    checkGrouping({ ...sound, groups, pinned });
  });

  test.each<[string, Partial<GroupingProblem>, string, unknown, RegExp]>([
    ['an infinite weight', { weights: weightsWith(5, Infinity) }, 'bad-weights', Infinity, /units 1 and 2/],
    [
      'a weight of one direction',
      { weights: weightsWith(3, 4) },
      'bad-weights',
      [1, 4],
      /\(0, 1\).*\(1, 0\)/s,
    ],
    ['bounds below zero', { groups: [{ min: -1, max: 2 }] }, 'bad-bounds', [-1, 2], /Group 0/],
    [
      'bounds that are no numbers',
      { groups: [{ min: 0, max: Number.NaN }] },
      'bad-bounds',
      [0, Number.NaN],
      /NaN/,
    ],
    ['a unit that is none', { together: [[0, 1.5]] }, 'bad-unit', 1.5, /0 to 2/],
    ['an unknown unit among places', { allowed: [[3, [0]]] }, 'bad-unit', 3, /allowed names unit 3/],
    ['a place that is none', { allowed: [[1, [0, -2]]] }, 'bad-group', -2, /unit 1 into group -2/],
    ['an unknown unit in a quota', { quotas: [{ units: [-1] }] }, 'bad-unit', -1, /quotas names unit -1/],
    ['an unknown unit kept apart', { apart: [[0, 3]] }, 'bad-unit', 3, /^apart names unit 3/],
    ['an unknown unit kept apart from one', { apart: [[4, 0]] }, 'bad-unit', 4, /^apart names unit 4/],
    ['an unknown unit kept together', { together: [[0], [1, 3]] }, 'bad-unit', 3, /^together names unit 3/],
    [
      'an infinite weight below the diagonal',
      { weights: weightsWith(6, -Infinity) },
      'bad-weights',
      -Infinity,
      /units 0 and 2/,
    ],
    ['a unit apart from itself', { apart: [[2, 2]] }, 'bad-unit', [2, 2], /apart from itself/],
    ['an unknown unit pinned', { pinned: [[3, 0]] }, 'bad-unit', 3, /pinned names unit 3/],
    ['a pin beyond the groups', { pinned: [[0, 2]] }, 'bad-group', 2, /pinned puts unit 0 in group 2/],
    ['a pin below the groups', { pinned: [[0, -1]] }, 'bad-group', -1, /go from 0 to 1/],
    ['a pin between groups', { pinned: [[0, 0.5]] }, 'bad-group', 0.5, /0.5/],
    [
      'a pin given twice',
      {
        pinned: [
          [2, 1],
          [1, 1],
          [2, 1],
        ],
      },
      'bad-pin',
      [2, 1],
      /\[2, 1\] twice/,
    ],
    ['an order that is none', { order: -1 }, 'bad-order', -1, /order is -1/],
    ['bounds that cross', { groups: [{ min: 3, max: 2 }] }, 'bad-bounds', [3, 2], /\(3\).*\(2\)/],
    ['a matrix of another size', { weights: new Float64Array(4) }, 'bad-weights', 4, /4 entries; 3 .* 9/],
    [
      'weights whose sum overflows',
      { weights: new Float64Array(9).fill(Number.MAX_VALUE) },
      'bad-weights',
      Infinity,
      /overflows/,
    ],
    [
      'a criterion without a weight',
      { criteria: [{ ruleId: 'r', level: 'soft', weight: Number.NaN } as never] },
      'bad-weights',
      Number.NaN,
      /"r" has weight NaN/,
    ],
    [
      'a criterion with a weight below zero',
      { criteria: [{ ruleId: 'r', level: 'soft', weight: -1 } as never] },
      'bad-weights',
      -1,
      /"r" has weight -1/,
    ],
    ['limits that cross', { quotas: [{ units: [0], min: 2, max: 1 }] }, 'bad-quota', [2, 1], /2 to 1/],
    ['limits that are not whole', { quotas: [{ units: [0], min: 0.5 }] }, 'bad-quota', [0.5, 3], /0.5/],
    ['an unknown unit among kinds', { varieties: [{ kinds: [[9]], min: 1 }] }, 'bad-unit', 9, /varieties/],
    ['kinds below zero', { varieties: [{ kinds: [[0]], min: -2 }] }, 'bad-quota', -2, /-2 kinds/],
  ])('names %s, with the value and a way out', (_, part, code, value, message) => {
    const error = errorOf(() => checkGrouping({ ...sound, ...part }));
    expect(error?.code).toBe(code);
    expect(error?.value).toEqual(value);
    expect(error?.message).toMatch(message);
    expect(error?.message.split('\n')[1]).toMatch(/^Maybe [a-z].*\.$/);
  });

  test('leaves rules that contradict each other to the explanation of conflicts', () => {
    const problem = { ...sound, together: [[0, 1]], apart: [[1, 0] as const] };
    checkGrouping(problem);
    expect(explainConflict(problem)?.conflict.map(({ kind }) => kind)).toEqual(['together', 'apart']);
    const pinned = [0, 1, 2].map((i) => [i, 0] as const);
    checkGrouping({ ...sound, pinned });
    expect(explainConflict({ ...sound, pinned })?.conflict.map(({ kind }) => kind)).toContain('pinned');
  });
});

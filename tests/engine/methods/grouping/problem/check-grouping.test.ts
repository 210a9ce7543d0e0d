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

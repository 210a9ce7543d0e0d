import { describe, expect, test } from 'vitest';

import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { atMostCriterion } from '../../../../../engine/criteria/at-most.js';
import { forbiddenCriterion } from '../../../../../engine/criteria/forbidden.js';
import { pinnedCriterion } from '../../../../../engine/criteria/pinned.js';
import { togetherCriterion } from '../../../../../engine/criteria/together.js';
import { wishesCriterion } from '../../../../../engine/criteria/wishes.js';
import type { GroupingConflict } from '../../../../../engine/methods/grouping/conflicts/conflict.js';
import { foldCriteria } from '../../../../../engine/methods/grouping/penalties/fold-criteria.js';
import { withHardCriteria } from '../../../../../engine/methods/grouping/penalties/hard-criteria.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { solveGrouping } from '../../../../../engine/methods/grouping/solve-grouping.js';
import { errorOf } from '../every-grouping.js';

const problem: GroupingProblem = {
  order: 4,
  weights: new Float64Array(16),
  groups: Array.from({ length: 3 }, () => ({ min: 0, max: 4 })),
};
const hard = { ruleId: 'h', level: 'hard' as const };
const soft = { ruleId: 's', level: 'soft' as const };

describe('withHardCriteria', () => {
  test('restates hard rules on pairs and places as what the search keeps by construction', () => {
    const most = atMostCriterion({ ...hard, valuesOf: [[0]], most: 1 });
    const softly = apartCriterion({ ...soft, units: [0, 3] });
    const restated = withHardCriteria({
      ...problem,
      apart: [[1, 2]],
      criteria: [
        togetherCriterion({ ...hard, units: [0, 1] }),
        apartCriterion({ ...hard, units: [2, 3] }),
        pinnedCriterion({ ...hard, units: [3], group: 1 }),
        forbiddenCriterion({ ...hard, units: [2], groups: [0] }),
        // unit 0 may only go where its best wish is
        wishesCriterion({ ...hard, wishes: [[2, 0]] }),
        most,
        softly,
      ],
    });
    expect(restated.together).toEqual([[0, 1]]);
    expect(restated.apart).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(restated.allowed).toEqual([
      [3, [1]],
      [2, [1, 2]],
      [0, [2]],
    ]);
    expect(restated.criteria).toEqual([most, softly]);
  });

  test('says no place twice', () => {
    const restated = withHardCriteria({
      ...problem,
      allowed: [[2, [1]]],
      criteria: [forbiddenCriterion({ ...hard, units: [2], groups: [0] })],
    });
    expect(restated.allowed).toEqual([[2, [1]]]);
  });

  test('leaves a problem without any as it is', () => {
    expect(withHardCriteria(problem)).toBe(problem);
    const others = { ...problem, criteria: [apartCriterion({ ...soft, units: [0, 1] })] };
    expect(withHardCriteria(others)).toBe(others);
  });

  test('keeps together what costs apart, apart what costs together, and allows the places that cost least', () => {
    const criterion = atMostCriterion({ ...hard, valuesOf: [], most: 1 });
    const restated = withHardCriteria({
      ...problem,
      together: [[0, 3]],
      criteria: [
        {
          ...criterion,
          pairs: [
            [0, 1, -2],
            [1, 2, 0],
            [2, 3, 0.5],
          ],
          // said by its pairs
          places: [[0, 0, 1]],
        },
        {
          ...criterion,
          places: [
            [1, 0, 2],
            [1, 1, 3],
            [1, 0, 1],
            [1, 2, 4],
            [2, 1, -1],
            // the same in every group
            [3, 0, 1],
            [3, 1, 1],
            [3, 2, 1],
          ],
        },
      ],
    });
    expect(restated.together).toEqual([
      [0, 3],
      [0, 1],
    ]);
    expect(restated.apart).toEqual([[2, 3]]);
    expect(restated.allowed).toEqual([
      [1, [0, 1]],
      [2, [1]],
    ]);
    expect(restated.criteria).toEqual([]);
  });

  test('says what places given before leave open, unit by unit', () => {
    const forbidden = forbiddenCriterion({ ...hard, units: [2], groups: [0] });
    const newlyAllowed = (...allowed: (readonly [number, readonly number[]])[]) =>
      withHardCriteria({ ...problem, allowed, criteria: [forbidden] }).allowed?.slice(allowed.length);
    expect(newlyAllowed([2, [0, 1]])).toEqual([[2, [1, 2]]]);
    expect(newlyAllowed([1, [1]])).toEqual([[2, [1, 2]]]);
    expect(newlyAllowed([2, [0, 1]], [2, [1, 2]])).toEqual([]);
  });
});

describe('foldCriteria', () => {
  const weights = Float64Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 0 : 10));

  test('takes soft rules on pairs into the weights and those on places beside them, as a gain', () => {
    const rules = blockRules({ ...problem, together: [[0, 1]] });
    const folded = foldCriteria(rules, weights, [
      apartCriterion({ ...soft, units: [2, 3], weight: 4 }),
      forbiddenCriterion({ ...soft, units: [0, 1, 3], groups: [1], weight: 3 }),
    ]);
    expect(folded.others).toEqual([]);
    expect([folded.weights[2 * 4 + 3], folded.weights[3 * 4 + 2], folded.weights[1]]).toEqual([6, 6, 10]);
    expect(weights[11]).toBe(10);
    // three blocks: 0 with 1, 2, 3; group 1 costs the first twice
    expect([...(folded.places ?? [])].map((place) => place + 0)).toEqual([0, 0, 0, -6, 0, -3, 0, 0, 0]);
  });

  test('carries neither hard rules nor those on groups, and copies nothing for them', () => {
    const rules = blockRules(problem);
    const criteria = [
      apartCriterion({ ...hard, units: [0, 1] }),
      atMostCriterion({ ...soft, valuesOf: [], most: 1 }),
    ];
    const folded = foldCriteria(rules, weights, criteria);
    expect(folded).toEqual({ weights, places: null, others: criteria });
    expect(folded.weights).toBe(weights);
  });
});

describe('solveGrouping names what a criterion asks amiss', () => {
  test.each([
    ['bad-unit', apartCriterion({ ...soft, units: [0, 4] }), 4],
    ['bad-unit', apartCriterion({ ...hard, units: [0, 4] }), 4],
    ['bad-unit', pinnedCriterion({ ...soft, units: [9], group: 0 }), 9],
    ['bad-unit', pinnedCriterion({ ...hard, units: [8], group: 0 }), 8],
    ['bad-group', pinnedCriterion({ ...soft, units: [1], group: 3 }), 3],
    ['bad-group', pinnedCriterion({ ...hard, units: [1], group: 5 }), 5],
    [
      'bad-weights',
      { ...soft, ...apartCriterion({ ...soft, units: [] }), pairs: [[0, 1, Number.NaN]] as const },
      Number.NaN,
    ],
  ])('%s', (code, criterion, value) => {
    const error = errorOf(() => solveGrouping({ ...problem, criteria: [criterion] }));
    expect([error?.code, error?.value]).toEqual([code, value]);
    expect(error?.message).toContain(`"${criterion.ruleId}"`);
    expect(error?.message).toMatch(code === 'bad-weights' ? /penalty of NaN/ : /names (unit|group) \d, but/);
  });

  test('hard rules on places that leave a unit no group, as a conflict', () => {
    const criteria = [
      forbiddenCriterion({ ruleId: 'north', level: 'hard', units: [2], groups: [0, 1] }),
      forbiddenCriterion({ ruleId: 'south', level: 'hard', units: [2], groups: [2] }),
    ];
    const error = errorOf(() => solveGrouping({ ...problem, criteria }));
    expect(error?.code).toBe('infeasible');
    expect(error?.value).toMatchObject({
      conflict: [
        { kind: 'allowed', index: 0, unit: 2, groups: [2] },
        { kind: 'allowed', index: 1, unit: 2, groups: [0, 1] },
      ],
      relaxation: [
        { kind: 'drop', sufficient: true },
        { kind: 'drop', sufficient: true },
      ],
    });
  });

  test('hard rules on places that crowd a group, by the smallest set of units', () => {
    const criteria = [
      forbiddenCriterion({ ruleId: 'far', level: 'hard', units: [0, 1, 3], groups: [0, 2] }),
      forbiddenCriterion({ ruleId: 'near', level: 'hard', units: [2], groups: [1] }),
    ];
    const groups = Array.from({ length: 3 }, () => ({ min: 0, max: 2 }));
    const error = errorOf(() => solveGrouping({ ...problem, groups, criteria }));
    expect(error?.code).toBe('infeasible');
    const found = error?.value as GroupingConflict | undefined;
    expect(
      found?.conflict.flatMap((rule) => (rule.kind === 'allowed' ? [[rule.unit, rule.groups]] : [])),
    ).toEqual([
      [0, [1]],
      [1, [1]],
      [3, [1]],
    ]);
  });
});

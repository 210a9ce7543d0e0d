import { describe, expect, test } from 'vitest';
import { changeCriterion } from '../../../../../engine/criteria/change.js';
import { pastMeetingsCriterion } from '../../../../../engine/criteria/past-meetings.js';
import { checkEntry, foldCriteria } from '../../../../../engine/methods/grouping/penalties/fold-criteria.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { Criterion } from '../../../../../engine/model/criterion.js';
import { errorOf } from '../every-grouping.js';

const groups = Array.from({ length: 2 }, () => ({ min: 0, max: 3 }));
const rules = blockRules({ order: 3, groups, together: [[0, 1]] });
const weights = Float64Array.of(0, 1, 2, 1, 0, 3, 2, 3, 0);
const soft = { ruleId: 'here', level: 'soft' as const };
const silent: Criterion = {
  ...soft,
  weight: 2,
  evaluate: () => 0,
  deltaOfMove: () => 0,
  deltaOfSwap: () => 0,
  justify: () => [],
};

describe('foldCriteria', () => {
  test('adds up what several criteria take from a pair, and leaves the weights given alone', () => {
    const meetings = [[1, 2, 1]] as const;
    const folded = foldCriteria(rules, weights, [
      pastMeetingsCriterion({ ...soft, weight: 3, meetings }),
      { ...silent, pairs: [[0, 2, -5]] },
      { ...silent, pairs: [[1, 2, 0.25]] },
    ]);
    expect([...folded.weights]).toEqual([0, 1, 12, 1, 0, -0.5, 12, -0.5, 0]);
    expect([...weights]).toEqual([0, 1, 2, 1, 0, 3, 2, 3, 0]);
    expect(folded.places).toBeNull();
    expect(folded.others).toEqual([]);
  });

  test('adds up what places are worth to a block, and copies no weights for them', () => {
    const published = Int32Array.of(0, 1, 1);
    const folded = foldCriteria(rules, weights, [
      {
        ...silent,
        places: [
          [2, 1, 0.5],
          [0, 1, -1],
          [1, 1, 4],
        ],
      },
      changeCriterion({ ...soft, weight: 10, published }),
    ]);
    expect(folded.weights).toBe(weights);
    // group 0: one of the block at home in each; unit 2 at home in group 1
    expect([...(folded.places ?? [])].map((place, k, all) => place - all[k % 2]!)).toEqual([0, 0, -6, 9]);
    expect(folded.others).toEqual([]);
  });

  test('carries a criterion once, by its pairs where it has both, and not at all where it has neither', () => {
    const both: Criterion = { ...silent, pairs: [[0, 2, 1]], places: [[0, 0, 9]] };
    const hard: Criterion = { ...both, level: 'hard' };
    const folded = foldCriteria(rules, weights, [silent, both, hard]);
    expect(folded.weights[2]).toBe(0);
    expect(folded.places).toBeNull();
    expect(folded.others).toEqual([silent, hard]);
    const empty = foldCriteria(rules, weights, [{ ...silent, places: [] }]);
    expect([...(empty.places ?? [])]).toEqual([0, 0, 0, 0]);
  });

  test.each<[string, Partial<Criterion>, string, number]>([
    ['bad-unit', { pairs: [[0, 3, 1]] }, 'names unit 3, but units go from 0 to 2.', 3],
    ['bad-unit', { places: [[-1, 0, 1]] }, 'names unit -1', -1],
    ['bad-unit', { places: [[0.5, 0, 1]] }, 'names unit 0.5', 0.5],
    ['bad-group', { places: [[2, 2, 1]] }, 'names group 2, but groups go from 0 to 1.', 2],
    ['bad-weights', { pairs: [[0, 1, Number.NaN]] }, 'has a penalty of NaN.', Number.NaN],
    ['bad-weights', { places: [[0, 1, Number.POSITIVE_INFINITY]] }, 'Infinity', Number.POSITIVE_INFINITY],
  ])('refuses what a criterion names or weighs amiss: %s, %o', (code, given, words, value) => {
    const error = errorOf(() => foldCriteria(rules, weights, [{ ...silent, ...given }]));
    expect([error?.code, error?.value]).toEqual([code, value]);
    expect(error?.message).toContain('Criterion "here"');
    expect(error?.message).toContain(words);
    expect(error?.message).toMatch(/\nMaybe .+/);
  });
});

describe('checkEntry', () => {
  test('lets every index pass that there is', () => {
    expect(errorOf(() => checkEntry(silent, [0, 4], 5, 'unit'))).toBeNull();
    expect(errorOf(() => checkEntry(silent, [0, 5], 5, 'unit'))?.value).toBe(5);
  });
});

import { expect, test } from 'vitest';
import { chairPairCriterion } from '../../../engine/criteria/chair-pair.js';

test.each<[string, women: number[], men: number[], penalty: number]>([
  ['a woman and a man', [1, 0], [0, 1], 0],
  ['two women', [1, 1], [0, 0], 1],
  ['two men', [0, 0], [1, 1], 1],
  ['a unit that gives both, and one that gives none', [1, 0], [1, 0], 1],
  ['a unit that gives both, and one that gives a woman', [1, 1], [1, 0], 0],
  ['one alone', [1], [1], 1],
  ['nobody', [], [], 0],
])('a group of %s', (_, womenOf, menOf, penalty) => {
  const rule = chairPairCriterion({ ruleId: 'r', level: 'soft', womenOf, menOf });
  const groupOf = new Int32Array(womenOf.length);
  expect(rule.evaluate(groupOf)).toBe(penalty);
  const tally = rule.tally?.(1, womenOf.length);
  for (const i of groupOf.keys()) tally?.record(i, -1, 0);
  expect(tally?.penaltyOf?.(0)).toBe(penalty);
});

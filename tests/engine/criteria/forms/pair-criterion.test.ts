import { expect, test } from 'vitest';
import { pairCriterion } from '../../../../engine/criteria/forms/pair-criterion.js';

const terms = { ruleId: 'r', level: 'soft' as const };

test('lists its pairs by their units, those without a penalty left out, and blames them in that order', () => {
  const rule = pairCriterion(terms, [
    [2, 3, -1],
    [0, 9, 2],
    [1, 2, 0],
    [0, 10, 4],
    [1, 9, 8],
    [0, 2, 16],
  ]);
  expect(rule.pairs).toEqual([
    [0, 2, 16],
    [0, 9, 2],
    [0, 10, 4],
    [1, 9, 8],
    [2, 3, -1],
  ]);
  const groupOf = new Int32Array(11);
  groupOf[3] = 1;
  expect(rule.justify(groupOf)).toEqual([
    { units: [0, 2], penalty: 16 },
    { units: [0, 9], penalty: 2 },
    { units: [0, 10], penalty: 4 },
    { units: [1, 9], penalty: 8 },
    { units: [2, 3], penalty: 1 },
  ]);
  expect(rule.evaluate(groupOf)).toBe(31);
});

test('a unit placed nowhere is with nobody, those placed nowhere neither', () => {
  const rule = pairCriterion(terms, [
    [0, 1, 2],
    [1, 2, -3],
  ]);
  const nowhere = Int32Array.of(-1, -1, -1);
  expect(rule.evaluate(nowhere)).toBe(3);
  expect(rule.deltaOfMove(nowhere, 0, 0)).toBe(0);
  expect(rule.deltaOfMove(Int32Array.of(0, -1, 0), 1, 0)).toBe(2 - 3);
});

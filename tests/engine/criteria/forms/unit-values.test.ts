import { expect, test } from 'vitest';
import { hasValue, membersByValue, unitValues } from '../../../../engine/criteria/forms/unit-values.js';

const valuesOf = [[10, 9, 2, 9], [], [2], [11, 1]];

test('lays the values of each unit end to end, ascending, each once', () => {
  const laid = unitValues(valuesOf);
  expect(laid).toEqual({
    start: Int32Array.of(0, 3, 3, 4, 6),
    values: Int32Array.of(2, 9, 10, 2, 1, 11),
    valueCount: 12,
  });
  expect([1, 2, 9, 10, 11].map((v) => hasValue(laid, 0, v))).toEqual([false, true, true, true, false]);
  expect(unitValues([])).toMatchObject({ start: Int32Array.of(0), valueCount: 0 });
});

test('gathers the members that have each value, values ascending', () => {
  expect(membersByValue(valuesOf, [0, 2, 3])).toEqual([
    [1, [3]],
    [2, [0, 2]],
    [9, [0]],
    [10, [0]],
    [11, [3]],
  ]);
});

import { expect, test } from 'vitest';
import { checkedMatrix } from '../../../engine/numeric/checked-matrix.js';
import { thrownBy } from '../thrown-error.js';

test('a matrix of finite non-negative numbers comes back as it is', () => {
  const matrix = { rows: 1, columns: 2, values: Float64Array.of(0, 3.5) };
  expect(checkedMatrix(matrix, 'It')).toBe(matrix);
});

test.each([Number.NaN, -0.1, Number.POSITIVE_INFINITY])('an entry %d is refused with its place', (entry) => {
  const matrix = { rows: 2, columns: 2, values: Float64Array.of(0, 1, 2, entry) };
  const error = thrownBy(() => checkedMatrix(matrix, 'The feature matrix'));
  expect(error.code).toBe('entry-not-usable');
  expect(error.value).toEqual([1, 1, entry]);
});

test('a matrix whose shape does not fit its numbers is refused', () => {
  const error = thrownBy(() => checkedMatrix({ rows: 2, columns: 2, values: new Float64Array(3) }, 'It'));
  expect(error.code).toBe('matrix-misshapen');
});

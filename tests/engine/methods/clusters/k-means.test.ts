import { expect, test } from 'vitest';
import { kMeans } from '../../../../engine/methods/clusters/k-means.js';
import type { Matrix } from '../../../../engine/numeric/matrix.js';
import { createRng } from '../../../../engine/random/rng.js';
import { thrownBy } from '../../thrown-error.js';

function matrix(...rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
}

const twoClouds = matrix([0, 0], [9, 9], [0, 1], [9, 8], [1, 0], [8, 9]);

test('two clouds are two clusters, numbered by smallest member', () => {
  const { membership, count, quality } = kMeans(twoClouds, { count: 2, rng: createRng(1) });
  expect([count, ...membership]).toEqual([2, 0, 1, 0, 1, 0, 1]);
  // within: 4/3 a cloud; total: 6 points about (4.5, 4.5)
  const total = 2 * (2 * 4.5 ** 2 + 2 * (3.5 ** 2 + 4.5 ** 2));
  expect(quality).toBeCloseTo(1 - (2 * (4 / 3)) / total, 12);
});

test('one seed gives one partition', () => {
  const rng = createRng(4);
  const many = matrix(...Array.from({ length: 60 }, () => [rng.next(), rng.next(), rng.next()]));
  const first = kMeans(many, { count: 7, rng: createRng(9) });
  expect(kMeans(many, { count: 7, rng: createRng(9) })).toEqual(first);
});

test('there are never more clusters than distinct rows, nor an empty one', () => {
  const alike = matrix([1, 2], [1, 2], [3, 4], [1, 2]);
  for (let seed = 0; seed < 10; seed++) {
    const { membership, count, quality } = kMeans(alike, { count: 4, rng: createRng(seed) });
    expect([count, quality, ...membership]).toEqual([2, 1, 0, 0, 1, 0]);
  }
  expect(kMeans(matrix([1], [1]), { count: 5, rng: createRng(1) })).toMatchObject({ count: 1, quality: 1 });
});

test('no row has no cluster, one row has one, and k above n is no error', () => {
  expect(kMeans(matrix(), { count: 3, rng: createRng(1) })).toEqual({
    membership: new Uint32Array(),
    count: 0,
    quality: 0,
  });
  expect(kMeans(matrix([5]), { count: 3, rng: createRng(1) })).toMatchObject({ count: 1, quality: 1 });
  expect(kMeans(matrix([0], [1]), { count: 9, rng: createRng(1) }).count).toBe(2);
});

test('bad use is refused', () => {
  for (const count of [0, 1.5, Number.NaN]) {
    expect(thrownBy(() => kMeans(twoClouds, { count, rng: createRng(1) })).code).toBe('count-not-usable');
  }
  expect(thrownBy(() => kMeans(matrix([Number.NaN]), { count: 1, rng: createRng(1) })).code).toBe(
    'entry-not-usable',
  );
});

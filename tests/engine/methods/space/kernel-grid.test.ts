import { expect, test } from 'vitest';
import { gridKernelMeans } from '../../../../engine/methods/space/kernel-grid.js';
import { kernelMeans } from '../../../../engine/methods/space/kernel-means.js';
import { sparseRows } from '../../../../engine/numeric/sparse-rows.js';
import { createRng } from '../../../../engine/random/rng.js';

function madeRows(order: number, seed: number) {
  const rng = createRng(seed);
  const lat = Float64Array.from({ length: order }, () => 42.5 + 6 * rng.next());
  const lon = Float64Array.from({ length: order }, () => -1 + 7 * rng.next());
  const values = Float64Array.from({ length: 3 * order }, (_, at) => {
    const i = Math.floor(at / 3);
    const field = 1 + Math.sin(lat[i]! + at) + Math.cos(lon[i]! - at);
    return rng.next() < 0.3 ? 0 : Math.max(0, field) * rng.next();
  });
  return { rows: sparseRows({ rows: order, columns: 3, values }), positions: { lat, lon } };
}

test('means on the grid are those of all pairs to two hundredths of what the column varies by', () => {
  const { rows, positions } = madeRows(400, 1);
  for (const bandwidthKm of [30, 80, 190]) {
    const exact = kernelMeans(rows, positions, bandwidthKm).values;
    const onGrid = gridKernelMeans(rows, positions, bandwidthKm).values;
    const mean = exact.reduce((sum, v) => sum + v, 0) / exact.length;
    const deviation = Math.sqrt(exact.reduce((sum, v) => sum + (v - mean) ** 2, 0) / exact.length);
    const error = Math.sqrt(exact.reduce((sum, v, at) => sum + (v - onGrid[at]!) ** 2, 0) / exact.length);
    expect(error / deviation).toBeLessThan(0.02);
  }
});

test('a place alone, or without position, has a row of zeros on the grid too', () => {
  const { rows, positions } = madeRows(3, 2);
  positions.lat.set([44, 60, Number.NaN]);
  positions.lon.set([2, 30, Number.NaN]);
  expect([...gridKernelMeans(rows, positions, 50).values]).toEqual(new Array(9).fill(0));
});

test('a place does not count for itself: two places give each the profile of the other', () => {
  const { rows, positions } = madeRows(2, 3);
  positions.lat.set([44, 44.3]);
  positions.lon.set([2, 2.2]);
  const exact = kernelMeans(rows, positions, 50).values;
  gridKernelMeans(rows, positions, 50).values.forEach((value, at) => {
    expect(value).toBeCloseTo(exact[at]!, 10);
  });
});

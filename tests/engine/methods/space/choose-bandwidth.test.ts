import { expect, test } from 'vitest';
import {
  bandwidthCandidatesKm,
  chooseBandwidth,
  predictionErrors,
} from '../../../../engine/methods/space/choose-bandwidth.js';
import { kernelMeans } from '../../../../engine/methods/space/kernel-means.js';
import { sparseRows } from '../../../../engine/numeric/sparse-rows.js';
import { createRng } from '../../../../engine/random/rng.js';

const rng = createRng(20161104);

/** 120 places over 300 × 300 km whose three columns wave with the wavelength given, plus noise. */
function waves(wavelengthDegrees: number) {
  const places = Array.from({ length: 120 }, () => ({ lat: 43 + 3 * rng.next(), lon: 4 * rng.next() }));
  const values = places.flatMap(({ lat, lon }) =>
    [lat, lon, lat + lon].map((u) => 1 + Math.sin((2 * Math.PI * u) / wavelengthDegrees) + 0.2 * rng.next()),
  );
  return {
    rows: sparseRows({ rows: 120, columns: 3, values: Float64Array.from(values) }),
    dense: values,
    positions: {
      lat: Float64Array.from(places, ({ lat }) => lat),
      lon: Float64Array.from(places, ({ lon }) => lon),
    },
  };
}

test('candidates go from 10 to 190 km by steps of a quarter octave', () => {
  expect(bandwidthCandidatesKm[0]).toBe(10);
  expect(bandwidthCandidatesKm[4]).toBe(20);
  expect(bandwidthCandidatesKm.at(-1)).toBeCloseTo(190.27, 2);
});

test('the errors are those of the kernel means at each candidate', () => {
  const { rows, dense, positions } = waves(2);
  const errors = predictionErrors(rows, positions);
  bandwidthCandidatesKm.forEach((bandwidthKm, k) => {
    const means = kernelMeans(rows, positions, bandwidthKm);
    const expected = dense.reduce((sum, x, at) => sum + (x - means.values[at]!) ** 2, 0);
    expect(errors[k]! / expected).toBeCloseTo(1, 9);
  });
});

test('the candidate of least error is chosen, narrower for patterns that change sooner', () => {
  const wide = waves(8);
  const narrow = waves(1);
  for (const { rows, positions } of [wide, narrow]) {
    const errors = predictionErrors(rows, positions);
    expect(bandwidthCandidatesKm.indexOf(chooseBandwidth(rows, positions))).toBe(
      errors.indexOf(Math.min(...errors)),
    );
  }
  expect(chooseBandwidth(narrow.rows, narrow.positions)).toBeLessThan(
    chooseBandwidth(wide.rows, wide.positions),
  );
});

test('a tie goes to the smaller candidate', () => {
  const rows = sparseRows({ rows: 2, columns: 1, values: Float64Array.of(1, 2) });
  expect(chooseBandwidth(rows, { lat: Float64Array.of(44, 44), lon: Float64Array.of(1, 1) })).toBe(10);
  // 60 km apart: seen from 16.8 km on, and then always with the same error
  const apart = { lat: Float64Array.of(44, 44.54), lon: Float64Array.of(1, 1) };
  expect(chooseBandwidth(rows, apart)).toBe(bandwidthCandidatesKm[3]);
});

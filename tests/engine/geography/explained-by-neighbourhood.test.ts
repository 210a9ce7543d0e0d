import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainedByNeighbourhood } from '../../../engine/geography/explained-by-neighbourhood.js';
import { residualProfiles } from '../../../engine/geography/residual-profiles.js';
import type { Matrix } from '../../../engine/numeric/matrix.js';
import { thrownBy } from '../thrown-error.js';

function matrix(rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
}

test('two neighbours explain each other, as far as each declares what the other does', () => {
  const features = matrix([
    [1, 0.5, 0],
    [0.5, 1, 0.2],
  ]);
  const positions = { lat: Float64Array.of(44, 44.01), lon: Float64Array.of(2, 2) };
  const residual = residualProfiles(features, positions, { strength: 1, bandwidthKm: 20 });
  expect([...explainedByNeighbourhood(features, residual).values]).toEqual([0.5, 1, 0, 1, 0.5, 0]);
});

test('nobody near, or no known position, explains nothing', () => {
  const features = matrix([[1], [1], [1]]);
  const positions = { lat: Float64Array.of(44, 50, Number.NaN), lon: Float64Array.of(2, 2, Number.NaN) };
  const residual = residualProfiles(features, positions, { strength: 1, bandwidthKm: 20 });
  expect([...explainedByNeighbourhood(features, residual).values]).toEqual([0, 0, 0]);
});

test('what is kept is what the dial leaves of the share that is explained', () => {
  const entry = fc.double({ min: 0, max: 1, noNaN: true });
  const profile = fc.tuple(entry, entry, entry);
  fc.assert(
    fc.property(fc.array(profile, { minLength: 2, maxLength: 6 }), entry, (rows, strength) => {
      const features = matrix(rows);
      const positions = {
        lat: Float64Array.from(rows, (_, i) => 44 + 0.1 * i),
        lon: new Float64Array(rows.length),
      };
      const residual = residualProfiles(features, positions, { strength, bandwidthKm: 30 });
      const shares = explainedByNeighbourhood(features, residual);
      for (const [at, x] of features.values.entries()) {
        const share = shares.values[at] ?? Number.NaN;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        const kept = residual.features.values[at] ?? Number.NaN;
        if (share < 1) expect(kept).toBeCloseTo(x * (1 - strength * share), 10);
        else expect(kept).toBeLessThanOrEqual(x * (1 - strength) + 1e-12);
      }
    }),
  );
});

test('matrices that do not fit are refused', () => {
  const features = matrix([[1, 2]]);
  expect(thrownBy(() => explainedByNeighbourhood(features, { explained: matrix([[1]]) })).code).toBe(
    'lengths-differ',
  );
  expect(thrownBy(() => explainedByNeighbourhood(matrix([[-1]]), { explained: matrix([[1]]) })).code).toBe(
    'entry-not-usable',
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { residualProfiles } from '../../../engine/geography/residual-profiles.js';
import type { Matrix } from '../../../engine/numeric/matrix.js';
import { thrownBy } from '../thrown-error.js';

function column(...values: readonly number[]): Matrix {
  return { rows: values.length, columns: 1, values: Float64Array.from(values) };
}

function along(meridianDegrees: readonly number[]) {
  return { lat: Float64Array.from(meridianDegrees), lon: new Float64Array(meridianDegrees.length) };
}

const kmPerDegree = (Math.PI * 6371.0088) / 180;

test('three places in a row give the kernel means computed by hand', () => {
  const features = column(1, 2, 4);
  const { explained, features: residual } = residualProfiles(features, along([0, 0.1, 0.3]), {
    strength: 0.5,
    bandwidthKm: 20,
  });
  const weight = (degrees: number) => Math.exp(-((degrees * kmPerDegree) ** 2) / 800);
  const expected = [
    (weight(0.1) * 2 + weight(0.3) * 4) / (weight(0.1) + weight(0.3)),
    (weight(0.1) * 1 + weight(0.2) * 4) / (weight(0.1) + weight(0.2)),
    (weight(0.3) * 1 + weight(0.2) * 2) / (weight(0.3) + weight(0.2)),
  ];
  expected.forEach((mean, i) => {
    expect(explained.values[i]).toBeCloseTo(mean, 9);
    expect(residual.values[i]).toBeCloseTo(Math.max(0, features.values[i]! - mean / 2), 9);
  });
  expect(residual.values[0]).toBe(0);
});

test('beyond four bandwidths nothing is explained', () => {
  const near = residualProfiles(column(1, 2), along([0, 3.99 / kmPerDegree]), {
    strength: 1,
    bandwidthKm: 1,
  });
  expect([...near.explained.values]).toEqual([2, 1]);
  const far = residualProfiles(column(1, 2), along([0, 4.01 / kmPerDegree]), { strength: 1, bandwidthKm: 1 });
  expect([...far.explained.values]).toEqual([0, 0]);
  expect([...far.features.values]).toEqual([1, 2]);
});

test('an unknown position explains nothing and is explained by nothing', () => {
  const positions = { lat: Float64Array.of(44, Number.NaN, 44), lon: Float64Array.of(2, Number.NaN, 2) };
  const { explained } = residualProfiles(column(1, 10, 3), positions, { strength: 1 });
  expect([...explained.values]).toEqual([3, 0, 1]);
});

test('when all stand at one place the mean of the others is explained, at the smallest bandwidth', () => {
  const { explained, bandwidthKm } = residualProfiles(column(1, 2, 6), along([44, 44, 44]), { strength: 1 });
  expect([...explained.values]).toEqual([4, 3.5, 1.5]);
  expect(bandwidthKm).toBe(10);
});

test('nobody, one, nobody located and empty profiles are answered', () => {
  const none = residualProfiles({ rows: 0, columns: 3, values: new Float64Array() }, along([]), {
    strength: 1,
  });
  expect(none).toMatchObject({ bandwidthKm: 10, features: { rows: 0, columns: 3 } });
  expect([...residualProfiles(column(2), along([44]), { strength: 1 }).features.values]).toEqual([2]);
  const lost = { lat: Float64Array.of(Number.NaN, Number.NaN), lon: Float64Array.of(Number.NaN, Number.NaN) };
  expect([...residualProfiles(column(2, 3), lost, { strength: 1 }).features.values]).toEqual([2, 3]);
  expect([...residualProfiles(column(0, 0), along([1, 1]), { strength: 1 }).features.values]).toEqual([0, 0]);
});

const scenes = fc.array(
  fc.record({
    lat: fc.double({ min: 42, max: 45, noNaN: true }),
    lon: fc.double({ min: 0, max: 4, noNaN: true }),
    known: fc.boolean(),
    x: fc.array(fc.constantFrom(0, 0, 0.5, 1, 3), { minLength: 3, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);
type Scene = typeof scenes extends fc.Arbitrary<infer S> ? S : never;

function inputOf(scene: Scene) {
  return {
    features: { rows: scene.length, columns: 3, values: Float64Array.from(scene.flatMap(({ x }) => x)) },
    positions: {
      lat: Float64Array.from(scene, ({ lat, known }) => (known ? lat : Number.NaN)),
      lon: Float64Array.from(scene, ({ lon, known }) => (known ? lon : Number.NaN)),
    },
  };
}

test('residuals lie between zero and the profile, and δ = 0 takes nothing out', () => {
  fc.assert(
    fc.property(scenes, fc.double({ min: 0, max: 1, noNaN: true }), (scene, strength) => {
      const { features, positions } = inputOf(scene);
      const residual = residualProfiles(features, positions, { strength }).features;
      features.values.forEach((x, at) => {
        expect(residual.values[at]).toBeGreaterThanOrEqual(0);
        expect(residual.values[at]).toBeLessThanOrEqual(x);
      });
      expect(residualProfiles(features, positions, { strength: 0 }).features.values).toEqual(features.values);
    }),
  );
});

test('relabelling territories permutes the residuals and keeps the bandwidth', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const there = inputOf(scene);
      const back = inputOf([...scene].reverse());
      const a = residualProfiles(there.features, there.positions, { strength: 0.7 });
      const b = residualProfiles(back.features, back.positions, { strength: 0.7 });
      expect(b.bandwidthKm).toBe(a.bandwidthKm);
      scene.forEach((_, i) => {
        for (let p = 0; p < 3; p++) {
          expect(b.features.values[(scene.length - 1 - i) * 3 + p]).toBeCloseTo(
            a.features.values[i * 3 + p]!,
            9,
          );
        }
      });
    }),
  );
});

test('bad use is refused', () => {
  const places = along([44, 45]);
  const code = (call: () => unknown) => thrownBy(call).code;
  expect(code(() => residualProfiles(column(1), places, { strength: 1 }))).toBe('lengths-differ');
  expect(code(() => residualProfiles(column(1, Number.NaN), places, { strength: 1 }))).toBe(
    'entry-not-usable',
  );
  for (const strength of [Number.NaN, -0.1, 1.1]) {
    expect(code(() => residualProfiles(column(1, 2), places, { strength }))).toBe('strength-out-of-range');
  }
  for (const bandwidthKm of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(code(() => residualProfiles(column(1, 2), places, { strength: 1, bandwidthKm }))).toBe(
      'bandwidth-not-usable',
    );
  }
});

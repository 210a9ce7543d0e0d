import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distancesBetween } from '../../../engine/geography/distances-between.js';
import { positionsOf } from '../../../engine/geography/positions-of.js';
import { madeTerritory } from '../made-territory.js';
import { thrownBy } from '../thrown-error.js';

const toulouse = { lat: 43.6045, lon: 1.444 };
const albi = { lat: 43.9289, lon: 2.1464 };
const nowhere = { lat: Number.NaN, lon: Number.NaN };

function positions(...places: readonly { lat: number; lon: number }[]) {
  return {
    lat: Float64Array.from(places, ({ lat }) => lat),
    lon: Float64Array.from(places, ({ lon }) => lon),
  };
}

/** The haversine formula, written out. */
function haversineKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

test('positions keep the order of territories, NaN where unknown', () => {
  const read = positionsOf([
    madeTerritory({ id: 'a', position: { ...albi, approximate: true } }),
    madeTerritory({ id: 'b' }),
  ]);
  expect([...read.lat]).toEqual([albi.lat, Number.NaN]);
  expect([...read.lon]).toEqual([albi.lon, Number.NaN]);
});

test('Albi is 67 km from Toulouse, and a quarter of a meridian is 10,007.6 km', () => {
  expect(distancesBetween(positions(toulouse, albi)).km.values[1]).toBeCloseTo(66.97, 1);
  const quarter = distancesBetween(positions({ lat: 0, lon: 0 }, { lat: 90, lon: 0 }));
  expect(quarter.meanKm).toBeCloseTo((Math.PI / 2) * 6371.0088, 6);
});

test('antipodes and the date line are no exception', () => {
  const { km } = distancesBetween(
    positions({ lat: 0, lon: 0 }, { lat: 0, lon: 180 }, { lat: 0, lon: -180 }, { lat: 10, lon: 20 }),
  );
  expect(km.values[1]).toBeCloseTo(Math.PI * 6371.0088, 6);
  expect(km.values[1 * 4 + 2]).toBeCloseTo(0, 6);
});

test('distances agree with the haversine formula, are symmetric, zero on the diagonal', () => {
  const place = fc.record({
    lat: fc.double({ min: -89, max: 89, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), (places) => {
      const n = places.length;
      const { km } = distancesBetween(positions(...places));
      places.forEach((a, i) => {
        expect(km.values[i * n + i]).toBe(0);
        places.forEach((b, j) => {
          expect(km.values[i * n + j]).toBe(km.values[j * n + i]);
          // both formulas lose digits near antipodes
          const expected = haversineKm(a, b);
          if (expected < 19_000) expect(km.values[i * n + j]).toBeCloseTo(expected, 5);
        });
      });
    }),
  );
});

test('a pair with an unknown position has the mean of the known pairs', () => {
  const { km, located, meanKm } = distancesBetween(positions(toulouse, nowhere, albi));
  expect([...located]).toEqual([1, 0, 1]);
  expect(meanKm).toBe(km.values[2]);
  expect([km.values[1], km.values[3], km.values[5], km.values[7]]).toEqual([meanKm, meanKm, meanKm, meanKm]);
  expect([km.values[0], km.values[4], km.values[8]]).toEqual([0, 0, 0]);
});

test('nobody, one place, and nobody located have distances too', () => {
  expect(distancesBetween(positions())).toMatchObject({ meanKm: 0, km: { rows: 0 } });
  expect(distancesBetween(positions(albi))).toMatchObject({ meanKm: 0, km: { rows: 1 } });
  expect([...distancesBetween(positions(nowhere, nowhere)).km.values]).toEqual([0, 0, 0, 0]);
});

test.each([
  { lat: 91, lon: 0 },
  { lat: 0, lon: 181 },
  { lat: Number.NaN, lon: 2 },
  { lat: 2, lon: Number.NaN },
  { lat: Number.POSITIVE_INFINITY, lon: 0 },
])('a place at $lat, $lon is refused', (wrong) => {
  const error = thrownBy(() => distancesBetween(positions(albi, wrong)));
  expect([error.code, error.value]).toEqual(['position-not-usable', [1, wrong.lat, wrong.lon]]);
});

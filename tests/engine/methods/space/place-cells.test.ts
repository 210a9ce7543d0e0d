import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceClasses, pairOfCells } from '../../../../engine/methods/space/distance-classes.js';
import { placeCells } from '../../../../engine/methods/space/place-cells.js';
import { createRng } from '../../../../engine/random/rng.js';

function madePositions(order: number, seed: number) {
  const rng = createRng(seed);
  return {
    lat: Float64Array.from({ length: order }, () => 42 + 7 * rng.next()),
    lon: Float64Array.from({ length: order }, () => -3 + 9 * rng.next()),
  };
}

const kmPerDegree = (Math.PI * 6371.0088) / 180;

describe('placeCells', () => {
  test('gives each place its own cell when there are cells enough', () => {
    const cells = placeCells(madePositions(5, 1), 5);
    expect([...cells.cellOf]).toEqual([0, 1, 2, 3, 4]);
    expect([...cells.spreads]).toEqual([0, 0, 0, 0, 0]);
  });

  test('fills as many cells as asked, none empty, none more than twice its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 400 }),
        fc.integer({ min: 2, max: 60 }),
        fc.nat(),
        (order, most, seed) => {
          const { count, cellOf, sizes } = placeCells(madePositions(order, seed), most);
          expect(count).toBe(Math.min(order, most));
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(order);
          for (const a of cellOf) expect(a).toBeLessThan(count);
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...sizes)).toBeLessThanOrEqual(2 * Math.ceil(order / count));
        },
      ),
    );
  });

  test('keeps neighbours together: two far towns never share a cell', () => {
    const { lat, lon } = madePositions(40, 2);
    const inTowns = { lat: lat.map((v, i) => (i % 2 === 0 ? 43 : 48) + (v - 45) / 100), lon };
    const { cellOf } = placeCells({ ...inTowns, lon: lon.map((v) => v / 100) }, 4);
    const south = new Set(cellOf.filter((_, i) => i % 2 === 0));
    expect(cellOf.filter((_, i) => i % 2 === 1).some((a) => south.has(a))).toBe(false);
  });

  test('coincident places are cut by index', () => {
    const same = { lat: new Float64Array(6).fill(44), lon: new Float64Array(6).fill(2) };
    expect([...placeCells(same, 2).cellOf]).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe('distanceClasses', () => {
  test('a function that is straight in distance is told exactly at every pair', () => {
    const positions = { lat: Float64Array.of(44, 44.1, 44.3, 45, 46.7), lon: new Float64Array(5) };
    const cells = placeCells(positions, 5);
    const { knots, rung } = distanceClasses(cells, 1.02, 1);
    for (let a = 0; a < 5; a++) {
      for (let b = a + 1; b < 5; b++) {
        const r = rung[pairOfCells(a, b, 5)]!;
        const k = Math.floor(r);
        const read = knots[k]! + (r - k) * ((knots[k + 1] ?? 0) - knots[k]!);
        const km = Math.abs(positions.lat[a]! - positions.lat[b]!) * kmPerDegree;
        expect(read / km).toBeCloseTo(1, 5);
      }
    }
  });

  test('classes hold as many pairs as asked, unknown distances have the last rung', () => {
    const positions = madePositions(30, 3);
    positions.lat[4] = Number.NaN;
    positions.lon[4] = Number.NaN;
    const { knots, rung } = distanceClasses(placeCells(positions, 30), 1.1, 20);
    expect(knots.length).toBeLessThanOrEqual((29 * 28) / 2 / 20);
    expect([...knots]).toEqual([...knots].sort((x, y) => x - y));
    for (let b = 5; b < 30; b++) expect(rung[pairOfCells(4, b, 30)]).toBe(knots.length);
  });
});

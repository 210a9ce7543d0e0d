import { describe, expect, test } from 'vitest';
import {
  exponentFor,
  largestDraw,
  lastPlace,
  places,
  Thresholds,
} from '../../../../../engine/methods/grouping/search/thresholds.js';
import { createRng } from '../../../../../engine/random/rng.js';

describe('Thresholds', () => {
  test('are draws of an exponential law, different each time they start anew', () => {
    const thresholds = new Thresholds(createRng(3));
    const drawn = Array.from({ length: 8192 }, () => thresholds.next()).sort((a, b) => a - b);
    expect(drawn.reduce((sum, draw) => sum + draw, 0) / 8192).toBeCloseTo(1, 1);
    expect(drawn[4096]).toBeCloseTo(Math.LN2, 1);
    expect(drawn[0]).toBeGreaterThanOrEqual(0);
    const goingOn = new Thresholds(createRng(4));
    const startingAnew = new Thresholds(createRng(4));
    const alike = Array.from({ length: 20 }, () => {
      startingAnew.restart();
      return startingAnew.next() === goingOn.next();
    });
    expect(alike.filter(Boolean).length).toBeLessThan(5);
  });

  test('of several in a row, the largest follows the law of the largest and is drawn first', () => {
    const thresholds = new Thresholds(createRng(5));
    for (const exponent of [0, 2, 4]) {
      const sorted = Float64Array.from(thresholds.largestOf(exponent)).sort();
      expect(sorted.length).toBe(places);
      // P(largest ≤ x) = (1 − e^−x)^m
      for (const share of [0.1, 0.5, 0.9]) {
        const x = -Math.log(1 - share ** (1 / 2 ** exponent));
        expect(sorted.filter((draw) => draw <= x).length / places).toBeCloseTo(share, 1);
      }
      expect(sorted[lastPlace]).toBeLessThanOrEqual(largestDraw);
    }
    expect(thresholds.largestOf(2)).toBe(thresholds.largestOf(2));
    const found = Array.from({ length: 400 }, () => thresholds.placeOfLargest(2));
    expect(new Set(found)).toEqual(new Set([0, 1, 2, 3]));
  });

  test('where the largest stands is drawn anew for each row, whether or not draws were taken in between', () => {
    const thresholds = new Thresholds(createRng(7));
    const found = Array.from({ length: 4000 }, () => thresholds.placeOfLargest(3));
    const again = found.filter((place, k) => k > 0 && place === found[k - 1]);
    expect(again.length / 4000).toBeCloseTo(1 / 8, 1);
  });

  test('the others follow the same law, cut off at the largest', () => {
    const thresholds = new Thresholds(createRng(6));
    const most = 0.8;
    const drawn = Array.from({ length: 8000 }, () => thresholds.nextUpTo(most));
    expect(Math.max(...drawn)).toBeLessThanOrEqual(most);
    for (const x of [0.2, 0.4, 0.6]) {
      const share = (1 - Math.exp(-x)) / (1 - Math.exp(-most));
      expect(drawn.filter((draw) => draw <= x).length / 8000).toBeCloseTo(share, 1);
    }
  });
});

test('exponentFor is the least power of two that holds as many', () => {
  expect([0, 1, 2, 3, 4, 5, 8, 9, 4097].map(exponentFor)).toEqual([0, 0, 1, 2, 2, 3, 3, 4, 13]);
});

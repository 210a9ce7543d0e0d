import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteField, primePowers } from '../../../../engine/methods/rounds/finite-field.js';

const orders = [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27, 32, 49, 64, 81, 121, 125, 128];

describe('a finite field', () => {
  test('keeps the laws of a field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...orders), fc.nat(), fc.nat(), fc.nat(), (q, x, y, z) => {
        const { subtract, multiply } = finiteField(q);
        const add = (s: number, t: number) => subtract(s, subtract(0, t));
        const [a, b, c] = [x % q, y % q, z % q];
        expect(add(a, b)).toBe(add(b, a));
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(subtract(add(a, b), b)).toBe(a);
        expect(multiply(a, b)).toBe(multiply(b, a));
        expect(multiply(multiply(a, b), c)).toBe(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toBe(add(multiply(a, b), multiply(a, c)));
        expect(multiply(1, a)).toBe(a);
        if (a !== 0 && b !== 0) expect(multiply(a, b)).not.toBe(0);
      }),
    );
  });

  test('of four elements multiplies as x² = x + 1 says', () => {
    const { multiply, subtract } = finiteField(4);
    expect(multiply(2, 2)).toBe(3);
    expect(multiply(2, 3)).toBe(1);
    expect(subtract(3, 2)).toBe(1);
  });

  test('is refused where there is none', () => {
    for (const order of [0, 1, 6, 10, 12, 100]) {
      expect(() => finiteField(order)).toThrowError(expect.objectContaining({ code: 'not-a-prime-power' }));
    }
  });
});

test('a number is the product of its prime powers', () => {
  expect(primePowers(360).map(({ value }) => value)).toEqual([8, 9, 5]);
  expect(primePowers(27)).toEqual([{ prime: 3, exponent: 3, value: 27 }]);
  expect(primePowers(1)).toEqual([]);
});

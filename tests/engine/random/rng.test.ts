import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../engine/random/rng.js';
import { shuffle } from '../../../engine/random/shuffle.js';

const draws = (seed: number, count = 5) => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => rng.integer(1_000_000));
};

describe('createRng', () => {
  it('gives on every machine the numbers on record', () => {
    expect(draws(1)).toMatchInlineSnapshot(`
      [
        229826,
        568772,
        182652,
        522937,
        505237,
      ]
    `);
  });

  it('gives the same numbers for the same seed, others for another, 32 bits and beyond', () => {
    expect(draws(42)).toEqual(draws(42));
    expect(new Set([1, 2, 3, 2 ** 32, 2 ** 32 + 1].map((seed) => draws(seed).join())).size).toBe(5);
  });

  it('stays within its bounds, and reaches every integer below a small one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), (seed, bound) => {
        const rng = createRng(seed);
        const seen = new Set(Array.from({ length: 400 }, () => rng.integer(bound)));
        expect([...seen].sort((a, b) => a - b)).toEqual([...Array(bound).keys()]);
        const real = rng.next();
        expect(real >= 0 && real < 1).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is even enough: a million draws in ten bins, each within one per cent of a tenth', () => {
    const rng = createRng(2016);
    const bins = new Uint32Array(10);
    for (let k = 0; k < 1_000_000; k++) bins[Math.floor(rng.next() * 10)]! += 1;
    for (const count of bins) expect(Math.abs(count - 100_000)).toBeLessThan(1000);
  });

  it('gives a named stream that does not depend on what was drawn before', () => {
    const fresh = createRng(5).stream('workshop').integer(1e9);
    const used = createRng(5);
    used.next();
    expect(used.stream('workshop').integer(1e9)).toBe(fresh);
    expect(createRng(5).stream('pairing').integer(1e9)).not.toBe(fresh);
  });
});

describe('shuffle', () => {
  it('keeps every element, and reaches every order of three evenly', () => {
    const counts = new Map<string, number>();
    const rng = createRng(3);
    for (let k = 0; k < 6000; k++) {
      const indices = Uint32Array.of(0, 1, 2);
      shuffle(indices, rng);
      counts.set(indices.join(), (counts.get(indices.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

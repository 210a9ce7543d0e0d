import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recombine } from '../../../../../engine/methods/grouping/search/recombination.js';
import { createRng } from '../../../../../engine/random/rng.js';

const groupCount = 4;
const groupings = fc
  .integer({ min: 1, max: 20 })
  .chain((order) =>
    fc.tuple(...[0, 1].map(() => fc.array(fc.nat(groupCount - 1), { minLength: order, maxLength: order }))),
  );

function sizesOf(groupOf: Iterable<number>): number[] {
  const sizes = [0, 0, 0, 0];
  for (const g of groupOf) sizes[g]!++;
  return sizes;
}

describe('recombine', () => {
  test('gives the same grouping back when both are the same, whatever their groups are called', () => {
    const first = Int32Array.of(0, 0, 1, 1, 2, 2);
    expect(recombine(first, Int32Array.of(2, 2, 0, 0, 1, 1), 3, createRng(1))).toEqual(first);
  });

  test('keeps what they agree on and mixes the rest', () => {
    // group 1 of the second is group 0 of the first but for its last unit, and so on
    const first = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2);
    const second = Int32Array.of(1, 1, 2, 2, 2, 0, 0, 0, 1);
    const seen = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const child = recombine(first, second, 3, createRng(seed));
      for (const b of [0, 1, 3, 4, 6, 7]) expect(child[b]).toBe(first[b]);
      seen.add([2, 5, 8].map((b) => child[b]).join());
    }
    expect(seen.size).toBe(6);
  });

  test('matches each group with one other, of those that share as many the first', () => {
    // group 0 of the first shares one block with both of the second, and group 1 one with group 0
    const seen = new Set<string>();
    for (let seed = 1; seed <= 20; seed++) {
      seen.add(recombine(Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 0), 2, createRng(seed)).join());
    }
    expect([...seen].sort()).toEqual(['0,0,1', '0,1,0']);
  });

  test('has the sizes of the first, and leaves both as they were', () => {
    fc.assert(
      fc.property(groupings, fc.nat(), ([a = [], b = []], seed) => {
        const first = Int32Array.from(a);
        const second = Int32Array.from(b);
        const child = recombine(first, second, groupCount, createRng(seed));
        expect(sizesOf(child)).toEqual(sizesOf(a));
        expect([...first]).toEqual(a);
        expect([...second]).toEqual(b);
      }),
    );
  });
});

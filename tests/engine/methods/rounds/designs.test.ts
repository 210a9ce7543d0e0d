import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circleMethod } from '../../../../engine/methods/rounds/circle-method.js';
import { cyclicDesign } from '../../../../engine/methods/rounds/cyclic-design.js';
import { findDesign } from '../../../../engine/methods/rounds/find-design.js';
import type { RoundDesign } from '../../../../engine/methods/rounds/round-design.js';
import { transversalDesign } from '../../../../engine/methods/rounds/transversal-design.js';
import { createRng } from '../../../../engine/random/rng.js';

const never = () => false;

describe('the circle method', () => {
  test('lets everyone meet everyone once', () => {
    for (const groupCount of [1, 2, 3, 4, 7, 20]) {
      const design = circleMethod(groupCount, 2 * groupCount - 1);
      expectDesign(design, groupCount, 2, 2 * groupCount - 1);
    }
  });

  test('has no more rounds than others to meet', () => {
    expect(circleMethod(4, 8)).toBeNull();
  });
});

describe('a transversal design', () => {
  test('gives as many rounds as groups over a field', () => {
    for (const [groupCount, size] of [
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 3],
      [8, 4],
      [9, 9],
      [16, 10],
      [27, 6],
    ] as const) {
      expectDesign(transversalDesign(groupCount, size, 99), groupCount, size, groupCount);
    }
  });

  test('gives the rounds of the large parts over a product of fields', () => {
    expectDesign(transversalDesign(10, 5, 99), 10, 5, 5);
    expectDesign(transversalDesign(12, 3, 99), 12, 3, 12);
    expectDesign(transversalDesign(18, 7, 99), 18, 7, 9);
    expect(transversalDesign(6, 4, 1)).toBeNull();
  });
});

describe('a cyclic design', () => {
  test('solves the schoolgirls of Kirkman', () => {
    const shape = { groupCount: 5, size: 3, rounds: 7, starters: 1 };
    expectDesign(cyclicDesign(shape, createRng(1), { tries: 20, nodesPerTry: 20000 }), 5, 3, 7);
  });

  test('takes two first rounds where one is not enough', () => {
    const shape = { groupCount: 6, size: 3, rounds: 8, starters: 2 };
    expectDesign(cyclicDesign(shape, createRng(1), { tries: 20, nodesPerTry: 20000 }), 6, 3, 8);
  });
});

describe('the design found', () => {
  test.each([
    [5, 3, 7],
    [6, 3, 8],
    [7, 3, 9],
    [8, 3, 10],
    [9, 3, 13],
    [10, 4, 9],
    [7, 4, 9],
    [8, 4, 9],
    [4, 4, 5],
    [16, 10, 16],
    [6, 2, 11],
    [7, 1, 3],
  ])('%i groups of %i, %i rounds: no two meet twice', (groupCount, size, rounds) => {
    expectDesign(findDesign(groupCount, size, rounds, createRng(1), never), groupCount, size, rounds);
  });

  test('is always one in which no two meet twice', () => {
    const shape = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(5),
      fc.nat(),
    );
    fc.assert(
      fc.property(shape, ([groupCount, size, rounds, seed]) => {
        const design = findDesign(groupCount, size, rounds, createRng(seed), never);
        if (design) expectDesign(design, groupCount, size, design.groupOf.length);
      }),
      { numRuns: 40 },
    );
  });

  test('has as many rounds as there can be when more are asked for', () => {
    expect(findDesign(4, 4, 50, createRng(1), never)?.groupOf.length).toBe(5);
    expect(findDesign(5, 2, 50, createRng(1), never)?.groupOf.length).toBe(9);
  });
});

function expectDesign(design: RoundDesign | null, groupCount: number, size: number, rounds: number): void {
  expect(design).not.toBeNull();
  if (!design) return;
  expect(design.groupOf.length).toBe(rounds);
  expect(design.order).toBe(groupCount * size);
  const met = new Set<number>();
  for (const groups of design.groupOf) {
    const count = new Int32Array(groupCount);
    for (let i = 0; i < design.order; i++) {
      count[groups[i] ?? -1]!++;
      for (let j = 0; j < i; j++) {
        if (groups[i] !== groups[j]) continue;
        expect(met.has(i * design.order + j)).toBe(false);
        met.add(i * design.order + j);
      }
    }
    expect([...count]).toEqual(Array(groupCount).fill(size));
  }
}

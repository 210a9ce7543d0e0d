import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastStep } from '../../../../../engine/methods/grouping/search/least-step.js';

describe('leastStep', () => {
  test('is the first step that holds, and 0 where none does up to the furthest', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 70 }), fc.integer({ min: 1, max: 80 }), (furthest, first) => {
        const asked: number[] = [];
        const step = leastStep(furthest, (by) => {
          asked.push(by);
          return by >= first;
        });
        expect(step).toBe(first <= furthest ? first : 0);
        for (const by of asked) expect(by >= 1 && by <= furthest).toBe(true);
        // the first, the furthest, then half of the rest each time
        expect(asked.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(Math.max(2, furthest))));
      }),
      { numRuns: 400 },
    );
  });

  test('asks once where the first step is enough, or the only one', () => {
    const count = (furthest: number, holds: (step: number) => boolean): number => {
      let asked = 0;
      leastStep(furthest, (step) => {
        asked++;
        return holds(step);
      });
      return asked;
    };
    expect(count(1000, () => true)).toBe(1);
    expect(count(1, () => false)).toBe(1);
    expect(count(1000, () => false)).toBe(2);
    expect(count(0, () => true)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestSlots } from '../../../../engine/methods/slots/fewest-slots.js';
import type { SlotProblem } from '../../../../engine/methods/slots/slot-problem.js';

/** Slots that do not overlap, one a week. */
function problemOf(
  sessions: number,
  slots: number,
  pairs: readonly (readonly [number, number])[],
  more: Partial<SlotProblem> = {},
): SlotProblem {
  const clashes: number[][] = Array.from({ length: sessions }, () => []);
  for (const [a, b] of pairs) {
    clashes[a]?.push(b);
    clashes[b]?.push(a);
  }
  return {
    sessions,
    slots,
    cost: new Float64Array(sessions * slots),
    overlaps: Array.from({ length: slots }, (_, slot) => [slot]),
    capacity: new Array<number>(slots).fill(sessions),
    clashes,
    series: [],
    dayOf: Array.from({ length: slots }, (_, slot) => 7 * slot),
    ...more,
  };
}

/** The least [unplaced, cost, used] over every choice. */
function exhaustive(problem: SlotProblem): number[] {
  const { sessions, slots, cost, capacity, clashes } = problem;
  let best = [Infinity, Infinity, Infinity];
  const extend = (slotOf: readonly number[]): void => {
    const s = slotOf.length;
    if (s === sessions) {
      const found = [
        slotOf.filter((slot) => slot === -1).length,
        slotOf.reduce((sum, slot, k) => sum + (slot === -1 ? 0 : (cost[k * slots + slot] ?? 0)), 0),
        new Set(slotOf.filter((slot) => slot !== -1)).size,
      ];
      if (found.reduce((order, value, k) => order || value - (best[k] ?? 0), 0) < 0) best = found;
      return;
    }
    extend([...slotOf, -1]);
    for (let slot = 0; slot < slots; slot++) {
      const clash = (clashes[s] ?? []).some((other) => slotOf[other] === slot);
      const full = slotOf.filter((other) => other === slot).length >= (capacity[slot] ?? 0);
      if (!clash && !full && cost[s * slots + slot] !== Infinity) extend([...slotOf, slot]);
    }
  };
  extend([]);
  return best;
}

describe('fewestSlots', () => {
  test('two slots for a path, three for a triangle, where greedy by index would also do', () => {
    const path = fewestSlots(
      problemOf(4, 4, [
        [0, 3],
        [1, 2],
        [2, 3],
      ]),
      1000,
    );
    expect([path.cost, path.proven]).toEqual([{ unplaced: 0, cost: 0, used: 2 }, true]);
    const triangle = fewestSlots(
      problemOf(3, 2, [
        [0, 1],
        [1, 2],
        [0, 2],
      ]),
      1000,
    );
    expect(triangle.cost).toEqual({ unplaced: 1, cost: 0, used: 2 });
  });

  test('sessions of a series follow each other by the gap and stay within the span', () => {
    const series = [{ sessions: [0, 1, 2], gap: 14, span: 35 }];
    const problem = problemOf(
      3,
      6,
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      { series },
    );
    expect([...fewestSlots(problem, 1000).slotOf]).toEqual([0, 2, 4]);
    const short = { ...problem, series: [{ sessions: [0, 1, 2], gap: 14, span: 20 }] };
    expect(fewestSlots(short, 1000).cost.unplaced).toBe(1);
  });

  test('no choice tried is better, on small problems', () => {
    const arbitrary = fc
      .record({ sessions: fc.integer({ min: 1, max: 5 }), slots: fc.integer({ min: 1, max: 3 }) })
      .chain(({ sessions, slots }) =>
        fc
          .record({
            pairs: fc.subarray(
              Array.from({ length: sessions }, (_, a) => a).flatMap((a) =>
                Array.from({ length: a }, (_, b): [number, number] => [a, b]),
              ),
            ),
            cost: fc.array(fc.constantFrom(0, 1, 3, Infinity), {
              minLength: sessions * slots,
              maxLength: sessions * slots,
            }),
            capacity: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: slots, maxLength: slots }),
          })
          .map(({ pairs, cost, capacity }) =>
            problemOf(sessions, slots, pairs, { cost: Float64Array.from(cost), capacity }),
          ),
      );
    fc.assert(
      fc.property(arbitrary, (problem) => {
        const { cost, proven } = fewestSlots(problem, 100_000);
        expect([proven, cost.unplaced, cost.cost, cost.used]).toEqual([true, ...exhaustive(problem)]);
      }),
      { numRuns: 300 },
    );
  });
});

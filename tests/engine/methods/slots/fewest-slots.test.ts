import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestColours } from '../../../../engine/methods/slots/fewest-colours.js';
import { fewestSlots } from '../../../../engine/methods/slots/fewest-slots.js';
import { leastCost, slotsOfLeastCost } from '../../../../engine/methods/slots/least-cost.js';
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

describe('a number of slots that is proved least', () => {
  test('by the colours that clashes take, where no clique is as large', () => {
    // a ring of five takes three slots though no three clash with one another
    const ring = [0, 1, 2, 3, 4].map((k): [number, number] => [k, (k + 1) % 5]);
    const { cost, proven } = fewestSlots(problemOf(5, 5, ring), 20);
    expect([cost.used, proven]).toEqual([3, true]);
    expect(fewestColours(problemOf(5, 5, ring).clashes, 100)).toBe(3);
    // without steps, the clique alone
    expect(fewestColours(problemOf(5, 5, ring).clashes, 0)).toBe(2);
  });

  test('by the slots without which it would cost more', () => {
    const series = Array.from({ length: 12 }, (_, w) => ({ sessions: [2 * w, 2 * w + 1], gap: 7, span: 70 }));
    const problem = problemOf(
      24,
      4,
      series.map(({ sessions: [a = 0, b = 0] }) => [a, b] as const),
      {
        series,
        // the first series is best in slots 0 and 1, the others in 2 and 3
        cost: Float64Array.from({ length: 96 }, (_, at) => {
          const [session, slot] = [Math.floor(at / 4), at % 4];
          return session < 2 === slot < 2 ? 0 : 5;
        }),
      },
    );
    expect(slotsOfLeastCost(problem)).toBe(4);
    const { cost, proven } = fewestSlots(problem, 60);
    expect([cost, proven]).toEqual([{ unplaced: 0, cost: 0, used: 4 }, true]);
  });

  test('the least cost of series is never above what a choice costs', () => {
    const arbitrary = fc.record({
      cost: fc.array(fc.constantFrom(0, 1, 3, Infinity), { minLength: 20, maxLength: 20 }),
      gap: fc.integer({ min: 0, max: 14 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ cost, gap }) => {
        const series = [
          { sessions: [0, 1], gap, span: 28 },
          { sessions: [2, 3], gap, span: 28 },
        ];
        const problem = problemOf(
          4,
          5,
          [
            [0, 1],
            [2, 3],
            [1, 2],
          ],
          { series, cost: Float64Array.from(cost) },
        );
        const found = fewestSlots(problem, 10_000);
        if (found.cost.unplaced > 0) return;
        expect(leastCost(problem)).toBeLessThanOrEqual(found.cost.cost);
        if (leastCost(problem) === found.cost.cost)
          expect(slotsOfLeastCost(problem)).toBeLessThanOrEqual(found.cost.used);
      }),
    );
  });
});

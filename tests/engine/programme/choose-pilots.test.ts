import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePilots, type PilotInput } from '../../../engine/programme/choose-pilots.js';
import { createRng } from '../../../engine/random/rng.js';
import { thrownBy } from '../thrown-error.js';

/** Territories t0, t1… with the likeness given above the diagonal; départements by turns. */
function inputOf(
  order: number,
  above: readonly number[],
  count: number,
  more: Partial<PilotInput> = {},
): PilotInput {
  const values = new Float64Array(order * order);
  let k = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++, k++) {
      values[i * order + j] = above[k] ?? 0;
      values[j * order + i] = above[k] ?? 0;
    }
  }
  const territories = Array.from({ length: order }, (_, t) => ({
    territoryId: `t${t}`,
    department: t % 2 === 0 ? '09' : '81',
    kind: t % 3 === 0 ? 'PETR' : 'CC',
  }));
  return { territories, likeness: { rows: order, columns: order, values }, count, ...more };
}

/** The best mean over every choice of pilots that keeps a test. */
function bestMean({ likeness, count }: PilotInput, keeps: (open: readonly number[]) => boolean): number {
  const order = likeness.rows;
  let best = 0;
  for (let set = 0; set < 2 ** order; set++) {
    const open = Array.from({ length: order }, (_, i) => i).filter((i) => (set >> i) & 1);
    if (open.length !== count || !keeps(open)) continue;
    let sum = 0;
    for (let i = 0; i < order; i++) {
      sum += Math.max(...open.map((j) => (i === j ? 1 : (likeness.values[i * order + j] ?? 0))));
    }
    best = Math.max(best, sum / order);
  }
  return best;
}

const arbitrary = fc.record({
  order: fc.constantFrom(5, 6, 7, 8),
  above: fc.array(
    fc.integer({ min: 0, max: 100 }).map((k) => k / 100),
    { minLength: 28, maxLength: 28 },
  ),
  count: fc.integer({ min: 1, max: 4 }),
});

describe('choosePilots', () => {
  // two families, 0-1-2 around 1 and 3-4 alike
  const above = [0.9, 0.5, 0.1, 0, 0.8, 0, 0.1, 0, 0, 0.7];

  test('takes the middle of each family, and says whom each represents', () => {
    const { pilots, meanLikeness, upperBound, proved, notices } = choosePilots(inputOf(5, above, 2));
    expect(pilots).toEqual([
      {
        territoryId: 't1',
        represents: [
          { territoryId: 't1', likeness: 1 },
          { territoryId: 't0', likeness: 0.9 },
          { territoryId: 't2', likeness: 0.8 },
        ],
      },
      {
        territoryId: 't3',
        represents: [
          { territoryId: 't3', likeness: 1 },
          { territoryId: 't4', likeness: 0.7 },
        ],
      },
    ]);
    expect(meanLikeness).toBeCloseTo(4.4 / 5, 12);
    expect(upperBound).toBeCloseTo(meanLikeness, 6);
    expect(proved).toBeCloseTo(1, 6);
    expect(notices).toEqual([]);
  });

  test('keeps the quotas, and promises half of the best with one kind of them, a third with two', () => {
    const one = choosePilots(inputOf(5, above, 2, { byDepartment: { '81': { max: 0 } } }));
    expect(one.pilots.map(({ territoryId }) => territoryId)).toEqual(['t0', 't4']);
    expect(one.guarantee).toBe(1 / 2);
    const two = choosePilots(
      inputOf(5, above, 2, { byDepartment: { '09': { min: 1 } }, byKind: { PETR: { min: 1 } } }),
    );
    expect(two.guarantee).toBe(1 / 3);
    expect(choosePilots(inputOf(5, above, 2)).guarantee).toBeCloseTo(0.632, 3);
  });

  test('says when quotas allow fewer pilots, or ask for more than there are', () => {
    const { pilots, notices } = choosePilots(
      inputOf(5, above, 4, { byDepartment: { '09': { max: 1 }, '81': { min: 3 } } }),
    );
    expect(pilots).toHaveLength(3);
    expect(notices).toEqual([
      { code: 'fewer-pilots', facts: { asked: 4, chosen: 3 } },
      { code: 'quota-not-met', facts: { of: '81', asked: 3, chosen: 2 } },
    ]);
  });

  test('names who is like none of the pilots', () => {
    const { notices } = choosePilots(inputOf(3, [0.5, 0, 0], 1));
    expect(notices).toEqual([{ code: 'not-represented', facts: { territoryIds: ['t2'] } }]);
  });

  test('refuses what it cannot use', () => {
    expect(thrownBy(() => choosePilots(inputOf(5, above, 6))).code).toBe('pilots-not-usable');
    expect(thrownBy(() => choosePilots(inputOf(5, [2], 1))).code).toBe('likeness-not-usable');
    expect(
      thrownBy(() => choosePilots(inputOf(5, above, 1, { byKind: { CC: { min: 2, max: 1 } } }))).code,
    ).toBe('quota-not-usable');
  });

  test('is never above its bound nor under its guarantee, and the bound is never under the best', () => {
    fc.assert(
      fc.property(arbitrary, ({ order, above: values, count }) => {
        const input = inputOf(order, values, count);
        const { meanLikeness, upperBound, guarantee, pilots } = choosePilots(input);
        const best = bestMean(input, () => true);
        expect(pilots).toHaveLength(count);
        expect(meanLikeness).toBeLessThanOrEqual(best + 1e-9);
        expect(meanLikeness).toBeGreaterThanOrEqual(guarantee * best);
        expect(upperBound).toBeGreaterThanOrEqual(best - 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  test('with a most by département: kept, and at least half of the best that keeps it', () => {
    fc.assert(
      fc.property(arbitrary, ({ order, above: values, count }) => {
        const most = Math.ceil(count / 2);
        const input = inputOf(order, values, count, {
          byDepartment: { '09': { max: most }, '81': { max: most } },
        });
        const { meanLikeness, pilots } = choosePilots(input);
        const even = pilots.filter(({ territoryId }) => Number(territoryId.slice(1)) % 2 === 0).length;
        expect(Math.max(even, pilots.length - even)).toBeLessThanOrEqual(most);
        const best = bestMean(input, (open) => {
          const evens = open.filter((i) => i % 2 === 0).length;
          return Math.max(evens, open.length - evens) <= most;
        });
        expect(meanLikeness).toBeGreaterThanOrEqual(best / 2);
      }),
      { numRuns: 100 },
    );
  });

  test('the order of the territories changes nothing', () => {
    const rng = createRng(3);
    const input = inputOf(
      8,
      Array.from({ length: 28 }, () => rng.next()),
      3,
    );
    const order = [5, 2, 7, 0, 1, 6, 3, 4];
    const values = Float64Array.from(
      order.flatMap((a) => order.map((b) => input.likeness.values[a * 8 + b] ?? 0)),
    );
    const turned: PilotInput = {
      ...input,
      territories: order.flatMap((t) => input.territories[t] ?? []),
      likeness: { rows: 8, columns: 8, values },
    };
    expect(choosePilots(turned)).toEqual(choosePilots(input));
  });
});

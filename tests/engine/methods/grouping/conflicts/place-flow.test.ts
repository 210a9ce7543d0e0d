import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsAddUp,
  type Demand,
  placesRunShort,
} from '../../../../../engine/methods/grouping/conflicts/place-flow.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupBounds } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';

const bounds = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([min, more]) => ({ min, max: min + more }));
const limits = fc.tuple(fc.nat(2), fc.nat(2)).map(([min, more]) => ({ min, max: min + more }));
const rulesOf = (order: number, groups: readonly GroupBounds[]) => blockRules({ order, groups });

/** Whether units, each with its places and counted or not, fit one by one, by trying every assignment. */
function fits(
  units: readonly { readonly groups: readonly number[]; readonly counted: boolean }[],
  groups: readonly GroupBounds[],
  quota: { readonly min: number; readonly max: number } | null,
): boolean {
  const held = groups.map(() => ({ size: 0, counted: 0 }));
  const place = (i: number): boolean => {
    const unit = units[i];
    if (!unit) {
      return held.every(({ size, counted }, g) => {
        const { min, max } = groups[g]!;
        const least = quota && min > 0 ? quota.min : 0;
        return (
          size >= min &&
          size <= max &&
          (!quota || (counted >= least && counted <= Math.max(quota.max, least)))
        );
      });
    }
    return unit.groups.some((g) => {
      held[g]!.size++;
      if (unit.counted) held[g]!.counted++;
      const found = place(i + 1);
      held[g]!.size--;
      if (unit.counted) held[g]!.counted--;
      return found;
    });
  };
  return place(0);
}

describe('placesRunShort', () => {
  test('is null exactly when all units fit, one by one', () => {
    fc.assert(
      fc.property(
        fc.array(bounds, { minLength: 1, maxLength: 3 }),
        fc.array(
          fc.record({
            places: fc.option(fc.uniqueArray(fc.nat(2), { maxLength: 3 }), { nil: null }),
            counted: fc.boolean(),
            count: fc.integer({ min: 1, max: 3 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        fc.option(limits, { nil: null }),
        (groups, drawn, quota) => {
          const all = groups.map((_, g) => g);
          let order = 0;
          const demands = drawn.map(({ places, counted, count }): Demand => {
            const units = Array.from({ length: count }, () => order++);
            return { groups: places?.filter((g) => g < groups.length) ?? null, counted, units };
          });
          const units = demands.flatMap((demand) =>
            demand.units.map(() => ({ groups: demand.groups ?? all, counted: demand.counted })),
          );
          const short = placesRunShort(demands, rulesOf(order, groups), quota);
          expect(short === null).toBe(fits(units, groups, quota));
          for (const demand of short ?? []) expect(demands).toContain(demand);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('names who lacks places, and nobody who has them', () => {
    const groups = [
      { min: 0, max: 2 },
      { min: 0, max: 4 },
    ];
    const demand = (places: number[] | null, ...units: number[]): Demand => ({
      groups: places,
      counted: false,
      units,
    });
    const crowd = [demand([0], 0, 1), demand([0], 2), demand([1], 3, 4), demand(null, 5)];
    expect(placesRunShort(crowd, rulesOf(6, groups), null)).toEqual(crowd.slice(0, 2));
    // those who cannot go where a group stays too empty
    const empty = [demand([0], 0, 1), demand(null, 2)];
    const asking = [groups[0]!, { min: 3, max: 4 }];
    expect(placesRunShort(empty, rulesOf(3, asking), null)).toEqual(empty.slice(0, 1));
  });
});

describe('placesRunShort with a quota', () => {
  const groups = [
    { min: 1, max: 3 },
    { min: 1, max: 3 },
  ];
  const demands: Demand[] = [
    { groups: [0], counted: true, units: [0, 1] },
    { groups: [1], counted: false, units: [2] },
    { groups: null, counted: false, units: [3] },
  ];

  test('names those that its maximum leaves without places', () => {
    expect(placesRunShort(demands, rulesOf(4, groups), { min: 0, max: 1 })).toEqual(demands.slice(0, 1));
    expect(placesRunShort(demands, rulesOf(4, groups), { min: 0, max: 2 })).toBeNull();
  });

  test('names all where its minimum is not met, be they in the way or not', () => {
    expect(placesRunShort(demands, rulesOf(4, groups), { min: 1, max: 2 })).toEqual(demands);
    // a group that is just filled is in nobody's way
    const filled = [...demands, { groups: [2], counted: true, units: [4] }];
    expect(placesRunShort(filled, rulesOf(5, [...groups, { min: 1, max: 1 }]), { min: 1, max: 2 })).toEqual(
      filled,
    );
    const free = demands.with(0, { groups: [0, 1], counted: true, units: [0, 1] });
    expect(placesRunShort(free, rulesOf(4, groups), { min: 1, max: 2 })).toBeNull();
  });
});

test('placesRunShort names all where there are too few for the minima', () => {
  const demands: Demand[] = [{ groups: [1], counted: false, units: [0, 1] }];
  const groups = [
    { min: 1, max: 3 },
    { min: 2, max: 3 },
  ];
  expect(placesRunShort(demands, rulesOf(2, groups), null)).toEqual(demands);
});

describe('countsAddUp', () => {
  test('says what the flow says where everyone may go anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(bounds, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(12),
        limits,
        (groups, order, some, quota) => {
          const count = some % (order + 1);
          const units = Array.from({ length: order }, (_, i) => i);
          const demands: Demand[] = [
            { groups: null, counted: true, units: units.slice(0, count) },
            { groups: null, counted: false, units: units.slice(count) },
          ].filter((demand) => demand.units.length > 0);
          const rules = rulesOf(order, groups);
          // sizes that add up are looked at before
          const least = groups.reduce((sum, { min }) => sum + min, 0);
          const most = groups.reduce((sum, { max }) => sum + max, 0);
          fc.pre(least <= order && order <= most);
          expect(countsAddUp(count, rules, quota)).toBe(placesRunShort(demands, rules, quota) === null);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    // two groups of 2 to 3 for five units, one or two of the counted in each
    [1, { min: 1, max: 2 }, false],
    [2, { min: 1, max: 2 }, true],
    [4, { min: 1, max: 2 }, true],
    [5, { min: 1, max: 2 }, false],
    [3, { min: 4, max: 4 }, false],
    [0, { min: 0, max: 0 }, true],
  ])('%i counted, limits %j: %s', (count, quota, possible) => {
    const groups = Array.from({ length: 2 }, () => ({ min: 2, max: 3 }));
    expect(countsAddUp(count, rulesOf(5, groups), quota)).toBe(possible);
  });
});

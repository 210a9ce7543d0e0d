import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../engine/criteria/apart.js';
import { pinnedCriterion } from '../../../engine/criteria/pinned.js';
import { togetherCriterion } from '../../../engine/criteria/together.js';
import type { Criterion } from '../../../engine/model/criterion.js';

const order = 7;
const groupCount = 3;
const rule = { ruleId: 'r1', level: 'soft' as const };

interface Case {
  readonly name: string;
  readonly criterion: Criterion;
  readonly satisfied: readonly number[];
  /** a grouping that breaks it, its penalty, and the units behind it */
  readonly broken: readonly number[];
  readonly penalty: number;
  readonly units: readonly (readonly number[])[];
}

const cases: Case[] = [
  {
    name: 'together',
    criterion: togetherCriterion({ ...rule, units: [1, 3, 5, 3] }),
    satisfied: [0, 2, 0, 2, 1, 2, 1],
    broken: [0, 2, 0, 2, 1, 1, 1],
    penalty: 2,
    units: [
      [1, 5],
      [3, 5],
    ],
  },
  {
    name: 'apart',
    criterion: apartCriterion({ ...rule, units: [0, 2, 4, 6] }),
    satisfied: [0, 0, 1, 1, 2, 2, -1],
    broken: [0, 0, 0, 1, 2, 2, 0],
    penalty: 3,
    units: [
      [0, 2],
      [0, 6],
      [2, 6],
    ],
  },
  {
    name: 'pinned',
    criterion: pinnedCriterion({ ...rule, units: [6, 2], group: 1 }),
    satisfied: [0, 0, 1, 2, 2, 0, 1],
    broken: [0, 0, 2, 2, 2, 0, -1],
    penalty: 2,
    units: [[2], [6]],
  },
];

const grouping = fc
  .array(fc.integer({ min: -1, max: groupCount - 1 }), { minLength: order, maxLength: order })
  .map((groups) => Int32Array.from(groups));
const unit = fc.nat(order - 1);

describe.each(cases)('criterion $name', ({ criterion, satisfied, broken, penalty, units }) => {
  test('is zero when satisfied and counts what breaks it', () => {
    expect(criterion.evaluate(Int32Array.from(satisfied))).toBe(0);
    expect(criterion.justify(Int32Array.from(satisfied))).toEqual([]);
    expect(criterion.evaluate(Int32Array.from(broken))).toBe(penalty);
    expect(criterion.justify(Int32Array.from(broken)).map((part) => part.units)).toEqual(units);
  });

  test('is never negative, and its parts sum to it', () => {
    fc.assert(
      fc.property(grouping, (groupOf) => {
        const value = criterion.evaluate(groupOf);
        const parts = criterion.justify(groupOf);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((sum, part) => sum + part.penalty, 0)).toBe(value);
        expect(parts.every((part) => part.penalty > 0)).toBe(true);
      }),
    );
  });

  test('changes by its delta when a unit moves', () => {
    fc.assert(
      fc.property(grouping, unit, fc.integer({ min: -1, max: groupCount - 1 }), (groupOf, i, g) => {
        const moved = groupOf.with(i, g);
        expect(criterion.deltaOfMove(groupOf, i, g)).toBe(
          criterion.evaluate(moved) - criterion.evaluate(groupOf),
        );
      }),
    );
  });

  test('changes by its delta when two units exchange their groups', () => {
    fc.assert(
      fc.property(grouping, unit, unit, (groupOf, i, j) => {
        const swapped = groupOf.with(i, groupOf[j]!).with(j, groupOf[i]!);
        expect(criterion.deltaOfSwap(groupOf, i, j)).toBe(
          criterion.evaluate(swapped) - criterion.evaluate(groupOf),
        );
      }),
    );
  });

  test('is a constant plus its pairs, when it says that it is', () => {
    const { pairs } = criterion;
    if (!pairs) return;
    const alone = criterion.evaluate(new Int32Array(order).fill(-1));
    fc.assert(
      fc.property(grouping, (groupOf) => {
        const sharing = pairs.filter(([i, j]) => groupOf[i] !== -1 && groupOf[i] === groupOf[j]);
        const sum = sharing.reduce((total, [, , change]) => total + change, alone);
        expect(criterion.evaluate(groupOf)).toBe(sum);
      }),
    );
  });

  test('leaves the grouping it judges as it was', () => {
    const groupOf = Int32Array.from(broken);
    criterion.evaluate(groupOf);
    criterion.deltaOfMove(groupOf, 0, 1);
    criterion.deltaOfSwap(groupOf, 0, 6);
    expect([...groupOf]).toEqual(broken);
  });

  test('keeps its rule, its level and a weight of one unless told', () => {
    expect([criterion.ruleId, criterion.level, criterion.weight]).toEqual(['r1', 'soft', 1]);
  });
});

test('together and apart are sums over pairs, so that the search carries them at no cost', () => {
  expect(togetherCriterion({ ...rule, units: [4, 0, 2] }).pairs).toEqual([
    [0, 2, -1],
    [0, 4, -1],
    [2, 4, -1],
  ]);
  expect(apartCriterion({ ...rule, units: [4, 0] }).pairs).toEqual([[0, 4, 1]]);
});

test('a criterion takes the weight it is given', () => {
  expect(togetherCriterion({ ...rule, units: [0, 1], weight: 2.5 }).weight).toBe(2.5);
  expect(apartCriterion({ ...rule, units: [0, 1], weight: 2.5 }).weight).toBe(2.5);
  expect(pinnedCriterion({ ...rule, units: [0], group: 0, weight: 2.5 }).weight).toBe(2.5);
});

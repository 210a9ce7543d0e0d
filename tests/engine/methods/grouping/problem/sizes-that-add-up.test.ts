import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsThatAddUp,
  explainSizes,
  explainUniformSizes,
  sizesOf,
} from '../../../../../engine/methods/grouping/problem/sizes-that-add-up.js';

const someBounds = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 8 }))
  .map(([min, more]) => ({ min, max: min + more }));

describe('countsThatAddUp', () => {
  test('gives 16 to 26 groups of 6 to 10 for 158 units', () => {
    expect(countsThatAddUp(158, { min: 6, max: 10 })).toEqual({ from: 16, to: 26 });
  });

  test('lets as many groups stay empty as there are units, and wants no places for nobody', () => {
    expect(countsThatAddUp(7, { min: 0, max: 3 })).toEqual({ from: 3, to: 7 });
    expect(countsThatAddUp(0, { min: 0, max: 0 })).toEqual({ from: 0, to: 0 });
    expect(countsThatAddUp(1, { min: 0, max: 0 })).toBeNull();
  });

  test('holds exactly the numbers of groups whose bounds enclose the units', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), someBounds, (order, { min, max }) => {
        const counts = countsThatAddUp(order, { min, max });
        for (let k = 1; k <= order; k++) {
          const inside = counts !== null && counts.from <= k && k <= counts.to;
          expect(inside).toBe(k * min <= order && order <= k * max);
        }
      }),
    );
  });
});

describe('explainUniformSizes', () => {
  test('lets groups without a minimum stay empty', () => {
    expect(explainUniformSizes(1, { min: 0, max: 4 }, 2)).toBeNull();
  });

  test('proposes 5 to 10 and 6 to 11 for eleven units in groups of 6 to 10', () => {
    const { conflict, relaxation } = explainUniformSizes(11, { min: 6, max: 10 }, null) ?? {};
    expect(conflict).toMatchObject([{ kind: 'sizes', order: 11, groupCount: null }]);
    expect(relaxation).toEqual([
      { kind: 'bounds', min: 5, max: 10, sufficient: true },
      { kind: 'bounds', min: 6, max: 11, sufficient: true },
    ]);
  });

  test('proposes a smaller minimum when there are fewer units than one group needs', () => {
    expect(explainUniformSizes(4, { min: 6, max: 10 }, null)?.relaxation).toEqual([
      { kind: 'bounds', min: 4, max: 10, sufficient: true },
    ]);
  });

  test('proposes the nearest number of groups, or a smaller minimum, when too many are asked', () => {
    expect(explainUniformSizes(40, { min: 6, max: 10 }, 7)?.relaxation).toEqual([
      { kind: 'group-count', groupCount: 6, sufficient: true },
      { kind: 'bounds', min: 5, max: 10, sufficient: true },
    ]);
  });

  test('has no way out by the bounds of no group, nor of groups of none', () => {
    expect(explainUniformSizes(5, { min: 2, max: 3 }, 0)?.relaxation).toEqual([
      { kind: 'group-count', groupCount: 2, sufficient: true },
    ]);
    expect(explainUniformSizes(5, { min: 0, max: 0 }, null)?.relaxation).toEqual([]);
    expect(explainUniformSizes(5, { min: 0, max: 0 }, 2)?.relaxation).toEqual([
      { kind: 'bounds', min: 0, max: 3, sufficient: true },
    ]);
  });

  test('always proposes something, all of which fits, and nothing wider than needed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        someBounds,
        fc.option(fc.integer({ min: 1, max: 15 })),
        (order, bounds, count) => {
          const found = explainUniformSizes(order, bounds, count);
          fc.pre(found !== null && (count === null || count <= order));
          expect(found?.relaxation.length).toBeGreaterThan(0);
          for (const change of found?.relaxation ?? []) {
            if (change.kind === 'group-count') {
              expect(explainUniformSizes(order, bounds, change.groupCount)).toBeNull();
              continue;
            }
            expect(change.kind).toBe('bounds');
            if (change.kind !== 'bounds') continue;
            const { min, max } = change;
            expect(explainUniformSizes(order, { min, max }, count)).toBeNull();
            const tighter =
              min < bounds.min ? { min: min + 1, max: bounds.max } : { min: bounds.min, max: max - 1 };
            expect(explainUniformSizes(order, tighter, count)).not.toBeNull();
          }
        },
      ),
    );
  });
});

describe('explainSizes', () => {
  const unlike = [
    { min: 1, max: 3 },
    { min: 2, max: 4 },
  ];
  const totals = { kind: 'sizes', groupCount: 2, bounds: null, smallestTotal: 3, largestTotal: 7 };

  test('judges groups that are unlike by their totals, with the places that lack or are too many', () => {
    expect([3, 7].map((order) => explainSizes(order, unlike))).toEqual([null, null]);
    expect(explainSizes(9, unlike)).toEqual({
      conflict: [{ ...totals, order: 9 }],
      relaxation: [{ kind: 'raise-maxima', places: 2, sufficient: true }],
    });
    expect(explainSizes(1, unlike)).toEqual({
      conflict: [{ ...totals, order: 1 }],
      relaxation: [{ kind: 'lower-minima', places: 2, sufficient: true }],
    });
  });

  test('judges groups that are alike by their bounds and number', () => {
    const alike = [5, 5, 5].map((max) => ({ min: 2, max }));
    expect(explainSizes(15, alike)).toBeNull();
    expect(explainSizes(16, alike)).toEqual({
      conflict: [
        {
          kind: 'sizes',
          order: 16,
          groupCount: 3,
          bounds: { min: 2, max: 5 },
          smallestTotal: 6,
          largestTotal: 15,
        },
      ],
      relaxation: [
        { kind: 'group-count', groupCount: 4, sufficient: true },
        { kind: 'bounds', min: 2, max: 6, sufficient: true },
      ],
    });
  });

  test('has no way out without any group', () => {
    expect(explainSizes(2, [])).toMatchObject({ conflict: [{ order: 2, largestTotal: 0 }], relaxation: [] });
    expect(explainSizes(0, [])).toBeNull();
  });

  test('tells bounds without a number of groups where several are left to choose from', () => {
    const pair = [unlike[0]!, unlike[0]!];
    expect(sizesOf(9, [pair, [...pair, unlike[0]!]])).toEqual({
      kind: 'sizes',
      order: 9,
      groupCount: null,
      bounds: { min: 1, max: 3 },
      smallestTotal: null,
      largestTotal: null,
    });
    for (const other of [
      { min: 0, max: 3 },
      { min: 1, max: 4 },
    ]) {
      expect(sizesOf(9, [[unlike[0]!, other]]).bounds).toBeNull();
    }
  });
});

test('a number of groups that is free has no totals', () => {
  expect(explainUniformSizes(11, { min: 6, max: 10 }, null)?.conflict).toMatchObject([
    { groupCount: null, smallestTotal: null, largestTotal: null },
  ]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsThatAddUp,
  explainUniformSizes,
} from '../../../../../engine/methods/grouping/problem/sizes-that-add-up.js';

const someBounds = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 8 }))
  .map(([min, more]) => ({ min, max: min + more }));

describe('countsThatAddUp', () => {
  test('gives 16 to 26 groups of 6 to 10 for 158 units', () => {
    expect(countsThatAddUp(158, { min: 6, max: 10 })).toEqual({ from: 16, to: 26 });
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareLimits, targetShareCriterion } from '../../../engine/criteria/target-share.js';

/** Whether a group of this size, so many of them of the share, keeps it. */
function keeps(share: number, having: number, size: number): boolean {
  const units = Array.from({ length: having }, (_, k) => k);
  const rule = targetShareCriterion({ ruleId: 'r', level: 'hard', units, share });
  return rule.evaluate(new Int32Array(size)) === 0;
}

describe('shareLimits', () => {
  test.each([
    ['half of eight is four', 0.5, 8, 8, 4, 4],
    ['half of seven is three or four', 0.5, 7, 7, 3, 4],
    ['half of six to ten is three to five', 0.5, 6, 10, 3, 5],
    ['none of a share of zero', 0, 6, 10, 0, 0],
    ['all of a share of one', 1, 6, 10, 6, 10],
    ['seven tenths of five, that miss a half by rounding, are three or four', 0.7, 5, 5, 3, 4],
  ])('%s', (_, share, smallest, largest, min, max) => {
    expect(shareLimits(share, { min: smallest, max: largest })).toEqual({ min, max });
  });

  test('holds what the rule takes in any group within the sizes, and each limit is reached', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.nat(4), (share, least, more) => {
        const sizes = { min: least, max: least + more };
        const { min, max } = shareLimits(share, sizes);
        expect([keeps(share, min, sizes.min), keeps(share, max, sizes.max)]).toEqual([true, true]);
        for (let size = sizes.min; size <= sizes.max; size++) {
          for (let having = 0; having <= size; having++) {
            if (keeps(share, having, size)) expect(having >= min && having <= max).toBe(true);
          }
        }
      }),
    );
  });
});

test('those behind are the ones there are too many of, and no others', () => {
  const behind = (having: number, size: number, share: number) => {
    const units = Array.from({ length: having }, (_, k) => k);
    return targetShareCriterion({ ruleId: 'r', level: 'soft', units, share }).justify(new Int32Array(size));
  };
  // four of eight are asked for: one is two and a half too few, seven as many too many
  expect(behind(1, 8, 0.5)).toEqual([{ units: [1, 2, 3, 4, 5, 6, 7], penalty: 2.5 }]);
  expect(behind(7, 8, 0.5)).toEqual([{ units: [0, 1, 2, 3, 4, 5, 6], penalty: 2.5 }]);
  expect(behind(4, 8, 0.5)).toEqual([]);
});

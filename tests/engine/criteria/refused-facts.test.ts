import { describe, expect, test } from 'vitest';
import { allowedCriterion } from '../../../engine/criteria/allowed.js';
import { apartCriterion } from '../../../engine/criteria/apart.js';
import { atLeastDifferentCriterion } from '../../../engine/criteria/at-least-different.js';
import { atMostCriterion } from '../../../engine/criteria/at-most.js';
import { chairPairCriterion } from '../../../engine/criteria/chair-pair.js';
import { changeCriterion } from '../../../engine/criteria/change.js';
import { commonSlotsCriterion } from '../../../engine/criteria/common-slots.js';
import { companyWishesCriterion } from '../../../engine/criteria/company-wishes.js';
import { forbiddenCriterion } from '../../../engine/criteria/forbidden.js';
import { lowestWorkshopCriterion } from '../../../engine/criteria/lowest-workshop.js';
import { notAloneCriterion } from '../../../engine/criteria/not-alone.js';
import { pastMeetingsCriterion } from '../../../engine/criteria/past-meetings.js';
import { pinnedCriterion } from '../../../engine/criteria/pinned.js';
import { samePerimeterCriterion } from '../../../engine/criteria/same-perimeter.js';
import { spreadCriterion } from '../../../engine/criteria/spread.js';
import { targetShareCriterion } from '../../../engine/criteria/target-share.js';
import { togetherCriterion } from '../../../engine/criteria/together.js';
import { wishesCriterion } from '../../../engine/criteria/wishes.js';
import { worstServedCriterion } from '../../../engine/criteria/worst-served.js';
import { EngineError } from '../../../engine/engine-error.js';
import { ruleCases } from './rule-cases.js';

const terms = { ruleId: 'r1', level: 'hard' as const };
const units = [0, 1];
const pair = (km: number) => Float64Array.of(0, km, km, 0);
/** what an index cannot be */
const noIndex = [-1, 0.5];

/** A fact of a rule, how to make the rule with it, numbers it may be, and finite ones it may not. */
const facts: [fact: string, make: (x: number) => unknown, accepted: number[], refused: number[]][] = [
  ['unit together', (x) => togetherCriterion({ ...terms, units: [0, x] }), [1], noIndex],
  ['unit apart', (x) => apartCriterion({ ...terms, units: [0, x] }), [1], noIndex],
  ['unit pinned', (x) => pinnedCriterion({ ...terms, units: [x], group: 0 }), [0], noIndex],
  ['group pinned to', (x) => pinnedCriterion({ ...terms, units, group: x }), [0], noIndex],
  ['unit allowed', (x) => allowedCriterion({ ...terms, units: [x], groups: [0] }), [0], noIndex],
  ['group allowed', (x) => allowedCriterion({ ...terms, units, groups: [x] }), [0], noIndex],
  ['unit forbidden', (x) => forbiddenCriterion({ ...terms, units: [x], groups: [0] }), [0], noIndex],
  ['group forbidden', (x) => forbiddenCriterion({ ...terms, units, groups: [x] }), [0], noIndex],
  ['group wished', (x) => wishesCriterion({ ...terms, wishes: [[x]] }), [0], noIndex],
  ['company wished', (x) => companyWishesCriterion({ ...terms, wishes: [[x]] }), [1], noIndex],
  ['number at most', (x) => atMostCriterion({ ...terms, valuesOf: [[0]], most: x }), [0, 3], noIndex],
  ['value at most', (x) => atMostCriterion({ ...terms, valuesOf: [[x]], most: 1 }), [0], noIndex],
  [
    'number different',
    (x) => atLeastDifferentCriterion({ ...terms, valuesOf: [[0]], least: x }),
    [0],
    noIndex,
  ],
  [
    'value different',
    (x) => atLeastDifferentCriterion({ ...terms, valuesOf: [[x]], least: 1 }),
    [0],
    noIndex,
  ],
  ['value not alone', (x) => notAloneCriterion({ ...terms, valuesOf: [[x]] }), [0], noIndex],
  ['unit of a share', (x) => targetShareCriterion({ ...terms, units: [x], share: 0.5 }), [0], noIndex],
  ['share', (x) => targetShareCriterion({ ...terms, units, share: x }), [0, 0.3, 1], [-0.1, 1.1]],
  ['women', (x) => chairPairCriterion({ ...terms, womenOf: [x], menOf: [0] }), [0, 1], [-1, 0.5, 2]],
  ['men', (x) => chairPairCriterion({ ...terms, womenOf: [0], menOf: [x] }), [0, 1], [-1, 0.5, 2]],
  ['slot', (x) => commonSlotsCriterion({ ...terms, slotsOf: [[x], null], slotCount: 2 }), [0], noIndex],
  ['number of slots', (x) => commonSlotsCriterion({ ...terms, slotsOf: [], slotCount: x }), [0], noIndex],
  ['unit met', (x) => pastMeetingsCriterion({ ...terms, meetings: [[0, x, 1]] }), [1], noIndex],
  ['times met', (x) => pastMeetingsCriterion({ ...terms, meetings: [[0, 1, x]] }), [0, 2], noIndex],
  ['unit of an overlap', (x) => samePerimeterCriterion({ ...terms, pairs: [[x, 1, 1]] }), [0], noIndex],
  ['overlap', (x) => samePerimeterCriterion({ ...terms, pairs: [[0, 1, x]] }), [0, 0.5, 1], [-0.1, 1.1]],
  ['least distance', (x) => spreadCriterion({ ...terms, distanceKm: pair(9), minKm: x }), [0, 30], [-1]],
  [
    'largest distance',
    (x) => spreadCriterion({ ...terms, distanceKm: pair(9), maxKm: x }),
    [0.1, 30],
    [0, -1],
  ],
  [
    'largest distance beside the least',
    (x) => spreadCriterion({ ...terms, distanceKm: pair(9), minKm: 20, maxKm: x }),
    [20, 30],
    [19],
  ],
  [
    'lowest workshop, units',
    (x) => lowestWorkshopCriterion({ ...terms, weights: pair(1), order: x }),
    [2],
    [3, -2],
  ],
  [
    'worst served, units',
    (x) => worstServedCriterion({ ...terms, weights: pair(1), order: x }),
    [2],
    [3, -2],
  ],
  [
    'lowest workshop, weight',
    (x) => lowestWorkshopCriterion({ ...terms, weights: pair(x), order: 2 }),
    [-1, 0],
    [],
  ],
  [
    'worst served, weight',
    (x) => worstServedCriterion({ ...terms, weights: pair(x), order: 2 }),
    [-1, 0],
    [],
  ],
  ['weight of the rule', (x) => togetherCriterion({ ...terms, weight: x, units }), [0, 2.5], [-1]],
];

/** What a rule says to a number; null when it takes it. */
function refusal(make: (x: number) => unknown, x: number): EngineError | null {
  try {
    make(x);
    return null;
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

describe.each(facts)('%s', (_, make, accepted, refused) => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, ...refused])(
    'cannot be %d',
    (x) => {
      const { code, message, advice, value } = refusal(make, x) ?? {};
      expect([code, /^Rule "r1" has [a-z0-9]/iu.test(message ?? ''), Boolean(advice)]).toEqual([
        'bad-rule',
        true,
        true,
      ]);
      expect(value).toSatisfy((told: number) => Object.is(told, x) || Number.isFinite(x));
    },
  );

  test.each(accepted)('may be %d', (x) => expect(refusal(make, x)).toBeNull());
});

describe('spread', () => {
  test('takes distances that are not known, and refuses those below 0 or infinite', () => {
    const rule = spreadCriterion({ ...terms, distanceKm: pair(Number.NaN), minKm: 5, maxKm: 10 });
    expect(rule.evaluate(Int32Array.of(0, 0))).toBe(0);
    for (const km of [-1, Number.POSITIVE_INFINITY]) {
      expect(refusal((x) => spreadCriterion({ ...terms, distanceKm: pair(x), minKm: 5 }), km)?.value).toBe(
        km,
      );
    }
  });

  test('refuses distances that are no square matrix, and says how many there are', () => {
    const make = () => spreadCriterion({ ...terms, distanceKm: new Float64Array(5), minKm: 5 });
    expect(refusal(make, 0)).toMatchObject({ code: 'bad-rule', value: 5 });
  });

  test('says what a largest distance may be', () => {
    const make = (maxKm: number) => spreadCriterion({ ...terms, distanceKm: pair(9), maxKm });
    expect(refusal(make, 0)?.message).toBe('Rule "r1" has maxKm 0.\nMaybe give a finite number, above 0.');
  });
});

test('rules about nobody ask nothing', () => {
  const groupOf = Int32Array.of(0, 0, 1, -1);
  const none = [
    togetherCriterion({ ...terms, units: [] }),
    apartCriterion({ ...terms, units: [] }),
    pinnedCriterion({ ...terms, units: [], group: 0 }),
    allowedCriterion({ ...terms, units: [], groups: [] }),
    forbiddenCriterion({ ...terms, units: [], groups: [] }),
    wishesCriterion({ ...terms, wishes: [] }),
    companyWishesCriterion({ ...terms, wishes: [] }),
    changeCriterion({ ...terms, published: new Int32Array(0) }),
    atMostCriterion({ ...terms, valuesOf: [], most: 0 }),
    notAloneCriterion({ ...terms, valuesOf: [] }),
    targetShareCriterion({ ...terms, units: [], share: 0 }),
    commonSlotsCriterion({ ...terms, slotsOf: [], slotCount: 0 }),
    pastMeetingsCriterion({ ...terms, meetings: [] }),
    samePerimeterCriterion({ ...terms, pairs: [] }),
    spreadCriterion({ ...terms, distanceKm: new Float64Array(0), minKm: 5 }),
    atLeastDifferentCriterion({ ...terms, valuesOf: [], least: 0 }),
  ];
  for (const rule of none) expect(rule.evaluate(groupOf)).toBe(0);
  const nobody = new Int32Array(0);
  const matrix = { weights: new Float64Array(0), order: 0 };
  for (const rule of [
    ...none,
    lowestWorkshopCriterion({ ...terms, ...matrix }),
    worstServedCriterion({ ...terms, ...matrix }),
  ]) {
    expect(rule.evaluate(nobody)).toBe(0);
  }
});

test('a place in a published plan is a group, or none', () => {
  const make = (group: number) => changeCriterion({ ...terms, published: Int32Array.of(group) });
  expect(refusal(make, -2)).toMatchObject({ code: 'bad-rule', value: -2 });
  expect(refusal(make, -1)).toBeNull();
});

test('every kind of rule refuses a weight that is not zero or more', () => {
  for (const { known } of ruleCases) {
    expect(refusal((weight) => known({ ...terms, weight }), Number.NaN)?.code).toBe('bad-rule');
  }
});

test.each<[string, () => unknown]>([
  ['give a whole number, 0 or more.', () => atMostCriterion({ ...terms, valuesOf: [], most: -1 })],
  ['give a finite number, from 0 to 1.', () => targetShareCriterion({ ...terms, units, share: 2 })],
  ['give a whole number, from 0 to 1.', () => chairPairCriterion({ ...terms, womenOf: [3], menOf: [] })],
  ['give a finite number.', () => worstServedCriterion({ ...terms, weights: pair(Number.NaN), order: 2 })],
])('the advice is: %s', (advice, make) => {
  expect(refusal(make, 0)?.advice).toBe(advice);
});

test('a wish that comes later weighs less', () => {
  const rule = companyWishesCriterion({ ...terms, wishes: [[1, 2, 3], [], [], []] });
  const alone = Int32Array.of(0, 1, 1, 1);
  const missed = [1, 2, 3].map((j) => rule.evaluate(alone) - rule.evaluate(alone.with(j, 0)));
  expect(missed.map((part) => Math.round(6 * part))).toEqual([3, 2, 1]);
});

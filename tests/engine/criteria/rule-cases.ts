import { allowedCriterion } from '../../../engine/criteria/allowed.js';
import { apartCriterion } from '../../../engine/criteria/apart.js';
import { atLeastDifferentCriterion } from '../../../engine/criteria/at-least-different.js';
import { atMostCriterion } from '../../../engine/criteria/at-most.js';
import { chairPairCriterion } from '../../../engine/criteria/chair-pair.js';
import { changeCriterion } from '../../../engine/criteria/change.js';
import { commonSlotsCriterion } from '../../../engine/criteria/common-slots.js';
import { companyWishesCriterion } from '../../../engine/criteria/company-wishes.js';
import { forbiddenCriterion } from '../../../engine/criteria/forbidden.js';
import type { RuleTerms } from '../../../engine/criteria/forms/rule-terms.js';
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
import type { Criterion } from '../../../engine/model/criterion.js';
import type { Rng } from '../../../engine/random/rng.js';

/** Seven units in three groups. */
export const order = 7;
export const groupCount = 3;

export interface RuleCase {
  readonly name: string;
  /** how the search carries it */
  readonly form: 'pairs' | 'places' | 'tally';
  /** the rule of the hand-checked groupings */
  readonly known: (terms: RuleTerms) => Criterion;
  readonly satisfied: readonly number[];
  readonly broken: readonly number[];
  readonly penalty: number;
  /** who is behind the penalty of the broken grouping, part by part */
  readonly behind: readonly (readonly number[])[];
  /** the same rule on facts drawn at random */
  readonly drawn: (terms: RuleTerms, rng: Rng) => Criterion;
}

const upTo = (count: number): number[] => [...Array(count).keys()];
const some = (rng: Rng, count: number): number[] => upTo(count).filter(() => rng.next() < 0.5);
const listsOf = (rng: Rng, count: number): number[][] => upTo(order).map(() => some(rng, count));
/** up to two values of three for each unit */
const kinds = [[0], [0, 1], [1], [1, 0], [2], [], [2]];

function symmetric(draw: (i: number, j: number) => number): Float64Array {
  // nobody is asked how near it is to itself: an odd value there changes nothing
  const matrix = new Float64Array(order * order).fill(77);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) matrix[i * order + j] = matrix[j * order + i] = draw(i, j);
  }
  return matrix;
}

const drawnPairs = (rng: Rng, value: () => number): [number, number, number][] =>
  upTo(6).map(() => [rng.integer(order), rng.integer(order), value()]);

/** 3 between units of one half (0..2, 4..6), 1 across and with unit 3 */
const halves = symmetric((i, j) =>
  i !== 3 && j !== 3 && Math.floor(i / 3.5) === Math.floor(j / 3.5) ? 3 : 1,
);
/** units on a line, 10 km from one to the next */
const line = symmetric((i, j) => 10 * Math.abs(i - j));

export const ruleCases: readonly RuleCase[] = [
  {
    name: 'together',
    form: 'pairs',
    known: (terms) => togetherCriterion({ ...terms, units: [1, 3, 5, 3] }),
    satisfied: [0, 2, 0, 2, 1, 2, 1],
    broken: [0, 2, 0, 2, 1, 1, 1],
    penalty: 2,
    behind: [
      [1, 5],
      [3, 5],
    ],
    drawn: (terms, rng) => togetherCriterion({ ...terms, units: some(rng, order) }),
  },
  {
    name: 'apart',
    form: 'pairs',
    known: (terms) => apartCriterion({ ...terms, units: [4, 0, 2, 6] }),
    satisfied: [0, 0, 1, 1, 2, 2, -1],
    broken: [0, 0, 0, 1, 2, 2, 0],
    penalty: 3,
    behind: [
      [0, 2],
      [0, 6],
      [2, 6],
    ],
    drawn: (terms, rng) => apartCriterion({ ...terms, units: some(rng, order) }),
  },
  {
    name: 'past meetings',
    form: 'pairs',
    // 0 and 1 met three times in all, 5 and 2 twice
    known: (terms) =>
      pastMeetingsCriterion({
        ...terms,
        meetings: [
          [0, 1, 1],
          [5, 2, 2],
          [1, 0, 2],
          [3, 4, 1],
          [6, 6, 4],
        ],
      }),
    satisfied: [0, 1, 2, 1, 2, 0, 0],
    broken: [0, 0, 1, 2, 1, 1, 1],
    penalty: 13,
    behind: [
      [0, 1],
      [2, 5],
    ],
    drawn: (terms, rng) =>
      pastMeetingsCriterion({ ...terms, meetings: drawnPairs(rng, () => rng.integer(4)) }),
  },
  {
    name: 'company wishes',
    form: 'pairs',
    // unit 0 wishes 1 (2/3) then 2 (1/3), unit 2 wishes 0 (1), unit 4 wishes itself and 6
    known: (terms) => companyWishesCriterion({ ...terms, wishes: [[1, 2], [], [0], [], [4, 6, 6], [], []] }),
    satisfied: [1, 1, 1, 0, 2, 0, 2],
    broken: [1, 0, 1, 0, 2, 0, 0],
    penalty: 2 / 3 + 1,
    behind: [
      [0, 1],
      [4, 6],
    ],
    drawn: (terms, rng) => companyWishesCriterion({ ...terms, wishes: listsOf(rng, order) }),
  },
  {
    name: 'spread',
    form: 'pairs',
    known: (terms) => spreadCriterion({ ...terms, distanceKm: line, minKm: 15, maxKm: 40 }),
    satisfied: [0, 1, 0, 1, 0, 1, -1],
    // 5 km short of 15 between 0 and 1; 20 and 10 km beyond 40 from them to 6
    broken: [0, 0, 1, 2, 1, 2, 0],
    penalty: 1 / 3 + 20 / 40 + 10 / 40,
    behind: [
      [0, 1],
      [0, 6],
      [1, 6],
    ],
    drawn: (terms, rng) =>
      spreadCriterion({
        ...terms,
        distanceKm: symmetric(() => 100 * rng.next()),
        minKm: rng.integer(2) * 40,
        maxKm: rng.integer(2) === 0 ? undefined : 70,
      }),
  },
  {
    name: 'same perimeter',
    form: 'pairs',
    known: (terms) =>
      samePerimeterCriterion({
        ...terms,
        pairs: [
          [1, 0, 0.5],
          [0, 1, 1],
          [2, 3, 0.25],
          [4, 5, 0],
        ],
      }),
    satisfied: [0, 1, 0, 1, 2, 2, 2],
    broken: [0, 0, 1, 1, 2, 2, 2],
    penalty: 1.25,
    behind: [
      [0, 1],
      [2, 3],
    ],
    drawn: (terms, rng) => samePerimeterCriterion({ ...terms, pairs: drawnPairs(rng, () => rng.next()) }),
  },
  {
    name: 'pinned',
    form: 'places',
    known: (terms) => pinnedCriterion({ ...terms, units: [6, 2, 6], group: 1 }),
    satisfied: [0, 0, 1, 2, 2, 0, 1],
    broken: [0, 0, 2, 2, 2, 0, -1],
    penalty: 2,
    behind: [[2], [6]],
    drawn: (terms, rng) =>
      pinnedCriterion({ ...terms, units: some(rng, order), group: rng.integer(groupCount) }),
  },
  {
    name: 'allowed',
    form: 'places',
    known: (terms) => allowedCriterion({ ...terms, units: [1, 2, 5], groups: [0, 2] }),
    satisfied: [1, 0, 2, 1, 1, 2, -1],
    broken: [1, 0, 1, 1, 1, -1, 1],
    penalty: 2,
    behind: [[2], [5]],
    drawn: (terms, rng) =>
      allowedCriterion({ ...terms, units: some(rng, order), groups: some(rng, groupCount) }),
  },
  {
    name: 'forbidden',
    form: 'places',
    known: (terms) => forbiddenCriterion({ ...terms, units: [1, 2, 5], groups: [0, 2] }),
    satisfied: [0, 1, 1, 2, 0, -1, 0],
    broken: [0, 0, 1, 2, 0, 2, 0],
    penalty: 2,
    behind: [[1], [5]],
    drawn: (terms, rng) =>
      forbiddenCriterion({ ...terms, units: some(rng, order), groups: some(rng, groupCount) }),
  },
  {
    name: 'wishes',
    form: 'places',
    known: (terms) => wishesCriterion({ ...terms, wishes: [[2], [], [1, 0], [2, 1, 0], [2, 1, 0], [0]] }),
    satisfied: [2, 0, 1, 2, 2, 0, 0],
    // unlisted, no wish, second of two, second and third of three, nowhere
    broken: [0, 0, 0, 1, 0, -1, 1],
    penalty: 1 + 1 / 2 + 1 / 3 + 2 / 3 + 1,
    behind: [[0], [2], [3], [4], [5]],
    drawn: (terms, rng) => wishesCriterion({ ...terms, wishes: listsOf(rng, groupCount) }),
  },
  {
    name: 'change',
    form: 'places',
    known: (terms) => changeCriterion({ ...terms, published: Int32Array.of(0, 0, 1, 1, 2, 2, -1) }),
    satisfied: [0, 0, 1, 1, 2, 2, 1],
    broken: [0, 1, 1, 1, 0, -1, 2],
    penalty: 3,
    behind: [[1], [4], [5]],
    drawn: (terms, rng) =>
      changeCriterion({
        ...terms,
        published: Int32Array.from({ length: order }, () => rng.integer(groupCount + 1) - 1),
      }),
  },
  {
    name: 'at most',
    form: 'tally',
    known: (terms) => atMostCriterion({ ...terms, valuesOf: kinds, most: 1 }),
    satisfied: [0, 1, 0, 2, 0, 0, 1],
    broken: [0, 0, 0, 0, 1, 2, 1],
    penalty: 2 + 2 + 1,
    behind: [
      [0, 1, 3],
      [1, 2, 3],
      [4, 6],
    ],
    drawn: (terms, rng) => atMostCriterion({ ...terms, valuesOf: listsOf(rng, 4), most: rng.integer(3) }),
  },
  {
    name: 'at least different',
    form: 'tally',
    known: (terms) => atLeastDifferentCriterion({ ...terms, valuesOf: kinds, least: 2 }),
    // group 2 is empty
    satisfied: [0, 0, 1, 1, 1, -1, 0],
    // one value of two in group 1, none in group 2
    broken: [0, 0, -1, 0, 1, 2, 1],
    penalty: 1 + 2,
    behind: [[4, 6], [5]],
    drawn: (terms, rng) =>
      atLeastDifferentCriterion({ ...terms, valuesOf: listsOf(rng, 4), least: rng.integer(4) }),
  },
  {
    name: 'not alone',
    form: 'tally',
    known: (terms) => notAloneCriterion({ ...terms, valuesOf: kinds }),
    satisfied: [0, 0, 0, 0, 1, 2, 1],
    broken: [0, 0, 1, 1, 1, 1, 2],
    penalty: 4,
    behind: [[1], [3], [4], [6]],
    drawn: (terms, rng) => notAloneCriterion({ ...terms, valuesOf: listsOf(rng, 4) }),
  },
  {
    name: 'target share',
    form: 'tally',
    known: (terms) => targetShareCriterion({ ...terms, units: [0, 1, 2], share: 0.5 }),
    // two of four, one of two, and none in a group of one
    satisfied: [0, 0, 1, 0, 0, 1, 2],
    // three of three: 1.5 too many, less one half; none of four: 2 too few, less one half
    broken: [0, 0, 0, 1, 1, 1, 1],
    penalty: 1 + 1.5,
    behind: [
      [0, 1, 2],
      [3, 4, 5, 6],
    ],
    drawn: (terms, rng) => targetShareCriterion({ ...terms, units: some(rng, order), share: rng.next() }),
  },
  {
    name: 'chair pair',
    form: 'tally',
    known: (terms) =>
      chairPairCriterion({
        ...terms,
        womenOf: Uint8Array.of(1, 1, 1, 0, 0, 0, 1),
        menOf: [1, 0, 0, 1, 0, 0, 1],
      }),
    satisfied: [0, 0, 1, 1, 0, 1, 1],
    // a man and nobody else, one territory with both a woman and a man, two women
    broken: [1, 2, 2, 0, 0, 1, -1],
    penalty: 3,
    behind: [
      [3, 4],
      [0, 5],
      [1, 2],
    ],
    drawn: (terms, rng) =>
      chairPairCriterion({
        ...terms,
        womenOf: upTo(order).map(() => rng.integer(2)),
        menOf: upTo(order).map(() => rng.integer(2)),
      }),
  },
  {
    name: 'common slots',
    form: 'tally',
    known: (terms) =>
      commonSlotsCriterion({
        ...terms,
        slotsOf: [[0], [0, 1], [1], null, [2], [0, 1, 2], null],
        slotCount: 3,
      }),
    satisfied: [0, 0, 1, 1, 2, 2, 2],
    // slots 0 and 1 miss one member each: the earlier one is taken
    broken: [0, 0, 0, 0, 1, 1, 2],
    penalty: 1,
    behind: [[2]],
    drawn: (terms, rng) =>
      commonSlotsCriterion({
        ...terms,
        // the fifth slot is not one of those there are
        slotsOf: upTo(order).map(() => (rng.integer(4) === 0 ? null : some(rng, 5))),
        slotCount: 4,
      }),
  },
  {
    name: 'lowest workshop',
    form: 'tally',
    // the best partner of all but unit 3 is worth 3: 19/7 on average
    known: (terms) => lowestWorkshopCriterion({ ...terms, weights: halves, order }),
    satisfied: [0, 0, 0, -1, 1, 1, 1],
    // means 3, then (3 × 1 + 3 × 3) / 6
    broken: [0, 0, 0, 1, 1, 1, 1],
    penalty: 19 / 7 - 2,
    behind: [[3, 4, 5, 6]],
    drawn: (terms, rng) =>
      lowestWorkshopCriterion({ ...terms, weights: symmetric(() => rng.next() - 0.2), order }),
  },
  {
    name: 'worst served',
    form: 'tally',
    // the best partner of unit 0 is worth 6/4, those of the others more
    known: (terms) => worstServedCriterion({ ...terms, weights: symmetric((i, j) => (i + j) / 4), order }),
    satisfied: [0, 1, 2, -1, 2, 1, 0],
    // unit 0 with 1, 2 and 3: (1 + 2 + 3) / 4 / 3
    broken: [0, 0, 0, 0, 1, 1, 1],
    penalty: 1.5 - 0.5,
    behind: [[0]],
    drawn: (terms, rng) =>
      worstServedCriterion({ ...terms, weights: symmetric(() => rng.next() - 0.2), order }),
  },
];

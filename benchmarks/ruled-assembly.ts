import {
  allowedCriterion,
  apartCriterion,
  atLeastDifferentCriterion,
  atMostCriterion,
  type Criterion,
  chairPairCriterion,
  changeCriterion,
  commonSlotsCriterion,
  companyWishesCriterion,
  createRng,
  forbiddenCriterion,
  type GroupingProblem,
  notAloneCriterion,
  pastMeetingsCriterion,
  pinnedCriterion,
  type Rng,
  samePerimeterCriterion,
  spreadCriterion,
  targetShareCriterion,
  togetherCriterion,
  wishesCriterion,
} from '../engine/index.js';

const departmentCount = 13;
const kindCount = 5;
const slotCount = 10;

/** Facts of units that rules speak of, made up: nothing in them is anybody's. */
interface Units {
  readonly order: number;
  readonly weights: Float64Array;
  readonly distanceKm: Float64Array;
  readonly departmentsOf: readonly (readonly number[])[];
  readonly kindOf: readonly (readonly number[])[];
  readonly mountain: readonly number[];
  readonly slotsOf: readonly (readonly number[] | null)[];
}

/**
 * 158 territories in 20 workshops of 6–10, with every rule at once, hard and soft. Their affinity comes of eight
 * archetypes, their places of thirteen départements.
 */
export function ruledTerritories(seed: number): { free: GroupingProblem; ruled: GroupingProblem } {
  const rng = createRng(seed).stream('territories');
  const order = 158;
  const units = madeUp(order, rng);
  const groups = Array.from({ length: 20 }, () => ({ min: 6, max: 10 }));
  const free: GroupingProblem = { order, weights: units.weights, groups };
  const women = Uint8Array.from({ length: order }, () => rng.integer(2));
  const ruled: GroupingProblem = {
    ...free,
    together: [
      [0, 1],
      [2, 3, 4],
    ],
    apart: [
      [5, 6],
      [6, 7],
      [8, 9],
    ],
    pinned: [
      [10, 0],
      [11, 1],
    ],
    criteria: [
      ...commonCriteria(units, groups.length, rng),
      atMostCriterion({ ...hard('at most'), valuesOf: units.departmentsOf, most: 3 }),
      notAloneCriterion({ ...soft('not alone'), valuesOf: valuesOf(order, units.mountain) }),
      chairPairCriterion({
        ...hard('chair pair'),
        womenOf: women,
        menOf: women.map((w) => (rng.integer(3) === 0 ? 1 : 1 - w)),
      }),
      targetShareCriterion({
        ...soft('mountain'),
        units: units.mountain,
        share: units.mountain.length / order,
      }),
    ],
  };
  return { free, ruled };
}

/**
 * A plenary day: 232 seats of 58 territories in 24 groups of 8–12, the seats of one territory apart, a chair pair,
 * the shares of women and of citizens, at most two of a département and nobody alone of their college or gender
 * hard; every other rule soft.
 */
export function plenaryDay(seed: number): GroupingProblem {
  const rng = createRng(seed).stream('plenary');
  const territoryCount = 58;
  const territories = madeUp(territoryCount, rng);
  const order = 4 * territoryCount;
  const territoryOf = Array.from({ length: order }, (_, i) => i >> 2);
  const spreadOut = (matrix: Float64Array): Float64Array =>
    Float64Array.from({ length: order * order }, (_, at) => {
      const [t, u] = [Math.floor(at / order) >> 2, (at % order) >> 2];
      return matrix[t * territoryCount + u] ?? 0;
    });
  const seats: Units = {
    order,
    weights: spreadOut(territories.weights),
    distanceKm: spreadOut(territories.distanceKm),
    departmentsOf: territoryOf.map((t) => territories.departmentsOf[t] ?? []),
    kindOf: territoryOf.map((t) => territories.kindOf[t] ?? []),
    mountain: [...territoryOf.keys()].filter((i) => territories.mountain.includes(i >> 2)),
    slotsOf: territoryOf.map(() => slotsOf(rng)),
  };
  const women = [...territoryOf.keys()].filter((i) => i % 2 === 0);
  // one citizen a territory, two in sixteen of them: 74
  const citizens = [...territoryOf.keys()].filter((i) => i % 4 === 3 || (i % 4 === 0 && i < 64));
  const isWoman = Uint8Array.from(territoryOf, (_, i) => (i % 2 === 0 ? 1 : 0));
  const groups = Array.from({ length: 24 }, () => ({ min: 8, max: 12 }));
  return {
    order,
    weights: seats.weights,
    groups,
    criteria: [
      ...commonCriteria(seats, groups.length, rng),
      ...Array.from({ length: territoryCount }, (_, t) =>
        apartCriterion({ ...hard(`seats of ${t}`), units: [4 * t, 4 * t + 1, 4 * t + 2, 4 * t + 3] }),
      ),
      atMostCriterion({ ...hard('at most'), valuesOf: seats.departmentsOf, most: 2 }),
      notAloneCriterion({ ...hard('no lone woman'), valuesOf: valuesOf(order, women) }),
      notAloneCriterion({ ...hard('no lone citizen'), valuesOf: valuesOf(order, citizens) }),
      notAloneCriterion({ ...soft('no lone mountain'), valuesOf: valuesOf(order, seats.mountain) }),
      chairPairCriterion({ ...hard('chair pair'), womenOf: isWoman, menOf: isWoman.map((w) => 1 - w) }),
      targetShareCriterion({ ...hard('women'), units: women, share: women.length / order }),
      targetShareCriterion({ ...hard('citizens'), units: citizens, share: citizens.length / order }),
    ],
  };
}

function hard(ruleId: string): { ruleId: string; level: 'hard' } {
  return { ruleId, level: 'hard' };
}

function soft(ruleId: string): { ruleId: string; level: 'soft' } {
  return { ruleId, level: 'soft' };
}

/** The rules that both days share. */
function commonCriteria(units: Units, groupCount: number, rng: Rng): Criterion[] {
  const { order } = units;
  const draw = (): number => rng.integer(order);
  const draws = (count: number): number[] => Array.from({ length: count }, draw);
  const groupsDrawn = (count: number): number[] =>
    Array.from({ length: count }, () => rng.integer(groupCount));
  const lists = (share: number, listed: (count: number) => number[]): number[][] =>
    Array.from({ length: order }, () => (rng.next() < share ? listed(3) : []));
  const pairs = (count: number, value: () => number): [number, number, number][] =>
    Array.from({ length: count }, () => [draw(), draw(), value()]);
  return [
    togetherCriterion({ ...soft('together'), units: draws(3) }),
    apartCriterion({ ...soft('apart'), units: draws(4) }),
    pinnedCriterion({ ...soft('pinned'), units: draws(3), group: 2 }),
    allowedCriterion({ ...hard('allowed'), units: [20, 60, 100], groups: [3, 4, 5] }),
    forbiddenCriterion({ ...hard('forbidden'), units: [25, 65, 105], groups: [0, 1, 2] }),
    atLeastDifferentCriterion({ ...soft('kinds'), valuesOf: units.kindOf, least: 3 }),
    commonSlotsCriterion({ ...soft('slots'), slotsOf: units.slotsOf, slotCount }),
    pastMeetingsCriterion({ ...soft('past meetings'), meetings: pairs(4 * order, () => 1 + rng.integer(2)) }),
    wishesCriterion({ ...soft('wishes'), wishes: lists(0.3, groupsDrawn) }),
    companyWishesCriterion({ ...soft('company'), wishes: lists(0.3, draws) }),
    spreadCriterion({ ...soft('spread'), distanceKm: units.distanceKm, minKm: 20, maxKm: 250 }),
    samePerimeterCriterion({ ...soft('same perimeter'), pairs: pairs(order >> 3, () => rng.next()) }),
    changeCriterion({
      ...soft('change'),
      weight: 0.2,
      published: Int32Array.from({ length: order }, () => rng.integer(groupCount + 1) - 1),
    }),
  ];
}

/**
 * About the affinity of two members of a good group, taken off every pair so that large groups are not favoured, as
 * the product does (docs/decisions/0003).
 */
export const neutral = 0.6;

function madeUp(order: number, rng: Rng): Units {
  const archetype = Array.from({ length: order }, () => rng.integer(8));
  const department = Array.from({ length: order }, () => rng.integer(departmentCount));
  const x = department.map((d) => 70 * (d % 4) + 60 * rng.next());
  const y = department.map((d) => 70 * Math.floor(d / 4) + 60 * rng.next());
  const weights = new Float64Array(order * order);
  const distanceKm = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      const affinity = (archetype[i] === archetype[j] ? 0.4 : 0) + 0.6 * rng.next() - neutral;
      weights[i * order + j] = affinity;
      weights[j * order + i] = affinity;
      const km = Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0));
      distanceKm[i * order + j] = km;
      distanceKm[j * order + i] = km;
    }
  }
  return {
    order,
    weights,
    distanceKm,
    departmentsOf: department.map((d) => [d]),
    kindOf: department.map(() => [rng.integer(kindCount)]),
    mountain: [...department.keys()].filter((i) => (department[i] ?? 0) < 4),
    slotsOf: department.map(() => slotsOf(rng)),
  };
}

/** Most can attend three slots in four, some any. */
function slotsOf(rng: Rng): number[] | null {
  if (rng.integer(5) === 0) return null;
  return [...Array(slotCount).keys()].filter(() => rng.next() < 0.75);
}

/** One value for the units listed, none for the others. */
function valuesOf(order: number, units: readonly number[]): number[][] {
  const listed = new Set(units);
  return Array.from({ length: order }, (_, i) => (listed.has(i) ? [0] : []));
}

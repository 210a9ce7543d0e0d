import type { GroupingProblem } from '../methods/grouping/problem/grouping-problem.js';
import {
  defaultIterations,
  groupingValue,
  searchGrouping,
  solveGrouping,
} from '../methods/grouping/solve-grouping.js';
import type { Criterion } from '../model/criterion.js';
import { matrixOver } from '../numeric/matrix-over.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import { chooseGroups } from './choose-groups.js';
import type { WorkshopControl, WorkshopInput } from './composed-workshops.js';
import { numberWorkshops } from './number-workshops.js';
import { refuseInfeasible } from './refusals/refuse-infeasible.js';
import { groundOfRules } from './rules/ground-of-rules.js';
import { type IndexedRules, indexRules } from './rules/index-rules.js';
import { objectiveCriteria } from './rules/objective-criteria.js';
import { meanOfPairs, meanWithin, shiftedWeights, workshopWeights } from './workshop-weights.js';

/** Each territory in one workshop. */
export interface TerritorialGrouping {
  /** the workshop of each territory, 0..count−1; workshop number `workshop` of a pinned rule is `workshop` − 1 */
  readonly groupOf: Int32Array;
  readonly count: number;
  /** Σ of weights over pairs in one workshop; see `workshopWeights` */
  readonly value: number;
  /** what no plan with workshops of these sizes exceeds */
  readonly upperBound: number;
  /** (upperBound − value) / upperBound; 0 without a pair */
  readonly gap: number;
  readonly iterations: number;
}

/**
 * Places each territory in one workshop, within the size bounds and the rules, so that those who share
 * problems meet, a little more so when they live far apart.
 *
 * Neither the order of the territories nor that of the rules changes the workshops.
 *
 * @throws EngineError `infeasible` (its value: a `WorkshopConflict`), `unknown-territory`,
 * `workshop-number-missing`, `no-grouping-found`
 */
export function groupTerritories(
  input: WorkshopInput,
  options: Options['workshop'],
  rng: Rng,
  { shouldStop, remaining, initial, onProgress }: WorkshopControl = {},
): TerritorialGrouping {
  const { territoryIds, affinity, distances, pairCosts } = input;
  const order = territoryIds.length;
  const sequence = sequenceById(territoryIds);
  const indexed = rulesOn(sequence, input);
  const groups = chooseGroups(order, options, indexed, (conflict, told) =>
    refuseInfeasible(conflict, told, sequence, input),
  );

  const weights = workshopWeights(affinity, distances, options.spread, sequence);
  const seed = rng.stream('grouping').integer(2 ** 32);
  const { together, apart, pinned, allowed, quotas, varieties } = indexed;
  const rulesKept = { together, apart, pinned, allowed, quotas, varieties };
  const criteria = [
    ...indexed.criteria.map((criterion) => within(groups.length, criterion)),
    ...objectiveCriteria(options.objective, weights, order),
  ];
  const lessCosts = (constant: number): Float64Array => {
    const shifted = shiftedWeights(weights, order, constant);
    const costs = pairCosts && matrixOver(pairCosts, sequence).values;
    return costs ? shifted.map((w, at) => w - (costs[at] ?? 0)) : shifted;
  };
  const problemWith = (constant: number): GroupingProblem => ({
    order,
    weights: lessCosts(constant),
    groups,
    ...rulesKept,
    criteria,
  });
  // a first sketch tells how alike the members of a workshop can be: the constant that makes sizes neutral
  const start = initial && Int32Array.from(sequence, (i) => groupWithin(groups.length, initial[i] ?? -1));
  const alike = pairCosts && start ? meanWithin(weights, start) : meanOfPairs(weights, order);
  const { groupOf: sketch } = searchGrouping(problemWith(alike), {
    seed,
    shouldStop,
    remaining,
    iterations: 0,
    initial: start,
  });
  const solution = solveGrouping(problemWith(meanWithin(weights, sketch)), {
    seed,
    shouldStop,
    remaining,
    // a sweep that looks after the worst off costs some three times as much
    iterations: Math.round(
      (options.effort * defaultIterations(order)) / (options.objective === 'total' ? 1 : 3),
    ),
    initial: sketch,
    onProgress,
  });

  const numbered = numberWorkshops(solution.groupOf, indexed.namedGroups);
  const groupOf = new Int32Array(order);
  sequence.forEach((i, row) => {
    groupOf[i] = numbered[row] ?? -1;
  });
  const value = groupingValue(order, weights, solution.groupOf);
  // the search sought the value less a constant per pair, and its bound holds for that
  const upperBound = Math.max(value, value + (solution.upperBound - solution.value));
  const gap = upperBound > 0 ? (upperBound - value) / upperBound : 0;
  return { groupOf, count: groups.length, value, upperBound, gap, iterations: solution.iterations };
}

/**
 * How many workshops `groupTerritories` would make of these territories.
 *
 * @throws EngineError as `groupTerritories` does for rules or sizes that no grouping keeps
 */
export function countWorkshops(input: WorkshopInput, options: Options['workshop']): number {
  const sequence = sequenceById(input.territoryIds);
  const indexed = rulesOn(sequence, input);
  return chooseGroups(sequence.length, options, indexed, (conflict, told) =>
    refuseInfeasible(conflict, told, sequence, input),
  ).length;
}

/** What a rule says of workshops that there are not is without object. */
function within(count: number, criterion: Criterion): Criterion {
  const { places } = criterion;
  return places ? { ...criterion, places: places.filter(([, g]) => g < count) } : criterion;
}

function groupWithin(count: number, group: number): number {
  return group < count ? group : -1;
}

/** Indices of the territories by id, compared by code unit. */
function sequenceById(territoryIds: readonly string[]): number[] {
  return [...territoryIds.keys()].sort((i, j) => {
    const a = territoryIds[i] ?? '';
    const b = territoryIds[j] ?? '';
    return a < b ? -1 : a > b ? 1 : i - j;
  });
}

/** The rules on sorted indices, those of the organiser and those of the entry. */
function rulesOn(sequence: readonly number[], input: WorkshopInput): IndexedRules {
  const { rules, apart = [], criteria = [] } = input;
  const { units, facts } = groundOfRules(input);
  const indexed = indexRules(
    rules,
    sequence.flatMap((i) => units[i] ?? []),
    facts,
  );
  const place = new Int32Array(sequence.length);
  sequence.forEach((i, row) => {
    place[i] = row;
  });
  return {
    ...indexed,
    apart: [...indexed.apart, ...apart.map(([i, j]) => [place[i] ?? i, place[j] ?? j] as const)],
    // nobody asked for them: no rule to name
    ruleIdOf: { ...indexed.ruleIdOf, apart: [...indexed.ruleIdOf.apart, ...apart.map(() => '')] },
    criteria: [...indexed.criteria, ...criteria],
  };
}

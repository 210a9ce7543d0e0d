import type { GroupingConflict } from '../methods/grouping/conflict.js';
import { canBeGrouped, explainConflict } from '../methods/grouping/explain-conflict.js';
import { defaultIterations, groupingValue, solveGrouping } from '../methods/grouping/solve-grouping.js';
import type { Distances } from '../model/distances.js';
import type { Rule } from '../model/rule.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import { type IndexedRules, indexRules } from './index-rules.js';
import { numberWorkshops } from './number-workshops.js';
import { refuseInfeasible } from './refuse-infeasible.js';
import { workshopCounts } from './workshop-count.js';
import { meanOfPairs, shiftedWeights, workshopWeights } from './workshop-weights.js';

export interface WorkshopInput {
  readonly territoryIds: readonly string[];
  /** for the words of a refusal; default the ids */
  readonly names?: readonly string[];
  /** affinity on residual profiles, order × order, 0..1, in the order of `territoryIds` */
  readonly affinity: Matrix;
  readonly distances: Distances;
  readonly rules: readonly Rule[];
}

export interface WorkshopControl {
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ComposedWorkshops {
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
export function composeWorkshops(
  { territoryIds, names = territoryIds, affinity, distances, rules }: WorkshopInput,
  options: Options['workshop'],
  rng: Rng,
  { shouldStop, onProgress }: WorkshopControl = {},
): ComposedWorkshops {
  const order = territoryIds.length;
  const sequence = sequenceById(territoryIds);
  const sortedIds = sequence.map((i) => territoryIds[i] ?? '');
  const indexed = indexRules(rules, sortedIds);
  const groups = chooseGroups(order, options, indexed, (conflict) =>
    refuseInfeasible(conflict, indexed, sequence, { territoryIds, names }),
  );

  const weights = workshopWeights(affinity, distances, options.spread, sequence);
  const mean = meanOfPairs(weights, order);
  const solution = solveGrouping(
    {
      order,
      weights: shiftedWeights(weights, order, mean),
      groups,
      together: indexed.together,
      apart: indexed.apart,
      pinned: indexed.pinned,
      criteria: indexed.criteria,
    },
    {
      seed: rng.stream('grouping').integer(2 ** 32),
      iterations: Math.round(options.effort * defaultIterations(order)),
      shouldStop,
      onProgress,
    },
  );

  const kept = new Set([
    ...indexed.pinned.map(([, g]) => g),
    ...indexed.softPinned.map(({ group }) => group),
  ]);
  const numbered = numberWorkshops(solution.groupOf, kept);
  const groupOf = new Int32Array(order);
  sequence.forEach((i, row) => {
    groupOf[i] = numbered[row] ?? -1;
  });
  const value = groupingValue(order, weights, solution.groupOf);
  // the search sought the value less mean × pairs, and its bound holds for that
  const upperBound = Math.max(value, value + (solution.upperBound - solution.value));
  const gap = upperBound > 0 ? (upperBound - value) / upperBound : 0;
  return { groupOf, count: groups.length, value, upperBound, gap, iterations: solution.iterations };
}

/** Indices of the territories by id, compared by code unit. */
function sequenceById(territoryIds: readonly string[]): number[] {
  return [...territoryIds.keys()].sort((i, j) => {
    const a = territoryIds[i] ?? '';
    const b = territoryIds[j] ?? '';
    return a < b ? -1 : a > b ? 1 : i - j;
  });
}

/** The first number of workshops, by preference, that the rules allow. */
function chooseGroups(
  order: number,
  { minSize: min, maxSize: max, workshopCount }: Options['workshop'],
  rules: IndexedRules,
  refuseFor: (conflict: GroupingConflict) => never,
): { min: number; max: number }[] {
  if (order === 0) return [];
  const answer = workshopCounts(order, { min, max }, workshopCount, rules);
  if ('conflict' in answer) return refuseFor(answer.conflict);
  const rulesFor = (count: number) => ({
    order,
    groups: Array.from({ length: count }, () => ({ min, max })),
    together: rules.together,
    apart: rules.apart,
    pinned: rules.pinned,
  });
  const [preferred = 1] = answer.counts;
  const count = answer.counts.find((k) => canBeGrouped(rulesFor(k)));
  if (count !== undefined) return rulesFor(count).groups;
  const conflict = explainConflict(rulesFor(preferred));
  return conflict ? refuseFor(conflict) : rulesFor(preferred).groups;
}

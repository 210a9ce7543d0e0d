import { openGroups } from '../methods/grouping/opening/open-groups.js';
import { openingUpperBound } from '../methods/grouping/opening/opening-bound.js';
import type { OpenGroup, OpeningProblem } from '../methods/grouping/opening/opening-problem.js';
import type { Profiles } from '../model/profiles.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import type {
  ClosedProblem,
  ComposedWorkshops,
  EntryInput,
  Unplaced,
  WorkshopControl,
} from './composed-workshops.js';
import { rulesOnPairs } from './rules/rules-on-pairs.js';
import { workshopWeights } from './workshop-weights.js';

/** rounds of the search with an effort of one; at the size of a region, about a second */
const rounds = 100;
/** sitting somewhere is worth as much as a full need of the rarest problem */
const coverage = 1;

/**
 * Opens workshops on problems that enough territories share, several on one problem where many do; each territory
 * sits in `perTerritory` of them at most, never in two on one problem. Expects `territoryIds` ascending.
 *
 * A place is worth the need it answers, weighted by rarity, and the mean affinity to the others there. Rules that
 * name workshops by number have no object: the numbers come with the opening.
 *
 * @throws EngineError as `rulesOnPairs`
 */
export function composeThematic(
  input: EntryInput,
  options: Options['workshop'],
  rng: Rng,
  { shouldStop, onProgress }: WorkshopControl = {},
): ComposedWorkshops {
  const { territoryIds, affinity, distances, profiles } = input;
  const { minSize: min, maxSize: max, perTerritory, workshopCount, spread, effort } = options;
  const { together, apart, bonuses, perWorkshop, unheeded } = rulesOnPairs(input, max);
  const order = territoryIds.length;
  const problem: OpeningProblem = {
    order,
    topicCount: profiles.problemIds.length,
    worth: weightedNeeds(profiles),
    weights: workshopWeights(affinity, distances, spread, [...territoryIds.keys()]),
    coverage,
    bounds: { min, max },
    perUnit: perTerritory,
    mostGroups: workshopCount ?? Number.POSITIVE_INFINITY,
    together,
    apart,
    bonuses,
    criteria: perWorkshop,
  };
  const { groups, value, iterations } = openGroups(problem, rng.stream('opening'), {
    iterations: Math.round(effort * rounds),
    shouldStop,
    onProgress,
  });
  const upperBound = Math.max(value, openingUpperBound(problem));
  return {
    workshops: groups.map(({ topic, units }) => ({ territories: units, problem: topic })),
    unplaced: leftOut(profiles, groups, min),
    closed: closedProblems(profiles, groups),
    withoutObject: unheeded,
    value,
    upperBound,
    gap: upperBound > 0 ? (upperBound - value) / upperBound : 0,
    iterations,
  };
}

/** order × problems: intensity × rarity, the rarest problem at full intensity being worth one. */
function weightedNeeds({ needs, rarity }: Profiles): Float64Array {
  const rarest = rarity.reduce((most, r) => Math.max(most, r), 0);
  return needs.values.map((need, at) =>
    rarest > 0 ? (need * (rarity[at % needs.columns] ?? 0)) / rarest : 0,
  );
}

function leftOut(profiles: Profiles, groups: readonly OpenGroup[], min: number): Unplaced[] {
  const placed = new Set(groups.flatMap(({ units }) => units));
  const sharing = profiles.problemIds.map((_, p) => declaring(profiles, p).length);
  const { values, columns } = profiles.needs;
  return Array.from({ length: profiles.order }, (_, territory) => territory)
    .filter((territory) => !placed.has(territory))
    .map((territory): Unplaced => {
      const own = sharing.filter((_, p) => (values[territory * columns + p] ?? 0) > 0);
      if (own.length === 0) return { territory, why: 'nothing-declared' };
      return { territory, why: own.some((count) => count >= min) ? 'no-room' : 'nothing-to-share' };
    });
}

function closedProblems(profiles: Profiles, groups: readonly OpenGroup[]): ClosedProblem[] {
  const open = new Set(groups.map(({ topic }) => topic));
  return profiles.problemIds
    .map((_, problem) => ({ problem, territories: declaring(profiles, problem) }))
    .filter(({ problem, territories }) => !open.has(problem) && territories.length > 1);
}

function declaring({ needs, order }: Profiles, problem: number): number[] {
  return Array.from({ length: order }, (_, i) => i).filter(
    (i) => (needs.values[i * needs.columns + problem] ?? 0) > 0,
  );
}

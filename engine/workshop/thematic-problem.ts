import type { OpenGroup, OpeningProblem } from '../methods/grouping/opening/opening-problem.js';
import type { Profiles } from '../model/profiles.js';
import type { Options } from '../options.js';
import type { ClosedProblem, ComposedWorkshops, EntryInput, Unplaced } from './composed-workshops.js';
import { rulesOnPairs } from './rules/rules-on-pairs.js';
import { workshopWeights } from './workshop-weights.js';

/** sitting somewhere is worth as much as a full need of the rarest problem */
const coverage = 1;

/**
 * The thematic entry as groups to open on topics, and the rules without object there. Expects `territoryIds` ascending.
 *
 * A place is worth the need it answers, weighted by rarity, and the mean affinity to the others there. Rules that
 * name workshops by number have no object: the numbers come with the opening.
 *
 * @throws EngineError as `rulesOnPairs`
 */
export function thematicProblem(
  input: EntryInput,
  options: Options['workshop'],
): { readonly problem: OpeningProblem; readonly withoutObject: readonly string[] } {
  const { territoryIds, affinity, distances, profiles } = input;
  const { minSize: min, maxSize: max, perTerritory, workshopCount, spread } = options;
  const { together, apart, bonuses, perWorkshop, unheeded } = rulesOnPairs(input, max);
  return {
    withoutObject: unheeded,
    problem: {
      order: territoryIds.length,
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
    },
  };
}

/** Who sits in none of these workshops, and the problems that several share without one. */
export function beyondThematic(
  profiles: Profiles,
  groups: readonly OpenGroup[],
  min: number,
): Required<Pick<ComposedWorkshops, 'unplaced' | 'closed'>> {
  return { unplaced: leftOut(profiles, groups, min), closed: closedProblems(profiles, groups) };
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

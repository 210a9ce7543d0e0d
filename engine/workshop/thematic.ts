import { openGroups } from '../methods/grouping/opening/open-groups.js';
import { openingUpperBound } from '../methods/grouping/opening/opening-bound.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import type { ComposedWorkshops, EntryInput, WorkshopControl } from './composed-workshops.js';
import { beyondThematic, thematicProblem } from './thematic-problem.js';

/**
 * Opens workshops on problems that enough territories share, several on one problem where many do; each territory
 * sits in `perTerritory` of them at most, never in two on one problem. Expects `territoryIds` ascending.
 *
 * @throws EngineError as `thematicProblem`
 */
export function composeThematic(
  input: EntryInput,
  options: Options['workshop'],
  rng: Rng,
  { shouldStop, onProgress, initialWorkshops = [] }: WorkshopControl = {},
): ComposedWorkshops {
  const { problem, withoutObject } = thematicProblem(input, options);
  const { groups, value, iterations } = openGroups(problem, rng.stream('opening'), {
    iterations: openingRounds(options),
    shouldStop,
    onProgress,
    initial: initialWorkshops.map(({ territories, problem: topic = -1 }) => ({ topic, units: territories })),
  });
  const upperBound = Math.max(value, openingUpperBound(problem));
  return {
    workshops: groups.map(({ topic, units }) => ({ territories: units, problem: topic })),
    ...beyondThematic(input.profiles, groups, options.minSize),
    withoutObject,
    value,
    upperBound,
    gap: upperBound > 0 ? (upperBound - value) / upperBound : 0,
    iterations,
  };
}

/** Rounds of the search: a hundred with an effort of one; at the size of a region, about a second. */
export function openingRounds({ effort }: Options['workshop']): number {
  return Math.round(effort * 100);
}

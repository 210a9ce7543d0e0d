import { bestSubset } from '../methods/grouping/subset/best-subset.js';
import { subsetUpperBound } from '../methods/grouping/subset/subset-bound.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import type { ComposedWorkshops, EntryInput, WorkshopControl } from './composed-workshops.js';
import { beyondReferral, referralProblem } from './referral-problem.js';
import { refuseReferral } from './refusals/refuse-referral.js';

/**
 * The one workshop best placed for the problems of a referral: territories that each of them concerns, at least a share
 * (`experienceShare`) that has experience of them, alike otherwise, and spread as asked. Expects `territoryIds` ascending.
 *
 * @throws EngineError `infeasible` when too few are concerned or rules leave no subset, and those of `referralProblem`
 */
export function composeOnReferral(
  input: EntryInput,
  options: Options['workshop'],
  rng: Rng,
  { shouldStop, onProgress }: WorkshopControl = {},
): ComposedWorkshops {
  const asked = referralProblem(input, options);
  const { problem, withoutObject } = asked;
  onProgress?.(0, 1);
  const chosen = bestSubset(problem, rng.stream('referral'), {
    iterations: subsetRounds(options),
    shouldStop,
  });
  onProgress?.(1, 1);
  if (!chosen) return refuseReferral(problem);
  const { units, value, iterations } = chosen;
  const upperBound = Math.max(value, subsetUpperBound(problem));
  return {
    workshops: [{ territories: units }],
    unplaced: beyondReferral(asked, units),
    withoutObject,
    value,
    upperBound,
    gap: upperBound > 0 ? (upperBound - value) / upperBound : 0,
    iterations,
  };
}

/** Rounds of the search: sixty with an effort of one. */
export function subsetRounds({ effort }: Options['workshop']): number {
  return Math.round(effort * 60);
}

import { defaultRoundIterations, planRounds } from '../../methods/rounds/plan-rounds.js';
import type { Options } from '../../options.js';
import type { Rng } from '../../random/rng.js';
import type { WorkshopControl, WorkshopInput } from '../composed-workshops.js';
import { numberWorkshops } from '../number-workshops.js';
import { shiftedWeights } from '../workshop-weights.js';
import { keepRules } from './keep-rules.js';
import type { RoundFrame } from './round-frames.js';
import type { RoundsInput } from './rounds-input.js';

/** What rounds are composed from, with what is known of them before the search. */
export interface WeighedRounds {
  readonly input: RoundsInput;
  readonly frames: readonly RoundFrame[];
  /** units × units, as `workshopWeights` gives them */
  readonly weights: Float64Array;
  /** mean weight of the pairs of a workshop in a round composed alone */
  readonly single: number;
}

/**
 * The workshop of each unit in each round, −1 for none, at a price of meeting again (null: as few repeats as can be),
 * the rules kept; and the fewest repeats possible, those of the history among them.
 *
 * @throws EngineError as `groupTerritories`, and those of `planRounds`
 */
export function seatRounds(
  { input, frames, weights, single }: WeighedRounds,
  workshop: Options['workshop'],
  repeatCost: number | null,
  rng: Rng,
  { shouldStop, onProgress }: Omit<WorkshopControl, 'initial'>,
): { groupOf: Int32Array[]; fewestPossible: number } {
  const { whole, absent, history } = input;
  const order = whole.territoryIds.length;
  const planned = planRounds(
    {
      order,
      rounds: frames.map(({ bounds, count }) => Array.from({ length: count }, () => bounds)),
      weights: shiftedWeights(weights, order, single),
      // two seats of one territory are as if they had met: another meeting would be a repeat
      history: [...history, ...(whole.apart ?? []).map(([i, j]) => [i, j, 1] as const)],
      absent,
      ...(repeatCost !== null && { repeatCost }),
    },
    {
      seed: rng.stream('rounds').integer(2 ** 32),
      iterations: Math.round(workshop.effort * defaultRoundIterations(order, frames.length)),
      shouldStop,
      onProgress,
    },
  );
  const groupOf = planned.groupOf.map((round) => round.slice());
  if (needsKeeping(whole, workshop, groupOf)) {
    const price = repeatCost ?? priceAboveAll(weights, frames);
    const draws = rng.stream('rules');
    // what a round gives up for a rule, the rounds before it may take up again
    if (keepRules(input, frames, groupOf, workshop, price, draws)) {
      keepRules(input, frames, groupOf, workshop, price, draws);
    }
  } else for (const round of groupOf) inOrderOfMembers(round);
  return { groupOf, fewestPossible: planned.fewestPossible };
}

/** Rounds without rules or balances that keep apart who must be are as good as they stand. */
function needsKeeping(
  { rules, apart = [], criteria = [] }: WorkshopInput,
  { objective }: Options['workshop'],
  seated: readonly Int32Array[],
): boolean {
  const meet = seated.some((round) => apart.some(([i, j]) => round[i] !== -1 && round[i] === round[j]));
  return meet || rules.length > 0 || criteria.length > 0 || objective !== 'total';
}

/** More than any change of one unit can gain otherwise. */
function priceAboveAll(weights: Float64Array, frames: readonly RoundFrame[]): number {
  const largest = Math.max(1, ...frames.map(({ bounds }) => bounds.max));
  return 2 * largest * weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1);
}

/** Workshops of a round take their numbers in the order of their first member. */
function inOrderOfMembers(groupOf: Int32Array): void {
  const seated = [...groupOf.keys()].filter((i) => groupOf[i] !== -1);
  const numbered = numberWorkshops(
    Int32Array.from(seated, (i) => groupOf[i] ?? -1),
    new Set(),
  );
  seated.forEach((i, k) => {
    groupOf[i] = numbered[k] ?? -1;
  });
}

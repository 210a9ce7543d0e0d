import { defaultRoundIterations, planRounds } from '../../methods/rounds/plan-rounds.js';
import type { Options } from '../../options.js';
import type { Rng } from '../../random/rng.js';
import { groupTerritories } from '../by-territory.js';
import type { WorkshopControl, WorkshopInput } from '../composed-workshops.js';
import { numberWorkshops } from '../number-workshops.js';
import { meanWithin, shiftedWeights, workshopWeights } from '../workshop-weights.js';
import { countMeetings, type MeetingCounts } from './count-meetings.js';
import { keepRules } from './keep-rules.js';
import { type RoundFrame, roundFrames } from './round-frames.js';
import type { RoundsInput } from './rounds-input.js';

export interface ComposedRounds extends MeetingCounts {
  readonly frames: readonly RoundFrame[];
  /** by round, the workshop of each unit, 0..count−1, −1 for none */
  readonly groupOf: readonly Int32Array[];
  /** no rounds of these sizes have fewer repeats, rules apart */
  readonly fewestPossible: number;
  /** mean weight of the pairs of a workshop: in a round composed alone, and in each */
  readonly coherence: { readonly single: number; readonly byRound: readonly number[] };
}

/**
 * Workshops of several rounds at once: everyone in one a round, few who meet twice, and in each round those who share
 * problems, as `groupTerritories` weighs it.
 *
 * With `repeatCost` null, as few repeats as can be come first. The rules hold in every round: hard ones always, soft
 * ones as far as they can. Where a round has fewer places than units, they sit out in turn. Neither the order of the
 * rules nor that of absences and history changes the rounds.
 *
 * @throws EngineError as `groupTerritories`, and those of `planRounds`
 */
export function composeRounds(
  input: RoundsInput,
  { workshop, programme: { repeatCost } }: Pick<Options, 'workshop' | 'programme'>,
  rng: Rng,
  { shouldStop, onProgress }: Omit<WorkshopControl, 'initial'> = {},
): ComposedRounds {
  const { whole, absent, history } = input;
  const order = whole.territoryIds.length;
  const frames = roundFrames(input, workshop);
  const weights = workshopWeights(whole.affinity, whole.distances, workshop.spread, [
    ...whole.territoryIds.keys(),
  ]);
  const single = roundAlone(input, frames, weights, workshop, rng.stream('single'));

  const groups = frames.map(({ bounds, count }) => Array.from({ length: count }, () => bounds));
  const planned = planRounds(
    {
      order,
      rounds: groups,
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
  const past = history.reduce((sum, [, , times]) => sum + Math.max(0, times - 1), 0);
  return {
    frames,
    groupOf,
    ...countMeetings(input, groupOf),
    fewestPossible: Math.max(0, planned.fewestPossible - past),
    coherence: { single, byRound: groupOf.map((round) => meanWithin(weights, distinctOutside(round))) },
  };
}

/** Mean weight within workshops of the round with most places, composed as if it were the only one. */
function roundAlone(
  input: RoundsInput,
  frames: readonly RoundFrame[],
  weights: Float64Array,
  options: Options['workshop'],
  rng: Rng,
): number {
  const fullest = frames.reduce((most, frame) => (places(frame) > places(most) ? frame : most), {
    present: [],
    bounds: { min: 0, max: 0 },
    count: 0,
    made: 'as-asked',
  } as RoundFrame);
  const { present, bounds, count } = fullest;
  if (count === 0) return 0;
  // with fewer places than units, somewhat larger workshops tell as well how alike their members can be
  const sized = {
    minSize: Math.min(bounds.min, Math.floor(present.length / count)),
    maxSize: Math.max(bounds.max, Math.ceil(present.length / count)),
    workshopCount: count,
  };
  const effort = effortAlone * options.effort;
  const alone = groupTerritories(input.among(present), { ...options, ...sized, effort }, rng).groupOf;
  const groupOf = new Int32Array(input.whole.territoryIds.length).fill(-1);
  present.forEach((unit, k) => {
    groupOf[unit] = alone[k] ?? -1;
  });
  return meanWithin(weights, distinctOutside(groupOf));
}

/** of the effort that a plan deserves: what a round could be alone is told, not held */
const effortAlone = 0.2;

function places({ present, bounds, count }: RoundFrame): number {
  return Math.min(present.length, bounds.max * count);
}

/** Units without a workshop as alone in workshops of their own, for means over pairs. */
function distinctOutside(groupOf: Int32Array): Int32Array {
  return groupOf.map((g, i) => (g === -1 ? -1 - i : g));
}

/** Without rules, rounds that keep apart who must be are as good as they stand. */
function needsKeeping(
  { rules, apart = [] }: WorkshopInput,
  { objective }: Options['workshop'],
  seated: readonly Int32Array[],
): boolean {
  const meet = seated.some((round) => apart.some(([i, j]) => round[i] !== -1 && round[i] === round[j]));
  return meet || rules.length > 0 || objective !== 'total';
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

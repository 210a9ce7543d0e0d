import type { Options } from '../../options.js';
import type { Rng } from '../../random/rng.js';
import { groupTerritories } from '../by-territory.js';
import type { WorkshopControl } from '../composed-workshops.js';
import { meanWithin, workshopWeights } from '../workshop-weights.js';
import { type AcceptedRepeats, acceptRepeats } from './accept-repeats.js';
import { countMeetings, type MeetingCounts } from './count-meetings.js';
import { type RoundFrame, roundFrames } from './round-frames.js';
import { coherenceOf, distinctOutside, type RoundsCoherence } from './rounds-coherence.js';
import type { RoundsInput } from './rounds-input.js';
import { seatRounds, type WeighedRounds } from './seat-rounds.js';

export interface ComposedRounds extends MeetingCounts {
  readonly frames: readonly RoundFrame[];
  /** by round, the workshop of each unit, 0..count−1, −1 for none */
  readonly groupOf: readonly Int32Array[];
  /** no rounds of these sizes have fewer repeats, rules apart */
  readonly fewestPossible: number;
  readonly coherence: RoundsCoherence;
  /** where much likeness is given up for few repeats: what some repeats would give back */
  readonly accepted: AcceptedRepeats | null;
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
  control: Omit<WorkshopControl, 'initial'> = {},
): ComposedRounds {
  const { whole, history } = input;
  const frames = roundFrames(input, workshop);
  const weights = workshopWeights(whole.affinity, whole.distances, workshop.spread, [
    ...whole.territoryIds.keys(),
  ]);
  const single = roundAlone(input, frames, weights, workshop, rng.stream('single'));
  const weighed: WeighedRounds = { input, frames, weights, single };

  const { groupOf, fewestPossible } = seatRounds(weighed, workshop, repeatCost, rng, control);
  const past = history.reduce((sum, [, , times]) => sum + Math.max(0, times - 1), 0);
  const coherence = coherenceOf(weighed, groupOf);
  return {
    frames,
    groupOf,
    ...countMeetings(input, groupOf),
    fewestPossible: Math.max(0, fewestPossible - past),
    coherence,
    accepted:
      repeatCost === null
        ? acceptRepeats(weighed, workshop, coherence.kept, rng.stream('accepted'), control)
        : null,
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

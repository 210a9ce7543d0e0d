import type { Options } from '../../options.js';
import type { Rng } from '../../random/rng.js';
import type { WorkshopControl } from '../composed-workshops.js';
import { countMeetings } from './count-meetings.js';
import { coherenceOf } from './rounds-coherence.js';
import { seatRounds, type WeighedRounds } from './seat-rounds.js';

/** What accepting some repeats would give, about. */
export interface AcceptedRepeats {
  /** the option `repeatCost` that gives it */
  readonly repeatCost: number;
  readonly repeats: number;
  /** the share of a single round's likeness that is then kept */
  readonly kept: number;
}

/** Below this share of a single round's likeness, an organiser may rather meet some people again. */
export const muchGivenUp = 0.8;

/**
 * Rounds at a price of meeting again that a pair which belongs together is worth, with a tenth of the effort; null where
 * little is given up without it, or little would be gained.
 *
 * @throws EngineError as `seatRounds`
 */
export function acceptRepeats(
  weighed: WeighedRounds,
  workshop: Options['workshop'],
  kept: number,
  rng: Rng,
  { shouldStop }: Pick<WorkshopControl, 'shouldStop'>,
): AcceptedRepeats | null {
  const repeatCost = fairPrice(weighed.weights, weighed.input.whole.territoryIds.length);
  if (kept >= muchGivenUp || repeatCost === 0 || shouldStop?.()) return null;
  const sketch = { ...workshop, effort: shareOfEffort * workshop.effort };
  const { groupOf } = seatRounds(weighed, sketch, repeatCost, rng, shouldStop ? { shouldStop } : {});
  const then = coherenceOf(weighed, groupOf).kept;
  if (then < kept + worthTelling) return null;
  return { repeatCost, repeats: countMeetings(weighed.input, groupOf).repeats, kept: then };
}

/** the sketch falls short of what the option gives by some percent of the likeness at most */
const shareOfEffort = 0.1;
const worthTelling = 0.03;

/**
 * Two and a half standard deviations of the weights, to one digit: about what a pair that belongs together gains over any
 * other.
 */
function fairPrice(weights: Float64Array, order: number): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const w = weights[i * order + j] ?? 0;
      sum += w;
      squares += w * w;
    }
  }
  const pairs = Math.max(1, (order * (order - 1)) / 2);
  const spread = Math.sqrt(Math.max(0, squares / pairs - (sum / pairs) ** 2));
  return Number((2.5 * spread).toPrecision(1));
}

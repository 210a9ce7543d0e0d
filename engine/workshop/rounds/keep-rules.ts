import type { Matrix } from '../../numeric/matrix.js';
import { matrixOver } from '../../numeric/matrix-over.js';
import type { Options } from '../../options.js';
import type { Rng } from '../../random/rng.js';
import { groupTerritories } from '../by-territory.js';
import type { RoundFrame } from './round-frames.js';
import type { RoundsInput } from './rounds-input.js';

/** Rounds as they are: the workshop of each unit in each, −1 for none; changed in place. */
export type Seated = readonly Int32Array[];

/**
 * Takes up each round again from where it stands, under all rules of the organiser: what breaks a hard one is moved,
 * then whatever gains, soft rules included, a meeting with someone met in another round or before costing `price`.
 *
 * Who sits out stays out. Returns whether anything changed.
 *
 * @throws EngineError as `groupTerritories`
 */
export function keepRules(
  input: RoundsInput,
  frames: readonly RoundFrame[],
  seated: Seated,
  options: Options['workshop'],
  price: number,
  rng: Rng,
): boolean {
  let changed = false;
  for (const [r, { bounds, count }] of frames.entries()) {
    const groupOf = seated[r];
    if (!groupOf || count === 0) continue;
    const units = [...groupOf.keys()].filter((i) => groupOf[i] !== -1);
    const again = groupTerritories(
      { ...input.among(units), pairCosts: matrixOver(meetingCosts(input, seated, r, price), units) },
      { ...options, minSize: bounds.min, maxSize: bounds.max, workshopCount: count, effort: 0 },
      rng.stream(`round ${r}`),
      { initial: Int32Array.from(units, (i) => groupOf[i] ?? -1) },
    );
    units.forEach((i, k) => {
      if (groupOf[i] !== again.groupOf[k]) changed = true;
      groupOf[i] = again.groupOf[k] ?? -1;
    });
  }
  return changed;
}

/** What it costs that two units meet in a round: so much for each time they do in the history and in the other rounds. */
function meetingCosts({ whole, history }: RoundsInput, seated: Seated, but: number, price: number): Matrix {
  const order = whole.territoryIds.length;
  const costs = new Float64Array(order * order);
  const add = (i: number, j: number, times: number): void => {
    costs[i * order + j] = (costs[i * order + j] ?? 0) + price * times;
    costs[j * order + i] = (costs[j * order + i] ?? 0) + price * times;
  };
  for (const [i, j, times] of history) add(i, j, times);
  for (const [r, groupOf] of seated.entries()) {
    if (r === but) continue;
    for (let i = 0; i < order; i++) {
      if (groupOf[i] === -1) continue;
      for (let j = 0; j < i; j++) if (groupOf[i] === groupOf[j]) add(i, j, 1);
    }
  }
  return { rows: order, columns: order, values: costs };
}

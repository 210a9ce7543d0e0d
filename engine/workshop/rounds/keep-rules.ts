import type { Matrix } from '../../numeric/matrix.js';
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
    const here = input.among(units);
    const again = groupTerritories(
      { ...here, affinity: lessMeetings(here.affinity, units, meetingsBeside(input, seated, r), price) },
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

/** order × order: how often two units meet, history and all rounds but one counted */
export function meetingsBeside({ whole, history }: RoundsInput, seated: Seated, but: number): Float64Array {
  const order = whole.territoryIds.length;
  const meetings = new Float64Array(order * order);
  const add = (i: number, j: number, times: number): void => {
    meetings[i * order + j] = (meetings[i * order + j] ?? 0) + times;
    meetings[j * order + i] = (meetings[j * order + i] ?? 0) + times;
  };
  for (const [i, j, times] of history) add(i, j, times);
  for (const [r, groupOf] of seated.entries()) {
    if (r === but) continue;
    for (let i = 0; i < order; i++) {
      if (groupOf[i] === -1) continue;
      for (let j = 0; j < i; j++) if (groupOf[i] === groupOf[j]) add(i, j, 1);
    }
  }
  return meetings;
}

function lessMeetings(
  { rows, values }: Matrix,
  units: readonly number[],
  meetings: Float64Array,
  price: number,
): Matrix {
  const order = Math.sqrt(meetings.length);
  const less = values.slice();
  units.forEach((i, a) => {
    units.forEach((j, b) => {
      const at = a * rows + b;
      if (a !== b) less[at] = (less[at] ?? 0) - price * (meetings[i * order + j] ?? 0);
    });
  });
  return { rows, columns: rows, values: less };
}

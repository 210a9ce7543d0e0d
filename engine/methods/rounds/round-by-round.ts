import type { Rng } from '../../random/rng.js';
import { solveGrouping } from '../grouping/solve-grouping.js';
import type { RoundsState } from './rounds-state.js';

/**
 * Composes one round after the other, each for the weights less the price of meeting again those met in the
 * rounds before it and in the history. The first round is as good as it can be alone; the later ones pay.
 * `effort`: iterations of `solveGrouping` a round.
 */
export function composeRoundByRound(state: RoundsState, rng: Rng, effort: number): void {
  const { order, weights, seating, price, roundCount } = state;
  const { groupStart, min, max, history } = seating;
  const groupOf = seating.groupOf.slice();
  const meetings = Int16Array.from(history);
  for (let r = 0; r < roundCount; r++) {
    const first = groupStart[r]!;
    const units = unitsSeated(groupOf, order, r);
    const groups = Array.from({ length: groupStart[r + 1]! - first }, (_, g) => ({
      min: min[first + g]!,
      max: max[first + g]!,
    }));
    if (units.length === 0) continue;
    const left = new Float64Array(units.length * units.length);
    units.forEach((i, a) => {
      units.forEach((j, b) => {
        if (i !== j) left[a * units.length + b] = weights[i * order + j]! - price * meetings[i * order + j]!;
      });
    });
    const solved = solveGrouping(
      { order: units.length, weights: left, groups },
      { seed: rng.integer(2 ** 31), iterations: effort },
    );
    units.forEach((i, a) => {
      groupOf[r * order + i] = first + solved.groupOf[a]!;
      for (let b = 0; b < a; b++) {
        if (solved.groupOf[a] !== solved.groupOf[b]) continue;
        meetings[i * order + units[b]!]!++;
        meetings[units[b]! * order + i]!++;
      }
    });
  }
  state.restore(groupOf);
}

function unitsSeated(groupOf: Int32Array, order: number, r: number): number[] {
  const units: number[] = [];
  for (let i = 0; i < order; i++) if (groupOf[r * order + i] !== -1) units.push(i);
  return units;
}

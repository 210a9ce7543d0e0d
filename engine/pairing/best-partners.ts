import type { PairingWorth, WorthOf } from './pairing-value.js';

export interface CandidatePairs {
  /** i < j, sorted by i then j */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly worths: readonly PairingWorth[];
}

/**
 * The pairs worth weighing: those where one is among the `width` best partners of the other.
 * Best is the highest value, the smaller index in a tie; pairs of no value are left out.
 */
export function bestPartners(order: number, width: number, worthOf: WorthOf): CandidatePairs {
  const wanted = new Set<number>();
  const values = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) values[j] = i === j ? 0 : worthOf(i, j).value;
    for (const j of highest(values, width)) wanted.add(Math.min(i, j) * order + Math.max(i, j));
  }
  const keys = Float64Array.from(wanted).sort();
  const sources = Uint32Array.from(keys, (key) => Math.floor(key / order));
  const targets = Uint32Array.from(keys, (key) => key % order);
  return { sources, targets, worths: Array.from(sources, (i, e) => worthOf(i, targets[e] ?? i)) };
}

/** Indices of the highest values above zero, at most `width`, by insertion: width is small. */
function highest(values: Float64Array, width: number): number[] {
  const best: number[] = [];
  for (const [j, value] of values.entries()) {
    if (value === 0) continue;
    if (best.length === width && value <= (values[best[width - 1] ?? 0] ?? 0)) continue;
    let place = best.length < width ? best.length : width - 1;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) {
      best[place] = best[place - 1] ?? 0;
      place--;
    }
    best[place] = j;
  }
  return best;
}

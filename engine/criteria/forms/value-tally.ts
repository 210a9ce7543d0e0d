import type { Tally } from '../../model/criterion.js';
import { hasValue, type UnitValues } from './unit-values.js';

/** Follows Σ over groups and values of a cost that depends on how many members have the value. */
export class ValueTally implements Tally {
  readonly local = true;
  /** counts[g × valueCount + v] = members of group g that have value v */
  private readonly counts: Int32Array;
  /** rise[c] = cost of c + 1 members less that of c */
  private readonly rise: Float64Array;
  private readonly penalties: Float64Array;

  /** `costOf` a number of members, 0 for none. */
  constructor(
    private readonly of: UnitValues,
    groupCount: number,
    order: number,
    costOf: (count: number) => number,
  ) {
    this.counts = new Int32Array(groupCount * of.valueCount);
    this.rise = Float64Array.from({ length: order }, (_, c) => costOf(c + 1) - costOf(c));
    this.penalties = new Float64Array(groupCount);
  }

  deltaOfMove(i: number, from: number, to: number): number {
    return from === to ? 0 : this.leaving(i, from) + this.arriving(i, to);
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    return this.exchange(i, g, j, h) + this.exchange(j, h, i, g);
  }

  record(i: number, from: number, to: number): void {
    if (from === to) return;
    const { start, values, valueCount } = this.of;
    if (from !== -1) this.penalties[from]! += this.leaving(i, from);
    if (to !== -1) this.penalties[to]! += this.arriving(i, to);
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      if (from !== -1) this.counts[from * valueCount + values[k]!]!--;
      if (to !== -1) this.counts[to * valueCount + values[k]!]!++;
    }
  }

  penaltyOf(group: number): number {
    return this.penalties[group]!;
  }

  private leaving(i: number, g: number): number {
    if (g === -1) return 0;
    const { start, values, valueCount } = this.of;
    let delta = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      delta -= this.rise[this.counts[g * valueCount + values[k]!]! - 1]!;
    }
    return delta;
  }

  private arriving(i: number, g: number): number {
    if (g === -1) return 0;
    const { start, values, valueCount } = this.of;
    let delta = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      delta += this.rise[this.counts[g * valueCount + values[k]!]!]!;
    }
    return delta;
  }

  /** What unit i changes by going from g to h; values that j brings back change nothing. */
  private exchange(i: number, g: number, j: number, h: number): number {
    const { counts, rise, of } = this;
    const { start, values, valueCount } = of;
    let delta = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const v = values[k]!;
      if (hasValue(of, j, v)) continue;
      delta += rise[counts[h * valueCount + v]!]! - rise[counts[g * valueCount + v]! - 1]!;
    }
    return delta;
  }
}

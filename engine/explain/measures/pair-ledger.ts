import { expectedAffinity } from './distance-expectation.js';
import type { Ground } from './measure-grouping.js';

/** What all pairs of a group add up to. */
export interface PairTotals {
  readonly size: number;
  readonly pairs: number;
  readonly locatedPairs: number;
  readonly value: number;
  readonly affinity: number;
  readonly beyondDistance: number;
  readonly km: number;
}

/** The means of a group, or of a whole grouping, as `measureGrouping` has them. */
export interface PairMeans {
  readonly value: number;
  readonly coherence: number;
  readonly spreadKm: number;
  readonly decoupling: number;
}

/**
 * Everything that is asked of pairs, looked up once, so that any group is measured in the time it takes
 * to visit its pairs.
 *
 * Layout: four order × order matrices, row-major; `km` is 0 and `located` 0 where a position is unknown.
 */
export class PairLedger {
  private readonly order: number;
  private readonly affinity: Float64Array;
  private readonly beyondDistance: Float64Array;
  private readonly km: Float64Array;
  private readonly located: Uint8Array;

  /** `value`: what two territories in one workshop are worth, order × order */
  constructor(
    ground: Pick<Ground, 'affinity' | 'distances' | 'expected'>,
    private readonly value: Float64Array,
  ) {
    const { affinity, distances, expected } = ground;
    const order = affinity.rows;
    this.order = order;
    this.affinity = affinity.values;
    this.beyondDistance = new Float64Array(order * order);
    this.km = distances.km.values;
    this.located = distances.located;
    for (let i = 0; i < order; i++) {
      for (let j = i + 1; j < order; j++) {
        const beyond = affinity.values[i * order + j]! - expectedAffinity(expected, distances, i, j);
        this.beyondDistance[i * order + j] = beyond;
        this.beyondDistance[j * order + i] = beyond;
      }
    }
  }

  totalsOf(members: readonly number[]): PairTotals {
    const { order, value, affinity, beyondDistance, km, located } = this;
    const size = members.length;
    const sums = { value: 0, affinity: 0, beyondDistance: 0, km: 0, locatedPairs: 0 };
    for (let a = 0; a < size; a++) {
      const row = members[a]! * order;
      for (let b = a + 1; b < size; b++) {
        const at = row + members[b]!;
        sums.value += value[at]!;
        sums.affinity += affinity[at]!;
        sums.beyondDistance += beyondDistance[at]!;
        if (located[members[a]!] === 0 || located[members[b]!] === 0) continue;
        sums.km += km[at]!;
        sums.locatedPairs++;
      }
    }
    return { size, pairs: (size * (size - 1)) / 2, ...sums };
  }

  /** Mean affinity, × 100, of territory i with the others of a group; 0 when there is none. */
  pointsWith(i: number, members: readonly number[]): number {
    let sum = 0;
    let count = 0;
    for (const j of members) {
      if (j === i) continue;
      sum += this.affinity[i * this.order + j]!;
      count++;
    }
    return count > 0 ? (100 * sum) / count : 0;
  }
}

/** Means over the pairs of these groups, each pair weighing the same; 0 without a pair. */
export function meansOf(totals: readonly PairTotals[]): PairMeans {
  const sum = (pick: (each: PairTotals) => number): number =>
    totals.reduce((all, each) => all + pick(each), 0);
  const pairs = sum((each) => each.pairs);
  return {
    value: sum((each) => each.value),
    coherence: ratio(
      sum((each) => each.affinity),
      pairs,
    ),
    spreadKm: ratio(
      sum((each) => each.km),
      sum((each) => each.locatedPairs),
    ),
    decoupling: ratio(
      sum((each) => each.beyondDistance),
      pairs,
    ),
  };
}

function ratio(sum: number, count: number): number {
  return count > 0 ? sum / count : 0;
}

import { CriteriaMeter } from '../grouping/penalties/criteria-meter.js';
import { blockRules } from '../grouping/problem/block-rules.js';
import { noOutliers } from '../grouping/problem/low-outliers.js';
import { GroupingState } from '../grouping/search/grouping-state.js';
import type { RoundsState } from './rounds-state.js';

/**
 * One of the rounds as a grouping of those seated in it, given the other rounds: two units are worth weight − price ×
 * meetings elsewhere, so that what a change gains for the grouping it gains for all rounds.
 */
export class SeatedRound {
  /** group and weights are those of the round between `takeOut` and `putBack` */
  readonly grouping: GroupingState;
  /** exchanges that one sweep of the round offers */
  readonly offers: number;
  private readonly units: Int32Array;
  private readonly first: number;
  /** units × units: the worth of the rounds itself where everyone is seated, or a copy of some of it */
  private readonly between: Float64Array;
  private readonly smallestOf: Float64Array;

  constructor(
    private readonly rounds: RoundsState,
    private readonly r: number,
  ) {
    const { order, groupOf, worth } = rounds;
    const { groupStart, min, max } = rounds.seating;
    const first = groupStart[r]!;
    const units = Int32Array.from({ length: order }, (_, i) => i).filter(
      (i) => groupOf[r * order + i] !== -1,
    );
    const count = units.length;
    this.units = units;
    this.first = first;
    this.offers = (count * count) / 2;
    this.between = count === order ? worth : new Float64Array(count * count);
    this.smallestOf = new Float64Array(count);
    const rules = blockRules({
      order: count,
      groups: Array.from({ length: groupStart[r + 1]! - first }, (_, g) => ({
        min: min[first + g]!,
        max: max[first + g]!,
      })),
    });
    const largest = rounds.weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
    this.grouping = new GroupingState(
      rules,
      {
        between: this.between,
        smallestOf: this.smallestOf,
        outliers: noOutliers(this.smallestOf),
        tolerance: 1e-10 * (largest || 1),
        sum: 0,
        total: 0,
      },
      new CriteriaMeter([], rules, 0),
      Int32Array.from(units, (i) => groupOf[r * order + i]! - first),
    );
  }

  /** Nobody could sit elsewhere. */
  get settled(): boolean {
    return this.grouping.rules.groupCount < 2 || this.units.length === 0;
  }

  /** Weighs the grouping by the other rounds as they stand. O(units²). */
  takeOut(): void {
    const { rounds, units, between, smallestOf } = this;
    rounds.emptyRound(this.r);
    const { order, worth, smallest } = rounds;
    const count = units.length;
    for (let a = 0; a < count; a++) {
      smallestOf[a] = smallest[units[a]!]!;
      if (between === worth) continue;
      const row = units[a]! * order;
      const to = a * count;
      for (let b = 0; b < count; b++) between[to + b] = worth[row + units[b]!]!;
    }
    this.grouping.refresh();
  }

  /** The round takes the groups of the grouping. */
  putBack(): void {
    this.grouping.commit();
    this.rounds.fillRound(this.r, this.units, this.grouping.groupOf, this.first);
  }
}

/** The rounds from the first asked for on in which someone could sit elsewhere. */
export function unsettledRounds(rounds: RoundsState, firstRound: number): SeatedRound[] {
  const seated: SeatedRound[] = [];
  for (let r = firstRound; r < rounds.roundCount; r++) {
    const round = new SeatedRound(rounds, r);
    if (!round.settled) seated.push(round);
  }
  return seated;
}

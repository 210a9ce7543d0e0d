import type { GroupBounds } from '../grouping/problem/grouping-problem.js';

/** Rounds to plan: in every round, units 0..order−1 into the groups of that round. */
export interface RoundsProblem {
  readonly order: number;
  /** rounds[r][g]: how many units group g of round r may hold */
  readonly rounds: readonly (readonly GroupBounds[])[];
  /** order × order, symmetric, row-major, finite; what it is worth that two units share a group; default 0 */
  readonly weights?: Float64Array | undefined;
  /** [i, j, times]: how often two units met before; the same pair may come again, counts add up */
  readonly history?: readonly (readonly [number, number, number])[] | undefined;
  /** [round, i]: the unit is not there in that round */
  readonly absent?: readonly (readonly [number, number])[] | undefined;
  /**
   * What a repeated meeting costs in units of weight: a pair that met m times, history counted, costs
   * repeatCost × m(m − 1)/2. Infinity (default): as few repeats as possible come first, weights second.
   */
  readonly repeatCost?: number | undefined;
}

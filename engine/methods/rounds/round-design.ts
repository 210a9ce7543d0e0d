/**
 * Rounds in which no two points meet twice: `order` points, in every round in groups 0..groupCount−1 of
 * one size; groupOf[r][p] = the group of point p in round r.
 */
export interface RoundDesign {
  readonly order: number;
  readonly groupCount: number;
  readonly groupOf: readonly Int32Array[];
}

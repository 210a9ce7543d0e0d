/** Positions in decimal degrees (WGS 84), one entry a territory; NaN in both where unknown. */
export interface Positions {
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

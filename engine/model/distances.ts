import type { Matrix } from '../numeric/matrix.js';

/** Great-circle distances between territories, in kilometres. */
export interface Distances {
  /** order × order, symmetric, zero diagonal; a pair with an unknown position has the mean distance */
  readonly km: Matrix;
  /** 1 where the position of the territory is known */
  readonly located: Uint8Array;
  /** mean over the pairs of located territories; 0 if there is no such pair */
  readonly meanKm: number;
}

/** Pairs (i < j) whose perimeters overlap; share in (0, 1], 1 when one covers the other. */
export interface PerimeterOverlap {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly shares: Float64Array;
}

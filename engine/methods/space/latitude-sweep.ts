import type { Positions } from '../../model/positions.js';
import { earthRadiusKm, unitVectors } from './great-circle.js';

/**
 * The located places from south to north, ties by index: those within a reach of a place
 * stand in one window around it, found without looking at the others and without order² memory.
 */
export interface LatitudeSweep {
  readonly count: number;
  /** index of the place at each step */
  readonly indexOf: Uint32Array;
  readonly latitudes: Float64Array;
  /** unit vectors, step by step: x, y, z */
  readonly vectors: Float64Array;
}

/** Sorts the located places by latitude; unknown positions are left out. Throws as `unitVectors` does. */
export function latitudeSweep(positions: Positions): LatitudeSweep {
  const { lat } = positions;
  const vectors = unitVectors(positions);
  const located = Uint32Array.from(lat.keys()).filter((i) => !Number.isNaN(lat[i]!));
  const indexOf = located.sort((i, j) => lat[i]! - lat[j]! || i - j);
  const sorted = new Float64Array(3 * indexOf.length);
  for (let s = 0; s < indexOf.length; s++) {
    for (let axis = 0; axis < 3; axis++) sorted[3 * s + axis] = vectors[3 * indexOf[s]! + axis]!;
  }
  return {
    count: indexOf.length,
    indexOf,
    latitudes: Float64Array.from(indexOf, (i) => lat[i]!),
    vectors: sorted,
  };
}

/** First step at or north of a latitude, `count` if there is none. */
export function firstStepFrom(sweep: LatitudeSweep, latitude: number): number {
  let low = 0;
  let high = sweep.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sweep.latitudes[middle]! < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Degrees of latitude that `km` span, a hair more so that rounding leaves nobody out. */
export function latitudeReach(km: number): number {
  return ((km / earthRadiusKm) * 180 * (1 + 1e-9)) / Math.PI + 1e-9;
}

import { arcKm, unitVectors } from '../methods/space/great-circle.js';
import type { Position } from '../model/territory.js';
import { roadDetour } from './travel-factors.js';

export interface Place {
  readonly id: string;
  /** absent: unknown */
  readonly position?: Pick<Position, 'lat' | 'lon'> | undefined;
}

/**
 * Kilometres of road from each place to each host, one way: great circle × `roadDetour`; row-major, a row a host,
 * NaN where one of the two is unknown.
 *
 * @throws EngineError `position-not-usable`
 */
export function roadKm(hosts: readonly Place[], places: readonly Place[]): Float64Array {
  const from = vectorsOf(hosts);
  const to = vectorsOf(places);
  const km = new Float64Array(hosts.length * places.length);
  for (let h = 0; h < hosts.length; h++) {
    for (let p = 0; p < places.length; p++) {
      let chord = 0;
      for (let axis = 0; axis < 3; axis++) {
        chord += ((from[3 * h + axis] ?? 0) - (to[3 * p + axis] ?? 0)) ** 2;
      }
      km[h * places.length + p] = roadDetour * arcKm(chord);
    }
  }
  return km;
}

function vectorsOf(places: readonly Place[]): Float64Array {
  return unitVectors({
    lat: Float64Array.from(places, ({ position }) => position?.lat ?? Number.NaN),
    lon: Float64Array.from(places, ({ position }) => position?.lon ?? Number.NaN),
  });
}

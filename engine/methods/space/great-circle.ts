import { EngineError } from '../../engine-error.js';
import type { Positions } from '../../model/positions.js';

/** Mean radius of the Earth (IUGG), km. */
export const earthRadiusKm = 6371.0088;

/**
 * Where each place stands on the unit sphere: x, y, z at 3i, 3i + 1, 3i + 2, from decimal degrees;
 * three NaN where the position is unknown (NaN in both coordinates).
 *
 * @throws EngineError `position-not-usable` if only one coordinate is known, or one is out of range or infinite
 */
export function unitVectors(positions: Positions): Float64Array {
  const { lat, lon } = positions;
  if (lat.length !== lon.length) {
    throw new EngineError(
      'position-not-usable',
      `There are ${lat.length} latitudes and ${lon.length} longitudes.`,
      'give one of each for every territory, NaN in both where the position is unknown.',
      [lat.length, lon.length],
    );
  }
  const vectors = new Float64Array(3 * lat.length);
  for (let i = 0; i < lat.length; i++) {
    const phi = radians(lat[i]!);
    const lambda = radians(lon[i]!);
    const unknown = Number.isNaN(phi) && Number.isNaN(lambda);
    if (!unknown && !(Math.abs(lat[i]!) <= 90 && Math.abs(lon[i]!) <= 180)) {
      throw new EngineError(
        'position-not-usable',
        `Position ${i} is latitude ${lat[i]}, longitude ${lon[i]}.`,
        'give degrees from -90 to 90 and from -180 to 180 (WGS 84), or NaN in both if it is unknown.',
        [i, lat[i], lon[i]],
      );
    }
    vectors[3 * i] = Math.cos(phi) * Math.cos(lambda);
    vectors[3 * i + 1] = Math.cos(phi) * Math.sin(lambda);
    vectors[3 * i + 2] = Math.sin(phi);
  }
  return vectors;
}

/**
 * Great-circle distance, in km, of two places whose unit vectors are `squaredChord` apart:
 * 2R asin(chord / 2), the haversine formula (Sinnott 1984) written on the chord.
 */
export function arcKm(squaredChord: number): number {
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
}

/** The squared chord of two places `km` apart; 4, the whole diameter, from half the Earth's round onwards. */
export function squaredChordOf(km: number): number {
  const half = km / (2 * earthRadiusKm);
  return half >= Math.PI / 2 ? 4 : (2 * Math.sin(half)) ** 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

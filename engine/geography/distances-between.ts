import { arcKm, unitVectors } from '../methods/space/great-circle.js';
import type { Distances } from '../model/distances.js';
import type { Positions } from '../model/positions.js';
import { zeroMatrix } from '../numeric/matrix.js';

/**
 * Great-circle distances of all pairs, km; a pair with an unknown position gets the mean over the known pairs
 * (0 if there is none), so that it neither attracts nor repels.
 *
 * @throws EngineError `position-not-usable`
 */
export function distancesBetween(positions: Positions): Distances {
  const order = positions.lat.length;
  const vectors = unitVectors(positions);
  const located = Uint8Array.from(positions.lat, (latitude) => (Number.isNaN(latitude) ? 0 : 1));
  const km = zeroMatrix(order, order);
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      if (located[i] === 0 || located[j] === 0) continue;
      const dx = vectors[3 * i]! - vectors[3 * j]!;
      const dy = vectors[3 * i + 1]! - vectors[3 * j + 1]!;
      const dz = vectors[3 * i + 2]! - vectors[3 * j + 2]!;
      const distanceKm = arcKm(dx * dx + dy * dy + dz * dz);
      km.values[i * order + j] = distanceKm;
      km.values[j * order + i] = distanceKm;
      sum += distanceKm;
      pairs++;
    }
  }
  const meanKm = pairs > 0 ? sum / pairs : 0;
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      if (i !== j && (located[i] === 0 || located[j] === 0)) km.values[i * order + j] = meanKm;
    }
  }
  return { km, located, meanKm };
}

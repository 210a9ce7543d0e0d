import type { Positions } from '../../engine/index.js';

/** So small a part of a degree that the sphere is flat: a square of 100 units spans 0.01°, off by 1e-8 of itself. */
const degreesPerUnit = 1e-4;

/** Kilometres of one unit of the plane. */
export const kmPerUnit = (degreesPerUnit * Math.PI * 6371.0088) / 180;

/** A plane laid on the sphere where the equator meets Greenwich. */
export function planePositions(x: Float64Array, y: Float64Array): Positions {
  return { lat: y.map((v) => v * degreesPerUnit), lon: x.map((v) => v * degreesPerUnit) };
}

/** Distance of two places of such a plane, in its units. */
export function planeDistance({ lat, lon }: Positions, i: number, j: number): number {
  return Math.hypot(lat[i]! - lat[j]!, lon[i]! - lon[j]!) / degreesPerUnit;
}

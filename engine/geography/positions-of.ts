import type { Positions } from '../model/positions.js';
import type { Territory } from '../model/territory.js';

/** Where territories are, in the order given; NaN in both coordinates where it is unknown. */
export function positionsOf(territories: readonly Territory[]): Positions {
  return {
    lat: Float64Array.from(territories, ({ position }) => position?.lat ?? Number.NaN),
    lon: Float64Array.from(territories, ({ position }) => position?.lon ?? Number.NaN),
  };
}

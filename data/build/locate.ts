import type { Position } from '../../engine/index.js';
import type { Place } from './geonames-places.js';

/** Under this share of the population, the position of an EPCI is said to be approximate. */
const leastCover = 0.4;

/**
 * Where the inhabitants of an EPCI live: mean of the places of its communes, weighted by population.
 * Null when no commune has a place. Five decimals (about a metre) and whole metres.
 */
export function locate(
  members: readonly { readonly code: string; readonly population: number }[],
  places: ReadonlyMap<string, Place>,
): { position: Position; altitudeM: number } | null {
  let total = 0;
  let covered = 0;
  let lat = 0;
  let lon = 0;
  let altitude = 0;
  for (const { code, population } of members) {
    total += population;
    const place = places.get(code);
    if (!place) continue;
    covered += population;
    lat += population * place.lat;
    lon += population * place.lon;
    altitude += population * place.altitudeM;
  }
  if (covered === 0) return null;
  const position: Position = { lat: round5(lat / covered), lon: round5(lon / covered) };
  if (covered < leastCover * total) position.approximate = true;
  return { position, altitudeM: Math.round(altitude / covered) };
}

function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

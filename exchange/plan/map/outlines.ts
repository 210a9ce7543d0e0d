/** A GeoJSON FeatureCollection of polygons, as far as a background map reads it (RFC 7946). */
export interface Outlines {
  readonly type: 'FeatureCollection';
  readonly features: readonly OutlineFeature[];
}

export interface OutlineFeature {
  readonly type: 'Feature';
  /** `code` ties an outline to the département codes of the territories */
  readonly properties: Readonly<Record<string, unknown>> | null;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
}

export type LonLat = readonly [lon: number, lat: number];

/**
 * The outlines with every ring wound as spherical drawing wants it, clockwise outside; files follow
 * either rule, and the wrong one paints the whole earth. Features that are no polygons are dropped.
 */
export function drawableOutlines(outlines: Outlines): Outlines {
  return {
    type: 'FeatureCollection',
    features: outlines.features.flatMap((feature) => {
      const polygons = polygonsOf(feature).map((rings) =>
        rings.map((ring, place) => (isClockwise(ring) === (place === 0) ? ring : [...ring].reverse())),
      );
      if (polygons.length === 0) return [];
      return [{ ...feature, geometry: { type: 'MultiPolygon', coordinates: polygons } }];
    }),
  };
}

/** Every corner of every outline. */
export function cornersOf(features: readonly OutlineFeature[]): LonLat[] {
  return features.flatMap((feature) => polygonsOf(feature).flat(2));
}

function polygonsOf({ geometry }: OutlineFeature): LonLat[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates as LonLat[][]];
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates as LonLat[][][];
  return [];
}

/** Sign of the area by the shoelace formula; longitudes to the right, latitudes up. */
function isClockwise(ring: readonly LonLat[]): boolean {
  let doubleArea = 0;
  ring.forEach(([lon, lat], place) => {
    const [nextLon, nextLat] = ring[(place + 1) % ring.length] ?? [lon, lat];
    doubleArea += lon * nextLat - nextLon * lat;
  });
  return doubleArea < 0;
}

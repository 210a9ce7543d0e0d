import type { GazetteerEntry, TerritoryKind } from '../engine/index.js';
import { readDataFile } from './data-file.js';

/** One EPCI of `gazetteer.json`: the entry of the gazetteer and two figures that its traits are made from. */
export interface EpciRecord {
  readonly entry: GazetteerEntry;
  /** mean altitude of the places where its inhabitants live, weighted by population; null where unknown */
  readonly altitudeM: number | null;
  /** share of its inhabitants who live in communes under 2,000 inhabitants, 0..100 */
  readonly smallCommunesPercent: number;
}

/** The columns of `gazetteer.json`, in the order of the cells of a row; lists are joined by spaces. */
const columns = [
  'siren',
  'name',
  'kind',
  'departments',
  'region',
  'population',
  'lat',
  'lon',
  'approximate',
  'altitudeM',
  'smallCommunesPercent',
  'members',
] as const;

type Row = [
  siren: string,
  name: string,
  kind: TerritoryKind,
  departments: string,
  region: string,
  population: number,
  lat: number | null,
  lon: number | null,
  approximate: 0 | 1,
  altitudeM: number | null,
  smallCommunesPercent: number,
  members: string,
];

/** Reads the EPCI of `gazetteer.json`, in the order of their SIREN. */
export function readEpciRecords(): EpciRecord[] {
  const table = readDataFile('gazetteer.json') as { rows: Row[] };
  return table.rows.map(recordFromRow);
}

/** Writes the EPCI as `gazetteer.json`: a head, then one EPCI a line, so that a diff can be read. */
export function formatEpciRecords(records: readonly EpciRecord[], sources: readonly string[]): string {
  const rows = records.map((record) => JSON.stringify(rowFromRecord(record)));
  return [
    '{',
    `"sources": ${JSON.stringify(sources)},`,
    `"columns": ${JSON.stringify(columns)},`,
    '"rows": [',
    rows.join(',\n'),
    ']',
    '}',
    '',
  ].join('\n');
}

function recordFromRow(row: Row): EpciRecord {
  const [
    siren,
    name,
    kind,
    departments,
    region,
    population,
    lat,
    lon,
    approximate,
    altitudeM,
    small,
    members,
  ] = row;
  const entry: GazetteerEntry = {
    id: siren,
    name,
    kind,
    departments: departments.split(' '),
    region,
    population,
    members: members.split(' '),
  };
  if (lat !== null && lon !== null) {
    entry.position = approximate === 1 ? { lat, lon, approximate: true } : { lat, lon };
  }
  return { entry, altitudeM, smallCommunesPercent: small };
}

function rowFromRecord({ entry, altitudeM, smallCommunesPercent }: EpciRecord): Row {
  return [
    entry.id,
    entry.name,
    entry.kind,
    entry.departments.join(' '),
    entry.region,
    entry.population ?? 0,
    entry.position?.lat ?? null,
    entry.position?.lon ?? null,
    entry.position?.approximate ? 1 : 0,
    altitudeM,
    smallCommunesPercent,
    entry.members.join(' '),
  ];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { defaultTaxonomy } from '../data/default-data.js';
import { type Assembly, type Need, type Territory, territoryKinds } from '../engine/index.js';
import { sharedData } from './result-file.js';

type Row = Readonly<Record<string, string>>;

/** The rule by which a public indicator says that a territory has a problem (`signal` in taxonomie.json). */
interface Signal {
  readonly fv?: string;
  readonly col?: string;
  readonly sens?: 'haut' | 'bas' | 'present';
}

/**
 * The 1,255 EPCI of France as an assembly: needs from public indicators (ANCT, INSEE via ANCT, rates of
 * 2014–2018) and from what Fonds vert funded in 2023. For measuring only: it is not shipped.
 *
 * A funded measure weighs 0.4 for one project, 0.25 more for each further one, 1 at most; an indicator weighs
 * from the 70th percentile on, its percentile doubled above one half.
 */
export function franceAssembly(): Assembly {
  const rows = parse(readFileSync(join(sharedData, 'epci-france-signaux.csv')), {
    columns: true,
    bom: true,
  }) as Row[];
  const signals = readSignals().filter(({ signal }) => columnOf(signal) in rows[0]!);
  const ranks = new Map(signals.map(({ signal }) => [columnOf(signal), percentiles(rows, columnOf(signal))]));
  const territories = rows.map((row, k) => territoryOf(row, needsOf(row, k, signals, ranks)));
  return {
    name: 'France, 1 255 EPCI',
    taxonomy: defaultTaxonomy(),
    territories,
    seats: [],
    history: [],
    rules: [],
  };
}

function readSignals(): { problemId: string; signal: Signal }[] {
  const raw = JSON.parse(readFileSync(join(sharedData, 'taxonomie.json'), 'utf8')) as {
    themes: { problemes: { id: string; signal: Signal | null }[] }[];
  };
  return raw.themes
    .flatMap((theme) => theme.problemes)
    .flatMap(({ id, signal }) => (signal?.fv || signal?.col ? [{ problemId: id, signal }] : []));
}

function columnOf(signal: Signal): string {
  return signal.fv === undefined ? (signal.col ?? '') : `fv: ${signal.fv}`;
}

function percentiles(rows: readonly Row[], column: string): Float64Array {
  const known = rows.map((row) => row[column]).filter((value) => value !== undefined && value !== '');
  const sorted = Float64Array.from(known, Number).sort();
  return Float64Array.from(rows, (row) => {
    const value = row[column];
    if (value === undefined || value === '') return Number.NaN;
    const below = sorted.findIndex((other) => other >= Number(value));
    return below / Math.max(1, sorted.length - 1);
  });
}

function needsOf(
  row: Row,
  k: number,
  signals: readonly { problemId: string; signal: Signal }[],
  ranks: ReadonlyMap<string, Float64Array>,
): Need[] {
  return signals.flatMap(({ problemId, signal }) => {
    const column = columnOf(signal);
    const rank = ranks.get(column)?.[k] ?? Number.NaN;
    const intensity =
      signal.fv !== undefined
        ? ofProjects(Number(row[column]))
        : ofRank(signal.sens === 'bas' ? 1 - rank : rank);
    return intensity > 0 ? [{ problemId, intensity }] : [];
  });
}

function ofProjects(count: number): number {
  return count > 0 ? Math.min(1, 0.4 + 0.25 * (count - 1)) : 0;
}

function ofRank(rank: number): number {
  return rank >= 0.7 ? Math.round(200 * (rank - 0.5)) / 100 : 0;
}

function territoryOf(row: Row, needs: Need[]): Territory {
  const lat = Number.parseFloat(row.lat ?? '');
  const lon = Number.parseFloat(row.lon ?? '');
  return {
    id: row.siren!,
    name: row.nom!,
    kind: territoryKinds.find((kind) => kind === row.type) ?? 'OTHER',
    departments: [row.departement!],
    ...(Number.isFinite(lat) && Number.isFinite(lon) ? { position: { lat, lon } } : {}),
    population: Number(row.population),
    members: [],
    traits: [],
    needs,
    experiences: [],
  };
}

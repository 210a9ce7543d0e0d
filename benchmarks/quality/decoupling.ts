/**
 * What the plan is worth beside the four baselines, and what the dial δ does: on the 161 EPCI of Occitanie with
 * their real problem vectors (public indicators, Fonds vert 2023), and on the example assembly.
 *
 *   npm run build && node dist/benchmarks/quality/decoupling.js
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTaxonomy } from '../../data/default-data.js';
import { exampleAssembly } from '../../data/example-assembly.js';
import { type Assembly, composePlan, type Measures, type Plan, territoryKinds } from '../../engine/index.js';
import { sharedData, writeResult } from '../result-file.js';

interface RealProfile {
  readonly siren: string;
  readonly nom: string;
  readonly type: string;
  readonly departement: string;
  readonly lat: number;
  readonly lon: number;
  readonly problemes: readonly { readonly id: string; readonly poids: number }[];
}

const dial = [0, 0.25, 0.5, 0.75, 1];
const seeds = [1, 2, 3, 4, 5];

const results = [];
const profiles = join(sharedData, 'profils-epci.json');
if (existsSync(profiles)) results.push(measure('161 EPCI, real problems', realAssembly(profiles)));
else console.log('161 EPCI left out: ../shared/data is not here');
results.push(measure('example assembly (fictive answers)', exampleAssembly()));
writeResult('decoupling', results);

function measure(name: string, assembly: Assembly) {
  console.log(`\n${name}: ${assembly.territories.length} territories, mean of ${seeds.length} seeds`);
  const plans = dial.map((decoupling) =>
    seeds.map((seed) => composePlan(assembly, { general: { seed }, geography: { decoupling } })),
  );
  const rows = [
    ...plans.map((of, k) => ({
      grouping: `ours, δ = ${dial[k]}`,
      ...figures(of.map((plan) => plan.measures)),
    })),
    ...baselinesOf(plans[2] ?? []),
  ];
  console.table(rows);
  return { assembly: name, territories: assembly.territories.length, seeds: seeds.length, rows };
}

/** The baselines do not depend on δ but through the plan's sizes: those of δ = 0.5 are shown. */
function baselinesOf(plans: readonly Plan[]) {
  const methods = plans[0]?.baselines.map(({ method }) => method) ?? [];
  return methods.map((method) => {
    const same = plans.flatMap((plan) => plan.baselines.filter((baseline) => baseline.method === method));
    const outOfBounds = mean(same.map((baseline) => baseline.outOfBounds));
    return { grouping: method, ...figures(same.map(({ measures }) => measures)), outOfBounds };
  });
}

function figures(measures: readonly Measures[]) {
  return {
    coherence: mean(measures.map((m) => m.coherence)),
    byChance: mean(measures.map((m) => m.coherenceByChance)),
    decoupling: mean(measures.map((m) => m.decoupling)),
    proximity: mean(measures.map((m) => m.proximityEffect)),
    spreadKm: mean(measures.map((m) => m.spreadKm)),
    sameDepartment: mean(measures.map((m) => m.sameDepartmentShare)),
    outOfBounds: 0,
  };
}

function mean(values: readonly number[]): number {
  return (
    Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / Math.max(1, values.length)) / 1000
  );
}

function realAssembly(file: string): Assembly {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly RealProfile[];
  return {
    taxonomy: defaultTaxonomy(),
    territories: rows.map(({ siren, nom, type, departement, lat, lon, problemes }) => ({
      id: siren,
      name: nom,
      kind: territoryKinds.find((kind) => kind === type) ?? 'OTHER',
      departments: [departement],
      position: { lat, lon },
      members: [],
      traits: [],
      needs: problemes.map(({ id, poids }) => ({ problemId: id, intensity: poids })),
      experiences: [],
    })),
    seats: [],
    history: [],
    rules: [],
  };
}

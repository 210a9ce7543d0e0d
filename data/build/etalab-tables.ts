import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** An EPCI as @etalab/decoupage-administratif 6.0.0 gives it (French keys are the source's). */
export interface Epci {
  readonly code: string;
  readonly nom: string;
  readonly type: 'CC' | 'CA' | 'CU' | 'METRO' | 'MET69';
  readonly membres: readonly { readonly code: string; readonly populationMunicipale: number | null }[];
}

interface Commune {
  readonly code: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement: string;
  readonly region: string;
  /** of a delegated or associated commune: the commune it is now part of */
  readonly chefLieu?: string;
  /** of a municipal arrondissement: its commune */
  readonly commune?: string;
  readonly anciensCodes?: readonly string[];
}

export interface Communes {
  /** today's communes by INSEE code */
  readonly current: ReadonlyMap<string, Commune>;
  /** codes that are no commune any more (merged communes, arrondissements) → the commune of today */
  readonly replacedBy: ReadonlyMap<string, string>;
}

/** The EPCI with own taxation, métropole de Lyon and Grand Paris included; the EPT are not EPCI with own taxation. */
export function readEpci(): Epci[] {
  return readTable('epci') as Epci[];
}

export function readCommunes(): Communes {
  const all = readTable('communes') as Commune[];
  const current = new Map<string, Commune>();
  for (const commune of all) {
    if (commune.type === 'commune-actuelle') current.set(commune.code, commune);
  }
  const replacedBy = new Map<string, string>();
  for (const { code, type, chefLieu, commune, anciensCodes } of all) {
    const today = chefLieu ?? commune;
    if (type !== 'commune-actuelle' && today && !current.has(code)) replacedBy.set(code, today);
    for (const old of anciensCodes ?? []) {
      if (!current.has(old) && current.has(code)) replacedBy.set(old, code);
    }
  }
  return { current, replacedBy };
}

function readTable(name: string): unknown {
  const path = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

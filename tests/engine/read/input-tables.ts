import type { Finding, GazetteerEntry, RawCell, RawTable, Taxonomy } from '../../../engine/index.js';
import { readAssembly } from '../../../engine/index.js';

/** Rows numbered as a spreadsheet does: the header is row 1. */
export function table(name: string, header: string[], ...rows: RawCell[][]): RawTable {
  return { name, header, rows: rows.map((cells, k) => ({ row: k + 2, cells })) };
}

export function read(...tables: RawTable[]) {
  return readAssembly({ source: 'essai', tables }, { taxonomy, gazetteer });
}

export function codesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}

/** The findings of one code, as (row, column, value). */
export function placesOf(findings: readonly Finding[], code: string) {
  return findings
    .filter((finding) => finding.code === code)
    .map(({ row, column, value }) => ({ row, column, value }));
}

export const taxonomy: Taxonomy = {
  version: 'essai',
  themes: [
    {
      id: 'hab',
      fr: 'Habitat',
      en: 'Housing',
      problems: [
        { id: 'hab.vacance', fr: 'Logements vacants', en: 'Vacant housing', synonyms: ['vacance'] },
        { id: 'hab.precarite', fr: 'Précarité énergétique', en: 'Fuel poverty', synonyms: ['passoires'] },
      ],
    },
    {
      id: 'mob',
      fr: 'Mobilités',
      en: 'Mobility',
      problems: [
        { id: 'mob.covoiturage', fr: 'Covoiturage', en: 'Carpooling', synonyms: ['autopartage', 'marche'] },
        { id: 'mob.velo', fr: 'Vélo, marche et voies vertes', en: 'Cycling', synonyms: ['velo', 'marche'] },
      ],
    },
    {
      id: 'sante',
      fr: 'Santé',
      en: 'Health',
      problems: [
        {
          id: 'sante.acces-soins',
          fr: 'Accès aux soins',
          en: 'Access to care',
          synonyms: ['desert medical', 'medecin'],
        },
      ],
    },
  ],
};

export const gazetteer: GazetteerEntry[] = [
  entry('200055002', 'PETR Pays Tolosan', 'PETR', ['31'], 124514, { lat: 43.75, lon: 1.42 }),
  entry('200048700', 'PETR du Pays du Sud Toulousain', 'PETR', ['31'], 99819, { lat: 43.3, lon: 1.22 }),
  entry('200075794', 'PETR Causses et Cévennes', 'PETR', ['30'], 40000, { lat: 44.0, lon: 3.6 }),
  entry('200017127', "Pays Cœur d'Hérault (SYDEL)", 'PAYS', ['34'], 84821, { lat: 43.65, lon: 3.5 }),
  entry('200027183', 'CU Perpignan Méditerranée Métropole', 'CU', ['66'], 277926, { lat: 42.7, lon: 2.9 }),
  entry('253401269', "SM d'aménagement et de gestion du parc naturel régional du Haut- Languedoc", 'PNR', [
    '34',
    '81',
  ]),
  entry('900000001', 'Pays Haut Languedoc et Vignobles', 'PAYS', ['34']),
  entry('200066553', 'CC du Haut-Languedoc', 'CC', ['81', '34'], 8000, { lat: 43.7, lon: 2.7 }),
  entry('243100518', 'Toulouse Métropole', 'METROPOLE', ['31'], 807000, { lat: 43.6, lon: 1.44 }),
  entry('243000643', 'CA de Nîmes Métropole', 'CA', ['30'], 260000, { lat: 43.84, lon: 4.36 }),
  entry('248100737', "CA de l'Albigeois (C2A)", 'CA', ['81'], 85000, { lat: 43.93, lon: 2.15 }),
  entry('200049161', "Pôle territorial de l'Albigeois et des Bastides", 'PETR', ['81']),
  entry('243100633', 'CA du Sicoval', 'CA', ['31'], 82000, { lat: 43.53, lon: 1.52 }),
  entry('200068641', 'CA Le Muretain Agglo', 'CA', ['31'], 123000, { lat: 43.46, lon: 1.32 }),
  entry('200069193', 'CC Saint Affricain, Roquefort, Sept Vallons', 'CC', ['12'], 14000, {
    lat: 43.95,
    lon: 2.9,
  }),
  entry('200017341', 'CC Lodévois et Larzac', 'CC', ['34'], 14824, { lat: 43.73, lon: 3.33 }),
  entry('200067791', "CA L'Agglo Foix-Varilhes", 'CA', ['09'], 33000, { lat: 42.97, lon: 1.6 }),
  entry('200050938', 'PETR du Pays Lauragais', 'PETR', ['31', '11', '81'], 104000, { lat: 43.5, lon: 1.8 }),
  entry('200070001', 'CC des Quatre Rivières', 'CC', ['74'], 19000, { lat: 46.1, lon: 6.5 }),
  entry('200070002', 'CC des Quatre Rivières', 'CC', ['76'], 28000, { lat: 49.5, lon: 1.5 }),
  entry('253003370', 'SM du Pays des Cévennes', 'PAYS', ['30']),
  entry('200077854', 'Pôle Métropolitain Nîmes-Alès', 'POLE_METROPOLITAIN', ['30']),
  entry('250901881', 'PNR des Pyrénées Ariégeoises', 'PNR', ['09'], 43000, { lat: 42.9, lon: 1.3 }),
  entry('200066926', 'CA Grand Auch Coeur de Gascogne', 'CA', ['32'], 39000, { lat: 43.65, lon: 0.58 }),
  entry('200051480', "PETR du Pays d'Auch", 'PETR', ['32'], 70000, { lat: 43.6, lon: 0.6 }),
];

function entry(
  id: string,
  name: string,
  kind: GazetteerEntry['kind'],
  departments: string[],
  population?: number,
  position?: GazetteerEntry['position'],
): GazetteerEntry {
  return {
    id,
    name,
    kind,
    departments,
    region: '76',
    members: [],
    ...(population === undefined ? {} : { population }),
    ...(position === undefined ? {} : { position }),
  };
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readSheets from 'read-excel-file/node';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { defaultGazetteer, defaultTaxonomy } from '../../../data/default-data.js';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { type Assembly, assemblySchema, readAssembly } from '../../../engine/index.js';
import {
  assemblyToCsv,
  assemblyToJson,
  assemblyToXlsx,
  writeAssembly,
} from '../../../exchange/assembly/write-assembly.js';
import { readRecords } from '../../../exchange/read/read-records.js';

const example = exampleAssembly();

/** Two territories, each with something that a careless writer loses. */
const small: Assembly = {
  name: 'Essai',
  taxonomy: defaultTaxonomy(),
  territories: [
    {
      id: '012345678',
      name: '=Pays; "du" Test',
      kind: 'POLE_METROPOLITAIN',
      departments: ['01', '2A'],
      position: { lat: 43.5, lon: -1.25, approximate: true },
      population: 1234567,
      members: ['01004', '2A001'],
      traits: ['montagne', 'rural'],
      needs: [{ problemId: 'hab.vacance', intensity: 0.8 }],
      experiences: [{ problemId: 'mob.covoiturage', level: 1 }],
      wishes: ['venir en train'],
      canHost: true,
    },
    { id: 'b', name: 'Bé', kind: 'CC', departments: [], members: [], traits: [], needs: [], experiences: [] },
  ],
  seats: [
    {
      id: 's1',
      territoryId: 'b',
      holder: { civility: 'F', name: 'Nom' },
      deputy: { civility: 'M' },
      from: '2022-03-01',
    },
    { id: 's2', territoryId: 'b' },
  ],
  history: [
    { kind: 'pairing', territoryIds: ['012345678', 'b'], date: '2025-12-31', label: '+33 rencontres' },
  ],
  rules: [
    { id: 'r1', kind: 'pinned', territoryIds: ['b'], workshop: 2, level: 'hard', reason: '-1 jour' },
    { id: 'r2', kind: 'apart', territoryIds: ['b', '012345678'], level: 'soft', weight: 0.5 },
  ],
};

describe('assemblyToXlsx', () => {
  it('writes the sheets with the French headers, the notice apart', async () => {
    const sheets = await workbookOf(small);
    expect([...sheets.keys()]).toEqual([
      'Lisez-moi',
      'Assemblée',
      'Territoires',
      'Problématiques',
      'Sièges',
      'Historique',
      'Règles',
    ]);
    const headers = (name: string) => sheets.get(name)?.[0];
    expect(headers('Problématiques')).toEqual(['territoire', 'problème', 'intensité', 'nature']);
    expect(headers('Historique')).toEqual(['nature', 'date', 'territoires', 'libellé']);
    expect(headers('Règles')).toEqual([
      'id',
      'règle',
      'territoires',
      'atelier',
      'niveau',
      'poids',
      'raison',
      'demandé par',
    ]);
    expect(headers('Sièges')).toEqual([
      'id',
      'territoire',
      'collège',
      'titulaire',
      'civilité',
      'suppléant',
      'civilité suppléant',
      'du',
      'au',
    ]);
  });

  it('keeps codes as text, numbers as numbers and days as dates', async () => {
    const sheets = await workbookOf(small);
    const [header, first, second] = sheets.get('Territoires') ?? [];
    const cells = Object.fromEntries((header ?? []).map((name, place) => [name, first?.[place]]));
    expect(cells).toEqual({
      id: '012345678',
      nom: '=Pays; "du" Test',
      type: 'pôle métropolitain',
      départements: '01|2A',
      lat: 43.5,
      lon: -1.25,
      'position approchée': 'oui',
      population: 1234567,
      membres: '01004|2A001',
      traits: 'montagne|rural',
      souhaits: 'venir en train',
      'peut accueillir': 'oui',
    });
    expect(second?.slice(0, 3)).toEqual(['b', 'Bé', 'CC']);
    expect(sheets.get('Sièges')?.[1]?.[7]).toEqual(new Date('2022-03-01T00:00:00Z'));
    expect(sheets.get('Historique')?.[1]?.[1]).toEqual(new Date('2025-12-31T00:00:00Z'));
  });

  it('names territories and problems in words, and by identifier where a list would be cut', async () => {
    const sheets = await workbookOf(small);
    expect(sheets.get('Problématiques')?.slice(1)).toEqual([
      ['=Pays; "du" Test', 'Logements vacants', 0.8, 'besoin'],
      ['=Pays; "du" Test', 'Covoiturage et autopartage', 1, 'expérience'],
    ]);
    expect(
      sheets
        .get('Règles')
        ?.slice(1)
        .map((row) => row.slice(1, 6)),
    ).toEqual([
      ['fixé', 'Bé', 2, 'impératif', null],
      ['séparés', 'Bé|012345678', null, 'souhaité', 0.5],
    ]);
  });

  it('falls back on identifiers for two territories of one name', async () => {
    const twins = {
      ...small,
      territories: small.territories.map((territory, place) => ({
        ...territory,
        name: place === 0 ? 'Saint-Nom' : 'saint nom',
      })),
    };
    const sheets = await workbookOf(twins);
    expect(sheets.get('Problématiques')?.[1]?.[0]).toBe('012345678');
  });

  it('gives the same bytes for the same assembly, whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2016-11-04T09:00:00Z') });
    const first = await assemblyToXlsx(example);
    vi.setSystemTime(new Date('2026-06-30T18:00:00Z'));
    const later = await assemblyToXlsx(exampleAssembly());
    vi.useRealTimers();
    expect(Buffer.from(first).equals(Buffer.from(later))).toBe(true);
  });

  it('says in the notice, and in a cell of its own, that the answers of the example are fictive', async () => {
    const sheets = await workbookOf(example);
    expect(sheets.get('Lisez-moi')?.flat().join(' ')).toContain('fictives');
    expect(sheets.get('Assemblée')).toEqual([
      ['nom', 'fictive'],
      ['Assemblée d’exemple (réponses fictives)', 'oui'],
    ]);
    expect((await workbookOf(small)).get('Lisez-moi')?.flat().join(' ')).not.toContain('fictives');
  });

  it('carries the whole example', async () => {
    const sheets = await workbookOf(example);
    const rows = (name: string) => (sheets.get(name)?.length ?? 0) - 1;
    const declared = example.territories.flatMap(({ needs, experiences }) => [...needs, ...experiences]);
    expect(rows('Territoires')).toBe(example.territories.length);
    expect(rows('Problématiques')).toBe(declared.length);
    expect(rows('Sièges')).toBe(example.seats.length);
    expect(rows('Historique')).toBe(example.history.length);
    expect(rows('Règles')).toBe(example.rules.length);
    const ids = sheets
      .get('Territoires')
      ?.slice(1)
      .map((row) => row[0]);
    expect(ids).toEqual(example.territories.map(({ id }) => id));
  });
});

describe('assemblyToCsv', () => {
  it('writes a file a table, for a French spreadsheet: mark, semicolons, decimal commas, jj/mm/aaaa', () => {
    const files = assemblyToCsv(small);
    expect(files.map(({ name }) => name)).toEqual([
      'assemblee.csv',
      'territoires.csv',
      'problematiques.csv',
      'sieges.csv',
      'historique.csv',
      'regles.csv',
    ]);
    for (const { content } of files) expect(content.startsWith('\ufeff')).toBe(true);
    const [header = [], first = []] = csvOf(small, 'territoires.csv', ';');
    expect(header.slice(0, 6)).toEqual(['id', 'nom', 'type', 'départements', 'lat', 'lon']);
    expect(first.slice(0, 1)).toEqual(['012345678']);
    expect(first.slice(3, 6)).toEqual(['01|2A', '43,5', '-1,25']);
    expect(csvOf(small, 'sieges.csv', ';')[1]?.[7]).toBe('01/03/2022');
    expect(csvOf(small, 'historique.csv', ';')[1]?.[1]).toBe('31/12/2025');
  });

  it('lets no text run as a formula, and leaves numbers alone', () => {
    expect(csvOf(small, 'territoires.csv', ';')[1]?.[1]).toBe('\'=Pays; "du" Test');
    expect(csvOf(small, 'historique.csv', ';')[1]?.[3]).toBe("'+33 rencontres");
    expect(csvOf(small, 'regles.csv', ';')[1]?.[6]).toBe("'-1 jour");
    for (const { content } of assemblyToCsv(small)) expect(content).not.toMatch(/(^|[;"\n])[=+@]/);
  });

  it('speaks English when asked, as spreadsheets in English read it', () => {
    const [territories, problems] = assemblyToCsv(small, 'en').slice(1);
    expect(territories?.name).toBe('territories.csv');
    const rows = parse(problems?.content ?? '', { bom: true, delimiter: ',' });
    expect(rows.slice(0, 2)).toEqual([
      ['territory', 'problem', 'intensity', 'kind'],
      ['\'=Pays; "du" Test', 'Vacant housing', '0.8', 'need'],
    ]);
  });

  it('holds the same cells as the workbook', async () => {
    const sheets = await workbookOf(example);
    for (const [sheet, file] of [
      ['Problématiques', 'problematiques.csv'],
      ['Règles', 'regles.csv'],
      ['Territoires', 'territoires.csv'],
    ] as const) {
      const written = sheets.get(sheet)?.map((row) => row.map(asFrenchText));
      expect(csvOf(example, file, ';')).toEqual(written);
    }
  });

  it('keeps the header of a table without rows', () => {
    const bare = { ...small, rules: [] };
    expect(csvOf(bare, 'regles.csv', ';')).toHaveLength(1);
  });
});

describe('assemblyToJson', () => {
  it('reads back as the assembly, its taxonomy apart', () => {
    const read = JSON.parse(assemblyToJson(example));
    expect(read.taxonomy).toBeUndefined();
    expect(assemblySchema.parse({ ...read, taxonomy: example.taxonomy })).toEqual(example);
  });
});

describe.each(['fr', 'en'] as const)('an assembly written in %s', (language) => {
  const folder = mkdtempSync(join(tmpdir(), 'decroise-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['assemblee.xlsx', 'assemblee.json', 'csv'])(
    'is read back whole from %s, without a word',
    async (file) => {
      await writeAssembly(example, { directory: folder, language });
      const { records, findings } = await readRecords(join(folder, file), { language });
      const known = { taxonomy: defaultTaxonomy(), gazetteer: defaultGazetteer(), language };
      const read = readAssembly(records ?? { source: file, tables: [] }, known);
      expect([...findings, ...read.findings]).toEqual([]);
      expect(sorted(read.assembly)).toEqual(sorted(example));
    },
  );
});

describe('writeAssembly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'decroise-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes the workbook, the JSON and the folder of CSV, and says where', async () => {
    const paths = await writeAssembly(small, { directory: join(folder, 'ici') });
    expect(readdirSync(join(folder, 'ici')).sort()).toEqual(['assemblee.json', 'assemblee.xlsx', 'csv']);
    expect(paths).toHaveLength(8);
    expect(paths[0]).toBe(join(folder, 'ici', 'assemblee.xlsx'));
    expect(readFileSync(join(folder, 'ici', 'csv', 'regles.csv'), 'utf8')).toContain('séparés');
  });
});

/** Order says nothing in these lists. */
function sorted({ history, territories, ...rest }: Assembly): unknown {
  const byProblem = (a: { problemId: string }, b: { problemId: string }) =>
    a.problemId < b.problemId ? -1 : 1;
  return {
    ...rest,
    territories: territories.map((territory) => ({
      ...territory,
      traits: [...territory.traits].sort(),
      needs: [...territory.needs].sort(byProblem),
      experiences: [...territory.experiences].sort(byProblem),
    })),
    history: history.map((meeting) => JSON.stringify(Object.entries(meeting).sort())).sort(),
  };
}

async function workbookOf(assembly: Assembly): Promise<Map<string, (string | number | Date | null)[][]>> {
  const sheets = await readSheets(Buffer.from(await assemblyToXlsx(assembly)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as (string | number | Date | null)[][]]));
}

function csvOf(assembly: Assembly, file: string, delimiter: string): string[][] {
  const found = assemblyToCsv(assembly).find(({ name }) => name === file);
  return parse(found?.content ?? '', { bom: true, delimiter });
}

function asFrenchText(cell: string | number | Date | null): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell).replace('.', ',') : String(cell);
}

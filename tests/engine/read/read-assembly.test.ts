import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultGazetteer, defaultTaxonomy } from '../../../data/default-data.js';
import { exampleAssembly } from '../../../data/example-assembly.js';
import {
  type Assembly,
  assemblySchema,
  findingSchema,
  type RawCell,
  type RawTable,
  readAssembly,
  recordsFromJson,
  type Territory,
  territoryKinds,
} from '../../../engine/index.js';
import { canonicalAssembly } from '../../../engine/model/canonical-assembly.js';
import { severityOf } from '../../../engine/read/findings/finding-facts.js';
import { englishSentences } from '../../../engine/read/findings/finding-sentences.en.js';
import { frenchSentences } from '../../../engine/read/findings/finding-sentences.fr.js';
import { assemblyTables } from '../../../exchange/assembly/tables/assembly-tables.js';
import { codesOf, gazetteer, read, table, taxonomy } from './input-tables.js';

describe('the example assembly', () => {
  const example = canonicalAssembly(exampleAssembly());
  const context = { taxonomy: defaultTaxonomy(), gazetteer: defaultGazetteer() };

  it.each(['fr', 'en'] as const)(
    'is read back from our own tables without a word to say (%s)',
    (language) => {
      const tables = assemblyTables(example, language).map(({ name, header, rows }) =>
        table(
          name,
          [...header],
          ...rows.map((row) => row.map((cell) => (isDay(cell) ? new Date(cell.day) : cell))),
        ),
      );
      const { assembly, findings } = readAssembly({ source: 'exemple', tables }, { ...context, language });
      expect(findings).toEqual([]);
      expect(assembly).toEqual(example);
    },
  );

  it('is read back from JSON', () => {
    const { records } = recordsFromJson(JSON.parse(JSON.stringify(example)), 'exemple');
    const { assembly, findings } = readAssembly(records ?? { source: '', tables: [] }, context);
    expect(findings).toEqual([]);
    expect(assembly).toEqual(example);
  });
});

describe('an assembly', () => {
  it('has a name, may be fictive and may bring its taxonomy', () => {
    const own = {
      version: '1',
      themes: [{ id: 't', fr: 'T', en: 'T', problems: [{ id: 'p', fr: 'Puits', en: 'Wells' }] }],
    };
    const { assembly, findings } = read(
      table(
        'assembly',
        ['name', 'fictive', 'taxonomy', 'format'],
        ['Essai', true, own, 'decroise-assembly/1'],
      ),
      table('Territoires', ['nom', 'besoins', 'lat', 'lon'], ['A', 'puits', 43, 1], ['B', '', 43, 2]),
    );
    expect(findings).toEqual([]);
    expect(assembly).toMatchObject({ name: 'Essai', fictive: true, taxonomy: { version: '1' } });
    expect(assembly.territories[0]?.needs).toEqual([{ problemId: 'p', intensity: 1 }]);
  });

  it('keeps the usual taxonomy when its own cannot be used', () => {
    const problem = { id: 'p', fr: 'P', en: 'P' };
    const twice = { version: '1', themes: [{ id: 't', fr: 'T', en: 'T', problems: [problem, problem] }] };
    const broken = read(table('assembly', ['taxonomy'], [{ version: 1, themes: [] }]));
    expect(broken.assembly.taxonomy).toEqual(taxonomy);
    expect(codesOf(broken.findings)).toEqual(['no-territories', 'bad-taxonomy', 'bad-taxonomy']);
    expect(codesOf(read(table('assembly', ['taxonomy'], [twice])).findings)).toEqual([
      'no-territories',
      'taxonomy-id-twice',
    ]);
  });

  it('gets all its findings at once, by table, row and column', () => {
    const { findings } = read(
      table(
        'Territoires',
        ['nom', 'lat', 'lon', 'population'],
        ['A', 430, 500, 'mille'],
        ['B', 43, 1, 3],
        ['C', 44, 1, 'x'],
        ['D', 44, 1, 5],
      ),
      table(
        'Besoins',
        ['territoire', 'problème', 'intensité'],
        ['B', 'hab.vacance', 7],
        ['Zut', 'mob.velo', 1],
      ),
    );
    expect(findings.map(({ table, row, column }) => [table, row, column])).toEqual([
      ['Territoires', 2, 'lat'],
      ['Territoires', 2, 'lon'],
      ['Territoires', 2, 'population'],
      ['Territoires', 4, 'population'],
      ['Besoins', 2, 'intensité'],
      ['Besoins', 3, 'territoire'],
    ]);
    for (const finding of findings) expect(finding.suggestion).toBeTruthy();
  });

  it('is told in English when asked', () => {
    const tables = [table('Territories', ['name', 'lat', 'lon'], ['A', 430, 1])];
    const { findings } = readAssembly({ source: '', tables }, { taxonomy, language: 'en' });
    expect(findings.find(({ row }) => row === 2)?.suggestion).toBe('Should it read 43?');
  });
});

describe('sentences', () => {
  it('exist for the same findings in both languages', () => {
    const codes = Object.keys(severityOf).sort();
    expect(Object.keys(frenchSentences).sort()).toEqual(codes);
    expect(Object.keys(englishSentences).sort()).toEqual(codes);
  });

  it('say what to do whenever there is something to do', () => {
    const facts = new Proxy(
      {},
      {
        get: (_, key) =>
          key === 'allowed' ? { fr: [], en: [] } : listFacts.has(key) ? [] : (oneOf.get(key) ?? '1'),
      },
    );
    for (const sentences of [frenchSentences, englishSentences]) {
      for (const [code, sentence] of Object.entries(sentences) as [
        keyof typeof severityOf,
        (facts: unknown) => { message: string; suggestion?: string },
      ][]) {
        const { message, suggestion } = sentence(facts);
        expect(message).toMatch(/[.!]$/);
        if (severityOf[code] === 'error' || severityOf[code] === 'question')
          expect(suggestion, code).toBeTruthy();
        expect(`${message}${suggestion}`).not.toContain("'");
      }
    }
  });

  const listFacts = new Set<string | symbol>(['near', 'rules', 'territories', 'known', 'columns', 'names']);
  const oneOf = new Map<string | symbol, string>([
    ['conflict', 'pinned-twice'],
    ['part', 'count'],
    ['attribute', 'trait'],
    ['why', 'no-chair-pair'],
    ['needs', 'history'],
  ]);
});

describe('whatever the input', () => {
  const words = fc.constantFrom(
    ...[
      'A',
      'B',
      'alpha',
      'PETR Tolosan',
      'PETR Pays Tolosan',
      'Haut-Languedoc',
      'hab.vacance',
      'vacance',
      'mob.velo:0,5',
    ],
    ...[
      '0,5',
      '3',
      '80 %',
      'fort',
      'Mme X',
      'x@y.fr',
      '06 12 34 56 78',
      '31/02/2024',
      '04/11/2016',
      '9',
      '2A',
      'ensemble',
      'séparés',
    ],
    ...[
      'fixé',
      'impératif',
      'A|B',
      'A;alpha',
      'oui',
      '243100518',
      '200055002',
      ' ',
      '',
      '?!',
      '__proto__',
      'constructor',
    ],
  );
  const anyCell = fc.oneof(
    { weight: 6, arbitrary: words },
    fc.double(),
    fc.integer({ min: -3, max: 60_000 }),
    fc.date({ noInvalidDate: false }),
    fc.constant(null),
    fc.anything({ maxDepth: 3 }) as fc.Arbitrary<RawCell>,
  );
  const header = fc.oneof(
    fc.constantFrom(
      ...[
        'id',
        'nom',
        'territoire',
        'territoires',
        'type',
        'départements',
        'lat',
        'lon',
        'position',
        'population',
        'membres',
      ],
      ...[
        'besoins',
        'expériences',
        'problème',
        'intensité',
        'nature',
        'titulaire',
        'civilité',
        'du',
        'au',
        'date',
        'libellé',
      ],
      ...[
        'règle',
        'atelier',
        'niveau',
        'poids',
        'raison',
        'demandé par',
        'taxonomie',
        'fictive',
        'courriel',
        'a@b.fr',
      ],
    ),
    fc.string(),
  );
  const name = fc.oneof(
    fc.constantFrom(
      'Territoires',
      'Problématiques',
      'Sièges',
      'Historique',
      'Règles',
      'assembly',
      'Feuil1',
      'z@z.fr',
    ),
    fc.string(),
  );
  const anyTable: fc.Arbitrary<RawTable> = fc.record({
    name,
    header: fc.array(header, { maxLength: 8 }),
    rows: fc
      .array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 7 })
      .map((rows) => rows.map((cells, k) => ({ row: k + 2, cells }))),
  });

  it('gives a valid assembly and valid findings, and never throws', () => {
    fc.assert(
      fc.property(fc.array(anyTable, { maxLength: 5 }), (tables) => {
        const { assembly, findings } = readAssembly({ source: 'x', tables }, { taxonomy, gazetteer });
        expect(assemblySchema.safeParse(assembly).error).toBeUndefined();
        expect(
          findings.map((finding) => findingSchema.safeParse(finding).error).find(Boolean),
        ).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  it('lets no address and no number of anybody through', () => {
    fc.assert(
      fc.property(fc.array(anyTable, { maxLength: 4 }), fc.nat(), (tables, place) => {
        const planted = tables.map((each, k) => ({
          ...each,
          rows: each.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell, j) =>
              (k + row.row + j + place) % 3 === 0 ? 'Jo secret.person@mairie.fr 06 98 76 54 32' : cell,
            ),
          })),
        }));
        const { assembly, findings } = readAssembly(
          { source: 'x', tables: planted },
          { taxonomy, gazetteer },
        );
        expect(JSON.stringify([{ ...assembly, taxonomy: null }, findings])).not.toMatch(
          /secret\.person|mairie\.fr|98 ?76 ?54/,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (draws) => {
        const shuffled = messy().map(({ header, name, rows }) => {
          const cells = rows.map((row) => row.cells);
          for (let k = cells.length - 1; k > 0; k--) {
            const j = (draws.next().value ?? 0) % (k + 1);
            const held = cells[k];
            cells[k] = cells[j] ?? [];
            cells[j] = held ?? [];
          }
          return table(name, [...header], ...cells.map((row) => [...row]));
        });
        const { assembly, findings } = read(...shuffled);
        expect(assembly).toEqual(reference.assembly);
        expect(codesOf(findings).sort()).toEqual(codesOf(reference.findings).sort());
      }),
      { numRuns: 40 },
    );
  });

  const reference = read(...messy());
});

describe('a clean list of territories', () => {
  const problemIds = taxonomy.themes.flatMap(({ problems }) => problems.map(({ id }) => id));
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijéèœàç '), minLength: 3, maxLength: 12 });
  const shares = fc.double({ min: 0, max: 1, noNaN: true });
  const territory: fc.Arbitrary<Territory> = fc.record(
    {
      id: fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/),
      name: letters.filter((text) => text.trim() !== ''),
      kind: fc.constantFrom(...territoryKinds),
      departments: fc.uniqueArray(fc.constantFrom('09', '31', '2A', '974'), { maxLength: 3 }),
      position: fc.record({
        lat: fc.double({ min: 41, max: 51, noNaN: true }),
        lon: fc.double({ min: -5, max: 9, noNaN: true }),
      }),
      population: fc.nat(),
      members: fc
        .uniqueArray(fc.constantFrom('01004', '2A004', '243100518'), { maxLength: 3 })
        .map((list) => list.sort()),
      traits: fc
        .uniqueArray(fc.constantFrom('montagne', 'rural', 'littoral'), { maxLength: 3 })
        .map((list) => list.sort()),
      needs: declared('intensity'),
      experiences: declared('level'),
      canHost: fc.boolean(),
    },
    { requiredKeys: ['id', 'name', 'kind', 'departments', 'members', 'traits', 'needs', 'experiences'] },
  ) as fc.Arbitrary<Territory>;

  function declared<K extends string>(degree: K) {
    return fc
      .uniqueArray(fc.constantFrom(...problemIds), { maxLength: 3 })
      .chain((ids) =>
        fc.tuple(
          ...ids.sort().map((problemId) => shares.map((value) => ({ problemId, [degree]: value + 0 }))),
        ),
      );
  }

  it('comes back as it was, from JSON and from tables, without an error', () => {
    const lists = fc.uniqueArray(territory, { selector: ({ id }) => id, minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(lists, fc.constantFrom('fr' as const, 'en' as const), (territories, language) => {
        const clean: Assembly = { taxonomy, territories, seats: [], history: [], rules: [] };
        const expected = canonicalAssembly({
          ...clean,
          territories: territories.map((each) => ({ ...each, name: each.name.replace(/ +/g, ' ').trim() })),
        });
        const { records } = recordsFromJson(clean, 'x');
        const fromJson = readAssembly(records ?? { source: '', tables: [] }, { taxonomy });
        expect(fromJson.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(fromJson.assembly).toEqual(expected);
        const tables = assemblyTables(clean, language).map((each) =>
          table(each.name, [...each.header], ...(each.rows as RawCell[][])),
        );
        const fromTables = readAssembly({ source: 'x', tables }, { taxonomy, gazetteer });
        expect(fromTables.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(fromTables.assembly).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

/** Tables with something of everything, but no row that stands in the way of another. */
function messy(): RawTable[] {
  return [
    table(
      'Territoires',
      ['nom', 'départements', 'lat', 'lon', 'besoins'],
      ['PETR Tolosan', 31, '', '', 'hab.vacance:0,4|mob.velo'],
      ['Alpha', 9, '43,5', '1,5', 'logements vacants'],
      ['Bêta', '9', 430, 2, ''],
      ['Gamma', '2A', 42, 9, 'xyzzy'],
      ['Delta', '', '', '', 'marche'],
    ),
    table(
      'Problématiques',
      ['territoire', 'problème', 'intensité', 'nature'],
      ['Alpha', 'hab.vacance', 0.5, 'besoin'],
      ['Alpha', 'hab.vacance', 0.7, 'besoin'],
      ['Gamma', 'mob.velo', 1, 'expérience'],
      ['Gamma', 'mob.velo', 0.2, 'expérience'],
      ['Bêta', 'mob.velo', 0.2, ''],
    ),
    table(
      'Sièges',
      ['territoire', 'collège', 'titulaire', 'civilité'],
      ['Alpha', 'élus', '', ''],
      ['Alpha', 'élus', '', ''],
      ['Alpha', 'élus', 'Jeanne', 'Mme'],
      ['Gamma', 'citoyens', 'M. Paul', ''],
    ),
    table(
      'Historique',
      ['nature', 'date', 'territoires'],
      ['atelier', '04/11/2016', 'Alpha|Gamma'],
      ['atelier', '', 'Gamma|Alpha'],
      ['jumelage', '04/11/2016', 'Delta|Alpha'],
    ),
    table(
      'Règles',
      ['règle', 'territoires', 'atelier'],
      ['ensemble', 'Alpha|Gamma', ''],
      ['séparés', 'Gamma|Alpha', ''],
      ['fixé', 'Delta', 2],
      ['fixé', 'Delta', 1],
      ['ensemble', 'Gamma|Alpha', ''],
    ),
  ];
}

function isDay(cell: unknown): cell is { readonly day: string } {
  return typeof cell === 'object' && cell !== null && 'day' in cell;
}

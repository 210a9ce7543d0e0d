import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../data/default-data.js';
import {
  type Assembly,
  type Language,
  type Rule,
  type RuleKind,
  readAssembly,
  ruleSchema,
  type Territory,
} from '../../../engine/index.js';
import { assemblyTables } from '../../../exchange/assembly/tables/assembly-tables.js';
import { writeAssembly } from '../../../exchange/assembly/write-assembly.js';
import { readRecords } from '../../../exchange/read/read-records.js';

const taxonomy = defaultTaxonomy();

const territory = (id: string, facts: Partial<Territory>): Territory => ({
  id,
  name: `Pays ${id}`,
  kind: 'PAYS',
  departments: ['31'],
  position: { lat: 43, lon: 1 },
  members: ['31001'],
  traits: [],
  needs: [],
  experiences: [],
  ...facts,
});

const assembly: Assembly = {
  taxonomy,
  territories: [
    territory('a', {
      departments: ['09', '31'],
      traits: ['littoral', 'montagne'],
      wishes: ['b', 'atelier 2'],
    }),
    territory('b', { kind: 'METROPOLE', traits: ['montagne'], availability: ['jeudi 9h', 'mardi'] }),
    territory('c', { name: 'Pays, dit "c"; ou | autre', kind: 'METROPOLE', departments: ['2A'] }),
  ],
  seats: [
    { id: 's1', territoryId: 'a', college: 'Élus', holder: { civility: 'F' } },
    { id: 's2', territoryId: 'b', college: 'Citoyens; tirés au sort', holder: { civility: 'M' } },
  ],
  history: [{ kind: 'workshop', territoryIds: ['a', 'b'], date: '2016-11-04' }],
  rules: [],
};

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 2 }).map((list) => list.sort());
const among = fc.option(ids, { nil: undefined });
const workshops = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 })
  .map((list) => list.sort((m, n) => m - n));
const count = fc.integer({ min: 1, max: 12 });
// as many decimals as people write: a longer number would be taken for a phone number
const thousandths = (min: number, max: number) =>
  fc.integer({ min: Math.ceil(min * 1000), max: max * 1000 }).map((whole) => whole / 1000);
const km = thousandths(0, 900);
const held = fc.constantFrom(
  { attribute: 'department', value: '09' },
  { attribute: 'department', value: '2A' },
  { attribute: 'kind', value: 'METROPOLE' },
  { attribute: 'trait', value: 'littoral' },
  { attribute: 'college', value: 'Citoyens; tirés au sort' },
  { attribute: 'civility', value: 'F' },
);
const attribute = fc.constantFrom('department', 'kind', 'trait', 'college', 'civility');
const counted = fc.oneof(held, fc.record({ attribute }));

/** What each kind says besides what all say. */
const said: Record<RuleKind, fc.Arbitrary<object>> = {
  together: fc.record({ territoryIds: ids }),
  apart: fc.record({ territoryIds: ids }),
  pinned: fc.record({ territoryIds: ids, workshop: count }),
  allowed: fc.record({ territoryIds: ids, workshops }),
  forbidden: fc.record({ territoryIds: ids, workshops }),
  'at-most': fc.tuple(counted, fc.record({ territoryIds: among, count })).map(merged),
  'at-least-different': fc.record({ territoryIds: among, attribute, count }),
  'not-alone': fc.tuple(counted, fc.record({ territoryIds: among })).map(merged),
  'target-share': fc
    .tuple(
      held,
      fc.record({
        territoryIds: among,
        share: fc.option(thousandths(0, 1), { nil: undefined }),
      }),
    )
    .map(merged),
  'chair-pair': fc.constant({}),
  'past-meetings': fc.constant({}),
  wishes: fc.constant({}),
  'common-slots': fc.constant({}),
  spread: fc.oneof(
    fc.record({ minKm: km }),
    fc.record({ maxKm: km }),
    fc.tuple(km, km).map(([one, other]) => ({ minKm: Math.min(one, other), maxKm: Math.max(one, other) })),
  ),
  'same-perimeter': fc.constant({}),
  // pairings that contradict each other are another matter too
  'pair-imposed': fc.constant({ territoryIds: ['a', 'b'] }),
  'pair-forbidden': fc.constantFrom({ territoryIds: ['a', 'c'] }, { territoryIds: ['b', 'c'] }),
};

// hard rules may contradict each other or be impossible, which is another matter: here they are wishes
const rule = fc.constantFrom(...(Object.keys(said) as RuleKind[])).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    said: said[kind],
    stated: fc.record({
      level: fc.constant('soft'),
      weight: fc.option(thousandths(0.001, 100), { nil: undefined }),
      reason: fc.option(fc.constantFrom('=1+1', 'pour « mêler »', '-3'), { nil: undefined }),
      askedBy: fc.option(fc.constantFrom('le bureau', 'M. X'), { nil: undefined }),
    }),
  }),
);

/** The rules as the engine checks them; what is undefined is not there. */
function rulesFrom(drawn: readonly { kind: RuleKind; said: object; stated: object }[]): Rule[] {
  return drawn.map(({ kind, said: terms, stated }, k) =>
    ruleSchema.parse(
      JSON.parse(
        JSON.stringify({
          id: `r${String(k).padStart(2, '0')}`,
          kind,
          ...stated,
          ...(kind.startsWith('pair-') && { level: 'hard' }),
          ...terms,
        }),
      ),
    ),
  );
}

function merged(parts: readonly object[]): object {
  return Object.assign({}, ...parts);
}

/** Through the cells of the tables, as text where `text`, as CSV has them. */
function readBack(rules: readonly Rule[], language: Language, text: boolean) {
  const tables = assemblyTables({ ...assembly, rules: [...rules] }, language).map(
    ({ name, header, rows }) => ({
      name,
      header,
      rows: rows.map((cells, k) => ({
        row: k + 2,
        cells: cells.map((cell) => {
          const value = typeof cell === 'object' && cell !== null ? cell.day : cell;
          return text && typeof value === 'number' ? String(value).replace('.', ',') : value;
        }),
      })),
    }),
  );
  return readAssembly({ source: 'essai', tables }, { taxonomy, language });
}

describe('rules written in tables', () => {
  it('are read back the same, whatever their kind, in both languages', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 8 }),
        fc.constantFrom<Language>('fr', 'en'),
        fc.boolean(),
        (drawn, language, text) => {
          const rules = rulesFrom(drawn);
          const { assembly: read, findings } = readBack(rules, language, text);
          expect(read.rules).toEqual(rules);
          expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keep the wishes and the availability of territories', () => {
    for (const language of ['fr', 'en'] as const) {
      const { assembly: read, findings } = readBack([], language, false);
      expect(read.territories.map(({ wishes, availability }) => [wishes, availability])).toEqual([
        [['b', 'atelier 2'], undefined],
        [undefined, ['jeudi 9h', 'mardi']],
        [undefined, undefined],
      ]);
      expect(findings).toEqual([]);
    }
  });
});

describe.each(['fr', 'en'] as const)('files written in %s', (language) => {
  const directory = mkdtempSync(join(tmpdir(), 'decroise-rules-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(['assemblee.xlsx', 'assemblee.json', 'csv'])('carry one rule of each kind: %s', async (file) => {
    const drawn = Object.values(said).flatMap((terms, k) =>
      fc.sample(
        terms.map((each) => ({
          kind: (Object.keys(said) as RuleKind[])[k] as RuleKind,
          said: each,
          stated: { level: 'soft' as const },
        })),
        { numRuns: 1, seed: k },
      ),
    );
    const rules = rulesFrom(drawn);
    await writeAssembly({ ...assembly, rules }, { directory, language });
    const { records } = await readRecords(join(directory, file), { language });
    const read = readAssembly(records ?? { source: file, tables: [] }, { taxonomy, language });
    expect(read.assembly.rules).toEqual(rules);
  });
});

import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { type Communities, findCommunities } from '../../../engine/index.js';
import { communitiesToCsv } from '../../../exchange/communities/communities-to-csv.js';

let example: Communities;
beforeAll(() => {
  example = findCommunities(exampleAssembly());
});

test('has one row a territory, by concern, those of none last', () => {
  const first = example.concerns[0]!;
  const alone = { ...example, concerns: example.concerns.slice(1), apart: first.territoryIds };
  const { name, content } = communitiesToCsv(alone, 'fr');
  expect(name).toBe('preoccupations.csv');
  const rows = parse(content, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
  expect(rows.map((row) => row.Identifiant)).toEqual([
    ...alone.concerns.flatMap(({ territoryIds }) => territoryIds),
    ...first.territoryIds,
  ]);
  expect(rows.at(-1)).toMatchObject({ Préoccupation: 'aucune', Solidité: '' });
  expect(rows[0]).toMatchObject({ Préoccupation: 'P02', Intitulé: alone.concerns[0]!.title.fr });
  expect(rows[0]!['Retrouvée (0 à 1)']).toMatch(/^0,\d+$/);
});

test('is written in English for an English spreadsheet', () => {
  const { name, content } = communitiesToCsv(example, 'en');
  expect(name).toBe('concerns.csv');
  expect(content.split('\r\n')[0]).toContain('Concern,Title,Identifier,Territory');
});

test('gives formulas no chance', () => {
  const hostile = structuredClone(example);
  for (const territory of hostile.assembly.territories) territory.name = '=1+1';
  expect(communitiesToCsv(hostile, 'fr').content).not.toMatch(/(^|;)=/m);
});

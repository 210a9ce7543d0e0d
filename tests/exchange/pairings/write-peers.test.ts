import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { findPeers, peersSchema, readThemeName } from '../../../engine/index.js';
import { writePeers } from '../../../exchange/pairings/write-peers.js';
import { pairedAssembly } from './made-pairings.js';

const directory = mkdtempSync(join(tmpdir(), 'decroise-peers-'));
afterAll(() => rmSync(directory, { recursive: true }));

it('the peers of a territory are written with what makes them so, and beside their medians', async () => {
  const peers = findPeers(pairedAssembly, '001');
  const source = { peers, assembly: pairedAssembly, language: 'fr' } as const;
  const paths = await writePeers(source, { directory, formats: ['xlsx', 'csv', 'json'] });
  expect(paths.map((path) => path.slice(directory.length + 1))).toEqual([
    'pairs.xlsx',
    'pairs.csv',
    'pairs-comparaison.csv',
    'pairs.json',
  ]);
  expect(readdirSync(directory)).toHaveLength(4);
  const rowsOf = (name: string) =>
    parse(readFileSync(join(directory, name), 'utf8'), {
      bom: true,
      columns: true,
      delimiter: ';',
    }) as Record<string, string>[];
  const rows = rowsOf('pairs.csv');
  expect(rows.map((row) => [row.Où, row.Territoire])).toEqual([
    ['loin', 'Montagne'],
    ['sans position', 'Pays 003'],
    ['sans position', 'Pays 004'],
    ['sans position', 'Pays 005'],
  ]);
  expect(rows[0]).toMatchObject({ 'Problèmes en commun': '', 'Ce qu’il peut montrer': 'Problème p' });
  expect(rows[1]).toMatchObject({ 'Problèmes en commun': 'Problème r', 'Distance (km)': '' });
  expect(rowsOf('pairs-comparaison.csv')[2]).toEqual({
    Problème: 'Problème r',
    'Sa réponse (0 à 1)': '0,5',
    'Médiane de ses pairs': '1',
  });
  expect(peersSchema.parse(JSON.parse(readFileSync(join(directory, 'pairs.json'), 'utf8')))).toEqual(peers);
});

it('a theme is meant by its id, a label or the start of one alone', () => {
  const theme = (id: string, fr: string) => ({ id, fr, en: id, problems: [] });
  const taxonomy = {
    version: '1',
    themes: [theme('eau', 'Eau et risques'), theme('ecole', 'École'), theme('e3', 'Écoute')],
  };
  expect(
    ['eau', 'EAU et risques', 'école', 'eau et', 'éco', 'rail', ''].map((text) =>
      readThemeName(text, taxonomy),
    ),
  ).toEqual(['eau', 'eau', 'ecole', 'eau', undefined, undefined, undefined]);
});

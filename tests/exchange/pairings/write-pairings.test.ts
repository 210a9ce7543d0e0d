import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { pairingsSchema } from '../../../engine/index.js';
import { readingOfPairings } from '../../../exchange/locale/pairings-reading.js';
import { pairingsToXlsx, writePairings } from '../../../exchange/pairings/write-pairings.js';
import { madePairings } from './made-pairings.js';

const directory = mkdtempSync(join(tmpdir(), 'decroise-pairings-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('pairings as files', () => {
  it('say who with whom, what each shows the other, the trio, what was asked for, and who is alone and why', async () => {
    const paths = await writePairings(madePairings(), { directory, formats: ['csv'], language: 'fr' });
    expect(paths).toEqual([join(directory, 'jumelages.csv')]);
    const rows = parse(readFileSync(paths[0] ?? '', 'utf8'), {
      bom: true,
      columns: true,
      delimiter: ';',
    }) as Record<string, string>[];
    expect(rows).toHaveLength(3);
    const [best, asked, alone] = rows;
    expect(best).toMatchObject({
      'Premier territoire': "'=Côte",
      'Second territoire': 'Montagne',
      'Distance (km)': '111,195',
      Apport: 'dans les deux sens',
      'Ce que le premier montre au second': 'Problème q (premier besoin)',
      'Part des besoins du second': '0,8',
      'Ce que le second montre au premier': 'Problème p (premier besoin)',
      Demandé: '',
      'Identifiant du premier': '001',
    });
    expect(asked).toMatchObject({
      'Premier territoire': 'Pays 003',
      'Second territoire': 'Pays 004',
      'Troisième (trio)': 'Pays 005',
      'Identifiant du troisième': '005',
      Apport: 'problèmes en commun',
      Demandé: 'oui',
      Pourquoi:
        'Les deux territoires rencontrent le même problème : «\u00a0Problème r\u00a0». | Pays 005, resté sans partenaire, se joint à eux : ce jumelage devient un trio.',
    });
    expect(alone).toMatchObject({
      'Premier territoire': 'Muet',
      'Second territoire': 'Sans jumelage',
      'Note (sur 10)': '',
    });
    expect(alone?.Pourquoi).toContain('déclaré');
  });

  it('open in a workbook with a mark out of ten, shares and what the pairings come to', async () => {
    const sheets = await readWorkbook(Buffer.from(await pairingsToXlsx(madePairings(), 'en')));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Pairings', 'Read me']);
    const [header, first] = sheets[0]?.data ?? [];
    const cell = (name: string) => first?.[header?.indexOf(name) ?? -1];
    const [best] = madePairings().pairings;
    expect(cell('Mark (out of 10)')).toBeCloseTo(10 * (best?.value ?? 0), 9);
    expect(cell('Share of the second’s needs')).toBeCloseTo(best?.shows?.[0] ?? 0, 9);
    expect(cell('First identifier')).toBe('001');
    const texts = (sheets[1]?.data ?? []).flat().map(String);
    expect(texts).toContain('2 pairings, 1 of them a trio: 5 of 6 territories have a partner; one has none.');
    expect(texts).toContain('pairing.oddOne');
    expect(texts).not.toContain('geography.decoupling');
  });

  it('give the same bytes twice, and a JSON file that holds all of it', async () => {
    expect(await pairingsToXlsx(madePairings(), 'fr')).toEqual(await pairingsToXlsx(madePairings(), 'fr'));
    const [path = ''] = await writePairings(madePairings(), { directory, formats: ['json'], language: 'en' });
    expect(pairingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))).toEqual(madePairings());
  });
});

describe('what pairings come to', () => {
  const totals = { value: 27, bestTotalValue: 30, served: 38, bestTotalServed: 40, wouldRather: 0 };
  const of = (pairingTotals: object) =>
    readingOfPairings(
      { ...madePairings(), pairingTotals: { ...totals, ...pairingTotals } as never },
      'fr',
    ).at(-1);

  it('tells what stability costs, in value and in territories served', () => {
    expect(of({ variant: 'stable' })).toBe(
      'Nulle part deux territoires ne préféreraient tous deux être ensemble. Ce que cela coûte, trios non comptés : 10\u00a0% de la valeur totale et 2 territoires de moins servis.',
    );
    expect(of({ variant: 'stable', value: 30, served: 40 })).toBe(
      'Nulle part deux territoires ne préféreraient tous deux être ensemble. Ce que cela coûte, trios non comptés : 0\u00a0% de la valeur totale.',
    );
  });

  it('tells whether the exchange goes both ways in all, some or none of them, and that there is no pairing', () => {
    const made = madePairings();
    const ways = (pairings: typeof made.pairings) => readingOfPairings({ ...made, pairings }, 'fr')[1];
    expect(ways(made.pairings)).toMatch(/^Dans 1 d’entre eux/u);
    expect(ways(made.pairings.slice(0, 1))).toMatch(/^Dans tous/u);
    expect(ways(made.pairings.slice(1))).toMatch(/^Dans aucun/u);
    expect(readingOfPairings({ ...made, pairings: [] }, 'fr')).toEqual(['Aucun jumelage n’est possible.']);
  });

  it('tells how many would rather be together where the whole was favoured', () => {
    expect(of({ variant: 'best-total', wouldRather: 18 })).toContain(
      '18 fois, deux territoires préféreraient',
    );
    expect(of({ variant: 'best-total' })).toContain('nulle part');
  });
});

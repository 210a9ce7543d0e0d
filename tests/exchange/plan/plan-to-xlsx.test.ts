import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { planToXlsx } from '../../../exchange/plan/plan-to-xlsx.js';
import { fixturePlan } from '../fixtures/plan.js';

describe('planToXlsx', () => {
  test('has six sheets, named in the language', async () => {
    expect(await sheetNames('fr')).toEqual([
      'Ateliers',
      'Participants',
      'Territoires',
      'Jumelages',
      'Pourquoi ici',
      'Paramètres',
    ]);
    expect(await sheetNames('en')).toEqual([
      'Workshops',
      'Participants',
      'Territories',
      'Pairings',
      'Why here',
      'Parameters',
    ]);
  });

  test('reads back as one row a workshop, numbers being numbers', async () => {
    const [header, first] = await rowsOf('Ateliers');
    expect(header?.slice(0, 4)).toEqual(['Atelier', 'Titre', 'Nombre de territoires', 'Territoires']);
    expect(first).toEqual([
      1,
      'Accès aux soins et déplacements sans voiture',
      6,
      [
        'Pays Cœur d’Hérault',
        'CA du Grand Cahors',
        'CU Perpignan Méditerranée Métropole',
        'PETR du Pays de Lourdes et des vallées des Gaves',
        'PETR Figeac - Quercy - Vallée de la Dordogne',
        'Association Territoriale Causses Cévennes',
      ].join('\n'),
      'Accès aux soins de premier recours (5 sur 6)\nSe déplacer sans voiture (4 sur 6)',
      'Hérault\nLot\nLozère\nHautes-Pyrénées\nPyrénées-Orientales',
      187.4,
      0.47,
      'Visioconférence',
      'Ponctuel',
    ]);
  });

  test('lists every participant with why it is there and where else it could go', async () => {
    const rows = await rowsOf('Participants');
    expect(rows).toHaveLength(13);
    expect(rows[1]?.slice(2, 4)).toEqual(['200017127', 'Pays Cœur d’Hérault']);
    expect(rows[1]?.at(-1)).toBe('Irait aussi dans l’atelier 2, un peu moins bien.');
    expect(rows.at(-1)?.slice(0, 4)).toEqual([
      null,
      'Sans atelier',
      '240900464',
      'PNR des Pyrénées Ariégeoises',
    ]);
  });

  test('keeps a SIREN as text and a latitude as a number', async () => {
    const [, row] = await rowsOf('Territoires');
    expect(row?.[0]).toBe('200055002');
    expect(row?.[6]).toBe(43.7504);
  });

  test('has a sheet for what became of the rules, if there are any', async () => {
    const plan = fixturePlan();
    const reason = { code: 'rule-kept', facts: {}, text: { fr: 'Règle tenue.', en: 'Rule kept.' } };
    const asks = { fr: 'Suivre les souhaits', en: 'Follow the wishes' };
    plan.ruleOutcomes = [{ ruleId: 'r', level: 'hard', penalty: 0, broken: [], asks, reason }];
    const sheets = await readWorkbook(Buffer.from(await planToXlsx(plan, 'fr')));
    expect(sheets.map(({ sheet }) => sheet).slice(-2)).toEqual(['Règles', 'Paramètres']);
    const rules = sheets.find(({ sheet }) => sheet === 'Règles')?.data ?? [];
    expect(rules[1]?.slice(0, 3)).toEqual(['Suivre les souhaits', 'impératif', 'oui']);
  });

  test('says on the parameters sheet that answers are fictive, and only when they are', async () => {
    const text = JSON.stringify(await rowsOf('Paramètres'));
    expect(text).toContain('Réponses fictives');
    expect(text).toContain('GeoNames');
    expect(text).toContain('9f2c1a7be0d34f5588a1c6e7d2b49310c5f6a7b8e9d0c1b2a3f4e5d6c7b8a901');
    const real = fixturePlan();
    delete real.assembly.fictive;
    expect(strFromU8(unzipSync(await planToXlsx(real, 'fr'))['xl/sharedStrings.xml']!)).not.toContain(
      'fictive',
    );
  });

  test('never writes a formula, whatever the texts', async () => {
    const plan = fixturePlan();
    for (const territory of plan.assembly.territories) territory.name = '=HYPERLINK("http://x")';
    plan.workshops[0]!.title = { fr: '=1+1', en: '+1' };
    plan.assembly.name = '@SUM(A1)';
    const files = unzipSync(await planToXlsx(plan, 'fr'));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(6);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >/]/);
    const strings = strFromU8(files['xl/sharedStrings.xml']!);
    expect(strings).toContain('=1+1');
  });

  test('is one landscape page wide, with one list of names that Excel accepts', async () => {
    const files = unzipSync(await planToXlsx(fixturePlan(), 'fr'));
    const sheet = strFromU8(files['xl/worksheets/sheet2.xml']!);
    expect(sheet).toContain('<autoFilter ref="A1:J13"/>');
    expect(sheet).toMatch(/orientation="landscape"[^>]* fitToWidth="1" fitToHeight="0"/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/);
    const workbook = strFromU8(files['xl/workbook.xml']!);
    expect(workbook.match(/<definedNames/g)).toHaveLength(1);
    expect(workbook).toContain("'Participants'!$A$1:$J$13");
  });

  test('survives names that hold control characters and more text than a cell can', async () => {
    const plan = fixturePlan();
    plan.assembly.territories[0]!.name = `a\u0000\u0008b${'x'.repeat(40_000)}`;
    const rows = await rowsOf('Territoires', plan);
    expect(String(rows[1]?.[1]).length).toBeLessThan(32_767);
  });

  test('gives the same bytes for the same plan', async () => {
    const once = await planToXlsx(fixturePlan(), 'fr');
    expect(await planToXlsx(fixturePlan(), 'fr')).toEqual(once);
  });
});

async function sheetNames(language: 'fr' | 'en'): Promise<string[]> {
  const sheets = await readWorkbook(Buffer.from(await planToXlsx(fixturePlan(), language)));
  return sheets.map(({ sheet }) => sheet);
}

async function rowsOf(name: string, plan = fixturePlan()) {
  const sheets = await readWorkbook(Buffer.from(await planToXlsx(plan, 'fr')), { trim: false });
  return sheets.find(({ sheet }) => sheet === name)?.data ?? [];
}

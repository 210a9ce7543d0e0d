import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../engine/index.js';
import { planToCsv } from '../../../exchange/plan/plan-to-csv.js';
import { fixturePlan } from '../fixtures/plan.js';

describe('planToCsv', () => {
  test('names its files in the language', () => {
    expect(planToCsv(fixturePlan(), 'fr').map(({ name }) => name)).toEqual([
      'ateliers.csv',
      'jumelages.csv',
      'mesures.csv',
    ]);
    expect(planToCsv(fixturePlan(), 'en').map(({ name }) => name)).toEqual([
      'workshops.csv',
      'pairings.csv',
      'measures.csv',
    ]);
  });

  test('begins with a byte order mark, so that Excel reads the accents', () => {
    for (const { content } of planToCsv(fixturePlan(), 'fr')) expect(content.charCodeAt(0)).toBe(0xfeff);
  });

  test('reads back as one row a territory, the one without a workshop last', () => {
    const rows = readBack('fr', 'ateliers.csv');
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({
      Atelier: '1',
      'Titre de l’atelier': 'Accès aux soins et déplacements sans voiture',
      Identifiant: '200017127',
      Territoire: 'Pays Cœur d’Hérault',
      Type: 'Pays',
      Départements: 'Hérault (34)',
      Population: '84821',
      'Problèmes partagés (réponses fictives)': 'Accès aux soins de premier recours',
      'Pourquoi ici': 'Partage « Accès aux soins » avec 5 territoires de l’atelier.',
      'Autre atelier possible': 'Irait aussi dans l’atelier 2, un peu moins bien.',
    });
    expect(rows.at(-1)).toMatchObject({
      Atelier: '',
      'Titre de l’atelier': 'Sans atelier',
      Départements: 'Ariège (09)',
      Population: '',
      'Pourquoi ici': 'N’a déclaré aucun besoin.',
    });
  });

  test('writes French numbers with a comma and English ones with a point', () => {
    expect(readBack('fr', 'jumelages.csv')[0]?.['Distance (km)']).toBe('293,4');
    expect(readBack('en', 'pairings.csv')[0]?.['Distance (km)']).toBe('293.4');
    const line = readBack('fr', 'mesures.csv').find(
      ({ Mesure }) => Mesure === 'Paires d’un même département',
    );
    expect(line).toMatchObject({
      Unité: '%',
      'Notre plan': '4',
      'Par département': '62',
      'Au hasard': '7,5',
    });
  });

  test('keeps a negative number a number', () => {
    const plan = fixturePlan();
    plan.measures.decoupling = -0.5;
    expect(readBack('fr', 'mesures.csv', plan)[2]).toMatchObject({
      Mesure: 'Décroisement',
      'Notre plan': '-0,5',
    });
  });

  test.each(['=1+1', '+33 5', '-2', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '\t=1', '\r=1', '\n=1'])(
    'never lets the text %j start a formula',
    (name) => {
      const plan = fixturePlan();
      plan.assembly.territories[5]!.name = name;
      const cell = readBack('fr', 'ateliers.csv', plan)[0]?.Territoire;
      expect(cell).toBe(`'${name.trim()}`);
    },
  );

  test('keeps separators, quotes and line breaks inside their cell', () => {
    const plan = fixturePlan();
    plan.assembly.territories[5]!.name = 'A;B "C"\r\n=cmd';
    const rows = readBack('fr', 'ateliers.csv', plan);
    expect(rows).toHaveLength(12);
    expect(rows[0]?.Territoire).toBe('A;B "C" =cmd');
  });

  test('gives the same text twice', () => {
    expect(planToCsv(fixturePlan(), 'fr')).toEqual(planToCsv(fixturePlan(), 'fr'));
  });
});

function readBack(language: Language, name: string, plan = fixturePlan()): Record<string, string>[] {
  const file = planToCsv(plan, language).find((candidate) => candidate.name === name);
  return parse(file?.content ?? '', {
    bom: true,
    columns: true,
    delimiter: language === 'fr' ? ';' : ',',
  });
}

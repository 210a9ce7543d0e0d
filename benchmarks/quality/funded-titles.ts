import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createRng } from '../../engine/index.js';

/** A project funded by the Fonds vert in 2023: its free title, and the problem its measure stands for. */
export interface FundedTitle {
  readonly title: string;
  readonly expected: string;
  readonly half: 'development' | 'heldOut';
}

/** A problem of the plain list of synonyms, as it was before the matcher. */
export interface PlainProblem {
  readonly id: string;
  readonly synonyms: readonly string[];
}

export interface FundedTitles {
  readonly titles: readonly FundedTitle[];
  readonly plainProblems: readonly PlainProblem[];
}

interface SharedTaxonomy {
  themes: { problemes: { id: string; synonymes: string[]; signal: { fv?: string } | null }[] }[];
}

const splitSeed = 2023;

/**
 * Reads the 1,530 titles of the shared data; undefined where the data is absent.
 * A fair coin per dossier, seeded and independent of the order of rows, puts it in one half.
 */
export function readFundedTitles(dataFolder: string): FundedTitles | undefined {
  const projects = join(dataFolder, 'fonds-vert-2023-occitanie.csv');
  const taxonomyFile = join(dataFolder, 'taxonomie.json');
  if (!existsSync(projects) || !existsSync(taxonomyFile)) return undefined;

  const taxonomy = JSON.parse(readFileSync(taxonomyFile, 'utf8')) as SharedTaxonomy;
  const problems = taxonomy.themes.flatMap((theme) => theme.problemes);
  const problemOfMeasure = new Map(problems.map(({ id, signal }) => [signal?.fv, id]));
  const coin = createRng(splitSeed);
  const rows: { projet: string; mesure: string; dossier: string }[] = parse(readFileSync(projects), {
    columns: true,
    bom: true,
  });
  const titles = rows.map(({ projet, mesure, dossier }): FundedTitle => {
    const expected = problemOfMeasure.get(mesure);
    if (expected === undefined) throw new Error(`no problem stands for the measure "${mesure}"`);
    return { title: projet, expected, half: coin.stream(dossier).next() < 0.5 ? 'development' : 'heldOut' };
  });
  return { titles, plainProblems: problems.map(({ id, synonymes }) => ({ id, synonyms: synonymes })) };
}

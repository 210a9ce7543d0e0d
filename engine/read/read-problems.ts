import { plainText } from './cells/plain-text.js';
import { type Choices, choiceOf } from './cells/read-words.js';
import type { FindingLog } from './findings/finding-log.js';
import { type TerritoryDirectory, territoryMeant } from './names/territory-directory.js';
import type { OwnedMention } from './problems/declared-problems.js';
import { mentionsOf, type ProblemMention } from './problems/problem-mentions.js';
import { cellOf, cellsOf, type Sheet, type SheetRow } from './tables/sheets.js';

type Nature = ProblemMention['nature'];

/** Reads the long form: one row a territory and a problem, with its intensity and its nature. */
export function readProblems(sheet: Sheet, directory: TerritoryDirectory, log: FindingLog): OwnedMention[] {
  // a sheet called "Expériences" need not say it on every row
  const usual: Nature =
    /experience/.test(plainText(sheet.name)) && !/besoin|need/.test(plainText(sheet.name))
      ? 'experience'
      : 'need';
  return sheet.rows.flatMap((row) => readRow(row, usual, directory, log));
}

/**
 * The territories that the long form speaks of, as rows of a list of territories, for an input that has
 * no such list: each territory where it is first named.
 */
export function territoriesNamedIn(sheets: readonly Sheet[]): SheetRow[] {
  const rows = new Map<string, SheetRow>();
  for (const { rows: said } of sheets) {
    for (const row of said) {
      const cell = cellOf(row, 'territory');
      const text =
        typeof cell?.value === 'string' || typeof cell?.value === 'number' ? String(cell.value) : '';
      const key = plainText(text);
      if (!cell || key === '' || rows.has(key)) continue;
      const field = /^\d{9}$/.test(key.replaceAll(' ', '')) ? 'id' : 'name';
      rows.set(key, { place: row.place, cells: new Map([[field, [cell]]]) });
    }
  }
  return [...rows.values()];
}

const natures: Choices<Nature> = {
  need: ['besoin', 'need', 'besoins', 'needs', 'demande', 'difficulté', 'problème', 'b'],
  experience: ['expérience', 'experience', 'expériences', 'experiences', 'offre', 'réussite', 'e'],
};

function readRow(
  row: SheetRow,
  usual: Nature,
  directory: TerritoryDirectory,
  log: FindingLog,
): OwnedMention[] {
  const territory = cellOf(row, 'territory');
  const problems = cellsOf(row, 'problem');
  if (!territory) log.add('missing-territory', {}, row.place);
  if (problems.length === 0) log.add('missing-problem', {}, row.place);
  if (!territory || problems.length === 0) return [];
  const natureCell = cellOf(row, 'kind');
  const nature = natureCell ? choiceOf(natureCell, natures, log) : usual;
  const territoryId = territoryMeant(describeReference(territory.value), directory, territory, log);
  if (territoryId === undefined || nature === undefined) return [];
  const intensity = cellOf(row, 'intensity');
  return mentionsOf(problems, nature, log).map((mention) =>
    mention.intensity === undefined && intensity
      ? { territoryId, mention: { ...mention, intensity: intensity.value, intensityAt: intensity } }
      : { territoryId, mention },
  );
}

function describeReference(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

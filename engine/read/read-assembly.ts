import type { Assembly } from '../model/assembly.js';
import { canonicalAssembly } from '../model/canonical-assembly.js';
import type { Finding } from '../model/finding.js';
import type { Gazetteer } from '../model/gazetteer.js';
import type { Language } from '../model/local-text.js';
import type { Taxonomy } from '../model/taxonomy.js';
import { FindingLog } from './findings/finding-log.js';
import { knownTerritories } from './names/gazetteer-match.js';
import { createTerritoryDirectory, type TerritoryDirectory } from './names/territory-directory.js';
import { type Declared, declaredProblems } from './problems/declared-problems.js';
import { createProblemLookup } from './problems/problem-lookup.js';
import { createProblemMatcher } from './problems/text-to-problems.js';
import { readCard } from './read-card.js';
import { readHistory } from './read-history.js';
import { readProblems, territoriesNamedIn } from './read-problems.js';
import { readRules } from './read-rules.js';
import { readSeats } from './read-seats.js';
import { readSlots } from './read-slots.js';
import { readTerritories, type TerritoryDraft } from './read-territories.js';
import { readWishes } from './read-wishes.js';
import { heldValues } from './rules/held-values.js';
import type { ToldData } from './rules/unkeepable-rules.js';
import type { TableRole } from './tables/column-headers.js';
import type { RawRecords } from './tables/raw-records.js';
import { readSheets, type Sheet, type SheetRow } from './tables/sheets.js';

export interface ReadingContext {
  /** stands unless the input carries its own */
  readonly taxonomy: Taxonomy;
  /** completes the territories that it knows by SIREN or by name */
  readonly gazetteer?: Gazetteer;
  /** of the sentences of the findings; French unless told */
  readonly language?: Language;
}

/**
 * Understands an input: tables of any order, headers in French or English, cells as people write them.
 *
 * Gives an assembly that always satisfies `assemblySchema` (territories, needs, seats, history, rules and slots
 * sorted, whatever the order of the rows) and every finding at once, by table, row and column. What is in
 * error is left out and told; what is certain is corrected and told; what is ambiguous is asked. Never throws
 * on bad data. No e-mail and no phone number enter the assembly or a finding.
 */
export function readAssembly(
  records: RawRecords,
  context: ReadingContext,
): { assembly: Assembly; findings: Finding[] } {
  const language = context.language ?? 'fr';
  const log = new FindingLog(language);
  const sheets = readSheets(records, log);
  const { name, fictive, taxonomy = context.taxonomy } = readCard(rowsOf(sheets, 'assembly')[0], log);
  const known = knownTerritories(context.gazetteer ?? []);
  const { drafts, leftOut } = readTerritories(territoryRows(sheets, log), known, log);
  if (drafts.length === 0) log.add('no-territories', {});
  else if (drafts.length === 1 && leftOut.length === 0) log.add('one-territory', {});

  const directory = createTerritoryDirectory(drafts, leftOut);
  const mentions = [
    ...drafts.flatMap(({ territory, mentions: own }) =>
      own.map((mention) => ({ territoryId: territory.id, mention })),
    ),
    // held by no territory, so dropped once looked at
    ...leftOut.flatMap(({ row, mentions: own }) =>
      own.map((mention) => ({ territoryId: `left out, row ${row}`, mention })),
    ),
    ...sheets
      .filter(({ role }) => role === 'problems')
      .flatMap((sheet) => readProblems(sheet, directory, log)),
  ];
  const lookup = createProblemLookup(taxonomy, createProblemMatcher);
  const declared = declaredProblems(mentions, lookup, language, log);
  const names = new Map(drafts.map(({ territory }) => [territory.id, territory.name]));
  const territories = territoriesFrom(drafts, declared, directory, log);
  const seats = readSeats(rowsOf(sheets, 'seats'), directory, log);
  const history = readHistory(rowsOf(sheets, 'history'), directory, log);
  const rulesContext = {
    directory,
    nameOf: (id: string) => names.get(id) ?? id,
    held: heldValues(territories, seats),
    has: toldIn(territories, history),
  };
  const assembly: Assembly = {
    ...(name === undefined ? {} : { name }),
    ...(fictive === undefined ? {} : { fictive }),
    taxonomy,
    territories,
    seats,
    history,
    rules: readRules(rowsOf(sheets, 'rules'), rulesContext, log),
    slots: readSlots(rowsOf(sheets, 'slots'), log),
  };
  return { assembly: canonicalAssembly(assembly), findings: log.findings() };
}

function rowsOf(sheets: readonly Sheet[], role: TableRole): SheetRow[] {
  return sheets.filter((sheet) => sheet.role === role).flatMap(({ rows }) => rows);
}

/** The list of territories, or failing that the territories that the problems are told of. */
function territoryRows(sheets: readonly Sheet[], log: FindingLog): SheetRow[] {
  const listed = rowsOf(sheets, 'territories');
  if (listed.length > 0 || sheets.some(({ role }) => role === 'territories')) return listed;
  const named = territoriesNamedIn(sheets.filter(({ role }) => role === 'problems'));
  if (named.length > 0) log.add('territories-from-problems', { count: named.length });
  return named;
}

function territoriesFrom(
  drafts: readonly TerritoryDraft[],
  declared: ReadonlyMap<string, Declared>,
  directory: TerritoryDirectory,
  log: FindingLog,
): Assembly['territories'] {
  return drafts.map((draft) => {
    const { territory } = draft;
    const { needs = [], experiences = [] } = declared.get(territory.id) ?? {};
    return {
      ...territory,
      needs: [...needs],
      experiences: [...experiences],
      ...readWishes(draft, directory, log),
    };
  });
}

/** What the assembly tells at all, of what some rules are about. */
function toldIn(territories: Assembly['territories'], history: Assembly['history']): ToldData['has'] {
  return {
    availability: territories.some(({ availability }) => availability !== undefined),
    wishes: territories.some(({ wishes }) => wishes !== undefined),
    history: history.length > 0,
    positions: territories.some(({ position }) => position !== undefined),
    members: territories.some(({ members }) => members.length > 0),
  };
}

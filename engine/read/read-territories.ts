import type { GazetteerEntry } from '../model/gazetteer.js';
import type { Position, Territory } from '../model/territory.js';
import { optional, unlessEmpty } from './cells/optional.js';
import { plainText, slugOf, tidyText } from './cells/plain-text.js';
import { departmentsOf, identifierOf, membersOf } from './cells/read-codes.js';
import { codesOf } from './cells/read-list.js';
import { countOf } from './cells/read-number.js';
import { positionOf } from './cells/read-position.js';
import { textOf, yesOrNo } from './cells/read-words.js';
import { describeValue, type FindingLog, type Place } from './findings/finding-log.js';
import { type KnownTerritories, recogniseTerritory } from './names/gazetteer-match.js';
import { kindOfName, kindOfText } from './names/territory-name.js';
import { mentionsOf, type ProblemMention } from './problems/problem-mentions.js';
import { spelledAlike, type WordList, wordLists } from './spelled-alike.js';
import { cellOf, cellsOf, contentOf, type SheetRow } from './tables/sheets.js';

/** A territory as its row gives it, what the gazetteer knows of it, and the problems written in the same row. */
export interface TerritoryDraft {
  readonly territory: Territory;
  readonly entry: GazetteerEntry | undefined;
  readonly mentions: readonly ProblemMention[];
  /** identifier given in the input, not made from a name */
  readonly explicitId: boolean;
  readonly row: SheetRow;
}

/** A row that is not in the assembly: references to it are answered with its number. */
export interface LeftOutRow {
  readonly names: readonly string[];
  readonly row: number;
  /** the territory that stands for it, when it is one said twice */
  readonly sameAs?: string;
  /** its problems are looked at all the same: what is wrong with them is told at once */
  readonly mentions: readonly ProblemMention[];
}

/** Reads the rows of territories; a row in error is left out and remembered. */
export function readTerritories(
  rows: readonly SheetRow[],
  known: KnownTerritories,
  log: FindingLog,
): { drafts: TerritoryDraft[]; leftOut: LeftOutRow[] } {
  const drafts: TerritoryDraft[] = [];
  const leftOut: LeftOutRow[] = [];
  const leaveOut = (row: SheetRow, sameAs?: string) =>
    leftOut.push({
      names: namesIn(row),
      row: row.place.row,
      ...optional('sameAs', sameAs),
      mentions: mentionsIn(row, log),
    });
  const byId = new Map<string, TerritoryDraft>();
  const byEntry = new Map<string, TerritoryDraft>();
  for (const row of rows) {
    const errors = log.errorCount;
    const draft = readRow(row, known, log);
    const earlier = draft && byId.get(draft.territory.id);
    if (!draft || (log.errorCount > errors && !earlier)) {
      // its identifier stays taken: a second row that uses it is told now, not once this one is corrected
      if (draft) byId.set(draft.territory.id, draft);
      leaveOut(row);
      continue;
    }
    const { territory, entry } = draft;
    if (earlier) {
      const { sameTerritory } = sayTwice(draft, earlier, log);
      leaveOut(row, sameTerritory ? territory.id : undefined);
      continue;
    }
    const twin = entry && byEntry.get(entry.id);
    if (twin && entry) sayTwoIds(draft, twin, entry, log);
    drafts.push(draft);
    byId.set(territory.id, draft);
    if (entry && !twin) byEntry.set(entry.id, draft);
  }
  sayUnplaced(drafts, log);
  const spelled = wordLists.reduce((all, field) => spelledAlike(all, field, log), drafts);
  // what stands in the list cells is read last: an item in error costs the item, not the territory
  return {
    drafts: spelled.map((draft) => ({ ...draft, mentions: mentionsIn(draft.row, log) })),
    leftOut,
  };
}

function readRow(row: SheetRow, known: KnownTerritories, log: FindingLog): TerritoryDraft | undefined {
  const explicitId = identifierOf(cellOf(row, 'id'), log);
  const nameCell = cellOf(row, 'name');
  const written = textOf(nameCell, log);
  if (explicitId === undefined && written === undefined) {
    log.add('nameless-territory', {}, row.place);
    return undefined;
  }
  const departments = departmentsOf(row, log);
  const kind = statedKind(row, log);
  const query = written === undefined ? undefined : { name: written, departments, ...(kind ? { kind } : {}) };
  const at = nameCell ?? cellOf(row, 'id') ?? row.place;
  const entry = recogniseTerritory(explicitId, query, known, at, log);
  const name = written ?? entry?.name ?? explicitId ?? '';
  const stated = {
    ...(kind ? { kind } : {}),
    ...(departments.length > 0 ? { departments } : {}),
    ...optional('position', statedPosition(row, log)),
    ...optional('population', populationOf(row, log)),
    ...optional('members', unlessEmpty(membersOf(row, log))),
  };
  const territory: Territory = {
    id: explicitId ?? entry?.id ?? slugOf(name),
    name,
    kind: kindOfName(name) ?? 'OTHER',
    departments: [],
    members: [],
    ...(entry ? knownFacts(entry) : {}),
    ...stated,
    traits: distinctTexts(row, 'traits'),
    needs: [],
    experiences: [],
    ...optional('availability', unlessEmpty(distinctTexts(row, 'availability'))),
    ...optional('canHost', yesOrNo(cellOf(row, 'canHost'), log)),
    ...optional('videoReady', yesOrNo(cellOf(row, 'videoReady'), log)),
  };
  if (entry) sayRecognised(written, explicitId, Object.keys(stated), entry, at, log);
  return { territory, entry, mentions: [], explicitId: explicitId !== undefined, row };
}

function distinctTexts(row: SheetRow, field: WordList): string[] {
  return [...new Set(codesOf(cellsOf(row, field), /,/).map(({ code }) => tidyText(code)))];
}

/** Everything the gazetteer can complete; an explicit value always stands above it. */
function knownFacts({
  kind,
  departments,
  position,
  population,
  members,
}: GazetteerEntry): Partial<Territory> {
  return {
    kind,
    departments,
    members,
    ...optional('position', position),
    ...optional('population', population),
  };
}

function statedPosition(row: SheetRow, log: FindingLog): Position | undefined {
  const position = positionOf(row, log);
  const approximate = yesOrNo(cellOf(row, 'approximate'), log);
  return position && approximate !== undefined ? { ...position, approximate } : position;
}

function statedKind(row: SheetRow, log: FindingLog) {
  const cell = cellOf(row, 'kind');
  if (!cell) return undefined;
  const kind = kindOfText(describeValue(cell.value));
  if (!kind) log.add('unknown-kind', { value: describeValue(cell.value) }, cell);
  return kind;
}

function populationOf(row: SheetRow, log: FindingLog): number | undefined {
  const cell = cellOf(row, 'population');
  return cell && countOf(cell, log);
}

function sayRecognised(
  written: string | undefined,
  explicitId: string | undefined,
  stated: readonly string[],
  entry: GazetteerEntry,
  at: Place,
  log: FindingLog,
): void {
  const sameName = written === undefined || plainText(written) === plainText(entry.name);
  const { id, name: official } = entry;
  if (explicitId !== id && !sameName) log.add('name-recognised', { name: written, official, id }, at);
  else if (explicitId === undefined || stated.length < Object.keys(knownFacts(entry)).length) {
    log.add('completed-from-gazetteer', { name: official, id }, at);
  }
}

function sayTwice(
  draft: TerritoryDraft,
  earlier: TerritoryDraft,
  log: FindingLog,
): { sameTerritory: boolean } {
  const { id, name } = draft.territory;
  const firstRow = earlier.row.place.row;
  const firstName = earlier.territory.name;
  const sameTerritory = plainText(name) === plainText(firstName) || draft.entry !== undefined;
  if (contentOf(draft.row) === contentOf(earlier.row))
    log.add('same-row-twice', { name, firstRow }, draft.row.place);
  else if (draft.explicitId && earlier.explicitId)
    log.add('duplicate-id', { id, firstRow }, cellOf(draft.row, 'id') ?? draft.row.place);
  else log.add('same-territory-twice', { name, firstName, firstRow, id }, draft.row.place);
  return { sameTerritory };
}

function sayTwoIds(
  draft: TerritoryDraft,
  twin: TerritoryDraft,
  entry: GazetteerEntry,
  log: FindingLog,
): void {
  const facts = {
    name: draft.territory.name,
    firstName: twin.territory.name,
    firstRow: twin.row.place.row,
    official: entry.name,
  };
  const candidates = [twin, draft].map(({ territory: { id, name } }) => ({
    id,
    label: name,
    confidence: 0.5,
  }));
  log.add('same-territory-two-ids', facts, draft.row.place, candidates);
}

/** When nobody has a position, that is one thing to know, not one for each territory. */
function sayUnplaced(drafts: readonly TerritoryDraft[], log: FindingLog): void {
  const unplaced = drafts.filter(({ territory }) => territory.position === undefined);
  if (unplaced.length > 1 && unplaced.length === drafts.length) {
    log.add('no-position-at-all', { count: drafts.length });
    return;
  }
  for (const { territory, row } of unplaced) log.add('no-position', { name: territory.name }, row.place);
}

function mentionsIn(row: SheetRow, log: FindingLog): ProblemMention[] {
  return [
    ...mentionsOf(cellsOf(row, 'needs'), 'need', log),
    ...mentionsOf(cellsOf(row, 'experiences'), 'experience', log),
  ];
}

function namesIn(row: SheetRow): string[] {
  return [cellOf(row, 'id'), cellOf(row, 'name')].flatMap((cell) =>
    cell ? [describeValue(cell.value)] : [],
  );
}

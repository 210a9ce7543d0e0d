import type { Rule } from '../model/rule.js';
import { optional } from './cells/optional.js';
import { plainText } from './cells/plain-text.js';
import { identifierOf } from './cells/read-codes.js';
import { numberOf } from './cells/read-number.js';
import { allowedAnswers, type Choices, choiceOf, textOf } from './cells/read-words.js';
import type { FindingLog, Place } from './findings/finding-log.js';
import { describeValue } from './findings/finding-log.js';
import { namesListed, type TerritoryDirectory, territoryMeant } from './names/territory-directory.js';
import { findRuleConflicts } from './rule-conflicts.js';
import { type Cell, cellOf, cellsOf, type SheetRow } from './tables/sheets.js';

/** Reads the rules; of rules that contradict each other the one that closes the circle is left out. */
export function readRules(
  rows: readonly SheetRow[],
  directory: TerritoryDirectory,
  nameOf: (territoryId: string) => string,
  log: FindingLog,
): Rule[] {
  const found = new Map<string, FoundRule>();
  for (const row of rows) {
    const errors = log.errorCount;
    const explicitId = identifierOf(cellOf(row, 'id'), log);
    const rule = readRule(row, directory, log);
    if (!rule || log.errorCount > errors) continue;
    const id = explicitId ?? idOf(rule);
    const earlier = found.get(id);
    if (!earlier)
      found.set(id, { rule: { id, ...rule }, place: row.place, explicitId: explicitId !== undefined });
    else if (explicitId !== undefined)
      log.add('duplicate-id', { id, firstRow: earlier.place.row }, row.place);
    else log.add('rule-twice', { firstRow: earlier.place.row }, row.place);
  }
  return withoutContradictions(found, nameOf, log);
}

interface FoundRule {
  readonly rule: Rule;
  readonly place: Place & { readonly row: number };
  readonly explicitId: boolean;
}

const kinds: Choices<Rule['kind']> = {
  together: ['ensemble', 'together', 'même atelier', 'regrouper', 'grouper', 'réunir'],
  apart: ['séparés', 'apart', 'séparé', 'séparées', 'séparer', 'à part', 'pas ensemble', 'distincts'],
  pinned: [
    'fixé',
    'pinned',
    'fixe',
    'fixés',
    'fixée',
    'fixées',
    'fixer',
    'imposé',
    'épinglé',
    'atelier imposé',
  ],
};

const levels: Choices<Rule['level']> = {
  hard: ['impératif', 'hard', 'impérative', 'obligatoire', 'ferme', 'dur', 'dure'],
  soft: ['souhaité', 'soft', 'souhaitée', 'souhait', 'souple', 'préférence', 'souhaitable'],
};

function readRule(
  row: SheetRow,
  directory: TerritoryDirectory,
  log: FindingLog,
): Omit<Rule, 'id'> | undefined {
  const kindCell = cellOf(row, 'kind');
  const kind = kindCell && choiceOf(kindCell, kinds, log);
  if (!kindCell) {
    log.add('unknown-choice', { value: '', allowed: allowedAnswers(kinds) }, row.place);
  }
  const { territoryIds, missing } = territoriesOf(row, directory, log);
  const levelCell = cellOf(row, 'level');
  const level = levelCell ? choiceOf(levelCell, levels, log) : 'hard';
  const workshopCell = cellOf(row, 'workshop');
  const workshop = workshopCell && workshopOf(workshopCell, log);
  const weightCell = cellOf(row, 'weight');
  const weight = weightCell && weightOf(weightCell, log);
  const reason = textOf(cellOf(row, 'reason'), log);
  const askedBy = textOf(cellOf(row, 'askedBy'), log);
  if (!kind || !level) return undefined;
  if (kind === 'pinned' && !workshopCell) log.add('pinned-without-workshop', {}, row.place);
  if (kind !== 'pinned' && workshopCell) log.add('workshop-ignored', {}, workshopCell);
  const least = kind === 'pinned' ? 1 : 2;
  if (missing) return undefined;
  if (territoryIds.length < least) log.add('too-few-territories', { count: territoryIds.length }, row.place);
  return {
    kind,
    territoryIds,
    ...optional('workshop', kind === 'pinned' ? workshop : undefined),
    level,
    ...optional('weight', weight),
    ...optional('reason', reason),
    ...optional('askedBy', askedBy),
  };
}

/**
 * Each territory once, sorted: the order in which a rule names them says nothing. A rule that lacks one of
 * its territories (said in a finding) is not the rule that was asked for.
 */
function territoriesOf(
  row: SheetRow,
  directory: TerritoryDirectory,
  log: FindingLog,
): { territoryIds: string[]; missing: boolean } {
  const ids = new Set<string>();
  let missing = false;
  for (const { text, cell } of namesListed(cellsOf(row, 'territories'), directory)) {
    const id = territoryMeant(text, directory, cell, log);
    if (id === undefined) missing = true;
    else if (ids.has(id)) log.add('repeated-in-list', { name: text.trim() }, cell);
    else ids.add(id);
  }
  return { territoryIds: [...ids].sort(), missing };
}

/** "3", "n° 3", "Atelier 3" */
function workshopOf(cell: Cell, log: FindingLog): number | undefined {
  const digits = /^(?:atelier|workshop|groupe)?(?: n| no| numero)? ?(\d{1,4})$/.exec(
    plainText(describeValue(cell.value)),
  );
  const number = Number(digits?.[1] ?? Number.NaN);
  if (number >= 1) return number;
  log.add('not-whole', { value: describeValue(cell.value) }, cell);
  return undefined;
}

function weightOf(cell: Cell, log: FindingLog): number | undefined {
  const weight = numberOf(cell, log);
  if (weight === undefined || weight > 0) return weight;
  log.add('out-of-range', { value: describeValue(cell.value), min: 0, max: null, scale: null }, cell);
  return undefined;
}

/** From what the rule says, so that it stays the same when rows are moved or added. */
function idOf({ kind, territoryIds, workshop, level }: Omit<Rule, 'id'>): string {
  return [kind, ...(workshop === undefined ? [] : [String(workshop)]), ...territoryIds, level].join('-');
}

function withoutContradictions(
  found: ReadonlyMap<string, FoundRule>,
  nameOf: (territoryId: string) => string,
  log: FindingLog,
): Rule[] {
  const all = [...found.values()];
  const labelOf = ({ id }: Rule): string => {
    const source = found.get(id);
    return !source || source.explicitId ? id : String(source.place.row);
  };
  const hard = all.map(({ rule }) => rule).filter(({ level }) => level === 'hard');
  const dropped = new Set<Rule>();
  for (const { kind, rules, territoryIds, dropped: rule } of findRuleConflicts(hard)) {
    dropped.add(rule);
    const territories = territoryIds.map(nameOf);
    const facts = { conflict: kind, rules: rules.map(labelOf), territories, dropped: labelOf(rule) };
    log.add('circular-rules', facts, found.get(rule.id)?.place);
  }
  const kept = hard.filter((rule) => !dropped.has(rule));
  for (const { rule, place } of all.filter(({ rule: { level } }) => level === 'soft')) {
    const conflict = findRuleConflicts([...kept, rule]).find(({ rules }) => rules.includes(rule));
    if (!conflict) continue;
    const territories = conflict.territoryIds.map(nameOf);
    log.add(
      'soft-rule-void',
      { rules: conflict.rules.filter((other) => other !== rule).map(labelOf), territories },
      place,
    );
  }
  return all.map(({ rule }) => rule).filter((rule) => !dropped.has(rule));
}

import type { Rule, RuleKind } from '../../model/rule.js';
import { optional, unlessEmpty } from '../cells/optional.js';
import { allowedAnswers, choiceIn, choiceOf, textOf } from '../cells/read-words.js';
import { describeValue, type FindingLog } from '../findings/finding-log.js';
import type { TerritoryDirectory } from '../names/territory-directory.js';
import type { ColumnField } from '../tables/column-headers.js';
import { type Cell, cellOf, cellsOf, type SheetRow } from '../tables/sheets.js';
import { attributeValueOf } from './attribute-value.js';
import type { HeldValues } from './held-values.js';
import { countOfRule, kilometresOf, shareOf, territoriesOf, weightOf, workshopsOf } from './rule-cells.js';
import { attributeWords, kindWords, levelWords, softByNature } from './rule-words.js';

/** A rule as its row states it; `Rule` without its id. */
export type ReadRule = Rule extends infer R ? (R extends Rule ? Omit<R, 'id'> : never) : never;

export interface RuleReading {
  readonly directory: TerritoryDirectory;
  readonly held: HeldValues;
  readonly log: FindingLog;
}

/** The rule of a row; undefined with findings when it cannot be used. Every cell is looked at all the same. */
export function readRule(row: SheetRow, { directory, held, log }: RuleReading): ReadRule | undefined {
  const errors = log.errorCount;
  const { kind, countInKind } = kindOf(row, log);
  const parts = partsOf(onlyTaken(row, kind), { directory, held, log });
  const levelCell = cellOf(row, 'level');
  const level = levelCell ? levelOf(levelCell, kind, log) : undefined;
  const weightCell = cellOf(row, 'weight');
  const stated = {
    level: level ?? (kind && softByNature.has(kind) ? ('soft' as const) : ('hard' as const)),
    ...optional('weight', weightCell && weightOf(weightCell, log)),
    ...optional('reason', textOf(cellOf(row, 'reason'), log)),
    ...optional('askedBy', textOf(cellOf(row, 'askedBy'), log)),
  };
  if (!kind) return undefined;
  sayIgnored(kind, row, log);
  sayMissing(kind, row, { ...parts, count: parts.count ?? countInKind }, log);
  if (parts.missing || log.errorCount > errors) return undefined;
  return ruleFrom(kind, stated, { ...parts, ...optional('count', parts.count ?? countInKind) });
}

/** Pairings that are imposed or forbidden are never a mere wish. */
function levelOf(cell: Cell, kind: RuleKind | undefined, log: FindingLog): Rule['level'] | undefined {
  const level = choiceOf(cell, levelWords, log);
  if (level !== 'soft' || (kind !== 'pair-imposed' && kind !== 'pair-forbidden')) return level;
  log.add('pairing-always-hard', {}, cell);
  return 'hard';
}

/** "au plus 3" says a kind and a count, unless the count has its own cell. */
function kindOf(row: SheetRow, log: FindingLog): { kind?: RuleKind; countInKind?: number } {
  const cell = cellOf(row, 'kind');
  if (!cell) {
    log.add('unknown-choice', { value: '', allowed: allowedAnswers(kindWords) }, row.place);
    return {};
  }
  const written = describeValue(cell.value);
  const number = cellOf(row, 'count') ? null : /\d+/.exec(written);
  const kind = number && choiceIn(written.replace(/\d+/, ' '), kindWords);
  if (kind && takes(kind, 'count')) return { kind, countInKind: Number(number[0]) };
  return optional('kind', choiceOf(cell, kindWords, log));
}

/** The columns that each kind reads, besides those that all read; those it cannot do without end in an exclamation mark. */
const columnsOfKind: Readonly<Record<RuleKind, readonly `${ColumnField}${'!' | ''}`[]>> = {
  together: ['territories!'],
  apart: ['territories!'],
  pinned: ['territories!', 'workshop!'],
  allowed: ['territories!', 'workshop!'],
  forbidden: ['territories!', 'workshop!'],
  'at-most': ['territories', 'attribute!', 'value', 'count!'],
  'at-least-different': ['territories', 'attribute!', 'count!'],
  'not-alone': ['territories', 'attribute!', 'value'],
  'target-share': ['territories', 'attribute!', 'value!', 'share'],
  'chair-pair': [],
  'past-meetings': [],
  wishes: [],
  'common-slots': [],
  spread: ['minKm', 'maxKm'],
  'same-perimeter': [],
  'pair-imposed': ['territories!'],
  'pair-forbidden': ['territories!'],
};

const readByKind = [
  'territories',
  'workshop',
  'attribute',
  'value',
  'count',
  'share',
  'minKm',
  'maxKm',
] as const;
type KindColumn = (typeof readByKind)[number];

function takes(kind: RuleKind, field: KindColumn): boolean {
  return needs(kind, field) || columnsOfKind[kind].includes(field);
}

function needs(kind: RuleKind, field: KindColumn): boolean {
  return columnsOfKind[kind].includes(`${field}!`);
}

function sayIgnored(kind: RuleKind, row: SheetRow, log: FindingLog): void {
  const called = { fr: kindWords[kind][0], en: kindWords[kind][1] };
  for (const field of readByKind) {
    const [cell] = cellsOf(row, field);
    if (!cell || takes(kind, field)) continue;
    if (field === 'workshop') log.add('workshop-ignored', {}, cell);
    else log.add('rule-cell-ignored', { column: cell.column, kind: called }, cell);
  }
}

/** The row without the cells that a rule of that kind does not read. */
function onlyTaken(row: SheetRow, kind: RuleKind | undefined): SheetRow {
  if (!kind) return row;
  const cells = new Map(row.cells);
  for (const field of readByKind) if (!takes(kind, field)) cells.delete(field);
  return { ...row, cells };
}

interface RuleParts {
  readonly territoryIds: string[];
  /** a territory that it names could not be found */
  readonly missing: boolean;
  readonly workshops: number[];
  readonly attribute?: keyof typeof attributeWords;
  readonly value?: string;
  readonly count?: number | undefined;
  readonly share?: number;
  readonly minKm?: number;
  readonly maxKm?: number;
}

function partsOf(row: SheetRow, { directory, held, log }: RuleReading): RuleParts {
  const attributeCell = cellOf(row, 'attribute');
  const attribute = attributeCell && choiceOf(attributeCell, attributeWords, log);
  const valueCell = cellOf(row, 'value');
  const countCell = cellOf(row, 'count');
  const shareCell = cellOf(row, 'share');
  const minCell = cellOf(row, 'minKm');
  const maxCell = cellOf(row, 'maxKm');
  const minKm = minCell && kilometresOf(minCell, log);
  const maxKm = maxCell && kilometresOf(maxCell, log);
  if (minKm !== undefined && maxKm !== undefined && minKm > maxKm) {
    log.add('distances-crossed', { minKm, maxKm }, maxCell);
  }
  return {
    ...territoriesOf(row, directory, log),
    workshops: workshopsOf(row, log),
    ...optional('attribute', attribute),
    ...optional('value', valueCell && attribute && attributeValueOf(valueCell, attribute, held, log)),
    ...optional('count', countCell && countOfRule(countCell, log)),
    ...optional('share', shareCell && shareOf(shareCell, log)),
    ...optional('minKm', minKm),
    ...optional('maxKm', maxKm),
  };
}

/** What the kind cannot do without and no cell holds; a cell that could not be read was told already. */
function sayMissing(kind: RuleKind, row: SheetRow, parts: RuleParts, log: FindingLog): void {
  const called = { fr: kindWords[kind][0], en: kindWords[kind][1] };
  const blank = (field: KindColumn): boolean => needs(kind, field) && !cellOf(row, field);
  const { territoryIds, workshops } = parts;
  const least = ofSeveral.has(kind) ? 2 : needs(kind, 'territories') ? 1 : 0;
  if (!parts.missing && territoryIds.length < least)
    log.add('too-few-territories', { count: territoryIds.length }, row.place);
  if (kind === 'pair-imposed' && territoryIds.length > 2)
    log.add('pairing-of-several', { count: territoryIds.length }, cellOf(row, 'territories') ?? row.place);
  if (blank('workshop')) {
    if (kind === 'pinned') log.add('pinned-without-workshop', {}, row.place);
    else log.add('rule-part-missing', { kind: called, part: 'workshop' }, row.place);
  }
  if (kind === 'pinned' && workshops.length > 1) log.add('pinned-to-several', {}, cellOf(row, 'workshop'));
  for (const part of ['attribute', 'value'] as const) {
    if (blank(part)) log.add('rule-part-missing', { kind: called, part }, row.place);
  }
  if (blank('count') && parts.count === undefined) {
    log.add('rule-part-missing', { kind: called, part: 'count' }, row.place);
  }
  if (kind === 'spread' && !cellOf(row, 'minKm') && !cellOf(row, 'maxKm')) {
    log.add('rule-part-missing', { kind: called, part: 'km' }, row.place);
  }
}

const ofSeveral: ReadonlySet<RuleKind> = new Set(['together', 'apart', 'pair-imposed', 'pair-forbidden']);

/** The parts that the kind is made of; all those it needs are there. */
function ruleFrom(
  kind: RuleKind,
  stated: Pick<Rule, 'level' | 'weight' | 'reason' | 'askedBy'>,
  { territoryIds, workshops, attribute, value, count, share, minKm, maxKm }: RuleParts,
): ReadRule {
  const among = takes(kind, 'territories') ? optional('territoryIds', unlessEmpty(territoryIds)) : {};
  return {
    kind,
    ...stated,
    ...among,
    ...(kind === 'pinned' ? { workshop: workshops[0] } : takes(kind, 'workshop') ? { workshops } : {}),
    ...(takes(kind, 'attribute') && { attribute }),
    ...(takes(kind, 'value') && optional('value', value)),
    ...(takes(kind, 'count') && { count }),
    ...(takes(kind, 'share') && optional('share', share)),
    ...(kind === 'spread' && { ...optional('minKm', minKm), ...optional('maxKm', maxKm) }),
  } as ReadRule;
}

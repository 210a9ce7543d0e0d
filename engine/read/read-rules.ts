import type { Rule } from '../model/rule.js';
import { identifierOf } from './cells/read-codes.js';
import type { FindingLog, Place } from './findings/finding-log.js';
import type { TerritoryDirectory } from './names/territory-directory.js';
import { findRuleConflicts } from './rule-conflicts.js';
import { type ReadRule, readRule } from './rules/read-rule.js';
import { lackingDataOf, type ToldData, whyUnkeepable } from './rules/unkeepable-rules.js';
import { cellOf, type SheetRow } from './tables/sheets.js';

/** What the rest of the input says, for the rules to be read and judged by. */
export interface RulesContext extends ToldData {
  readonly directory: TerritoryDirectory;
  readonly nameOf: (territoryId: string) => string;
}

/**
 * Reads the rules; of rules that contradict each other the one that closes the circle is left out, and so is
 * a hard rule that nothing could keep.
 */
export function readRules(rows: readonly SheetRow[], context: RulesContext, log: FindingLog): Rule[] {
  const found = new Map<string, FoundRule>();
  for (const row of rows) {
    const errors = log.errorCount;
    const explicitId = identifierOf(cellOf(row, 'id'), log);
    const rule = readRule(row, { ...context, log });
    if (!rule || log.errorCount > errors) continue;
    const id = explicitId ?? idOf(rule);
    const earlier = found.get(id);
    if (!earlier)
      found.set(id, { rule: { id, ...rule }, place: row.place, explicitId: explicitId !== undefined });
    else if (explicitId !== undefined)
      log.add('duplicate-id', { id, firstRow: earlier.place.row }, row.place);
    else log.add('rule-twice', { firstRow: earlier.place.row }, row.place);
  }
  return withoutContradictions(withoutUnkeepable(found, context, log), context.nameOf, log);
}

interface FoundRule {
  readonly rule: Rule;
  readonly place: Place & { readonly row: number };
  readonly explicitId: boolean;
}
type FoundRules = ReadonlyMap<string, FoundRule>;

/** From what the rule says, so that it stays the same when rows are moved or added. */
function idOf({ kind, level, weight: _, reason: __, askedBy: ___, ...said }: ReadRule): string {
  const { territoryIds = [], ...terms } = said as { territoryIds?: string[] };
  const told = Object.entries(terms).flatMap(([name, value]) =>
    name === 'minKm' || name === 'maxKm' ? [`${name}=${value}`] : [String(value)],
  );
  return [kind, ...told, ...territoryIds, level].join('-');
}

/** A hard rule that nothing could keep is an error, a soft one a warning; one that lacks its data says so. */
function withoutUnkeepable(found: FoundRules, context: RulesContext, log: FindingLog): FoundRules {
  const kept = new Map<string, FoundRule>();
  for (const [id, each] of found) {
    const { rule, place } = each;
    const needs = lackingDataOf(rule, context);
    if (needs) log.add('rule-without-data', { needs }, place);
    const unkeepable = whyUnkeepable(rule, context);
    if (unkeepable) {
      const code = rule.level === 'hard' ? 'rule-cannot-hold' : 'soft-rule-cannot-hold';
      log.add(code, unkeepable, place);
    }
    if (!unkeepable || rule.level === 'soft') kept.set(id, each);
  }
  return kept;
}

function withoutContradictions(
  found: FoundRules,
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

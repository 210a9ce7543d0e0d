import { EngineError } from '../../engine-error.js';
import type { Change, ConflictRule, GroupingConflict } from '../../methods/grouping/conflicts/conflict.js';
import type { LocalText } from '../../model/local-text.js';
import type { WorkshopInput } from '../composed-workshops.js';
import { describeRelaxation, describeRules, unitsNamedBy } from './describe-conflict.js';
import type { WorkshopConflict } from './workshop-conflict.js';

/**
 * Throws a conflict found over sorted territories in terms of the territories as given, named by their ids.
 *
 * `sequence[k]` is the given index of sorted territory k.
 *
 * @throws EngineError `infeasible`, always
 */
export function refuseInfeasible(
  { conflict, relaxation }: GroupingConflict,
  source: RuleSource,
  sequence: readonly number[],
  {
    territoryIds,
    names = territoryIds,
    unit = 'territory',
  }: Pick<WorkshopInput, 'territoryIds' | 'names' | 'unit'>,
): never {
  const given = (k: number): number => sequence[k] ?? k;
  const restore = (rule: ConflictRule): ConflictRule => inGivenOrder(stated(rule, source), given);
  const rules = conflict.map(restore);
  const changes = relaxation.map((change): Change => {
    if (change.kind === 'drop-some') return { ...change, rules: change.rules.map(restore) };
    return change.kind === 'drop' || change.kind === 'limit'
      ? ({ ...change, rule: restore(change.rule) } as Change)
      : change;
  });
  const ruleIds = [
    ...new Set(rules.flatMap((rule) => (rule.kind === 'sizes' || !rule.ruleId ? [] : [rule.ruleId]))),
  ];
  const eased = changes.flatMap((change) => (change.kind === 'drop-some' ? change.rules : []));
  const territories = [...new Set([...rules, ...eased].flatMap(unitsNamedBy))].map((index) => {
    const id = territoryIds[index] ?? '';
    return { index, id, name: names[index] ?? id };
  });
  const value: WorkshopConflict = {
    ...(unit === 'seat' && { unit }),
    conflict: rules,
    relaxation: changes,
    ruleIds,
    territories,
  };
  throw new EngineError(
    'infeasible',
    describeRules(rules, territoryIds, 'en', unit) +
      (ruleIds.length > 0 ? ` (rules: ${ruleIds.join(', ')})` : ''),
    changes.length > 0
      ? `one of these would do: ${describeRelaxation(changes, territoryIds, 'en', unit)}`
      : 'give up one of these rules.',
    value,
  );
}

/** The organiser's rule that each entry of a list comes from, and what a count is of. */
export interface RuleSource {
  readonly ruleIdOf: {
    readonly together: readonly string[];
    readonly apart: readonly string[];
    readonly pinned: readonly string[];
    readonly allowed?: readonly string[];
    readonly quotas?: readonly string[];
    readonly varieties?: readonly string[];
  };
  readonly subjectOf?: {
    readonly quotas?: readonly (LocalText | undefined)[];
    readonly varieties?: readonly (LocalText | undefined)[];
  };
  readonly exceptOf?: readonly (readonly number[] | undefined)[];
  /** by quota: the share it stands for */
  readonly shareOf?: readonly (number | undefined)[];
}

function stated(rule: ConflictRule, source: RuleSource): ConflictRule {
  const { ruleIdOf, subjectOf = {}, exceptOf = [], shareOf = [] } = source;
  const { kind } = rule;
  if (kind === 'sizes') return rule;
  if (kind === 'quota' || kind === 'variety') {
    const list = kind === 'quota' ? 'quotas' : 'varieties';
    const subject = subjectOf[list]?.[rule.index];
    const share = kind === 'quota' ? shareOf[rule.index] : undefined;
    return {
      ...rule,
      ruleId: ruleIdOf[list]?.[rule.index] ?? '',
      ...(subject && { subject }),
      ...(share !== undefined && { share }),
    };
  }
  const except = kind === 'allowed' ? exceptOf[rule.index] : undefined;
  if (kind === 'allowed' && except) return { ...rule, ruleId: ruleIdOf.allowed?.[rule.index] ?? '', except };
  return { ...rule, ruleId: ruleIdOf[kind]?.[rule.index] ?? '' };
}

function inGivenOrder(rule: ConflictRule, given: (k: number) => number): ConflictRule {
  switch (rule.kind) {
    case 'sizes':
      return rule;
    case 'apart':
      return { ...rule, units: [given(rule.units[0]), given(rule.units[1])] };
    case 'pinned':
    case 'allowed':
      return { ...rule, unit: given(rule.unit) };
    case 'variety':
      return { ...rule, kinds: rule.kinds.map((units) => units.map(given)) };
    default:
      return { ...rule, units: rule.units.map(given) };
  }
}

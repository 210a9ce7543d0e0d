import type { ConflictRule, GroupingConflict } from '../methods/grouping/conflict.js';
import { EngineError } from '../model/engine-error.js';
import type { WorkshopInput } from './composed-workshops.js';
import { describeRelaxation, describeRules } from './describe-conflict.js';
import type { IndexedRules } from './index-rules.js';
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
  { ruleIdOf }: IndexedRules,
  sequence: readonly number[],
  {
    territoryIds,
    names = territoryIds,
    unit = 'territory',
  }: Pick<WorkshopInput, 'territoryIds' | 'names' | 'unit'>,
): never {
  const given = (k: number): number => sequence[k] ?? k;
  const restore = (rule: ConflictRule): ConflictRule => {
    if (rule.kind === 'sizes') return rule;
    const ruleId = ruleIdOf[rule.kind][rule.index] ?? '';
    if (rule.kind === 'together') return { ...rule, ruleId, units: rule.units.map(given) };
    if (rule.kind === 'apart')
      return { ...rule, ruleId, units: [given(rule.units[0]), given(rule.units[1])] };
    return { ...rule, ruleId, unit: given(rule.unit) };
  };
  const rules = conflict.map(restore);
  const changes = relaxation.map((change) =>
    change.kind === 'drop' ? { ...change, rule: restore(change.rule) } : change,
  );
  const ruleIds = [
    ...new Set(rules.flatMap((rule) => (rule.kind === 'sizes' || !rule.ruleId ? [] : [rule.ruleId]))),
  ];
  const territories = [...new Set(rules.flatMap(unitsOf))].map((index) => {
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

function unitsOf(rule: ConflictRule): readonly number[] {
  if (rule.kind === 'sizes') return [];
  return rule.kind === 'pinned' ? [rule.unit] : rule.units;
}

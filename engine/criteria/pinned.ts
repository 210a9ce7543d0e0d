import type { Criterion } from '../model/criterion.js';
import { flagsOf } from './placed-on.js';
import type { UnitRule } from './unit-rule.js';
import { defaultWeight } from './unit-rule.js';

/** These units are in this group. Penalty: those that are not. */
export function pinnedCriterion({
  ruleId,
  level,
  weight = defaultWeight,
  units,
  group,
}: UnitRule & { readonly group: number }): Criterion {
  const list = [...new Set(units)].sort((a, b) => a - b);
  const known = flagsOf(list);
  const away = (i: number, g: number): number => (known[i] === 1 && g !== group ? 1 : 0);
  const justify: Criterion['justify'] = (groupOf) =>
    list.flatMap((i) => (groupOf[i] === group ? [] : [{ units: [i], penalty: 1 }]));
  return {
    ruleId,
    level,
    weight,
    evaluate: (groupOf) => justify(groupOf).length,
    deltaOfMove: (groupOf, i, g) => away(i, g) - away(i, groupOf[i]!),
    deltaOfSwap: (groupOf, i, j) =>
      away(i, groupOf[j]!) - away(i, groupOf[i]!) + away(j, groupOf[i]!) - away(j, groupOf[j]!),
    justify,
  };
}

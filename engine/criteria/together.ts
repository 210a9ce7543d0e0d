import type { Criterion } from '../model/criterion.js';
import { pairsOf } from './pairs-of.js';
import { flagsOf, placedOn } from './placed-on.js';
import type { UnitRule } from './unit-rule.js';
import { defaultWeight } from './unit-rule.js';

/** These units share one group. Penalty: the pairs of them that do not; a unit placed nowhere is with nobody. */
export function togetherCriterion({ ruleId, level, weight = defaultWeight, units }: UnitRule): Criterion {
  const list = [...new Set(units)].sort((a, b) => a - b);
  const known = flagsOf(list);
  /** members of the rule, but for i and j, in group g */
  const mates = (groupOf: Int32Array, g: number, i: number, j: number): number =>
    g === -1 ? 0 : placedOn(groupOf, list, g, i, j);
  const separated = (groupOf: Int32Array, i: number, j: number): boolean =>
    groupOf[i] === -1 || groupOf[i] !== groupOf[j];
  const justify: Criterion['justify'] = (groupOf) =>
    list.flatMap((i, k) =>
      list.slice(k + 1).flatMap((j) => (separated(groupOf, i, j) ? [{ units: [i, j], penalty: 1 }] : [])),
    );
  return {
    ruleId,
    level,
    weight,
    pairs: pairsOf(list, -1),
    evaluate: (groupOf) => justify(groupOf).length,
    deltaOfMove: (groupOf, i, g) =>
      known[i] === 1 ? mates(groupOf, groupOf[i]!, i, i) - mates(groupOf, g, i, i) : 0,
    deltaOfSwap: (groupOf, i, j) => {
      // most exchanges are between two strangers to the rule
      if (known[i] === known[j]) return 0;
      const g = groupOf[i]!;
      const h = groupOf[j]!;
      const gained = mates(groupOf, h, i, j) - mates(groupOf, g, i, j);
      return (known[i] === 1 ? -gained : 0) + (known[j] === 1 ? gained : 0);
    },
    justify,
  };
}

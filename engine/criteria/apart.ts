import type { Criterion } from '../model/criterion.js';
import { pairsOf } from './pairs-of.js';
import { flagsOf, placedOn } from './placed-on.js';
import type { UnitRule } from './unit-rule.js';
import { defaultWeight } from './unit-rule.js';

/** No two of these units share a group. Penalty: the pairs of them that do. */
export function apartCriterion({ ruleId, level, weight = defaultWeight, units }: UnitRule): Criterion {
  const list = [...new Set(units)].sort((a, b) => a - b);
  const known = flagsOf(list);
  /** members of the rule, but for i and j, in group g */
  const met = (groupOf: Int32Array, g: number, i: number, j: number): number =>
    g === -1 ? 0 : placedOn(groupOf, list, g, i, j);
  const justify: Criterion['justify'] = (groupOf) =>
    list.flatMap((i, k) =>
      list
        .slice(k + 1)
        .flatMap((j) =>
          groupOf[i] !== -1 && groupOf[i] === groupOf[j] ? [{ units: [i, j], penalty: 1 }] : [],
        ),
    );
  return {
    ruleId,
    level,
    weight,
    pairs: pairsOf(list, 1),
    evaluate: (groupOf) => justify(groupOf).length,
    deltaOfMove: (groupOf, i, g) =>
      known[i] === 1 ? met(groupOf, g, i, i) - met(groupOf, groupOf[i]!, i, i) : 0,
    deltaOfSwap: (groupOf, i, j) => {
      // most exchanges are between two strangers to the rule
      if (known[i] === known[j]) return 0;
      const more = met(groupOf, groupOf[j]!, i, j) - met(groupOf, groupOf[i]!, i, j);
      return (known[i] === 1 ? more : 0) - (known[j] === 1 ? more : 0);
    },
    justify,
  };
}

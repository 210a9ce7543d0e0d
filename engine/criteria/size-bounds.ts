import type { Criterion } from '../model/criterion.js';
import { defaultWeight } from './unit-rule.js';

/** Groups keep their sizes. Penalty: units too many or too few, summed over groups. */
export function sizeBoundsCriterion({
  ruleId,
  level,
  weight = defaultWeight,
  groups,
}: {
  readonly ruleId: string;
  readonly level: 'hard' | 'soft';
  /** affinity given up for one unit too many or too few */
  readonly weight?: number | undefined;
  readonly groups: readonly { readonly min: number; readonly max: number }[];
}): Criterion {
  const excess = (g: number, size: number): number => {
    const { min, max } = groups[g]!;
    return Math.max(0, min - size, size - max);
  };
  const sizeOf = (groupOf: Int32Array, g: number): number =>
    groupOf.reduce((size, h) => size + Number(h === g), 0);
  const justify: Criterion['justify'] = (groupOf) =>
    groups.flatMap((_, g) => {
      const units = [...groupOf.keys()].filter((i) => groupOf[i] === g);
      const penalty = excess(g, units.length);
      return penalty > 0 ? [{ units, penalty }] : [];
    });
  return {
    ruleId,
    level,
    weight,
    evaluate: (groupOf) => justify(groupOf).reduce((sum, { penalty }) => sum + penalty, 0),
    deltaOfMove: (groupOf, i, g) => {
      const home = groupOf[i]!;
      if (home === g) return 0;
      let delta = 0;
      if (g !== -1) {
        const size = sizeOf(groupOf, g);
        delta += excess(g, size + 1) - excess(g, size);
      }
      if (home !== -1) {
        const size = sizeOf(groupOf, home);
        delta += excess(home, size - 1) - excess(home, size);
      }
      return delta;
    },
    // an exchange leaves every size as it was
    deltaOfSwap: () => 0,
    justify,
  };
}

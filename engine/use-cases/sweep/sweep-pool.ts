import type { MeasuredPoint } from '../../explain/sentences/sweep-reading.js';
import type { GatheredInput } from '../../ground/entry-input.js';
import { groupOfEach } from '../../numeric/group-members.js';
import type { Matrix } from '../../numeric/matrix.js';
import { indexRules } from '../../workshop/rules/index-rules.js';
import { workshopWeights } from '../../workshop/workshop-weights.js';

/** The workshops found for a setting, and what they were sought by. */
export interface PooledPoint {
  readonly setting: Omit<MeasuredPoint, 'measures'>;
  /** likeness after the décroisement of the setting */
  readonly affinity: Matrix;
  readonly spread: number;
  /** members of each */
  readonly workshops: readonly (readonly number[])[];
}

/**
 * For each setting, the best workshops by its own aim among those found for all: Σ over pairs of (w − c) − what soft rules
 * cost, c the mean weight of the pairs of its own workshops, so that larger workshops gain nothing. Its own in a tie.
 *
 * As all choose from one set, more weight on distance never brings workshops nearer when sizes are fixed.
 */
export function bestOfPool(
  found: readonly PooledPoint[],
  { territoryIds, distances, rules, units, facts }: GatheredInput,
): (readonly (readonly number[])[])[] {
  const sequence = [...territoryIds.keys()];
  const { criteria } = indexRules(rules, units, facts);
  const costs = found.map(({ workshops }) => {
    const groupOf = groupOfEach(workshops, territoryIds.length);
    return criteria.reduce((sum, { weight, evaluate }) => sum + weight * evaluate(groupOf), 0);
  });
  return found.map(({ affinity, spread, workshops: own }, k) => {
    const weights = workshopWeights(affinity, distances, spread, sequence);
    const { sum, pairs } = within(weights, own, territoryIds.length);
    const constant = pairs > 0 ? sum / pairs : 0;
    let best = own;
    let most = -(costs[k] ?? 0);
    for (const [other, { workshops }] of found.entries()) {
      if (other === k) continue;
      const there = within(weights, workshops, territoryIds.length);
      const aim = there.sum - constant * there.pairs - (costs[other] ?? 0);
      if (aim <= most + 1e-9) continue;
      most = aim;
      best = workshops;
    }
    return best;
  });
}

function within(
  weights: Float64Array,
  workshops: readonly (readonly number[])[],
  order: number,
): { sum: number; pairs: number } {
  let sum = 0;
  let pairs = 0;
  for (const members of workshops) {
    for (const [rank, i] of members.entries()) {
      for (const j of members.slice(rank + 1)) sum += weights[i * order + j] ?? 0;
    }
    pairs += (members.length * (members.length - 1)) / 2;
  }
  return { sum, pairs };
}

import type { Criterion, PlacePenalty } from '../../model/criterion.js';
import { type RuleTerms, termsOf } from './rule-terms.js';

/** What a unit costs in each group that is named, and in all others or placed nowhere. */
export interface PlaceCosts {
  readonly unit: number;
  readonly elsewhere: number;
  readonly at: readonly (readonly [group: number, cost: number])[];
}

/** A rule on where each unit is, whoever else is there. Penalty: the sum of what units cost where they are. */
export function placeCriterion(terms: RuleTerms, listed: readonly PlaceCosts[]): Criterion {
  const costsOf = new Map(
    [...listed]
      .sort((a, b) => a.unit - b.unit)
      .map(({ unit, elsewhere, at }) => [unit, { elsewhere, at: new Map(at) }]),
  );
  const costOf = (i: number, g: number): number => {
    const costs = costsOf.get(i);
    return costs ? (costs.at.get(g) ?? costs.elsewhere) : 0;
  };
  const justify: Criterion['justify'] = (groupOf) =>
    [...costsOf.keys()].flatMap((i) => {
      const penalty = costOf(i, groupOf[i] ?? -1);
      return penalty === 0 ? [] : [{ units: [i], penalty }];
    });
  return {
    ...termsOf(terms),
    places: [...costsOf].flatMap(([i, { elsewhere, at }]) =>
      [...at].map(([g, cost]): PlacePenalty => [i, g, cost - elsewhere]),
    ),
    evaluate: (groupOf) => justify(groupOf).reduce((sum, { penalty }) => sum + penalty, 0),
    deltaOfMove: (groupOf, i, g) => costOf(i, g) - costOf(i, groupOf[i] ?? -1),
    deltaOfSwap: (groupOf, i, j) => {
      const g = groupOf[i] ?? -1;
      const h = groupOf[j] ?? -1;
      return costOf(i, h) - costOf(i, g) + costOf(j, g) - costOf(j, h);
    },
    justify,
  };
}

import type { Criterion, PairPenalty } from '../../model/criterion.js';
import { type RuleTerms, termsOf } from './rule-terms.js';

/**
 * A rule on pairs: each pair with a penalty above zero costs it when its units share a group, each with one
 * below zero costs its amount when they do not. A unit placed nowhere is with nobody. A pair is given once.
 */
export function pairCriterion(terms: RuleTerms, listed: readonly PairPenalty[]): Criterion {
  const pairs = listed.filter(([, , penalty]) => penalty !== 0).sort(([i, j], [k, l]) => i - k || j - l);
  const partnersOf = partnerLists(pairs);
  /** Σ of penalties of unit i with its partners in group g, leaving out unit j */
  const sharing = (groupOf: Int32Array, i: number, g: number, j: number): number => {
    if (g === -1) return 0;
    let sum = 0;
    for (const [other, penalty] of partnersOf.get(i) ?? []) {
      if (groupOf[other] === g && other !== j) sum += penalty;
    }
    return sum;
  };
  const justify: Criterion['justify'] = (groupOf) =>
    pairs.flatMap(([i, j, penalty]) => {
      const share = groupOf[i] !== -1 && groupOf[i] === groupOf[j];
      return share === penalty > 0 ? [{ units: [i, j], penalty: Math.abs(penalty) }] : [];
    });
  return {
    ...termsOf(terms),
    pairs,
    evaluate: (groupOf) => justify(groupOf).reduce((sum, { penalty }) => sum + penalty, 0),
    deltaOfMove: (groupOf, i, g) => sharing(groupOf, i, g, i) - sharing(groupOf, i, groupOf[i] ?? -1, i),
    deltaOfSwap: (groupOf, i, j) => {
      const g = groupOf[i] ?? -1;
      const h = groupOf[j] ?? -1;
      if (g === h) return 0;
      return (
        sharing(groupOf, i, h, j) -
        sharing(groupOf, i, g, j) +
        sharing(groupOf, j, g, i) -
        sharing(groupOf, j, h, i)
      );
    },
    justify,
  };
}

function partnerLists(pairs: readonly PairPenalty[]): Map<number, [partner: number, penalty: number][]> {
  const lists = new Map<number, [number, number][]>();
  const enter = (i: number, j: number, penalty: number): void => {
    const list = lists.get(i);
    if (list) list.push([j, penalty]);
    else lists.set(i, [[j, penalty]]);
  };
  for (const [i, j, penalty] of pairs) {
    enter(i, j, penalty);
    enter(j, i, penalty);
  }
  return lists;
}

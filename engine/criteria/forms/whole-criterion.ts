import type { Criterion, Justification } from '../../model/criterion.js';
import { type RuleTerms, termsOf } from './rule-terms.js';

/** A rule on the grouping as a whole; `partsOf` states what it costs and who is behind it. */
export function wholeCriterion(
  terms: RuleTerms,
  partsOf: (groupOf: Int32Array) => readonly Justification[],
  tally: NonNullable<Criterion['tally']>,
): Criterion {
  const evaluate = (groupOf: Int32Array): number =>
    partsOf(groupOf).reduce((sum, { penalty }) => sum + penalty, 0);
  return {
    ...termsOf(terms),
    evaluate,
    deltaOfMove: (groupOf, i, g) => evaluate(groupOf.with(i, g)) - evaluate(groupOf),
    deltaOfSwap: (groupOf, i, j) =>
      evaluate(groupOf.with(i, groupOf[j] ?? -1).with(j, groupOf[i] ?? -1)) - evaluate(groupOf),
    tally,
    justify: partsOf,
  };
}

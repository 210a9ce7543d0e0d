import type { Criterion } from '../../model/criterion.js';

export interface FoldedCriteria {
  /** order × order: the weights given, less what sharing a group costs each pair */
  readonly weights: Float64Array;
  /** the criteria that weights cannot carry */
  readonly others: readonly Criterion[];
}

/** Takes into the weights every soft criterion that is a sum over pairs; the weights given are not touched. */
export function foldCriteria(
  order: number,
  weights: Float64Array,
  criteria: readonly Criterion[],
): FoldedCriteria {
  const pairwise = criteria.filter(({ level, pairs }) => level === 'soft' && pairs !== undefined);
  if (pairwise.length === 0) return { weights, others: criteria };
  const folded = weights.slice();
  for (const { weight, pairs = [] } of pairwise) {
    for (const [i, j, penalty] of pairs) {
      folded[i * order + j]! -= weight * penalty;
      folded[j * order + i]! -= weight * penalty;
    }
  }
  return { weights: folded, others: criteria.filter((criterion) => !pairwise.includes(criterion)) };
}

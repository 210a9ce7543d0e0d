import { EngineError } from '../../../engine-error.js';
import type { Criterion } from '../../../model/criterion.js';
import type { BlockRules } from '../problem/block-rules.js';

export interface FoldedCriteria {
  /** order × order: the weights given, less what sharing a group costs each pair */
  readonly weights: Float64Array;
  /** groupCount × blockCount, group-major: what a block gains by being in a group; null when no criterion says */
  readonly places: Float64Array | null;
  /** the criteria that neither carries */
  readonly others: readonly Criterion[];
}

/**
 * Takes into the weights every soft criterion that is a sum over pairs, and into the places every one that
 * is a sum over units; the weights given are not touched.
 *
 * @throws EngineError `bad-unit`, `bad-group`, `bad-weights` for what a criterion names or weighs amiss
 */
export function foldCriteria(
  rules: BlockRules,
  weights: Float64Array,
  criteria: readonly Criterion[],
): FoldedCriteria {
  const { order, blockCount, groupCount, blockOf } = rules;
  const soft = criteria.filter(({ level }) => level === 'soft');
  const pairwise = soft.filter(({ pairs }) => pairs !== undefined);
  const placewise = soft.filter(({ pairs, places }) => pairs === undefined && places !== undefined);
  const folded = pairwise.length > 0 ? weights.slice() : weights;
  for (const criterion of pairwise) {
    for (const [i, j, penalty] of criterion.pairs ?? []) {
      checkEntry(criterion, [i, j], order, 'unit');
      checkPenalty(criterion, penalty);
      folded[i * order + j]! -= criterion.weight * penalty;
      folded[j * order + i]! -= criterion.weight * penalty;
    }
  }
  const places = placewise.length > 0 ? new Float64Array(groupCount * blockCount) : null;
  for (const criterion of placewise) {
    for (const [i, g, penalty] of criterion.places ?? []) {
      checkEntry(criterion, [i], order, 'unit');
      checkEntry(criterion, [g], groupCount, 'group');
      checkPenalty(criterion, penalty);
      if (places) places[g * blockCount + blockOf[i]!]! -= criterion.weight * penalty;
    }
  }
  const carried = new Set([...pairwise, ...placewise]);
  return { weights: folded, places, others: criteria.filter((criterion) => !carried.has(criterion)) };
}

/** Refuses an index that would be read from, or written to, another place. */
export function checkEntry(
  { ruleId }: Criterion,
  indices: readonly number[],
  count: number,
  what: 'unit' | 'group',
): void {
  for (const index of indices) {
    if (Number.isInteger(index) && index >= 0 && index < count) continue;
    throw new EngineError(
      `bad-${what}`,
      `Criterion "${ruleId}" names ${what} ${index}, but ${what}s go from 0 to ${count - 1}.`,
      `${what}s are counted from 0, or the index was taken from another list.`,
      index,
    );
  }
}

function checkPenalty({ ruleId }: Criterion, penalty: number): void {
  if (Number.isFinite(penalty)) return;
  throw new EngineError(
    'bad-weights',
    `Criterion "${ruleId}" has a penalty of ${penalty}.`,
    'a missing value or a division by zero where the rule was made; every penalty must be a finite number.',
    penalty,
  );
}

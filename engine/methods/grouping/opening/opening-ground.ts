import { GroupPenalty } from '../penalties/group-penalty.js';
import { type BlockRules, blockRules } from '../problem/block-rules.js';
import { blockWeights } from '../problem/block-weights.js';
import type { OpeningProblem } from './opening-problem.js';

/**
 * An opening problem over blocks, the units that must stay together (most often one).
 *
 * Matrices are row-major: worth blockCount × topicCount, the others blockCount × blockCount with a zero diagonal.
 */
export interface OpeningGround {
  readonly problem: OpeningProblem;
  readonly rules: BlockRules;
  readonly blockCount: number;
  readonly topicCount: number;
  readonly size: Int32Array;
  /** Σ over the units of the block; 0: no place on the topic */
  readonly worth: Float64Array;
  readonly between: Float64Array;
  readonly bonus: Float64Array;
  /** Σ of weights, and of bonuses, over the pairs inside a block */
  readonly innerWeight: Float64Array;
  readonly innerBonus: Float64Array;
  /** 1 where two blocks must not share a group */
  readonly barred: Uint8Array;
  /** the blocks with a place on each topic, ascending */
  readonly candidates: readonly (readonly number[])[];
  readonly penalty: GroupPenalty;
}

/** Restates an opening problem on blocks; expects rules that do not contradict each other. */
export function openingGround(problem: OpeningProblem): OpeningGround {
  const { order, topicCount, together, apart, bonuses = [] } = problem;
  const rules = blockRules({ order, groups: [], together, apart });
  const { blockCount, blockOf } = rules;
  const worth = new Float64Array(blockCount * topicCount);
  for (let i = 0; i < order; i++) {
    for (let p = 0; p < topicCount; p++)
      worth[blockOf[i]! * topicCount + p]! += problem.worth[i * topicCount + p]!;
  }
  const innerWeight = new Float64Array(blockCount);
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      if (blockOf[i] === blockOf[j]) innerWeight[blockOf[i]!]! += problem.weights[i * order + j]!;
    }
  }
  const bonus = new Float64Array(blockCount * blockCount);
  const innerBonus = new Float64Array(blockCount);
  for (const [i, j, value] of bonuses) {
    const a = blockOf[i]!;
    const b = blockOf[j]!;
    if (a === b) innerBonus[a]! += value;
    else {
      bonus[a * blockCount + b]! += value;
      bonus[b * blockCount + a]! += value;
    }
  }
  const barred = new Uint8Array(blockCount * blockCount);
  for (let b = 0; b < blockCount; b++) {
    for (let at = rules.apartStart[b]!; at < rules.apartStart[b + 1]!; at++) {
      barred[b * blockCount + rules.apartBlocks[at]!] = 1;
    }
  }
  const largest = problem.bounds.max;
  const worths = problem.worth.reduce((sum, w) => sum + w, 0);
  const heaviest = problem.weights.reduce((most, w) => Math.max(most, w), 0);
  const liked = bonuses.reduce((sum, [, , value]) => sum + Math.abs(value), 0);
  // more than all that can be gained anywhere
  const hardWeight =
    1 + worths + order * (problem.coverage + problem.perUnit * heaviest) + problem.perUnit * liked;
  return {
    problem,
    rules,
    blockCount,
    topicCount,
    size: rules.blockSize,
    worth,
    between: blockWeights(problem.weights, rules).between,
    bonus,
    innerWeight,
    innerBonus,
    barred,
    penalty: new GroupPenalty(problem.criteria ?? [], rules, hardWeight),
    candidates: Array.from({ length: topicCount }, (_, p) =>
      Array.from({ length: blockCount }, (_, b) => b).filter(
        (b) => worth[b * topicCount + p]! > 0 && rules.blockSize[b]! <= largest,
      ),
    ),
  };
}

import type { GroupingState } from './grouping-state.js';

/**
 * What the least costly change of a block costs, on average over the blocks: the scale of the bumps around a
 * local optimum, in the unit of the weights. Changes that break a hard criterion do not count.
 */
export function typicalLoss(state: GroupingState): number {
  const { blockCount } = state.rules;
  const step = Math.ceil(blockCount / sample);
  const losses: number[] = [];
  for (let a = 0; a < blockCount; a += step) {
    const loss = leastLoss(state, a);
    if (loss === Number.POSITIVE_INFINITY) continue;
    losses.push(loss);
  }
  // where a rule holds the lowest group far above all weights, the few that hang on it say nothing of the others
  const most = state.criteria.tiesGroups ? 1.5 * medianOf(losses) : Number.POSITIVE_INFINITY;
  const sum = losses.reduce((total, loss) => total + Math.min(loss, most), 0);
  if (sum > 0) return sum / losses.length;
  // nothing to lose anywhere, or no exchange allowed: the mean weight of a pair is a scale too
  return state.weights.total / Math.max(1, (blockCount * (blockCount - 1)) / 2);
}

/** Enough blocks for a mean within some percent. */
const sample = 200;

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function leastLoss(state: GroupingState, a: number): number {
  const { blockCount } = state.rules;
  const { tolerance } = state.weights;
  const { leastBreak } = state.criteria;
  let least = Number.POSITIVE_INFINITY;
  for (let b = 0; b < blockCount; b++) {
    if (!state.allowsSwap(a, b)) continue;
    const loss = -state.gainOfSwap(a, b);
    if (loss > tolerance && loss < least && loss < leastBreak) least = loss;
  }
  return least;
}

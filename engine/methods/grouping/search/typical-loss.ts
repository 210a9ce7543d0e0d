import type { GroupingState } from './grouping-state.js';

/**
 * What the least costly change of a block costs, on average over the blocks: the scale of the bumps around a
 * local optimum, in the unit of the weights. Changes that break a hard criterion do not count.
 */
export function typicalLoss(state: GroupingState): number {
  const { blockCount } = state.rules;
  const step = Math.ceil(blockCount / sample);
  let sum = 0;
  let counted = 0;
  for (let a = 0; a < blockCount; a += step) {
    const loss = leastLoss(state, a);
    if (loss === Number.POSITIVE_INFINITY) continue;
    sum += loss;
    counted++;
  }
  if (sum > 0) return sum / counted;
  // nothing to lose anywhere, or no exchange allowed: the mean weight of a pair is a scale too
  return state.weights.total / Math.max(1, (blockCount * (blockCount - 1)) / 2);
}

/** Enough blocks for a mean within some percent. */
const sample = 200;

function leastLoss(state: GroupingState, a: number): number {
  const { blockCount } = state.rules;
  const { tolerance } = state.weights;
  const { leastBreak } = state.criteria;
  let least = Number.POSITIVE_INFINITY;
  for (let b = 0; b < blockCount; b++) {
    if (b === a || !state.allowsSwap(a, b)) continue;
    const loss = -state.gainOfSwap(a, b);
    if (loss > tolerance && loss < least && loss < leastBreak) least = loss;
  }
  return least;
}

import type { Rng } from '../../../random/rng.js';
import type { GroupBounds } from '../problem/grouping-problem.js';
import type { Thresholds } from '../search/thresholds.js';
import type { SparseGroupingState } from './sparse-grouping-state.js';

/**
 * One sweep of annealing over a sparse grouping: each place, in turn, is offered the group of one of its
 * neighbours, drawn at random, by a move or by the best exchange with a member of that group; a loss is taken
 * as in `AnnealingSweep`. Bounds hold throughout. Returns the mean loss of the best offers that lost.
 */
export function sparseSweep(
  state: SparseGroupingState,
  groups: readonly GroupBounds[],
  strengths: Float64Array,
  temperature: number,
  rng: Rng,
  thresholds: Thresholds,
): number {
  const { graph, groupOf, size, own, first, next } = state;
  const { order, offsets, targets } = graph;
  const tolerance = 1e-10;
  let loss = 0;
  let losses = 0;
  for (let i = 0; i < order; i++) {
    const degree = offsets[i + 1]! - offsets[i]!;
    if (degree === 0) continue;
    const g = groupOf[i]!;
    const h = groupOf[targets[offsets[i]! + rng.integer(degree)]!]!;
    if (h === g) continue;
    const change = state.tie(i, h) - own[i]!;
    const movable = size[g]! > groups[g]!.min && size[h]! < groups[h]!.max;
    let best = movable ? change : Number.NEGATIVE_INFINITY;
    let partner = -1;
    for (let j = first[h]!; j !== -1; j = next[j]!) {
      // what j has outside its group is the most it can find in g
      if (change + strengths[j]! - 2 * own[j]! <= best) continue;
      const gain = change + state.tie(j, g) - own[j]! - 2 * state.between(i, j);
      if (gain <= best) continue;
      best = gain;
      partner = j;
    }
    if (best < -tolerance && best > Number.NEGATIVE_INFINITY) {
      loss -= best;
      losses++;
    }
    if (best <= tolerance - temperature * thresholds.next()) continue;
    state.move(i, h);
    if (partner !== -1) state.move(partner, g);
  }
  return losses > 0 ? loss / losses : 0;
}

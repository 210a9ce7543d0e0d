import type { Rng } from '../../random/rng.js';
import { shuffleFirst } from '../../random/shuffle.js';
import type { LeidenScratch } from './leiden-scratch.js';
import type { NullModel } from './null-model.js';
import type { WeightedGraph } from './weighted-graph.js';

/** Gains closer than this part of a node's strength are a tie: rounding must not send a node round in circles. */
const tie = 1e-12;

/**
 * Fast local moving (Traag, Waltman, van Eck 2019, 10.1038/s41598-019-41695-z, algorithm A.2): each node goes to
 * the community where it gains most, an empty one included; whoever has a neighbour that left it in another
 * community is visited again, until the queue is empty.
 *
 * @param level rows without self-loops and without weights of 0
 * @param nullModel placed as `scratch.membership` says; moved along with it
 * @returns the number of moves
 */
export function moveNodes(
  level: WeightedGraph,
  nullModel: NullModel,
  resolution: number,
  scratch: LeidenScratch,
  rng: Rng,
): number {
  const { order, offsets, targets, weights } = level;
  const { membership, sizes, queue, queued, empty, gains, touched } = scratch;
  let emptyCount = 0;
  sizes.fill(0, 0, order);
  for (let v = 0; v < order; v++) {
    const c = membership[v]!;
    sizes[c] = sizes[c]! + 1;
    queue[v] = v;
    queued[v] = 1;
  }
  for (let c = order - 1; c >= 0; c--) if (sizes[c] === 0) empty[emptyCount++] = c;
  shuffleFirst(queue, order, rng);

  let head = 0;
  let tail = 0;
  let pending = order;
  let moves = 0;
  while (pending > 0) {
    const v = queue[head]!;
    head = head + 1 === order ? 0 : head + 1;
    pending--;
    queued[v] = 0;
    const own = membership[v]!;
    const rowStart = offsets[v]!;
    const rowEnd = offsets[v + 1]!;

    let touchedCount = 0;
    let strength = 0;
    for (let at = rowStart; at < rowEnd; at++) {
      const c = membership[targets[at]!]!;
      const weight = weights[at]!;
      const before = gains[c]!;
      if (before === 0) touched[touchedCount++] = c;
      gains[c] = before + weight;
      strength += weight;
    }
    if (gains[own] === 0) touched[touchedCount++] = own;
    nullModel.subtractFromContenders(v, own, touched, touchedCount, resolution, gains);

    const stay = gains[own]!;
    let best = own;
    let bestGain = stay;
    for (let at = 0; at < touchedCount; at++) {
      const c = touched[at]!;
      const gain = gains[c]!;
      gains[c] = 0;
      if (gain > bestGain) {
        best = c;
        bestGain = gain;
      }
    }
    const margin = tie * strength;
    if (bestGain < -margin && sizes[own]! > 1) {
      best = empty[--emptyCount]!;
    } else if (best === own || bestGain - stay <= margin) continue;

    membership[v] = best;
    nullModel.move(v, own, best);
    sizes[own] = sizes[own]! - 1;
    sizes[best] = sizes[best]! + 1;
    if (sizes[own] === 0) empty[emptyCount++] = own;
    moves++;
    for (let at = rowStart; at < rowEnd; at++) {
      const neighbour = targets[at]!;
      if (queued[neighbour] === 1 || membership[neighbour] === best) continue;
      queued[neighbour] = 1;
      queue[tail] = neighbour;
      tail = tail + 1 === order ? 0 : tail + 1;
      pending++;
    }
  }
  return moves;
}

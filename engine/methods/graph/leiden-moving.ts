import type { Rng } from '../../random/rng.js';
import { shuffleFirst } from '../../random/shuffle.js';
import type { LeidenLevel } from './leiden-level.js';
import { type LeidenScratch, untied } from './leiden-scratch.js';
import type { NullModel } from './null-model.js';

/** Gains closer than this part of a node's strength are a tie: rounding must not send a node round in circles. */
const tie = 1e-12;

/**
 * Fast local moving (Traag, Waltman, van Eck 2019, 10.1038/s41598-019-41695-z, algorithm A.2): each node goes to
 * the community where it gains most, an empty one included; whoever has a neighbour that left it in another
 * community is visited again, until the queue is empty.
 *
 * The weight of each node inside its community is kept up in `scratch.inside`, so that a visit costs nothing where
 * staying gains at least the whole weight outside: no other community can offer more, as nulls expect nothing
 * negative.
 *
 * @param nullModel placed as `scratch.membership` says; moved along with it
 * @returns the number of moves
 */
export function moveNodes(
  level: LeidenLevel,
  nullModel: NullModel,
  resolution: number,
  scratch: LeidenScratch,
  rng: Rng,
): number {
  const { order, offsets, targets, weights, strength } = level;
  const { membership, sizes, queue, queued, empty, gains, touched, inside } = scratch;
  let emptyCount = countSizes(order, scratch);
  fillInside(level, scratch);
  for (let v = 0; v < order; v++) queue[v] = v;
  shuffleFirst(queue, order, rng);
  queued.fill(1, 0, order);

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
    const whole = strength[v]!;

    gains[own] = inside[v]!;
    touched[0] = own;
    nullModel.subtractExpected(v, own, touched, 1, resolution, gains);
    const stay = gains[own]!;
    if (stay >= whole - inside[v]!) {
      gains[own] = 0;
      continue;
    }

    const rowStart = offsets[v]!;
    const rowEnd = offsets[v + 1]!;
    let touchedCount = 0;
    gains[own] = untied;
    for (let at = rowStart; at < rowEnd; at++) {
      const c = membership[targets[at]!]!;
      const before = gains[c]!;
      if (before === 0) touched[touchedCount++] = c;
      gains[c] = before + weights[at]!;
    }
    gains[own] = 0;
    nullModel.subtractFromContenders(v, touched, touchedCount, resolution, gains, stay);
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
    const margin = tie * whole;
    if (bestGain < -margin && sizes[own]! > 1) {
      best = empty[--emptyCount]!;
    } else if (best === own || bestGain - stay <= margin) continue;

    membership[v] = best;
    nullModel.move(v, own, best);
    sizes[own] = sizes[own]! - 1;
    sizes[best] = sizes[best]! + 1;
    if (sizes[own] === 0) empty[emptyCount++] = own;
    moves++;
    let joined = 0;
    for (let at = rowStart; at < rowEnd; at++) {
      const neighbour = targets[at]!;
      const c = membership[neighbour]!;
      if (c === best) {
        joined += weights[at]!;
        inside[neighbour] = inside[neighbour]! + weights[at]!;
        continue;
      }
      if (c === own) inside[neighbour] = inside[neighbour]! - weights[at]!;
      if (queued[neighbour] === 1) continue;
      queued[neighbour] = 1;
      queue[tail] = neighbour;
      tail = tail + 1 === order ? 0 : tail + 1;
      pending++;
    }
    inside[v] = joined;
  }
  return moves;
}

/** Nodes of each community; returns how many labels are without one, listed in `scratch.empty`. */
function countSizes(order: number, { membership, sizes, empty }: LeidenScratch): number {
  sizes.fill(0, 0, order);
  for (let v = 0; v < order; v++) {
    const c = membership[v]!;
    sizes[c] = sizes[c]! + 1;
  }
  let emptyCount = 0;
  for (let c = order - 1; c >= 0; c--) if (sizes[c] === 0) empty[emptyCount++] = c;
  return emptyCount;
}

function fillInside(
  { order, offsets, targets, weights }: LeidenLevel,
  { membership, sizes, inside }: LeidenScratch,
): void {
  for (let v = 0; v < order; v++) {
    const own = membership[v]!;
    let sum = 0;
    if (sizes[own]! > 1) {
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        if (membership[targets[at]!] === own) sum += weights[at]!;
      }
    }
    inside[v] = sum;
  }
}

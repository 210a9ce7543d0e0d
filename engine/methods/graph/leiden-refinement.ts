import type { Rng } from '../../random/rng.js';
import type { LeidenLevel } from './leiden-level.js';
import type { LeidenScratch } from './leiden-scratch.js';
import type { NullModel } from './null-model.js';
import { drawVisitingOrder } from './visiting-order.js';

/** exp(−22) is about the least that a draw of 32 bits tells from nothing */
const negligible = -22;

/**
 * Refinement (Traag, Waltman, van Eck 2019, algorithm A.2): starts again from single nodes and merges them inside
 * their communities only, each into a refined community drawn with probability ∝ exp(gain / θ) among those that
 * lose nothing and are themselves well connected to the rest of their community.
 *
 * Leaves the refined communities in `scratch.refined`, numbered 0..count−1 by smallest member. Each is connected,
 * as a node joins only where it has an edge.
 *
 * Well connected means a surplus ≥ 0: X(C) = weight − γ × expected weight between C and the rest of its community.
 * When v joins C, X(C ∪ v) = X(C) + X(v) − 2 gain(v, C), so the null model is asked for nothing more.
 *
 * @param nullModel placed as `scratch.membership` says; afterwards as the merges made it
 * @param scratch its `inside` weighed, its `sizes` counted
 * @param theta in units of the weights
 * @returns the number of refined communities
 */
export function refine(
  level: LeidenLevel,
  nullModel: NullModel,
  resolution: number,
  theta: number,
  scratch: LeidenScratch,
  rng: Rng,
): number {
  const { order } = level;
  const { membership, sizes, refinedSizes, nodes, surplus } = scratch;
  fillSurplus(order, nullModel, resolution, scratch);
  scatterRefined(order, scratch);
  nullModel.scatter();
  drawVisitingOrder(nodes, order, rng);
  for (let at = 0; at < order; at++) {
    const v = nodes[at]!;
    if (sizes[membership[v]!] === 1 || refinedSizes[v] !== 1 || surplus[v]! < 0) continue;
    merge(v, level, nullModel, resolution, theta, scratch, rng);
  }
  return numberRefined(order, scratch);
}

/** Lets a node that is still alone join a refined community, or stay. */
function merge(
  v: number,
  level: LeidenLevel,
  nullModel: NullModel,
  resolution: number,
  theta: number,
  scratch: LeidenScratch,
  rng: Rng,
): void {
  const { offsets, targets, weights } = level;
  const { membership, refined, refinedSizes, gains, touched, surplus } = scratch;
  const community = membership[v]!;
  const rowEnd = offsets[v + 1]!;
  let touchedCount = 0;
  for (let at = offsets[v]!; at < rowEnd; at++) {
    const neighbour = targets[at]!;
    const inner = +(membership[neighbour] === community);
    const c = refined[neighbour]!;
    const before = gains[c]!;
    touched[touchedCount] = c;
    touchedCount = (touchedCount + (inner & +(before === 0))) | 0;
    gains[c] = before + inner * weights[at]!;
  }
  if (touchedCount === 0) return;
  if (nullModel.subtractFromLikely) {
    const open = wellConnectedFirst(touchedCount, scratch);
    nullModel.subtractFromLikely(v, touched, open, resolution, gains, -negligible * theta);
  } else nullModel.subtractExpected(v, v, touched, touchedCount, resolution, gains);
  const joined = drawCommunity(touchedCount, theta, scratch, rng);
  if (joined >= 0) {
    surplus[joined] = surplus[joined]! + surplus[v]! - 2 * gains[joined]!;
    refined[v] = joined;
    refinedSizes[v] = 0;
    refinedSizes[joined] = refinedSizes[joined]! + 1;
    nullModel.move(v, v, joined);
  }
  for (let at = 0; at < touchedCount; at++) gains[touched[at]!] = 0;
}

/** Brings the touched communities that may be joined to the front; returns how many. */
function wellConnectedFirst(touchedCount: number, { touched, surplus }: LeidenScratch): number {
  let open = 0;
  for (let at = 0; at < touchedCount; at++) {
    const c = touched[at]!;
    if (surplus[c]! < 0) continue;
    touched[at] = touched[open]!;
    touched[open++] = c;
  }
  return open;
}

function scatterRefined(order: number, { refined, refinedSizes }: LeidenScratch): void {
  for (let v = 0; v < order; v++) {
    refined[v] = v;
    refinedSizes[v] = 1;
  }
}

/** X of every node by itself: its weight to the rest of its community beyond what is expected. */
function fillSurplus(order: number, nullModel: NullModel, resolution: number, scratch: LeidenScratch): void {
  const { membership, inside, gains, touched, surplus } = scratch;
  for (let v = 0; v < order; v++) {
    const own = membership[v]!;
    gains[own] = inside[v]!;
    touched[0] = own;
    nullModel.subtractExpected(v, own, touched, 1, resolution, gains);
    surplus[v] = gains[own]!;
    gains[own] = 0;
  }
}

/** One of the touched communities, or −1 to stay alone, which gains 0. */
function drawCommunity(touchedCount: number, theta: number, scratch: LeidenScratch, rng: Rng): number {
  const { gains, touched, surplus, chances } = scratch;
  let best = -1;
  let bestGain = 0;
  for (let at = 0; at < touchedCount; at++) {
    const c = touched[at]!;
    if (gains[c]! >= bestGain && surplus[c]! >= 0) {
      best = c;
      bestGain = gains[c]!;
    }
  }
  if (best < 0) return -1;
  const floor = Math.max(0, bestGain + negligible * theta);
  const alone = floor === 0 ? Math.exp(-bestGain / theta) : 0;
  let total = alone;
  let open = 0;
  for (let at = 0; at < touchedCount; at++) {
    const c = touched[at]!;
    const gain = gains[c]!;
    if (gain < floor || surplus[c]! < 0) continue;
    total += gain === bestGain ? 1 : Math.exp((gain - bestGain) / theta);
    chances[open] = total;
    touched[at] = touched[open]!;
    touched[open++] = c;
  }
  if (open === 1 && alone === 0) return best;
  const drawn = rng.next() * total;
  if (drawn < alone) return -1;
  for (let at = 0; at < open; at++) if (drawn < chances[at]!) return touched[at]!;
  return best;
}

function numberRefined(order: number, scratch: LeidenScratch): number {
  const { refined, relabel } = scratch;
  relabel.fill(order, 0, order);
  let count = 0;
  for (let v = 0; v < order; v++) {
    const c = refined[v]!;
    if (relabel[c] === order) relabel[c] = count++;
    refined[v] = relabel[c]!;
  }
  return count;
}

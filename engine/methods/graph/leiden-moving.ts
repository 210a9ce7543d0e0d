import type { Rng } from '../../random/rng.js';
import type { LeidenLevel } from './leiden-level.js';
import { type LeidenScratch, untied } from './leiden-scratch.js';
import type { NullModel } from './null-model.js';
import { drawVisitingOrder } from './visiting-order.js';

/** Gains closer than this part of a node's strength are a tie: rounding must not send a node round in circles. */
const tie = 1e-12;

/** so many labels are near in memory however they are spread */
const nearBy = 8192;

/** stands for a community without anybody */
const alone = -1;

/**
 * Fast local moving (Traag, Waltman, van Eck 2019, 10.1038/s41598-019-41695-z, algorithm A.2): each node goes to
 * the community where it gains most, an empty one included; whoever has a neighbour that left it in another
 * community is visited again, until nobody is restless. Sweeps in one order stand for the queue of the paper: nodes
 * that are near in memory stay near in time, and who is told of a move is not put anywhere.
 *
 * Each node has a slack: by how much staying beats the next best at its last visit, less the weight to neighbours
 * that have moved since (twice if they left its own community, as then both sides change; more, if they came to it).
 * What the moves change in what is expected is left out, as algorithm A.2 leaves it out for whoever is not a
 * neighbour. While the slack is ≥ 0 the neighbours' moves cannot have changed the node's mind, so it is not visited.
 * Before the first visit the slack is that against a community which had all the weight outside: nobody can offer
 * more, as nulls expect nothing negative.
 *
 * @param nullModel placed as `scratch.membership` says; moved along with it
 * @param scratch its `inside` weighed, unless everybody is alone
 * @returns the number of moves
 */
export function moveNodes(
  level: LeidenLevel,
  nullModel: NullModel,
  resolution: number,
  scratch: LeidenScratch,
  rng: Rng,
): number {
  const { order } = level;
  const { membership, sizes, empty, nodes, slack } = scratch;
  countSizes(order, scratch);
  let emptyCount = listEmpty(order, scratch);
  let moves = 0;
  drawVisitingOrder(nodes, order, rng);
  if (emptyCount > 0) {
    settle(level, nullModel, resolution, scratch);
  } else {
    moves = pairUp(level, nullModel, resolution, scratch);
    if (moves === 0) return 0;
    emptyCount = moves;
    slack.fill(Number.NEGATIVE_INFINITY, 0, order);
  }
  let labels = order;
  for (let calm = false; !calm; ) {
    calm = true;
    if (labels > nearBy && 2 * (order - emptyCount) <= labels) {
      labels = order - emptyCount;
      closeRanks(order, nullModel, scratch);
      emptyCount = listEmpty(order, scratch);
    }
    for (let at = 0; at < order; at++) {
      const v = nodes[at]!;
      if (slack[v]! >= 0) continue;
      calm = false;
      const own = membership[v]!;
      let best = bestCommunity(v, own, level, nullModel, resolution, scratch);
      if (best === own) continue;
      if (best === alone) best = empty[--emptyCount]!;
      sizes[own] = sizes[own]! - 1;
      sizes[best] = sizes[best]! + 1;
      if (sizes[own] === 0) empty[emptyCount++] = own;
      nullModel.move(v, own, best);
      membership[v] = best;
      tellNeighbours(v, own, best, level, scratch);
      moves++;
    }
  }
  return moves;
}

/**
 * The first visits where everybody is alone: who has not been joined goes where it gains most. Nobody is told, as
 * everybody is visited again: most would have to be anyway. Returns the number of moves; as many labels are free then.
 */
function pairUp(
  level: LeidenLevel,
  nullModel: NullModel,
  resolution: number,
  scratch: LeidenScratch,
): number {
  const { membership, sizes, empty, nodes } = scratch;
  let moves = 0;
  for (let at = 0; at < level.order; at++) {
    const v = nodes[at]!;
    const own = membership[v]!;
    if (sizes[own]! > 1) continue;
    const best = bestCommunity(v, own, level, nullModel, resolution, scratch);
    if (best === own) continue;
    sizes[own] = 0;
    sizes[best] = sizes[best]! + 1;
    empty[moves++] = own;
    nullModel.move(v, own, best);
    membership[v] = best;
  }
  return moves;
}

/** Gives the communities the labels 0, 1, 2…, so that what is kept of those that are left lies close together. */
function closeRanks(order: number, nullModel: NullModel, scratch: LeidenScratch): void {
  const { membership, relabel } = scratch;
  relabel.fill(order, 0, order);
  let count = 0;
  for (let v = 0; v < order; v++) {
    const c = membership[v]!;
    if (relabel[c] === order) relabel[c] = count++;
    membership[v] = relabel[c]!;
  }
  countSizes(order, scratch);
  nullModel.place(membership);
}

/** The slack of each node before any visit, as if one community had all the weight outside. */
function settle(level: LeidenLevel, nullModel: NullModel, resolution: number, scratch: LeidenScratch): void {
  const { order, strength } = level;
  const { membership, sizes, gains, touched, inside, slack } = scratch;
  for (let v = 0; v < order; v++) {
    const own = membership[v]!;
    let stay = 0;
    if (sizes[own]! > 1) {
      gains[own] = inside[v]!;
      touched[0] = own;
      nullModel.subtractExpected(v, own, touched, 1, resolution, gains);
      stay = gains[own]!;
      gains[own] = 0;
    }
    slack[v] = stay - (strength[v]! - inside[v]!);
  }
}

/**
 * Where the node gains most: its own community in a tie, `alone` if it loses everywhere.
 *
 * Visits are functions of their own, not one long loop, so that they are compiled for good after a few calls
 * (a loop that is compiled while it runs is thrown away at its end, and again in every call).
 */
function bestCommunity(
  v: number,
  own: number,
  level: LeidenLevel,
  nullModel: NullModel,
  resolution: number,
  scratch: LeidenScratch,
): number {
  const { offsets, targets, weights } = level;
  const { membership, sizes, gains, touched, slack } = scratch;
  const rowEnd = offsets[v + 1]!;
  let touchedCount = 0;
  gains[own] = untied;
  for (let at = offsets[v]!; at < rowEnd; at++) {
    const c = membership[targets[at]!]!;
    const before = gains[c]!;
    touched[touchedCount] = c;
    // no branch: whether a community is new would be guessed wrong too often
    touchedCount = (touchedCount + +(before === 0)) | 0;
    gains[c] = before + weights[at]!;
  }
  touched[touchedCount] = own;
  const settled = sizes[own]! > 1;
  const rivals = settled ? touchedCount + 1 : touchedCount;
  if (nullModel.subtractFromContenders)
    nullModel.subtractFromContenders(v, own, touched, rivals, resolution, gains);
  else nullModel.subtractExpected(v, own, touched, rivals, resolution, gains);
  const stay = settled ? gains[own]! : 0;
  gains[own] = 0;
  let best = own;
  let bestGain = stay;
  let second = 0;
  for (let at = 0; at < touchedCount; at++) {
    const c = touched[at]!;
    const gain = gains[c]!;
    gains[c] = 0;
    if (gain > second) {
      if (gain > bestGain) {
        second = bestGain;
        best = c;
        bestGain = gain;
      } else second = gain;
    }
  }
  if (second < 0) second = 0;
  slack[v] = bestGain > second ? bestGain - second : 0;
  const margin = tie * level.strength[v]!;
  if (bestGain < -margin && settled) return alone;
  return bestGain - stay > margin ? best : own;
}

/** After a move: the neighbours' slack follows. Without a branch. */
function tellNeighbours(
  v: number,
  from: number,
  to: number,
  { offsets, targets, weights }: LeidenLevel,
  { membership, slack }: LeidenScratch,
): void {
  const rowEnd = offsets[v + 1]!;
  for (let at = offsets[v]!; at < rowEnd; at++) {
    const neighbour = targets[at]!;
    const c = membership[neighbour]!;
    slack[neighbour] = slack[neighbour]! - weights[at]! * (1 + +(c === from) - 2 * +(c === to));
  }
}

/** Number of nodes in each community, into `scratch.sizes`. */
export function countSizes(order: number, { membership, sizes }: LeidenScratch): void {
  sizes.fill(0, 0, order);
  for (let v = 0; v < order; v++) {
    const c = membership[v]!;
    sizes[c] = sizes[c]! + 1;
  }
}

/** Lists the labels without a node; returns how many. */
function listEmpty(order: number, { sizes, empty }: LeidenScratch): number {
  let emptyCount = 0;
  for (let c = order - 1; c >= 0; c--) if (sizes[c] === 0) empty[emptyCount++] = c;
  return emptyCount;
}

/** Weight between each node and the others of its community, into `scratch.inside`; without a branch, as above. */
export function weighInside(
  { order, offsets, targets, weights }: LeidenLevel,
  { membership, inside }: LeidenScratch,
): void {
  for (let v = 0; v < order; v++) {
    const own = membership[v]!;
    const rowEnd = offsets[v + 1]!;
    let sum = 0;
    for (let at = offsets[v]!; at < rowEnd; at++) sum += weights[at]! * +(membership[targets[at]!] === own);
    inside[v] = sum;
  }
}

import type { Rng } from '../../random/rng.js';
import type { LeidenLevel } from './leiden-level.js';
import { listInRuns } from './node-queue.js';
import type { ProductSizes } from './null-model.js';

/** as in `moveNodes`: gains this close are a tie, a label for nobody, a weight that is only a mark */
const tie = 1e-12;
const alone = -1;
const untied = 1e-300;

/** What a run of first moves works on; laid out once for a graph, overwritten by each run. */
interface FirstMoves {
  readonly order: number;
  /** rows of the graph, each filled up to a multiple of four with entries of weight 0 to the place itself */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** sizes of the places in the null model */
  readonly sizes: Float64Array;
  /** the same, times resolution and scale */
  readonly factors: Float64Array;
  /** sum of the weights in each row */
  readonly strength: Float64Array;
  /** community of each place, in small integers as V8 likes them best */
  readonly membership: Int32Array;
  /** the same, to be handed out */
  readonly moved: Uint32Array;
  /** sum of the sizes in each community; one more, infinite, that nobody gains by joining */
  readonly sums: Float64Array;
  /** number of places in each community */
  readonly members: Int32Array;
  /** weight between the place visited and each community; all 0 between visits */
  readonly gains: Float64Array;
  /** the communities that have some */
  readonly touched: Int32Array;
  /** labels without a place, a stack */
  readonly empty: Int32Array;
  /** places to visit, first in, first out, and how much each can lose before it is one of them: see `NodeQueue` */
  readonly ring: Int32Array;
  readonly slack: Float64Array;
  head: number;
  tail: number;
  waiting: number;
}

/**
 * The first local moves of many runs of Leiden on one graph: each call starts with every place alone, moves as
 * `moveNodes` does, with the same draws to the same communities, and returns them (a view, overwritten by the next).
 *
 * Where a consensus makes a thousand runs, this is nearly all of them. It is written out for a null that is a product
 * and for rows of fours: V8 looks up an array's type, length and place at each access, but once for four in a row.
 */
export function firstMoves(
  level: LeidenLevel,
  product: ProductSizes,
  resolution: number,
): (rng: Rng) => Uint32Array {
  const { order, strength } = level;
  const { sizes, scale } = product;
  const { offsets, targets, weights } = rowsOfFours(level);
  // not spread: V8 would forget what kind of array each field is, at a third of the speed of the loops
  const state: FirstMoves = {
    order,
    offsets,
    targets,
    weights,
    strength,
    sizes,
    factors: sizes.map((size) => resolution * scale * size),
    membership: new Int32Array(order),
    moved: new Uint32Array(order),
    sums: new Float64Array(order + 1).fill(Number.POSITIVE_INFINITY),
    members: new Int32Array(order),
    gains: new Float64Array(order + 1),
    touched: new Int32Array(order + 2),
    empty: new Int32Array(order),
    ring: new Int32Array(order),
    slack: new Float64Array(order),
    head: 0,
    tail: 0,
    waiting: 0,
  };
  return (rng) => {
    scatter(state);
    listInRuns(state.ring, order, rng);
    moveAll(state);
    state.moved.set(state.membership);
    return state.moved;
  };
}

function moveAll(state: FirstMoves): void {
  const { order, membership, sums, sizes, members, empty, ring } = state;
  let emptyCount = 0;
  while (state.waiting > 0) {
    const v = ring[state.head]!;
    state.head = state.head + 1 === order ? 0 : state.head + 1;
    state.waiting--;
    const own = membership[v]!;
    let best = bestCommunity(v, own, state);
    if (best === own) continue;
    if (best === alone) best = empty[--emptyCount]!;
    members[own] = members[own]! - 1;
    members[best] = members[best]! + 1;
    if (members[own] === 0) empty[emptyCount++] = own;
    const size = sizes[v]!;
    sums[own] = sums[own]! - size;
    sums[best] = sums[best]! + size;
    membership[v] = best;
    tellNeighbours(v, own, best, state);
  }
}

/** Where the place gains most, as `bestCommunity` of the moves of any level. */
function bestCommunity(v: number, own: number, state: FirstMoves): number {
  const { gains, touched, sums, members, order } = state;
  const touchedCount = weighTies(v, own, state);
  const factor = state.factors[v]!;
  const shared = members[own]! > 1;
  const stay = shared ? gains[own]! - factor * (sums[own]! - state.sizes[v]!) : 0;
  gains[own] = 0;
  let best = own;
  let bestGain = stay;
  let second = 0;
  // fills the last pair up
  touched[touchedCount] = order;
  for (let at = 0; at < touchedCount; at += 2) {
    const c = touched[at]!;
    const d = touched[at + 1]!;
    const gainC = gains[c]! - factor * sums[c]!;
    const gainD = gains[d]! - factor * sums[d]!;
    gains[c] = 0;
    gains[d] = 0;
    if (gainC > second) {
      if (gainC > bestGain) {
        second = bestGain;
        best = c;
        bestGain = gainC;
      } else second = gainC;
    }
    if (gainD > second) {
      if (gainD > bestGain) {
        second = bestGain;
        best = d;
        bestGain = gainD;
      } else second = gainD;
    }
  }
  if (second < 0) second = 0;
  state.slack[v] = bestGain > second ? bestGain - second : 0;
  const margin = tie * state.strength[v]!;
  if (bestGain < -margin && shared) return alone;
  return bestGain - stay > margin ? best : own;
}

/** Adds up the weight to each community around into `gains`; lists all but the own one and returns how many. */
function weighTies(v: number, own: number, state: FirstMoves): number {
  const { offsets, targets, weights, membership, gains, touched } = state;
  const rowEnd = offsets[v + 1]!;
  let count = 0;
  gains[own] = untied;
  for (let at = offsets[v]!; at < rowEnd; at = (at + 4) | 0) {
    const a = membership[targets[at]!]!;
    const b = membership[targets[at + 1]!]!;
    const c = membership[targets[at + 2]!]!;
    const d = membership[targets[at + 3]!]!;
    const beforeA = gains[a]!;
    touched[count] = a;
    count = (count + +(beforeA === 0)) | 0;
    gains[a] = beforeA + weights[at]!;
    const beforeB = gains[b]!;
    touched[count] = b;
    count = (count + +(beforeB === 0)) | 0;
    gains[b] = beforeB + weights[at + 1]!;
    const beforeC = gains[c]!;
    touched[count] = c;
    count = (count + +(beforeC === 0)) | 0;
    gains[c] = beforeC + weights[at + 2]!;
    const beforeD = gains[d]!;
    touched[count] = d;
    count = (count + +(beforeD === 0)) | 0;
    gains[d] = beforeD + weights[at + 3]!;
  }
  return count;
}

/** After a move: the neighbours' slack follows, and those that have none left are to be visited. */
function tellNeighbours(v: number, from: number, to: number, state: FirstMoves): void {
  const { offsets, targets, weights, membership, slack } = state;
  const rowEnd = offsets[v + 1]!;
  for (let at = offsets[v]!; at < rowEnd; at = (at + 4) | 0) {
    const i = targets[at]!;
    const j = targets[at + 1]!;
    const k = targets[at + 2]!;
    const l = targets[at + 3]!;
    const a = membership[i]!;
    const b = membership[j]!;
    const c = membership[k]!;
    const d = membership[l]!;
    const beforeI = slack[i]!;
    const beforeJ = slack[j]!;
    const beforeK = slack[k]!;
    const beforeL = slack[l]!;
    const leftI = beforeI - weights[at]! * (1 + +(a === from) - 2 * +(a === to));
    const leftJ = beforeJ - weights[at + 1]! * (1 + +(b === from) - 2 * +(b === to));
    const leftK = beforeK - weights[at + 2]! * (1 + +(c === from) - 2 * +(c === to));
    const leftL = beforeL - weights[at + 3]! * (1 + +(d === from) - 2 * +(d === to));
    slack[i] = leftI;
    slack[j] = leftJ;
    slack[k] = leftK;
    slack[l] = leftL;
    if (leftI < 0 && beforeI >= 0) wait(i, state);
    if (leftJ < 0 && beforeJ >= 0) wait(j, state);
    if (leftK < 0 && beforeK >= 0) wait(k, state);
    if (leftL < 0 && beforeL >= 0) wait(l, state);
  }
}

function wait(v: number, state: FirstMoves): void {
  state.slack[v] = Number.NEGATIVE_INFINITY;
  state.ring[state.tail] = v;
  state.tail = state.tail + 1 === state.order ? 0 : state.tail + 1;
  state.waiting++;
}

/** Every place alone, and to be visited. */
function scatter(state: FirstMoves): void {
  const { order, membership, members, sums, sizes, slack } = state;
  for (let v = 0; v < order; v++) {
    membership[v] = v;
    members[v] = 1;
    sums[v] = sizes[v]!;
    slack[v] = Number.NEGATIVE_INFINITY;
  }
  state.head = 0;
  state.tail = 0;
  state.waiting = order;
}

function rowsOfFours({ order, offsets, targets, weights }: LeidenLevel) {
  const padded = {
    offsets: new Int32Array(order + 1),
    targets: new Int32Array(targets.length + 3 * order),
    weights: new Float64Array(targets.length + 3 * order),
  };
  let filled = 0;
  for (let v = 0; v < order; v++) {
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      padded.targets[filled] = targets[at]!;
      padded.weights[filled++] = weights[at]!;
    }
    while (filled % 4 !== 0) padded.targets[filled++] = v;
    padded.offsets[v + 1] = filled;
  }
  return padded;
}

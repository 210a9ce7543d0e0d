import type { WeightedGraph } from './weighted-graph.js';

/**
 * The graph of the pairs that are together in at least `threshold` of the runs, weighted by that share.
 *
 * A place that would lose every tie keeps its strongest ones, the smaller index in a tie, so that the threshold
 * puts nobody aside (Lancichinetti, Fortunato 2012).
 *
 * @param shares order × order, symmetric
 */
export function graphOfShares(shares: Float64Array, order: number, threshold: number): WeightedGraph {
  const rescued = rescuedPairs(shares, order, threshold);
  const offsets = new Uint32Array(order + 1);
  let entries = 0;
  for (let at = 0; at < shares.length; at++) if (shares[at]! >= threshold) entries++;
  const targets = new Uint32Array(entries - order + 2 * order);
  const weights = new Float64Array(targets.length);
  let filled = 0;
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      const share = shares[i * order + j]!;
      if (j === i || (share < threshold && rescued[i] !== j && rescued[j] !== i)) continue;
      if (share === 0) continue;
      targets[filled] = j;
      weights[filled++] = share;
    }
    offsets[i + 1] = filled;
  }
  return { order, offsets, targets: targets.slice(0, filled), weights: weights.slice(0, filled) };
}

/** The strongest tie of each place that the threshold leaves alone; −1 for the others. */
function rescuedPairs(shares: Float64Array, order: number, threshold: number): Int32Array {
  const rescued = new Int32Array(order).fill(-1);
  for (let i = 0; i < order; i++) {
    let best = -1;
    let most = 0;
    for (let j = 0; j < order; j++) {
      const share = shares[i * order + j]!;
      if (j === i || share <= most) continue;
      most = share;
      best = j;
    }
    if (most < threshold) rescued[i] = best;
  }
  return rescued;
}

/**
 * The same on the ties of a graph alone, where all pairs would not fit: each weight times the share of its pair,
 * ties below the threshold left out but for the strongest of a place that has none above
 * (as Tandon, Albeshri, Thayananthan, Alhalabi, Fortunato 2019, 10.1103/PhysRevE.99.042301, keep to the edges).
 *
 * @param shares one an entry of the rows of the graph
 */
export function graphOfTiedShares(
  shares: Float64Array,
  graph: WeightedGraph,
  threshold: number,
): WeightedGraph {
  const { order, offsets, targets, weights } = graph;
  const rescued = new Int32Array(order).fill(-1);
  for (let i = 0; i < order; i++) {
    let best = -1;
    let most = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (targets[at] === i || shares[at]! <= most) continue;
      most = shares[at]!;
      best = targets[at]!;
    }
    if (most < threshold) rescued[i] = best;
  }
  const newOffsets = new Uint32Array(order + 1);
  const newTargets = new Uint32Array(targets.length);
  const newWeights = new Float64Array(targets.length);
  let filled = 0;
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      const share = shares[at]!;
      if (share === 0 || (share < threshold && rescued[i] !== j && rescued[j] !== i)) continue;
      newTargets[filled] = j;
      newWeights[filled++] = weights[at]! * share;
    }
    newOffsets[i + 1] = filled;
  }
  return {
    order,
    offsets: newOffsets,
    targets: newTargets.slice(0, filled),
    weights: newWeights.slice(0, filled),
  };
}

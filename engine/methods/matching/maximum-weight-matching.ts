import { searchMatching } from './blossom-search.js';
import { checkEdges } from './check-edges.js';
import { incidenceOf } from './incidence.js';

export interface MatchingOptions {
  /** the most pairs first, the most weight among those; else the most weight, whatever the number */
  readonly maximumCardinality?: boolean;
}

export interface Matching {
  /** by vertex: its partner, −1 if alone */
  readonly mate: Int32Array;
  /** sum of the weights of the pairs */
  readonly weight: number;
}

/**
 * Pairs vertices of any graph so that the sum of weights is the largest there is: exact (Edmonds'
 * blossoms, primal-dual; Galil 1986, 10.1145/6462.6502), deterministic. One alternating tree a
 * free vertex: O(order · edges · log order) at worst, and each tree is as small as the duals it starts from are good.
 *
 * sources, targets, weights: one entry an edge, indices in 0..order−1, any finite weight. Edges with a
 * weight ≤ 0 are ignored, unless maximumCardinality. Loops are ignored; of parallel edges the heaviest
 * counts. Weights that are not whole numbers are compared to one part in 2^48 / (order + 1).
 *
 * @throws EngineError `matching-lengths-differ`, `matching-index-out-of-range`, `matching-weight-not-finite`
 */
export function maximumWeightMatching(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
  options: MatchingOptions = {},
): Matching {
  checkEdges(order, sources, targets, weights);
  const maximumCardinality = options.maximumCardinality ?? false;
  const graph = incidenceOf(order, sources, targets, weights, maximumCardinality);
  const mate = searchMatching(graph);
  return { mate, weight: weightOf(mate, sources, targets, weights) };
}

/** Sums in the order of vertices, so that the same matching weighs the same to the bit. */
function weightOf(
  mate: Int32Array,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): number {
  const heaviest = new Float64Array(mate.length).fill(Number.NEGATIVE_INFINITY);
  for (let e = 0; e < sources.length; e++) {
    const s = sources[e]!;
    const t = targets[e]!;
    if (mate[s] !== t || s === t) continue;
    const lower = Math.min(s, t);
    heaviest[lower] = Math.max(heaviest[lower]!, weights[e]!);
  }
  let weight = 0;
  for (let v = 0; v < mate.length; v++) if (mate[v]! > v) weight += heaviest[v]!;
  return weight;
}

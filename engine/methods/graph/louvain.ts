import type { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { EngineError } from '../../engine-error.js';
import type { Rng } from '../../random/rng.js';
import { checkWeights } from './check-weights.js';
import { toGraphology } from './graphology-exchange.js';
import { checkResolution, modularity } from './modularity.js';
import { type Partition, renumbered } from './partition.js';
import { strengths, type WeightedGraph } from './weighted-graph.js';

// The package is CommonJS and its types say `export default`: under nodenext the import is typed as a module
// that holds the function, while it is the function.
const detect = louvainModule as unknown as typeof louvainModule.default;

/**
 * Louvain communities (Blondel, Guillaume, Lambiotte, Lefebvre 2008, 10.1088/1742-5468/2008/10/P10008),
 * by graphology-communities-louvain; `quality` is the modularity at that resolution, recomputed by `modularity`.
 *
 * A place without weight is a community of its own, and so is every place of a graph without weight.
 * A Louvain community may be disconnected. The same graph, resolution and generator give the same partition.
 *
 * @throws EngineError `weight-not-usable`, `resolution-not-usable`
 */
export function louvain(
  graph: WeightedGraph,
  options: { readonly resolution?: number; readonly rng: Rng },
): Partition {
  const { resolution = 1, rng } = options;
  checkResolution(resolution);
  const total = checkedTotal(graph);
  if (total === 0) {
    return {
      membership: Uint32Array.from({ length: graph.order }, (_, i) => i),
      count: graph.order,
      quality: 0,
    };
  }
  const exchanged = toGraphology(scaled(graph, total));
  avoidFullPointerArray(exchanged);
  const labels = detect(exchanged, { resolution, rng: () => rng.next() });
  const { membership, count } = renumbered(
    Array.from({ length: graph.order }, (_, i) => labels[String(i)] ?? 0),
  );
  return { membership, count, quality: modularity(graph, membership, resolution) };
}

/** The library reads NaN as 1 and takes negative weights silently, so weights are looked at here. */
function checkedTotal(graph: WeightedGraph): number {
  checkWeights(graph);
  const total = strengths(graph).reduce((sum, strength) => sum + strength, 0);
  if (total < Number.POSITIVE_INFINITY) return total;
  throw new EngineError(
    'weight-not-usable',
    'The weights add up to more than a number can hold.',
    'divide them all by their greatest; communities do not change.',
    total,
  );
}

/** Mean weight 1: the library tells gains apart by a fixed 1e-10, too coarse for small weights, too fine for large ones. */
function scaled(graph: WeightedGraph, total: number): WeightedGraph {
  const mean = total / graph.weights.length;
  return { ...graph, weights: graph.weights.map((weight) => weight / mean) };
}

/**
 * The library counts row ends in the smallest array that holds *indices* of row entries: with exactly 128 or
 * 32,768 edges the last end, 256 or 65,536, wraps to 0 and the last place sees no neighbour.
 * One weightless edge between two places of its own changes the count and nothing else.
 */
function avoidFullPointerArray(graph: UndirectedGraph): void {
  const entries = 2 * (graph.size - graph.selfLoopCount);
  if (entries !== 2 ** 8 && entries !== 2 ** 16) return;
  graph.addNode('phantom-a');
  graph.addNode('phantom-b');
  graph.addUndirectedEdge('phantom-a', 'phantom-b', { weight: 0 });
}

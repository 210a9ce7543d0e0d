import { EngineError } from '../../engine-error.js';
import { createRng, type Rng } from '../../random/rng.js';
import { checkRuns } from './bootstrap-stability.js';
import { coassociationOf, tiedCoassociation } from './coassociation.js';
import { graphOfShares, graphOfTiedShares } from './consensus-graph.js';
import { tallyOfRuns } from './consensus-runs.js';
import { type PartitionStability, stabilityAcross } from './partition-stability.js';
import type { PartitionTally } from './partition-tally.js';
import type { WeightedGraph } from './weighted-graph.js';

export interface ConsensusOptions {
  /** runs of Leiden on the graph, each with draws of its own; 100 */
  readonly runs?: number;
  readonly seed?: number;
  readonly objective?: 'modularity' | 'cpm';
  readonly resolution?: number;
  /** share of the runs from which two places are held to belong together, above 0, at most 1; 0.5 */
  readonly threshold?: number;
}

/** What many runs agree on. */
export interface Consensus {
  /** community of each place, 0..count−1, numbered by smallest member */
  readonly membership: Uint32Array;
  readonly count: number;
  /**
   * share of the runs in which two places are together. `pairs` all: order × order, row-major, 1 on the diagonal;
   * tied: one number an entry of the rows of the graph
   */
  readonly coassociation: Float64Array;
  /** all up to 2,048 places; beyond, only pairs that an edge ties are kept */
  readonly pairs: 'all' | 'tied';
  /** how often the members of each community are together over the runs, 0..1 */
  readonly stability: PartitionStability;
  /** different partitions among the runs: 1 when every run says the same */
  readonly distinct: number;
}

/** beyond, order² numbers would pass 32 MiB */
const mostPlacesForAllPairs = 2048;
/** runs on the graph of agreements: its communities stand out, a few runs settle them */
const mostRunsOfAgreement = 20;
const mostRounds = 10;

/**
 * Consensus of many runs of Leiden on one graph (Lancichinetti, Fortunato 2012, 10.1038/srep00336).
 *
 * 1. Leiden runs `runs` times on the graph, each run with draws of its own.
 * 2. D_ij is the share of the runs in which i and j are together; D_ij below the threshold is dropped, but for
 *    the strongest tie of a place that would be left alone.
 * 3. Leiden runs on D, up to 20 times, by modularity at resolution 1: the shares hold the objective and the
 *    resolution of the runs already. Beyond 2,048 places D is kept for the edges of the graph only, times their
 *    weights, and objective and resolution stay those asked.
 * 4. When these runs are all equal, that is the consensus; otherwise their own D starts step 2 again, ten times at
 *    most, and then the partition found most often is taken.
 *
 * `coassociation` and `stability` are of step 1. One run gives its own partition, with stability 1. An empty graph has no
 * community and overall stability 1; a place without weight is a community of its own.
 *
 * @throws EngineError `runs-not-usable`, `threshold-not-usable`, `weight-not-usable`, `resolution-not-usable`
 */
export function consensus(graph: WeightedGraph, options: ConsensusOptions = {}): Consensus {
  const { runs = 100, seed = 1, objective = 'modularity', resolution = 1 } = options;
  checkRuns(runs);
  const rng = createRng(seed);
  const tally = tallyOfRuns(graph, { objective, resolution }, runs, rng.stream('runs'));
  return consensusOf(tally, graph, options, rng.stream('agreement'));
}

/**
 * Steps 2 to 4 of `consensus` on runs already made, of any method.
 *
 * @param tally at least one run, on the places of the graph
 * @throws EngineError `threshold-not-usable`
 */
export function consensusOf(
  tally: PartitionTally,
  graph: WeightedGraph,
  options: Omit<ConsensusOptions, 'runs' | 'seed'>,
  rng: Rng,
): Consensus {
  const { objective = 'modularity', resolution = 1, threshold = 0.5 } = options;
  checkThreshold(threshold);
  const pairs = graph.order <= mostPlacesForAllPairs ? 'all' : 'tied';
  const coassociation = pairs === 'all' ? coassociationOf(tally) : tiedCoassociation(tally, graph);
  const agreed =
    tally.distinct <= 1
      ? { membership: tally.membership(0).slice(), count: tally.counts[0]! }
      : agreement(graph, { objective, resolution }, coassociation, threshold, rng);
  return {
    ...agreed,
    coassociation,
    pairs,
    stability: stabilityAcross(tally, agreed.membership, agreed.count),
    distinct: tally.distinct,
  };
}

interface Sought {
  readonly objective: 'modularity' | 'cpm';
  readonly resolution: number;
}

function agreement(
  graph: WeightedGraph,
  sought: Sought,
  coassociation: Float64Array,
  threshold: number,
  rng: Rng,
): { membership: Uint32Array; count: number } {
  const all = graph.order <= mostPlacesForAllPairs;
  const again: Sought = all ? { objective: 'modularity', resolution: 1 } : sought;
  let shares = coassociation;
  let tied = graph;
  for (let round = 1; ; round++) {
    tied = all ? graphOfShares(shares, graph.order, threshold) : graphOfTiedShares(shares, tied, threshold);
    const tally = tallyOfRuns(tied, again, mostRunsOfAgreement, rng);
    if (tally.distinct === 1 || round === mostRounds) {
      const found = tally.mostFrequent();
      return { membership: tally.membership(found).slice(), count: tally.counts[found]! };
    }
    shares = all ? coassociationOf(tally) : tiedCoassociation(tally, tied);
  }
}

function checkThreshold(threshold: number): void {
  if (threshold > 0 && threshold <= 1) return;
  throw new EngineError(
    'threshold-not-usable',
    `Two places cannot be held together from a share of ${threshold} of the runs.`,
    'give a share above 0, at most 1; 0.5 asks for the majority of the runs.',
    threshold,
  );
}

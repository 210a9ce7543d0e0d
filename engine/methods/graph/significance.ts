import { createRng, type Rng } from '../../random/rng.js';
import { checkRuns } from './bootstrap-stability.js';
import { leiden } from './leiden.js';
import { modularity } from './modularity.js';
import { renumbered } from './partition.js';
import { rewired } from './rewired-graph.js';
import { strengths, type WeightedGraph } from './weighted-graph.js';

export interface SignificanceOptions {
  /** random graphs; 100 */
  readonly replicates?: number;
  readonly seed?: number;
  readonly resolution?: number;
  /** draws a graph of the null; the degree-preserving rewirings of the graph unless given */
  readonly drawNull?: (rng: Rng) => WeightedGraph;
}

/** A measure against its distribution under the null. */
export interface AgainstNull {
  readonly value: number;
  readonly nullMean: number;
  /** standard deviation over the random graphs */
  readonly nullDeviation: number;
  /** (value − mean) / deviation; 0 where the null does not vary: p says it all */
  readonly z: number;
  /** (1 + random graphs that reach the value) / (1 + random graphs): never 0 */
  readonly p: number;
}

export interface PartitionSignificance {
  /** modularity of the partition, against that of the communities found in random graphs */
  readonly modularity: AgainstNull;
  /**
   * of each community: the share of its weight that stays inside, less what its strength alone lets expect, against
   * the best community of each random graph among those at least half as large (0 if there is none), so that having
   * looked for it is accounted for and that pairs and triangles do not set the bar
   */
  readonly communities: readonly AgainstNull[];
}

/**
 * Whether communities are more than what a random graph shows too, for random graphs have modularity
 * (Guimerà, Sales-Pardo, Amaral 2004, 10.1103/PhysRevE.70.025101).
 *
 * In each random graph communities are sought as they were in the graph, by Leiden at the same resolution.
 * Defined for any graph: where the null can draw nothing else (no edge, a star, a triangle), z is 0 and p is 1.
 * A place alone, and a community without weight, has value 0.
 *
 * @throws EngineError `runs-not-usable`, `lengths-differ`, `membership-not-usable`, `resolution-not-usable`
 */
export function partitionSignificance(
  graph: WeightedGraph,
  membership: ArrayLike<number>,
  options: SignificanceOptions = {},
): PartitionSignificance {
  const { replicates = 100, seed = 1, resolution = 1, drawNull = (rng) => rewired(graph, rng) } = options;
  checkRuns(replicates);
  const quality = modularity(graph, membership, resolution);
  const rng = createRng(seed);
  const qualities = new Float64Array(replicates);
  const draws: ClosedCommunities[] = [];
  for (let draw = 0; draw < replicates; draw++) {
    const stream = rng.stream(`random graph ${draw}`);
    const random = drawNull(stream);
    const found = leiden(random, { resolution, seed: stream.integer(2 ** 32) });
    qualities[draw] = modularity(random, found.membership, resolution);
    draws.push(closedCommunities(random, found));
  }
  const own = closedCommunities(graph, renumbered(membership));
  return {
    modularity: against(quality, qualities),
    communities: Array.from(own.excess, (value, c) =>
      against(
        value,
        Float64Array.from(draws, (drawn) => bestFrom(drawn, own.sizes[c]! / 2)),
      ),
    ),
  };
}

interface ClosedCommunities {
  readonly sizes: Uint32Array;
  /** 2 L_c / K_c − K_c / 2m of each community; 0 for one place or no weight */
  readonly excess: Float64Array;
}

function bestFrom({ sizes, excess }: ClosedCommunities, leastSize: number): number {
  let best = 0;
  for (let c = 0; c < sizes.length; c++) if (sizes[c]! >= leastSize && excess[c]! > best) best = excess[c]!;
  return best;
}

function closedCommunities(
  graph: WeightedGraph,
  { membership: label, count }: { readonly membership: Uint32Array; readonly count: number },
): ClosedCommunities {
  const { order, offsets, targets, weights } = graph;
  const strength = strengths(graph);
  const inside = new Float64Array(count);
  const attached = new Float64Array(count);
  const sizes = new Uint32Array(count);
  let total = 0;
  for (let i = 0; i < order; i++) {
    const c = label[i]!;
    sizes[c] = sizes[c]! + 1;
    attached[c] = attached[c]! + strength[i]!;
    total += strength[i]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (label[j] === c) inside[c] = inside[c]! + (j === i ? 2 : 1) * weights[at]!;
    }
  }
  const excess = inside.map((held, c) =>
    sizes[c]! < 2 || attached[c] === 0 ? 0 : held / attached[c]! - attached[c]! / total,
  );
  return { sizes, excess };
}

function against(value: number, draws: Float64Array): AgainstNull {
  const count = draws.length;
  // rounding must not tell apart what was worked out of the same graph in another order
  const slack = 1e-12 * Math.max(1, Math.abs(value));
  const nullMean = draws.reduce((sum, draw) => sum + draw, 0) / count;
  const squares = draws.reduce((sum, draw) => sum + (draw - nullMean) ** 2, 0);
  const nullDeviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  const reached = draws.reduce((times, draw) => times + (draw >= value - slack ? 1 : 0), 0);
  const away = value - nullMean;
  return {
    value,
    nullMean,
    nullDeviation,
    z: nullDeviation > slack ? away / nullDeviation : 0,
    p: (1 + reached) / (1 + count),
  };
}

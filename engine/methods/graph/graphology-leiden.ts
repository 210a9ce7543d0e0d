import type { AbstractGraph, EdgeMapper } from 'graphology-types';
import { EngineError } from '../../engine-error.js';
import { type NamedGraph, readGraphology } from './graphology-exchange.js';
import { type LeidenCommunities, leiden } from './leiden.js';
import type { LeidenOptions } from './leiden-options.js';
import { modularity } from './modularity.js';

/** Options named as in graphology-communities-louvain, and those that Leiden adds. */
export interface GraphologyLeidenOptions
  extends Pick<LeidenOptions, 'objective' | 'resolution' | 'seed' | 'iterations' | 'theta'> {
  /** node attribute that `assign` writes; 'community' by default */
  readonly nodeCommunityAttribute?: string;
  /**
   * edge attribute, or function of the edge, that gives the weight; null: 1 each. By default the attribute
   * `weight`, or 1 each if no edge has it.
   */
  readonly getEdgeWeight?: string | EdgeMapper<unknown> | null;
  /** source of numbers in [0, 1) that the seed is drawn from; in place of `seed` */
  readonly rng?: () => number;
}

/** What `detailed` tells; communities are numbered by first node in the order of the graph. */
export interface GraphologyLeidenDetails {
  readonly communities: Record<string, number>;
  readonly count: number;
  /** modularity at that resolution, whatever the objective */
  readonly modularity: number;
  /** what was maximised, see `leiden` */
  readonly quality: number;
  /** community of each node, in the order of the graph, from the finest partition to the communities themselves */
  readonly dendrogram: readonly Uint32Array[];
  readonly resolution: number;
}

interface GraphologyLeiden {
  (graph: AbstractGraph, options?: GraphologyLeidenOptions): Record<string, number>;
  assign(graph: AbstractGraph, options?: GraphologyLeidenOptions): void;
  detailed(graph: AbstractGraph, options?: GraphologyLeidenOptions): GraphologyLeidenDetails;
}

/**
 * Leiden on a graphology graph, called as graphology-communities-louvain is: `graphologyLeiden(graph)` maps each
 * node to its community, `.assign(graph)` writes it as a node attribute, `.detailed(graph)` tells more.
 *
 * Directed edges count as undirected, parallel ones add up. Without `seed` or `rng` the seed is 1, so that the same
 * graph gives the same communities.
 *
 * @throws EngineError `weight-not-usable` (missing where others have one, NaN, negative, infinite, no number),
 * `unknown-option`, `options-contradict`, and what `leiden` throws
 */
export const graphologyLeiden: GraphologyLeiden = Object.assign(
  (graph: AbstractGraph, options: GraphologyLeidenOptions = {}) => byNode(...find(graph, options)),
  {
    assign(graph: AbstractGraph, options: GraphologyLeidenOptions = {}): void {
      const [{ ids }, { membership }] = find(graph, options);
      const attribute = options.nodeCommunityAttribute ?? 'community';
      ids.forEach((id, i) => {
        graph.setNodeAttribute(id, attribute, membership[i]);
      });
    },
    detailed(graph: AbstractGraph, options: GraphologyLeidenOptions = {}): GraphologyLeidenDetails {
      const [named, found] = find(graph, options);
      const { resolution = 1 } = options;
      return {
        communities: byNode(named, found),
        count: found.count,
        modularity: modularity(named, found.membership, resolution),
        quality: found.quality,
        dendrogram: found.levels,
        resolution,
      };
    },
  },
);

const known: Readonly<Record<keyof GraphologyLeidenOptions, true>> = {
  nodeCommunityAttribute: true,
  getEdgeWeight: true,
  objective: true,
  resolution: true,
  iterations: true,
  theta: true,
  seed: true,
  rng: true,
};

function find(graph: AbstractGraph, options: GraphologyLeidenOptions): [NamedGraph, LeidenCommunities] {
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(known, name)) continue;
    throw new EngineError(
      'unknown-option',
      `graphologyLeiden has no option "${name}".`,
      `leave it out (nodes always move by a queue, in random order), or give one of ${Object.keys(known).join(', ')}.`,
      name,
    );
  }
  const { nodeCommunityAttribute: _attribute, getEdgeWeight, rng, ...rest } = options;
  if (rng && rest.seed !== undefined) {
    throw new EngineError(
      'options-contradict',
      'Both seed and rng are given.',
      'keep one of them.',
      rest.seed,
    );
  }
  const named = readGraphology(graph, weightReader(graph, getEdgeWeight));
  return [named, leiden(named, rng ? { ...rest, seed: Math.floor(rng() * 2 ** 32) } : rest)];
}

function weightReader(
  graph: AbstractGraph,
  given: GraphologyLeidenOptions['getEdgeWeight'],
): EdgeMapper<number> {
  const unweighted = given === undefined && !graph.someEdge((_edge, attributes) => 'weight' in attributes);
  if (given === null || unweighted) return () => 1;
  const name = given ?? 'weight';
  return (edge, attributes, ...ends) => {
    const weight = typeof name === 'string' ? (attributes[name] as unknown) : name(edge, attributes, ...ends);
    if (typeof weight === 'number' && weight >= 0 && weight < Number.POSITIVE_INFINITY) return weight;
    throw new EngineError(
      'weight-not-usable',
      `Edge "${edge}" has the weight ${String(weight)}.`,
      'give every edge a finite number, zero or more, or set getEdgeWeight to null to count each as 1.',
      weight,
    );
  };
}

function byNode({ ids }: NamedGraph, { membership }: LeidenCommunities): Record<string, number> {
  return Object.fromEntries(ids.map((id, i) => [id, membership[i]!]));
}

import { EngineError } from '../../engine-error.js';
import { checkEdges } from './check-edges.js';
import { maximumWeightMatching } from './maximum-weight-matching.js';

export interface BMatchingOptions {
  /** by vertex: 1 where having an edge at all counts before all else; the most of them are served */
  readonly servedFirst?: Uint8Array;
  /** the most edges, before weight */
  readonly maximumCardinality?: boolean;
}

export interface BMatching {
  /** the edges taken, rising */
  readonly edges: Uint32Array;
  /** sum of their weights */
  readonly weight: number;
}

/**
 * Chooses edges so that vertex v is in capacities[v] of them at most, each edge once, and the sum of
 * weights is the largest there is: exact, deterministic.
 *
 * sources, targets, weights: one entry an edge, any finite weight; edges ≤ 0 are ignored unless one of the options
 * is on. Loops are ignored; parallel edges are edges of their own. It becomes a matching (Tutte 1954,
 * 10.4153/CJM-1954-033-3) of 2 edges + Σ capacities vertices: meant for sparse graphs. Weights are compared to one
 * part in 2^48 / (its order + 1), and as many times less as an option puts the count before them.
 *
 * @throws EngineError `capacities-differ`, and those of maximumWeightMatching
 */
export function maximumWeightBMatching(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
  capacities: Uint32Array,
  options: BMatchingOptions = {},
): BMatching {
  checkEdges(order, sources, targets, weights);
  checkCapacities(order, capacities);
  const { servedFirst, maximumCardinality = false } = options;
  const useful = (e: number): boolean =>
    sources[e] !== targets[e] &&
    capacities[sources[e]!]! > 0 &&
    capacities[targets[e]!]! > 0 &&
    (servedFirst !== undefined || maximumCardinality || weights[e]! > 0);
  const edges = Uint32Array.from(sources.keys()).filter(useful);
  const largest = edges.reduce((most, e) => Math.max(most, Math.abs(weights[e]!)), 0) || 1;
  // more than all edges that can be taken together are worth
  const outweighing = 1 + capacities.reduce((sum, capacity) => sum + Math.min(capacity, edges.length), 0);
  const anEdge = maximumCardinality ? outweighing * largest : 0;
  const aFirst = servedFirst ? outweighing * (largest + anEdge) : 0;
  const problem: PlacesProblem = {
    order,
    edges,
    sources,
    targets,
    capacities,
    worthOf: (e) => weights[e]! + anEdge,
    firstWorthOf: (v) => (servedFirst?.[v] === 1 ? aFirst : 0),
    largest: largest + anEdge + aFirst,
  };
  const onePlace = capacities.every((capacity) => capacity <= 1);
  const taken = onePlace ? takeByMatching(problem) : takeByGadgets(problem);
  return { edges: taken, weight: taken.reduce((sum, e) => sum + weights[e]!, 0) };
}

function checkCapacities(order: number, capacities: Uint32Array): void {
  if (capacities.length === order) return;
  throw new EngineError(
    'capacities-differ',
    `There are ${capacities.length} capacities for ${order} vertices.`,
    'give one capacity a vertex.',
    capacities.length,
  );
}

interface PlacesProblem {
  readonly order: number;
  /** those worth looking at */
  readonly edges: Uint32Array;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly capacities: Uint32Array;
  readonly worthOf: (edge: number) => number;
  /** what the first edge of a vertex is worth besides */
  readonly firstWorthOf: (vertex: number) => number;
  /** no edge is worth more, firsts apart; no first is */
  readonly largest: number;
}

/** Nobody has two places: each edge is the first of both its ends. */
function takeByMatching({ order, edges, sources, targets, ...worth }: PlacesProblem): Uint32Array {
  const from = Uint32Array.from(edges, (e) => sources[e]!);
  const to = Uint32Array.from(edges, (e) => targets[e]!);
  const weights = Float64Array.from(
    edges,
    (e, k) => worth.worthOf(e) + worth.firstWorthOf(from[k]!) + worth.firstWorthOf(to[k]!),
  );
  const { mate } = maximumWeightMatching(order, from, to, weights);
  // of parallel edges, the heaviest, the first in a tie
  const best = new Int32Array(order).fill(-1);
  for (const k of edges.keys()) {
    const lower = Math.min(from[k]!, to[k]!);
    if (mate[from[k]!] !== to[k]! || (best[lower] !== -1 && weights[k]! <= weights[best[lower]!]!)) continue;
    best[lower] = k;
  }
  return edges.filter((_, k) => best[Math.min(from[k]!, to[k]!)] === k);
}

/**
 * Vertices 2k and 2k + 1 are those of edges[k], at its source and at its target; then come the copies of each
 * vertex, one for each edge it may take. An edge of weight w that is taken pairs each of its own vertices with a
 * copy of the end there, for w/2 + r each; one that is not pairs the two together, for 2r. r is so large that
 * neither is ever left alone.
 */
function takeByGadgets({ order, edges, sources, targets, capacities, ...worth }: PlacesProblem): Uint32Array {
  const degree = new Uint32Array(order);
  for (const e of edges) {
    degree[sources[e]!]!++;
    degree[targets[e]!]!++;
  }
  const firstCopy = new Float64Array(order + 1).fill(2 * edges.length);
  for (let v = 0; v < order; v++) firstCopy[v + 1] = firstCopy[v]! + Math.min(capacities[v]!, degree[v]!);
  const r = 4 * worth.largest;
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  const join = (a: number, b: number, weight: number): void => {
    from.push(a);
    to.push(b);
    weights.push(weight);
  };
  const joinToCopies = (own: number, v: number, weight: number): void => {
    const first = firstCopy[v]!;
    for (let copy = first; copy < firstCopy[v + 1]!; copy++) {
      join(own, copy, weight + (copy === first ? worth.firstWorthOf(v) : 0));
    }
  };
  for (const [rank, e] of edges.entries()) {
    const half = worth.worthOf(e) / 2 + r;
    join(2 * rank, 2 * rank + 1, 2 * r);
    joinToCopies(2 * rank, sources[e]!, half);
    joinToCopies(2 * rank + 1, targets[e]!, half);
  }
  const lists = [Uint32Array.from(from), Uint32Array.from(to), Float64Array.from(weights)] as const;
  const { mate } = maximumWeightMatching(firstCopy[order]!, ...lists);
  return edges.filter((_, rank) => mate[2 * rank] !== 2 * rank + 1);
}

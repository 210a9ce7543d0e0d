import { EngineError } from '../../model/engine-error.js';
import { maximumWeightMatching } from './maximum-weight-matching.js';

export interface BMatchingOptions {
  /** the most pairs first, the most weight among those; else the most weight, whatever the number */
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
 * sources, targets, weights: one entry an edge, any finite weight; edges ≤ 0 are ignored unless maximumCardinality.
 * Loops are ignored; parallel edges are edges of their own. Where both ends have room for all their edges an edge is
 * taken as it is; elsewhere the problem becomes a matching: a vertex has one copy a partner, and an edge two
 * vertices of its own, joined to each other at its weight, one to the copies of each end at the same weight
 * (Tutte 1954, 10.4153/CJM-1954-033-3; Schrijver 2003, ch. 31). Not taken, an edge pairs its own two vertices.
 *
 * @throws EngineError `capacities-differ`, `capacity-not-whole`, and those of maximumWeightMatching
 */
export function maximumWeightBMatching(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
  capacities: Uint32Array,
  options: BMatchingOptions = {},
): BMatching {
  throw new EngineError('x', 'x', 'x', [order, sources, targets, weights, capacities, options, maximumWeightMatching]);
}

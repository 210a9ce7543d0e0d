import { affinityMatrix } from '../../affinity/affinity-matrix.js';
import { nearestNeighbours } from '../../affinity/nearest-neighbours.js';
import { type ResidualProfiles, residualProfiles } from '../../geography/residual-profiles.js';
import type { WeightedGraph } from '../../methods/graph/weighted-graph.js';
import type { PerimeterOverlap } from '../../model/distances.js';
import type { Positions } from '../../model/positions.js';
import type { Matrix } from '../../numeric/matrix.js';
import type { Options } from '../../options.js';

/** Where the territories are. */
export interface Place {
  readonly positions: Positions;
  readonly overlap: PerimeterOverlap;
}

/** From profiles to the network in which concerns are sought: what the neighbourhood explains out, then the nearest. */
export function concernNetwork(
  features: Matrix,
  { positions, overlap }: Place,
  settings: Options,
  bandwidthKm: number | null = settings.geography.bandwidthKm,
): { affinity: Matrix; graph: WeightedGraph; residual: ResidualProfiles } {
  const strength = settings.geography.decoupling;
  const residual = residualProfiles(features, positions, { strength, bandwidthKm });
  const affinity = affinityMatrix(residual.features, overlap, settings.affinity);
  return { affinity, residual, graph: nearestNeighbours(affinity, settings.affinity.neighbours) };
}

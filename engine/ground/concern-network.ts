import { affinityMatrix } from '../affinity/affinity-matrix.js';
import { nearestNeighbours } from '../affinity/nearest-neighbours.js';
import { type ResidualProfiles, residualProfiles } from '../geography/residual-profiles.js';
import type { WeightedGraph } from '../methods/graph/weighted-graph.js';
import type { PerimeterOverlap } from '../model/distances.js';
import type { Positions } from '../model/positions.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';

/** Where the territories are. */
export interface Place {
  readonly positions: Positions;
  readonly overlap: PerimeterOverlap;
}

/** From profiles to affinities: what the neighbourhood explains is taken out first. */
export function residualAffinity(
  features: Matrix,
  { positions, overlap }: Place,
  settings: Options,
  bandwidthKm: number | null = settings.geography.bandwidthKm,
): { affinity: Matrix; residual: ResidualProfiles } {
  const strength = settings.geography.decoupling;
  const residual = residualProfiles(features, positions, { strength, bandwidthKm });
  return { affinity: affinityMatrix(residual.features, overlap, settings.affinity), residual };
}

/** The same, and the network of the nearest, in which concerns are sought. */
export function concernNetwork(
  features: Matrix,
  place: Place,
  settings: Options,
  bandwidthKm: number | null = settings.geography.bandwidthKm,
): { affinity: Matrix; graph: WeightedGraph; residual: ResidualProfiles } {
  const { affinity, residual } = residualAffinity(features, place, settings, bandwidthKm);
  return { affinity, residual, graph: nearestNeighbours(affinity, settings.affinity.neighbours) };
}

import type { Positions } from '../../model/positions.js';
import type { Matrix } from '../../numeric/matrix.js';
import type { SparseRows } from '../../numeric/sparse-rows.js';
import { squaredChordOf, unitVectors } from './great-circle.js';
import { gridKernelMeans } from './kernel-grid.js';
import { cutInBandwidths, kernelMeans } from './kernel-means.js';

/** Pairs of places within reach up to which all are visited (some seconds); beyond, a grid stands for them. */
const mostPairs = 60_000_000;
const sampled = 64;

/**
 * Leave-one-out kernel means of each column around each place: exact (`kernelMeans`) where there are few pairs
 * within reach, always so up to 7,700 places; on a grid (`gridKernelMeans`) where there are many.
 */
export function neighbourhoodMeans(rows: SparseRows, positions: Positions, bandwidthKm: number): Matrix {
  const order = positions.lat.length;
  if (order * order <= mostPairs || pairsWithinReach(positions, bandwidthKm) <= mostPairs) {
    return kernelMeans(rows, positions, bandwidthKm);
  }
  return gridKernelMeans(rows, positions, bandwidthKm);
}

/** Estimated from places evenly spaced by index. */
function pairsWithinReach(positions: Positions, bandwidthKm: number): number {
  const vectors = unitVectors(positions);
  const order = positions.lat.length;
  const limit = squaredChordOf(cutInBandwidths * bandwidthKm);
  let pairs = 0;
  for (let r = 0; r < sampled; r++) {
    const i = Math.floor((r * order) / sampled);
    for (let j = 0; j < order; j++) {
      const dx = vectors[3 * i]! - vectors[3 * j]!;
      const dy = vectors[3 * i + 1]! - vectors[3 * j + 1]!;
      const dz = vectors[3 * i + 2]! - vectors[3 * j + 2]!;
      if (dx * dx + dy * dy + dz * dz <= limit) pairs++;
    }
  }
  return (pairs * order) / sampled;
}

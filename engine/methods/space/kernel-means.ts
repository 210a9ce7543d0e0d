import type { Positions } from '../../model/positions.js';
import { type Matrix, zeroMatrix } from '../../numeric/matrix.js';
import { rowsInOrder, type SparseRows } from '../../numeric/sparse-rows.js';
import { arcKm, squaredChordOf } from './great-circle.js';
import { latitudeReach, latitudeSweep } from './latitude-sweep.js';

/** The kernel is cut at so many bandwidths, where its weight is e⁻⁸ ≈ 0.0003: beyond, nothing is explained. */
export const cutInBandwidths = 4;

/**
 * Leave-one-out Gaussian-kernel mean of each column around each place (Nadaraya 1964, 10.1137/1109020;
 * Watson 1964): row i is Σ_{j≠i} w_ij x_j / Σ_{j≠i} w_ij with w_ij = exp(−d_ij² / 2h²), d ≤ 4h.
 *
 * A place of unknown position, or with nobody within 4h, has a row of zeros. Memory grows with the rows only.
 */
export function kernelMeans(rows: SparseRows, positions: Positions, bandwidthKm: number): Matrix {
  const means = zeroMatrix(rows.rows, rows.columns);
  const sweep = latitudeSweep(positions);
  const { count, indexOf, latitudes, vectors } = sweep;
  const { offsets, columnOf, values } = rowsInOrder(rows, indexOf);
  const reachKm = cutInBandwidths * bandwidthKm;
  const limit = squaredChordOf(reachKm);
  const degrees = latitudeReach(reachKm);
  const rate = 1 / (2 * bandwidthKm * bandwidthKm);
  const sums = new Float64Array(rows.columns);
  let first = 0;

  for (let s = 0; s < count; s++) {
    const x = vectors[3 * s]!;
    const y = vectors[3 * s + 1]!;
    const z = vectors[3 * s + 2]!;
    const north = latitudes[s]! + degrees;
    let total = 0;
    sums.fill(0);
    while (latitudes[first]! < latitudes[s]! - degrees) first++;
    for (let t = first; t < count && latitudes[t]! <= north; t++) {
      const dx = vectors[3 * t]! - x;
      const dy = vectors[3 * t + 1]! - y;
      const dz = vectors[3 * t + 2]! - z;
      const squaredChord = dx * dx + dy * dy + dz * dz;
      if (squaredChord > limit || t === s) continue;
      const km = arcKm(squaredChord);
      const weight = Math.exp(-km * km * rate);
      total += weight;
      const end = offsets[t + 1]!;
      for (let at = offsets[t]!; at < end; at++) {
        const p = columnOf[at]!;
        sums[p] = sums[p]! + weight * values[at]!;
      }
    }
    if (total === 0) continue;
    const start = indexOf[s]! * rows.columns;
    for (let p = 0; p < rows.columns; p++) means.values[start + p] = sums[p]! / total;
  }
  return means;
}

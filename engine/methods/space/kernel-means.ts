import type { Positions } from '../../model/positions.js';
import { type Matrix, zeroMatrix } from '../../numeric/matrix.js';
import type { SparseRows } from '../../numeric/sparse-rows.js';
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
  const totals = new Float64Array(rows.rows);
  const { count, indexOf, latitudes, vectors } = latitudeSweep(positions);
  const reachKm = cutInBandwidths * bandwidthKm;
  const limit = squaredChordOf(reachKm);
  const degrees = latitudeReach(reachKm);
  const rate = 1 / (2 * bandwidthKm * bandwidthKm);

  for (let s = 0; s < count; s++) {
    const i = indexOf[s]!;
    const x = vectors[3 * s]!;
    const y = vectors[3 * s + 1]!;
    const z = vectors[3 * s + 2]!;
    const north = latitudes[s]! + degrees;
    for (let t = s + 1; t < count && latitudes[t]! <= north; t++) {
      const dx = vectors[3 * t]! - x;
      const dy = vectors[3 * t + 1]! - y;
      const dz = vectors[3 * t + 2]! - z;
      const squaredChord = dx * dx + dy * dy + dz * dz;
      if (squaredChord > limit) continue;
      const km = arcKm(squaredChord);
      const weight = Math.exp(-km * km * rate);
      const j = indexOf[t]!;
      totals[i] = totals[i]! + weight;
      totals[j] = totals[j]! + weight;
      addRow(means, i, rows, j, weight);
      addRow(means, j, rows, i, weight);
    }
  }
  for (let i = 0; i < rows.rows; i++) {
    if (totals[i] === 0) continue;
    const inverse = 1 / totals[i]!;
    for (let at = i * means.columns; at < (i + 1) * means.columns; at++) {
      means.values[at] = means.values[at]! * inverse;
    }
  }
  return means;
}

function addRow(sums: Matrix, to: number, rows: SparseRows, from: number, weight: number): void {
  const start = to * sums.columns;
  const end = rows.offsets[from + 1]!;
  for (let at = rows.offsets[from]!; at < end; at++) {
    const slot = start + rows.columnOf[at]!;
    sums.values[slot] = sums.values[slot]! + weight * rows.values[at]!;
  }
}

import type { Positions } from '../../model/positions.js';
import { rowsInOrder, type SparseRows } from '../../numeric/sparse-rows.js';
import { arcKm, squaredChordOf } from './great-circle.js';
import { cutInBandwidths } from './kernel-means.js';
import { firstStepFrom, type LatitudeSweep, latitudeReach, latitudeSweep } from './latitude-sweep.js';

/** Candidates 10 × 2^(k/4) km, k = 0…17: 10 to 190 km, each 19 % above the last. */
export const bandwidthCandidatesKm: readonly number[] = Array.from(
  { length: 18 },
  (_, k) => 10 * 2 ** (k / 4),
);

/** Above this many pairs (2,828 places) only a sample of places, evenly spaced by index, is predicted. */
const pairBudget = 8_000_000;

/** Two errors closer than this, relatively, are a tie: rounding must not choose a bandwidth. */
const tieTolerance = 1e-9;

/**
 * The bandwidth whose kernel means predict each place best from the others: the candidate of least
 * leave-one-out squared error (Stone 1974, 10.1111/j.2517-6161.1974.tb00994.x), the smaller in a tie.
 *
 * So the smallest candidate when there is nothing to learn: no pair of located places, one place only for all,
 * empty rows.
 */
export function chooseBandwidth(rows: SparseRows, positions: Positions): number {
  const errors = predictionErrors(rows, positions);
  const least = errors.reduce((low, error) => Math.min(low, error), Number.POSITIVE_INFINITY);
  const chosen = errors.findIndex((error) => error <= least * (1 + tieTolerance));
  return bandwidthCandidatesKm[Math.max(0, chosen)] ?? 10;
}

/** Leave-one-out squared error of each candidate, summed over the places predicted and all columns. */
export function predictionErrors(rows: SparseRows, positions: Positions): Float64Array {
  const candidateCount = bandwidthCandidatesKm.length;
  const errors = new Float64Array(candidateCount);
  const sweep = latitudeSweep(positions);
  const { count } = sweep;
  const stepRows = rowsInOrder(rows, sweep.indexOf);
  const predicted = Math.min(count, Math.ceil(pairBudget / Math.max(1, count)));
  // laid out column by column, the candidates of one column side by side
  const sums = new Float64Array(rows.columns * candidateCount);
  const totals = new Float64Array(candidateCount);
  const stepOf = new Uint32Array(rows.rows);
  for (let s = 0; s < count; s++) stepOf[sweep.indexOf[s]!] = s;
  const located = sweep.indexOf.slice().sort();
  for (let r = 0; r < predicted; r++) {
    const s = stepOf[located[Math.floor((r * count) / predicted)]!]!;
    sums.fill(0);
    totals.fill(0);
    addNeighbours(stepRows, sweep, s, sums, totals);
    addErrors(stepRows, s, sums, totals, errors);
  }
  return errors;
}

/** Adds w_k × x_t to the sums for every neighbour t of the place at step s and every candidate k. */
function addNeighbours(
  rows: SparseRows,
  sweep: LatitudeSweep,
  s: number,
  sums: Float64Array,
  totals: Float64Array,
): void {
  const { count, latitudes, vectors } = sweep;
  const { offsets, columnOf, values } = rows;
  const candidateCount = bandwidthCandidatesKm.length;
  const widestKm = bandwidthCandidatesKm[candidateCount - 1]!;
  const secondKm = bandwidthCandidatesKm[candidateCount - 2]!;
  const widestRate = 1 / (2 * widestKm * widestKm);
  const secondRate = 1 / (2 * secondKm * secondKm);
  const cutWeight = Math.exp(-(cutInBandwidths * cutInBandwidths) / 2);
  const limit = squaredChordOf(cutInBandwidths * widestKm);
  const degrees = latitudeReach(cutInBandwidths * widestKm);
  const weights = new Float64Array(candidateCount);
  const north = latitudes[s]! + degrees;
  const x = vectors[3 * s]!;
  const y = vectors[3 * s + 1]!;
  const z = vectors[3 * s + 2]!;

  for (let t = firstStepFrom(sweep, latitudes[s]! - degrees); t < count && latitudes[t]! <= north; t++) {
    if (t === s) continue;
    const dx = vectors[3 * t]! - x;
    const dy = vectors[3 * t + 1]! - y;
    const dz = vectors[3 * t + 2]! - z;
    const squaredChord = dx * dx + dy * dy + dz * dz;
    if (squaredChord > limit) continue;
    const km = arcKm(squaredChord);
    weights[candidateCount - 1] = Math.exp(-km * km * widestRate);
    weights[candidateCount - 2] = Math.exp(-km * km * secondRate);
    // h_k² is half of h_{k+2}², so that one squaring replaces one exponential
    let first = candidateCount;
    while (first > 0) {
      const k = first - 1;
      if (k < candidateCount - 2) weights[k] = weights[k + 2]! * weights[k + 2]!;
      if (weights[k]! < cutWeight) break;
      totals[k] = totals[k]! + weights[k]!;
      first = k;
    }
    const end = offsets[t + 1]!;
    for (let at = offsets[t]!; at < end; at++) {
      const start = columnOf[at]! * candidateCount;
      const value = values[at]!;
      for (let k = first; k < candidateCount; k++) sums[start + k] = sums[start + k]! + value * weights[k]!;
    }
  }
}

/** Adds |x_s − sums / total|² of each candidate; a place with no neighbour is predicted to be empty. */
function addErrors(
  rows: SparseRows,
  s: number,
  sums: Float64Array,
  totals: Float64Array,
  errors: Float64Array,
): void {
  const candidateCount = totals.length;
  const actual = new Float64Array(rows.columns);
  for (let at = rows.offsets[s]!; at < rows.offsets[s + 1]!; at++)
    actual[rows.columnOf[at]!] = rows.values[at]!;
  for (let k = 0; k < candidateCount; k++) {
    const inverse = totals[k]! > 0 ? 1 / totals[k]! : 0;
    let error = 0;
    for (let p = 0; p < rows.columns; p++) {
      const gap = actual[p]! - sums[p * candidateCount + k]! * inverse;
      error += gap * gap;
    }
    errors[k] = errors[k]! + error;
  }
}

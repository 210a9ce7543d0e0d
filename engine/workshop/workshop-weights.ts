import type { Distances } from '../model/distances.js';
import type { Matrix } from '../numeric/matrix.js';

/**
 * What two territories in one workshop are worth: w = affinity + spread × min(d / (2 × mean distance), 1),
 * order × order, symmetric, zero diagonal. Twice the mean distance and beyond count as far.
 *
 * Row k is territory `sequence[k]` of the inputs.
 */
export function workshopWeights(
  affinity: Matrix,
  distances: Distances,
  spread: number,
  sequence: readonly number[],
): Float64Array {
  const order = sequence.length;
  const { km, meanKm } = distances;
  const weights = new Float64Array(order * order);
  for (let row = 0; row < order; row++) {
    const i = sequence[row] ?? row;
    for (let column = row + 1; column < order; column++) {
      const j = sequence[column] ?? column;
      const alike = ((affinity.values[i * order + j] ?? 0) + (affinity.values[j * order + i] ?? 0)) / 2;
      const far = meanKm > 0 ? Math.min((km.values[i * order + j] ?? 0) / (2 * meanKm), 1) : 0;
      const w = alike + spread * far;
      weights[row * order + column] = w;
      weights[column * order + row] = w;
    }
  }
  return weights;
}

/** Mean over pairs of a symmetric order × order matrix; 0 without a pair. */
export function meanOfPairs(weights: Float64Array, order: number): number {
  let sum = 0;
  for (let i = 0; i < order; i++) for (let j = i + 1; j < order; j++) sum += weights[i * order + j] ?? 0;
  return order > 1 ? sum / ((order * (order - 1)) / 2) : 0;
}

/** Mean over the pairs that share a group; 0 without such a pair. */
export function meanWithin(weights: Float64Array, groupOf: Int32Array): number {
  const order = groupOf.length;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      if (groupOf[i] !== groupOf[j]) continue;
      sum += weights[i * order + j] ?? 0;
      pairs++;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}

/**
 * The weights less a constant, zero diagonal. With the mean weight that workshops attain as the constant,
 * a workshop gains nothing by being larger (docs/decisions/0003-neutral-sizes.md).
 */
export function shiftedWeights(weights: Float64Array, order: number, constant: number): Float64Array {
  const shifted = new Float64Array(weights.length);
  for (let at = 0; at < shifted.length; at++) shifted[at] = (weights[at] ?? 0) - constant;
  for (let i = 0; i < order; i++) shifted[i * (order + 1)] = 0;
  return shifted;
}

/** Σ of weights over the pairs of these members, by index. */
export function valueWithin(members: readonly number[], weights: Float64Array, order: number): number {
  let value = 0;
  for (const [rank, i] of members.entries()) {
    for (const j of members.slice(rank + 1)) value += weights[i * order + j] ?? 0;
  }
  return value;
}

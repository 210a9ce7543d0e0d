import { leadingEigen, symmetricEigenvalues } from '../../../numeric/symmetric-eigen.js';
import type { MeetingLimits } from './meeting-limits.js';

/**
 * What every grouping into at most k groups keeps, said of eigenvalues. X is the matrix of its pairs, 1 on
 * the diagonal; J is all ones; its eigenvalues are the sizes.
 *
 * X − J / k is positive semidefinite, of trace n − n / k and rank below k; its eigenvalues are at most those
 * of X, so their first j sum to no more than j sizes can. They are thus among the mixtures of the orders of
 * one vector, `sizes`. See Rendl 2012, 10.1007/s10107-012-0563-3; de Meijer, Sotirov, Wiegele, Zhao 2023,
 * 10.1016/j.cor.2022.105954.
 */
export class SpectralLimits {
  private readonly order: number;
  private readonly groupCount: number;
  /** descending, zero from k − 1 on */
  private readonly sizes: Float64Array;
  private readonly scratch: Float64Array;

  constructor({ order, steepestSizes }: MeetingLimits) {
    this.order = order;
    this.groupCount = steepestSizes.length;
    this.sizes = new Float64Array(order);
    this.scratch = new Float64Array(order * order);
    let left = order - order / this.groupCount;
    const last = Math.min(this.groupCount - 1, order) - 1;
    for (let k = 0; k <= last; k++) {
      this.sizes[k] = k === last ? left : Math.min(left, steepestSizes[k]!);
      left -= this.sizes[k]!;
    }
  }

  /** Writes into `point` the matrix within the limits nearest to `target`. */
  project(target: Float64Array, point: Float64Array): void {
    const { order: n, scratch } = this;
    const level = 1 / this.groupCount;
    for (let at = 0; at < scratch.length; at++) scratch[at] = target[at]! - level;
    let nearest = this.sizes;
    const { count, vectors } = leadingEigen(scratch, n, (values) => {
      nearest = nearestMixture(values, this.sizes);
      let used = 0;
      while (used < n && nearest[used]! > 0) used++;
      return used;
    });
    point.fill(level);
    for (let k = 0; k < count; k++) {
      const at = k * n;
      for (let i = 0; i < n; i++) {
        const x = nearest[k]! * vectors[at + i]!;
        const row = i * n;
        for (let j = 0; j <= i; j++) point[row + j]! += x * vectors[at + j]!;
      }
    }
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) point[j * n + i] = point[i * n + j]!;
  }

  /** A number that Σ gains[i, j] × X[i, j], over all entries of the matrix, exceeds for no grouping. */
  most(gains: Float64Array): number {
    const { order: n, scratch, sizes } = this;
    scratch.set(gains);
    const values = symmetricEigenvalues(scratch, n);
    let bound = gains.reduce((sum, gain) => sum + gain, 0) / this.groupCount;
    for (let k = 0; k < n; k++) bound += sizes[k]! * values[k]!;
    // the reduction loses some units of the last place of the largest eigenvalue; more than it can is added
    const largest = Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!));
    return bound + 16 * n * n * Number.EPSILON * largest;
  }
}

/**
 * The mixture of orders of `sizes` nearest to `values`, both descending: the values less their best
 * descending fit beyond the sizes, by pooling neighbours (Lim, Wright 2016, 10.1109/TSP.2016.2517607).
 */
function nearestMixture(values: Float64Array, sizes: Float64Array): Float64Array {
  const n = values.length;
  const mean = new Float64Array(n);
  const length = new Int32Array(n);
  let blocks = 0;
  for (let k = 0; k < n; k++) {
    let sum = values[k]! - sizes[k]!;
    let count = 1;
    while (blocks > 0 && mean[blocks - 1]! <= sum / count) {
      blocks--;
      sum += mean[blocks]! * length[blocks]!;
      count += length[blocks]!;
    }
    mean[blocks] = sum / count;
    length[blocks++] = count;
  }
  const nearest = new Float64Array(n);
  let k = 0;
  for (let b = 0; b < blocks; b++) {
    for (let at = 0; at < length[b]!; at++, k++) nearest[k] = Math.max(0, values[k]! - mean[b]!);
  }
  return nearest;
}

import { kmeans } from 'ml-kmeans';
import { EngineError } from '../../engine-error.js';
import { checkedMatrix } from '../../numeric/checked-matrix.js';
import type { Matrix } from '../../numeric/matrix.js';
import type { Rng } from '../../random/rng.js';
import { type Partition, renumbered } from '../graph/partition.js';
import { spreadOutRows } from './k-means-start.js';

/**
 * k-means clusters of rows (Lloyd 1982, 10.1109/TIT.1982.1056489) by ml-kmeans, from rows drawn by `spreadOutRows`;
 * `quality` is the share of the variance that the clusters explain, 0..1 (1 if rows do not vary).
 *
 * `count` of the result may be below the one asked: there are never more clusters than distinct rows,
 * and a cluster that the iteration left empty is dropped. No row gives no cluster.
 *
 * @throws EngineError `matrix-misshapen`, `entry-not-usable`, `count-not-usable`
 */
export function kMeans(features: Matrix, options: { readonly count: number; readonly rng: Rng }): Partition {
  checkedMatrix(features, 'The feature matrix');
  const { count, rng } = options;
  if (!Number.isInteger(count) || count < 1) {
    throw new EngineError(
      'count-not-usable',
      `There cannot be ${count} clusters.`,
      'give a whole number, 1 or more.',
      count,
    );
  }
  const rows = Array.from({ length: features.rows }, (_, i) =>
    Array.from(features.values.subarray(i * features.columns, (i + 1) * features.columns)),
  );
  if (rows.length === 0) return { ...renumbered([]), quality: 0 };
  const start = spreadOutRows(features, count, rng);
  const { clusters } = kmeans(rows, start.length, { initialization: start.map((i) => rows[i]!) });
  return { ...renumbered(clusters), quality: explainedOf(features, clusters) };
}

/** 1 − (squares within clusters) / (squares about the mean of all). */
function explainedOf(features: Matrix, labels: readonly number[]): number {
  const total = squaresAboutMeans(
    features,
    labels.map(() => 0),
  );
  return total > 0 ? Math.max(0, 1 - squaresAboutMeans(features, labels) / total) : 1;
}

function squaresAboutMeans({ rows, columns, values }: Matrix, labels: readonly number[]): number {
  const labelCount = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const sizes = new Float64Array(labelCount);
  const means = new Float64Array(labelCount * columns);
  for (let i = 0; i < rows; i++) {
    const c = labels[i]!;
    sizes[c] = sizes[c]! + 1;
    for (let p = 0; p < columns; p++)
      means[c * columns + p] = means[c * columns + p]! + values[i * columns + p]!;
  }
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    const c = labels[i]!;
    for (let p = 0; p < columns; p++) {
      squares += (values[i * columns + p]! - means[c * columns + p]! / sizes[c]!) ** 2;
    }
  }
  return squares;
}

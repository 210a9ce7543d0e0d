import { kMeans } from '../methods/clusters/k-means.js';
import type { Matrix } from '../numeric/matrix.js';
import type { CommunityMethod } from './community-method.js';

/**
 * k-means on profiles scaled to length 1, so that squared distance is 2 − 2 × cosine and a territory that declares
 * much is not far from one that declares the same in fewer words; k is √(n/2) unless asked otherwise.
 */
export const kMeansCommunities: CommunityMethod = ({ features, concernCount }) => {
  const scaled = unitRows(features);
  const count = concernCount ?? Math.max(1, Math.round(Math.sqrt(features.rows / 2)));
  return (rng) => kMeans(scaled, { count, rng });
};

/** Rows divided by their Euclidean length; empty rows stay empty. */
function unitRows({ rows, columns, values }: Matrix): Matrix {
  const scaled = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) {
    const row = values.subarray(i * columns, (i + 1) * columns);
    const length = Math.hypot(...row);
    if (length > 0)
      scaled.set(
        row.map((value) => value / length),
        i * columns,
      );
  }
  return { rows, columns, values: scaled };
}

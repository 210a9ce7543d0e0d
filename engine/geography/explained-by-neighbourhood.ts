import { EngineError } from '../engine-error.js';
import { checkedMatrix } from '../numeric/checked-matrix.js';
import { type Matrix, zeroMatrix } from '../numeric/matrix.js';
import type { ResidualProfiles } from './residual-profiles.js';

/**
 * What the neighbourhood explains of each need, for reports: entry (t, p) is the share min(1, m[t,p] / x[t,p]),
 * before the dial δ, which takes δ times as much away; 0 where nothing is declared or nobody is near.
 *
 * A column more (rarity, theme) weighs the profile and its neighbourhood alike, so shares do not depend on it.
 *
 * @param features what `residualProfiles` was given
 * @throws EngineError `matrix-misshapen`, `entry-not-usable`, `lengths-differ`
 */
export function explainedByNeighbourhood(
  features: Matrix,
  { explained }: Pick<ResidualProfiles, 'explained'>,
): Matrix {
  checkedMatrix(features, 'The feature matrix');
  checkedMatrix(explained, 'What the neighbourhood explains');
  const { rows, columns, values } = features;
  if (explained.rows !== rows || explained.columns !== columns) {
    throw new EngineError(
      'lengths-differ',
      `The features are ${rows} × ${columns}, what the neighbourhood explains ${explained.rows} × ${explained.columns}.`,
      'give the features that the residual profiles were made from.',
      [rows, columns, explained.rows, explained.columns],
    );
  }
  const shares = zeroMatrix(rows, columns);
  for (let at = 0; at < values.length; at++) {
    const declared = values[at] ?? 0;
    if (declared > 0) shares.values[at] = Math.min(1, (explained.values[at] ?? 0) / declared);
  }
  return shares;
}

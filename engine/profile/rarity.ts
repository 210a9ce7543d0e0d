import type { Matrix } from '../numeric/matrix.js';

/**
 * One weight a problem, ln((1 + n) / (1 + n_p)) + 1, n_p being how many of the n territories declare it:
 * 1 for a problem everyone has, which says little, 1 + ln(1 + n) for one nobody has.
 * The smoothed inverse document frequency of Spärck Jones (1972, 10.1108/eb026526).
 */
export function rarityWeights(needs: Matrix): Float64Array {
  const { rows, columns, values } = needs;
  const declared = new Uint32Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let p = 0; p < columns; p++) if (values[i * columns + p]! > 0) declared[p] = declared[p]! + 1;
  }
  return Float64Array.from(declared, (count) => Math.log((1 + rows) / (1 + count)) + 1);
}

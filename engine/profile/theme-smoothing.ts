import { type Matrix, zeroMatrix } from '../numeric/matrix.js';

/**
 * Features of P problem columns, f[t,p] = needs[t,p] × rarity[p], then T theme columns, α × Σ_{p in theme} f[t,p].
 *
 * A sum, not a mean: one need in each of two territories, in two problems of one theme, then has cosine
 * α² / (1 + α²) whatever the size of the theme: 0.08 for α = 0.3, where the same problem has 1.
 * α = 0 leaves the theme columns at zero.
 */
export function smoothedFeatures(
  needs: Matrix,
  rarity: Float64Array,
  themeOfProblem: Uint32Array,
  themeCount: number,
  alpha: number,
): Matrix {
  const problemCount = needs.columns;
  const features = zeroMatrix(needs.rows, problemCount + themeCount);
  for (let i = 0; i < needs.rows; i++) {
    const row = i * features.columns;
    for (let p = 0; p < problemCount; p++) {
      const intensity = needs.values[i * problemCount + p]!;
      if (intensity === 0) continue;
      const weighted = intensity * rarity[p]!;
      const theme = row + problemCount + themeOfProblem[p]!;
      features.values[row + p] = weighted;
      features.values[theme] = features.values[theme]! + alpha * weighted;
    }
  }
  return features;
}

import type { Matrix } from '../numeric/matrix.js';

/**
 * What each territory declared, as rows of numbers; row i is territory i in the order of ids.
 *
 * needs, experiences: order × problemCount, in 0..1, as declared ·
 * rarity: one weight a problem · features: order × (problemCount + themeCount), needs weighted by
 * rarity, followed by the theme columns that smoothing adds.
 */
export interface Profiles {
  readonly order: number;
  readonly problemIds: readonly string[];
  readonly themeIds: readonly string[];
  /** dense theme index of each problem */
  readonly themeOfProblem: Uint32Array;
  readonly needs: Matrix;
  readonly experiences: Matrix;
  readonly rarity: Float64Array;
  readonly features: Matrix;
}

import { EngineError } from '../engine-error.js';
import { chooseBandwidth } from '../methods/space/choose-bandwidth.js';
import { neighbourhoodMeans } from '../methods/space/neighbourhood-means.js';
import type { Positions } from '../model/positions.js';
import { checkedMatrix } from '../numeric/checked-matrix.js';
import type { Matrix } from '../numeric/matrix.js';
import { sparseRows } from '../numeric/sparse-rows.js';

export interface ResidualProfiles {
  /** max(0, x − δ × explained), the shape of the features given */
  readonly features: Matrix;
  /** what the neighbourhood predicts of each territory, before the dial δ */
  readonly explained: Matrix;
  /** the one given, or the one chosen */
  readonly bandwidthKm: number;
}

/**
 * Takes out of each profile what its neighbourhood explains: décroisement at the source.
 *
 * x'[t,p] = max(0, x[t,p] − δ × m[t,p]), m[t,p] = Σ_{s≠t} w_ts x[s,p] / Σ_{s≠t} w_ts,
 * w_ts = exp(−d_ts² / 2h²) for great-circle distances d ≤ 4h, else 0.
 * Without a bandwidth h it is the one, 10 to 190 km, that predicts profiles best (see `chooseBandwidth`).
 * A territory of unknown position, or with nobody within 4h, keeps its profile and explains nobody's;
 * when all stand at one place, m is the mean of the others, and h the smallest. Beyond some 60 million pairs within
 * reach, m is read off a grid (see `neighbourhoodMeans`).
 *
 * @param features one row a territory, finite numbers ≥ 0
 * @param options strength δ in 0..1; bandwidthKm > 0, or null or nothing to have it chosen
 * @throws EngineError `matrix-misshapen`, `entry-not-usable`, `position-not-usable`, `lengths-differ`,
 *   `strength-out-of-range`, `bandwidth-not-usable`
 */
export function residualProfiles(
  features: Matrix,
  positions: Positions,
  options: { readonly strength: number; readonly bandwidthKm?: number | null },
): ResidualProfiles {
  checkedMatrix(features, 'The feature matrix');
  const { strength } = options;
  checkUse(features, positions, strength, options.bandwidthKm ?? null);
  const rows = sparseRows(features);
  const bandwidthKm = options.bandwidthKm ?? chooseBandwidth(rows, positions);
  const explained = neighbourhoodMeans(rows, positions, bandwidthKm);
  const values = features.values.map((x, at) => Math.max(0, x - strength * (explained.values[at] ?? 0)));
  return { features: { ...features, values }, explained, bandwidthKm };
}

function checkUse(
  features: Matrix,
  positions: Positions,
  strength: number,
  bandwidthKm: number | null,
): void {
  if (positions.lat.length !== features.rows) {
    throw new EngineError(
      'lengths-differ',
      `There are ${features.rows} profiles and ${positions.lat.length} positions.`,
      'give one position a profile, in the same order, NaN where it is unknown.',
      [features.rows, positions.lat.length],
    );
  }
  if (!(strength >= 0 && strength <= 1)) {
    throw new EngineError(
      'strength-out-of-range',
      `The strength of the décroisement cannot be ${strength}.`,
      'give a number from 0 (take nothing out) to 1 (take out all that the neighbourhood explains).',
      strength,
    );
  }
  if (bandwidthKm !== null && !(bandwidthKm > 0 && bandwidthKm < Number.POSITIVE_INFINITY)) {
    throw new EngineError(
      'bandwidth-not-usable',
      `The radius of the neighbourhood cannot be ${bandwidthKm} km.`,
      'give a number of kilometres above zero, or leave it out to have it chosen from the data.',
      bandwidthKm,
    );
  }
}

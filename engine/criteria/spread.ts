import type { Criterion, PairPenalty } from '../model/criterion.js';
import { pairCriterion } from './forms/pair-criterion.js';
import type { RuleTerms } from './forms/rule-terms.js';

export interface SpreadRule extends RuleTerms {
  /** order × order, symmetric, row-major */
  readonly distanceKm: Float64Array;
  /** two units of a group are at least this far apart */
  readonly minKm?: number | undefined;
  /** two units of a group are at most this far apart */
  readonly maxKm?: number | undefined;
}

/**
 * The units of a group live neither too near nor too far from each other. Penalty, summed over pairs that
 * share a group: (minKm − d) / minKm for one at a distance d below minKm, (d − maxKm) / maxKm above maxKm.
 */
export function spreadCriterion({ distanceKm, minKm = 0, maxKm, ...terms }: SpreadRule): Criterion {
  const order = Math.round(Math.sqrt(distanceKm.length));
  const pairs: PairPenalty[] = [];
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const d = distanceKm[i * order + j] ?? 0;
      if (d < minKm) pairs.push([i, j, (minKm - d) / minKm]);
      else if (maxKm !== undefined && d > maxKm) pairs.push([i, j, (d - maxKm) / maxKm]);
    }
  }
  return pairCriterion(terms, pairs);
}

import { EngineError } from '../engine-error.js';
import type { Criterion, PairPenalty } from '../model/criterion.js';
import { pairCriterion } from './forms/pair-criterion.js';
import { checkNumber, type NumberRange } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

const distance: NumberRange = { from: 0 };
const positive: NumberRange = { from: 0, above: true };

export interface SpreadRule extends RuleTerms {
  /** order × order, symmetric, row-major; NaN: not known, and never too near nor too far */
  readonly distanceKm: Float64Array;
  /** two units of a group are at least this far apart, 0 or more */
  readonly minKm?: number | undefined;
  /** two units of a group are at most this far apart: above 0, not below minKm */
  readonly maxKm?: number | undefined;
}

/**
 * The units of a group live neither too near nor too far from each other. Penalty, summed over pairs that
 * share a group: (minKm − d) / minKm for one at a distance d below minKm, (d − maxKm) / maxKm above maxKm.
 *
 * @throws EngineError `bad-rule`
 */
export function spreadCriterion({ distanceKm, minKm = 0, maxKm, ...terms }: SpreadRule): Criterion {
  const { ruleId } = terms;
  checkNumber(ruleId, 'minKm', minKm, distance);
  if (maxKm !== undefined) checkNumber(ruleId, 'maxKm', maxKm, minKm > 0 ? { from: minKm } : positive);
  const order = Math.sqrt(distanceKm.length);
  if (!Number.isInteger(order)) {
    throw new EngineError(
      'bad-rule',
      `Rule "${ruleId}" has ${distanceKm.length} distances: no square matrix.`,
      'give the distances of all units to all, row by row.',
      distanceKm.length,
    );
  }
  const pairs: PairPenalty[] = [];
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const d = distanceKm[i * order + j] ?? 0;
      if (Number.isNaN(d)) continue;
      checkNumber(ruleId, 'distance (km)', d, distance);
      if (d < minKm) pairs.push([i, j, (minKm - d) / minKm]);
      else if (maxKm !== undefined && d > maxKm) pairs.push([i, j, (d - maxKm) / maxKm]);
    }
  }
  return pairCriterion(terms, pairs);
}

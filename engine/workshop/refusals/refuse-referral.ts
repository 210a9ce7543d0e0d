import { EngineError } from '../../engine-error.js';
import type { Change, ConflictRule } from '../../methods/grouping/conflicts/conflict.js';
import type { SubsetProblem } from '../../methods/grouping/subset/subset-problem.js';
import type { WorkshopConflict } from './workshop-conflict.js';

/**
 * Refuses a referral for which no workshop stands: too few territories are concerned, or rules keep them out.
 *
 * @throws EngineError `infeasible` (its value: a `WorkshopConflict`), always
 */
export function refuseReferral({ eligible, bounds, required = [] }: SubsetProblem): never {
  const { min, max } = bounds;
  const concernedCount = eligible.reduce((sum, flag) => sum + flag, 0);
  const sizes: ConflictRule = {
    kind: 'sizes',
    order: concernedCount,
    groupCount: 1,
    bounds,
    smallestTotal: min,
    largestTotal: max,
  };
  const relaxation: Change[] = [];
  if (required.length > max) {
    relaxation.push({ kind: 'bounds', min, max: required.length, sufficient: true });
  } else if (concernedCount > 0 && concernedCount < min) {
    relaxation.push({ kind: 'bounds', min: concernedCount, max, sufficient: true });
  }
  const value: WorkshopConflict = {
    conflict: [sizes],
    relaxation,
    ruleIds: [],
    territories: [],
    referral: { concernedCount, requiredCount: required.length },
  };
  throw new EngineError(
    'infeasible',
    `${concernedCount} territories declared a need or an experience of the problems of the referral, ${required.length} are brought in by rules; no workshop of ${min} to ${max} of them keeps every rule.`,
    concernedCount < min
      ? 'lower the smallest size, or name more problems.'
      : 'give up some rules that keep territories apart or bring them in.',
    value,
  );
}

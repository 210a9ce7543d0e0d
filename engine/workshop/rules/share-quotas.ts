import { shareLimits } from '../../criteria/target-share.js';
import type { GroupBounds } from '../../methods/grouping/problem/grouping-problem.js';
import type { IndexedRules } from './index-rules.js';

/** Rules whose hard shares are quotas, `shareOf[k]` the share that quota k stands for, if any. */
export interface RulesWithShares extends IndexedRules {
  readonly shareOf: readonly (number | undefined)[];
}

/**
 * Hard target shares as quotas of workshops of these sizes: exact where all are of one size; else the least of the
 * smallest and the most of the largest, which a grouping that keeps the share cannot pass.
 */
export function withShareQuotas(rules: IndexedRules, bounds: GroupBounds): RulesWithShares {
  const { quotas, shares, ruleIdOf, subjectOf } = rules;
  const added = shares.map(({ units, share }) => ({ units, ...shareLimits(share, bounds) }));
  return {
    ...rules,
    quotas: [...quotas, ...added],
    ruleIdOf: { ...ruleIdOf, quotas: [...ruleIdOf.quotas, ...shares.map(({ ruleId }) => ruleId)] },
    subjectOf: { ...subjectOf, quotas: [...subjectOf.quotas, ...shares.map(({ subject }) => subject)] },
    shareOf: [...quotas.map(() => undefined), ...shares.map(({ share }) => share)],
  };
}

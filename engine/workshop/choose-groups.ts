import type { Change, ConflictRule, GroupingConflict } from '../methods/grouping/conflicts/conflict.js';
import { canBeGrouped, explainConflictOfAll } from '../methods/grouping/conflicts/explain-conflict.js';
import type { RulesAlone } from '../methods/grouping/conflicts/rule-selection.js';
import type { GroupBounds } from '../methods/grouping/problem/grouping-problem.js';
import { sizesOf } from '../methods/grouping/problem/sizes-that-add-up.js';
import type { Options } from '../options.js';
import type { IndexedRules } from './rules/index-rules.js';
import { type RulesWithShares, withShareQuotas } from './rules/share-quotas.js';
import { workshopCounts } from './workshop-count.js';

/**
 * The first number of workshops, by preference, that the rules allow, as the bounds of each.
 *
 * `refuseFor` throws a conflict found, over the rules it is given.
 */
export function chooseGroups(
  order: number,
  { minSize: min, maxSize: max, workshopCount }: Options['workshop'],
  indexed: IndexedRules,
  refuseFor: (conflict: GroupingConflict, rules: RulesWithShares) => never,
): GroupBounds[] {
  if (order === 0) return [];
  const rules = withShareQuotas(indexed, { min, max });
  const answer = workshopCounts(order, { min, max }, workshopCount, rules);
  if ('conflict' in answer) return refuseFor(answer.conflict, rules);
  const alternatives = answer.counts.map((count) => alike(count, { min, max }));
  const groups = alternatives.find((choice) => canBeGrouped({ ...asked(order, rules), groups: choice }));
  if (groups) return groups;
  // a dozen of them, the preferred one included, tell a conflict as well as a hundred
  const step = Math.ceil(alternatives.length / 12);
  const told = alternatives.filter((_, k) => k % step === 0);
  const found = explainConflictOfAll(asked(order, rules), told);
  if (!found) return alternatives[0] ?? [];
  return refuseFor(
    {
      conflict: withSizesOfShares(order, found.conflict, rules, told),
      relaxation: trueChanges(order, found.relaxation, indexed, told),
    },
    rules,
  );
}

/** A share asks numbers that hang on the sizes: they take part in the conflict. */
function withSizesOfShares(
  order: number,
  conflict: readonly ConflictRule[],
  { shareOf }: RulesWithShares,
  alternatives: readonly GroupBounds[][],
): ConflictRule[] {
  const shares = conflict.some((rule) => rule.kind === 'quota' && shareOf[rule.index] !== undefined);
  const named = conflict.some(({ kind }) => kind === 'sizes');
  return shares && !named ? [...conflict, sizesOf(order, alternatives)] : [...conflict];
}

function alike(count: number, { min, max }: GroupBounds): GroupBounds[] {
  return Array.from({ length: count }, () => ({ min, max }));
}

function asked(order: number, rules: IndexedRules): RulesAlone {
  const { together, apart, pinned, allowed, quotas, varieties } = rules;
  return { order, together, apart, pinned, allowed, quotas, varieties };
}

/**
 * The changes that hold good where shares are asked: with other sizes a share asks other numbers, so those of sizes
 * are tried again, and none eases the limits that stand for a share.
 */
function trueChanges(
  order: number,
  relaxation: readonly Change[],
  indexed: IndexedRules,
  alternatives: readonly GroupBounds[][],
): Change[] {
  if (indexed.shares.length === 0) return [...relaxation];
  const [bounds = { min: 0, max: order }] = alternatives[0] ?? [];
  const holds = (count: number, sizes: GroupBounds): boolean =>
    canBeGrouped({ ...asked(order, withShareQuotas(indexed, sizes)), groups: alike(count, sizes) });
  return relaxation.filter((change) => {
    switch (change.kind) {
      case 'bounds':
        return change.sufficient && alternatives.some(({ length }) => holds(length, change));
      case 'group-count':
        return change.sufficient && holds(change.groupCount, bounds);
      case 'limit':
        return change.rule.kind !== 'quota' || change.rule.index < indexed.quotas.length;
      default:
        return true;
    }
  });
}

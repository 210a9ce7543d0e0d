import { checkRules } from '../problem/check-grouping.js';
import type { GroupBounds, GroupingRules } from '../problem/grouping-problem.js';
import { explainSizes, sizesOf } from '../problem/sizes-that-add-up.js';
import type { GroupingConflict } from './conflict.js';
import { impossibleWithAll, provenImpossible } from './impossible.js';
import { needed } from './needed-rules.js';
import { onlyRules, type RulesAlone, type StatedRule } from './rule-selection.js';
import { waysOut } from './ways-out.js';

type Groups = readonly GroupBounds[];

/**
 * Says which rules cannot hold at once and how to get out, or null when no conflict is found.
 *
 * Sizes are judged first; then separations, blocks, pins, places and counts under those sizes, by simple
 * reasons and, for what they miss, by an exhaustive search that gives up on very entangled rules (null then
 * proves nothing). Every rule of the conflict is needed for it: without any one of them the others are not
 * known to conflict. The sizes are named with the rules when other sizes would undo the conflict. Weights and
 * criteria play no part.
 *
 * @throws EngineError as `checkRules`
 */
export function explainConflict(problem: GroupingRules): GroupingConflict | null {
  checkRules(problem);
  return explainSizes(problem.order, problem.groups) ?? explainRules(problem, [problem.groups]);
}

/**
 * The same for a number of groups that is free: rules that cannot hold with any of the `alternatives`, sets
 * of groups whose sizes add up and whose bounds are all alike.
 */
export function explainConflictOfAll(
  problem: RulesAlone,
  alternatives: readonly Groups[],
): GroupingConflict | null {
  for (const groups of alternatives) checkRules({ ...problem, groups });
  return explainRules(problem, alternatives);
}

/** False when the rules are proven impossible; as cheap as a search for one grouping. */
export function canBeGrouped(problem: GroupingRules): boolean {
  checkRules(problem);
  return provenImpossible(problem) === null;
}

function explainRules(problem: RulesAlone, alternatives: readonly Groups[]): GroupingConflict | null {
  const cause = impossibleWithAll(provenImpossible, problem, alternatives);
  if (!cause) return null;
  const rules = needed(problem, alternatives, cause());
  const relaxation = waysOut(problem, alternatives, rules);
  const sizesMatter =
    relaxation.some(({ kind }) => kind === 'bounds' || kind === 'group-count') ||
    holdsWithoutSizes(problem.order, alternatives[0]?.length ?? 0, rules);
  const sizes = sizesOf(problem.order, alternatives);
  return { conflict: sizesMatter ? [...rules, sizes] : rules, relaxation };
}

/** Whether groups of any size would undo the conflict: as many as there are, one for all, or one for each. */
function holdsWithoutSizes(order: number, groupCount: number, rules: readonly StatedRule[]): boolean {
  const anchored = rules.some(({ kind }) => kind === 'pinned' || kind === 'allowed');
  return (anchored ? [groupCount] : [1, groupCount, order]).some((count) => {
    const groups = Array.from({ length: count }, () => ({ min: 0, max: order }));
    return provenImpossible({ ...onlyRules(order, rules), groups }) === null;
  });
}

import { createRng } from '../../../random/rng.js';
import { type BlockRules, blockRules } from '../problem/block-rules.js';
import type { GroupBounds, GroupingRules } from '../problem/grouping-problem.js';
import { explainSizes } from '../problem/sizes-that-add-up.js';
import { feasibleGrouping } from '../search/feasible-grouping.js';
import { certainConflict } from './certain-conflict.js';
import { countedGrouping } from './counted-grouping.js';
import { everyRule, type RuleSelection, type RulesAlone, unionOf } from './rule-selection.js';

/** Rules that prove a problem impossible, perhaps more than needed; null when nothing is proved. */
export type Prover = (problem: GroupingRules) => RuleSelection | null;

/** placements that a search for one grouping may try */
const budget = 4000;

/** By reasons seen at once. */
export const seenImpossible: Prover = (problem) => {
  if (explainSizes(problem.order, problem.groups)) return everyRule(problem);
  return certainConflict(problem, blockRules(problem));
};

/** By reasons seen at once and, for what they miss, an exhaustive search that gives up on entangled rules. */
export const provenImpossible: Prover = (problem) => {
  if (explainSizes(problem.order, problem.groups)) return everyRule(problem);
  const rules = blockRules(problem);
  return certainConflict(problem, rules) ?? (exhausted(problem, rules) ? everyRule(problem) : null);
};

function exhausted(problem: GroupingRules, rules: BlockRules): boolean {
  const { allowed = [], quotas = [], varieties = [] } = problem;
  if (allowed.length + quotas.length + varieties.length > 0) {
    return countedGrouping(problem, rules, budget) === 'impossible';
  }
  // every placement is tried, so the answer does not hang on the draws; they need a source all the same
  return feasibleGrouping(rules, createRng(1), { budget }).outcome === 'impossible';
}

/** Rules that prove a problem impossible with each of several sets of groups; null when one may do. */
export function impossibleWithAll(
  prover: Prover,
  problem: RulesAlone,
  alternatives: readonly (readonly GroupBounds[])[],
): RuleSelection | null {
  const causes: RuleSelection[] = [];
  for (const groups of alternatives) {
    const cause = prover({ ...problem, groups });
    if (!cause) return null;
    causes.push(cause);
  }
  return unionOf(causes);
}

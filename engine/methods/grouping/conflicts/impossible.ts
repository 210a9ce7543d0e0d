import { createRng } from '../../../random/rng.js';
import { type BlockRules, blockRules } from '../problem/block-rules.js';
import type { GroupBounds, GroupingRules } from '../problem/grouping-problem.js';
import { explainSizes } from '../problem/sizes-that-add-up.js';
import { provenUngroupable } from '../search/feasible-grouping.js';
import { certainConflict, conflictAtOnce } from './certain-conflict.js';
import { countedGrouping } from './counted-grouping.js';
import { type Cause, everyRule, type RulesAlone, unionOf } from './rule-selection.js';

/** What proves a problem impossible; null when nothing is proved. */
export type Prover = (problem: GroupingRules) => Cause | null;

/** placements that a search for one grouping may try */
const budget = 4000;

/** By reasons that need no search. */
export const seenImpossible: Prover = (problem) => {
  if (explainSizes(problem.order, problem.groups)) return () => everyRule(problem);
  return certainConflict(problem, blockRules(problem));
};

/**
 * By reasons that need no search and, for what they miss, an exhaustive search that gives up on entangled rules.
 *
 * Counts are most often met or not within one placement of each unit: this is tried before the longer reasons.
 */
export const provenImpossible: Prover = (problem) => {
  if (explainSizes(problem.order, problem.groups)) return () => everyRule(problem);
  const rules = blockRules(problem);
  const { allowed = [], quotas = [], varieties = [] } = problem;
  if (allowed.length + quotas.length + varieties.length === 0) {
    return certainConflict(problem, rules) ?? (exhausted(rules) ? () => everyRule(problem) : null);
  }
  const atOnce = conflictAtOnce(problem, rules);
  if (atOnce) return atOnce;
  const cause: Cause = () => certainConflict(problem, rules)?.() ?? everyRule(problem);
  const first = countedGrouping(problem, rules, 2 * rules.blockCount);
  if (first !== 'unknown') return first === 'found' ? null : cause;
  const certain = certainConflict(problem, rules);
  return certain ?? (countedGrouping(problem, rules, budget) === 'impossible' ? cause : null);
};

function exhausted(rules: BlockRules): boolean {
  // every placement is tried, so the answer does not hang on the draws; they need a source all the same
  return provenUngroupable(rules, createRng(1), budget);
}

/** What proves a problem impossible with each of several sets of groups; null when one may do. */
export function impossibleWithAll(
  prover: Prover,
  problem: RulesAlone,
  alternatives: readonly (readonly GroupBounds[])[],
): Cause | null {
  const causes: Cause[] = [];
  for (const groups of alternatives) {
    const cause = prover({ ...problem, groups });
    if (!cause) return null;
    causes.push(cause);
  }
  return () => unionOf(causes.map((cause) => cause()));
}

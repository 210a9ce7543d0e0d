import type { Rng } from '../../random/rng.js';
import { createRng } from '../../random/rng.js';
import { blockRules } from './block-rules.js';
import { certainConflict, type RuleSelection } from './certain-conflict.js';
import { checkRules } from './check-grouping.js';
import type { Change, ConflictRule, GroupingConflict } from './conflict.js';
import { feasibleGrouping } from './feasible-grouping.js';
import type { GroupBounds, GroupingRules } from './grouping-problem.js';
import { otherGroups } from './other-groups.js';
import { explainSizes, sizesOf } from './sizes-that-add-up.js';

/**
 * Says which rules cannot hold at once and how to get out, or null when no conflict is found.
 *
 * Sizes are judged first; then separations, blocks and pins under those sizes, by simple reasons and, for
 * what they miss, by an exhaustive search that gives up on very entangled rules (null then proves nothing).
 * Every rule of the conflict is needed for it: without any one of them the others can hold. The sizes are
 * named with the rules when other sizes would undo the conflict. Weights and criteria play no part.
 *
 * @throws EngineError as `checkRules`
 */
export function explainConflict(problem: GroupingRules): GroupingConflict | null {
  checkRules(problem);
  const sizes = explainSizes(problem.order, problem.groups);
  if (sizes) return sizes;
  const cause = impossible(problem);
  if (!cause) return null;
  const rules = withoutSuperfluous(problem, cause);
  const relaxation = waysOut(problem, rules);
  const sizesMatter = relaxation.some(({ kind }) => kind !== 'drop');
  return { conflict: sizesMatter ? [...rules, sizesOf(problem)] : rules, relaxation };
}

/** False when the rules are proven impossible; as cheap as a search for one grouping. */
export function canBeGrouped(problem: GroupingRules): boolean {
  checkRules(problem);
  return impossible(problem) === null;
}

const everything = (problem: GroupingRules): RuleSelection => ({
  together: [...(problem.together ?? []).keys()],
  apart: [...(problem.apart ?? []).keys()],
  pinned: [...(problem.pinned ?? []).keys()],
});

/** Rules that prove the problem impossible (perhaps more than needed), or null. */
function impossible(problem: GroupingRules): RuleSelection | null {
  if (explainSizes(problem.order, problem.groups)) return everything(problem);
  const rules = blockRules(problem);
  const certain = certainConflict(problem, rules);
  if (certain) return certain;
  return feasibleGrouping(rules, proofRng(), { budget: 4000 }).outcome === 'impossible'
    ? everything(problem)
    : null;
}

/** The proof tries every placement, so its answer does not hang on the draws; they need a source all the same. */
function proofRng(): Rng {
  return createRng(1);
}

/**
 * Leaves out rules, by halves, then quarters… then one by one, as long as the rest stays impossible
 * (delta debugging: Zeller, Hildebrandt 2002, 10.1109/32.988498).
 */
function withoutSuperfluous(problem: GroupingRules, cause: RuleSelection): readonly ConflictRule[] {
  let kept = conflictRules(problem, cause);
  if (!impossible(restrict(problem, kept))) kept = conflictRules(problem, everything(problem));
  for (let chunk = Math.ceil(kept.length / 2); ; chunk = Math.ceil(chunk / 2)) {
    for (let from = 0; from < kept.length; ) {
      const rest = [...kept.slice(0, from), ...kept.slice(from + chunk)];
      if (impossible(restrict(problem, rest))) kept = rest;
      else from += chunk;
    }
    if (chunk === 1) return kept;
  }
}

function conflictRules(problem: GroupingRules, selection: RuleSelection): ConflictRule[] {
  return [
    ...selection.together.map((index): ConflictRule => {
      return { kind: 'together', index, units: problem.together![index]! };
    }),
    ...selection.apart.map((index): ConflictRule => {
      return { kind: 'apart', index, units: problem.apart![index]! };
    }),
    ...selection.pinned.map((index): ConflictRule => {
      const [unit, group] = problem.pinned![index]!;
      return { kind: 'pinned', index, unit, group };
    }),
  ];
}

function restrict(problem: GroupingRules, rules: readonly ConflictRule[]): GroupingRules {
  return {
    order: problem.order,
    groups: problem.groups,
    together: rules.flatMap((rule) => (rule.kind === 'together' ? [rule.units] : [])),
    apart: rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.units] : [])),
    pinned: rules.flatMap((rule) => (rule.kind === 'pinned' ? [[rule.unit, rule.group] as const] : [])),
  };
}

/** Dropping any rule of the conflict undoes it; so may other groups. Sufficient changes first. */
function waysOut(problem: GroupingRules, conflict: readonly ConflictRule[]): Change[] {
  const all = conflictRules(problem, everything(problem));
  const possible = (groups: readonly GroupBounds[], rules: readonly ConflictRule[]): boolean =>
    !impossible(restrict({ ...problem, groups }, rules));
  const drops = conflict.map((rule): Change => {
    const others = all.filter((other) => !sameRule(other, rule));
    return { kind: 'drop', rule, sufficient: possible(problem.groups, others) };
  });
  const regroupings = otherGroups(problem, conflict, (groups) => possible(groups, conflict)).map(
    ({ groups, change }): Change => ({ ...change, sufficient: possible(groups, all) }),
  );
  return [...drops, ...regroupings].sort((a, b) => Number(b.sufficient) - Number(a.sufficient));
}

function sameRule(a: ConflictRule, b: ConflictRule): boolean {
  return a.kind !== 'sizes' && b.kind !== 'sizes' && a.kind === b.kind && a.index === b.index;
}

import { createRng } from '../../random/rng.js';
import { blockRules } from './block-rules.js';
import { certainConflict, type RuleSelection } from './certain-conflict.js';
import { checkRules } from './check-grouping.js';
import type { Change, ConflictRule, GroupingConflict } from './conflict.js';
import { feasibleGrouping } from './feasible-grouping.js';
import type { GroupBounds, GroupingRules } from './grouping-problem.js';
import { otherGroups } from './other-groups.js';
import { explainSizes, sizesOf } from './sizes-that-add-up.js';

type Groups = readonly GroupBounds[];
type Rules = Omit<GroupingRules, 'groups'>;

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
  return explainSizes(problem.order, problem.groups) ?? explainRules(problem, [problem.groups]);
}

/**
 * The same for a number of groups that is free: rules that cannot hold with any of the `alternatives`, sets
 * of groups whose sizes add up and whose bounds are all alike.
 */
export function explainConflictOfAll(
  problem: Rules,
  alternatives: readonly Groups[],
): GroupingConflict | null {
  for (const groups of alternatives) checkRules({ ...problem, groups });
  return explainRules(problem, alternatives);
}

/** False when the rules are proven impossible; as cheap as a search for one grouping. */
export function canBeGrouped(problem: GroupingRules): boolean {
  checkRules(problem);
  return impossible(problem) === null;
}

function explainRules(problem: Rules, alternatives: readonly Groups[]): GroupingConflict | null {
  const cause = impossibleWithAll(problem, alternatives);
  if (!cause) return null;
  const rules = withoutSuperfluous(problem, alternatives, cause);
  const relaxation = waysOut(problem, alternatives, rules);
  const sizesMatter = relaxation.some(({ kind }) => kind !== 'drop');
  const sizes = sizesOf(problem.order, alternatives);
  return { conflict: sizesMatter ? [...rules, sizes] : rules, relaxation };
}

function everything(problem: Rules): RuleSelection {
  return {
    together: [...(problem.together ?? []).keys()],
    apart: [...(problem.apart ?? []).keys()],
    pinned: [...(problem.pinned ?? []).keys()],
  };
}

/** Rules that prove all alternatives impossible (perhaps more than needed), or null. */
function impossibleWithAll(problem: Rules, alternatives: readonly Groups[]): RuleSelection | null {
  const causes: RuleSelection[] = [];
  for (const groups of alternatives) {
    const cause = impossible({ ...problem, groups });
    if (!cause) return null;
    causes.push(cause);
  }
  const union = (list: 'together' | 'apart' | 'pinned'): number[] =>
    [...new Set(causes.flatMap((cause) => cause[list]))].sort((a, b) => a - b);
  return { together: union('together'), apart: union('apart'), pinned: union('pinned') };
}

/** The same for given groups. */
function impossible(problem: GroupingRules): RuleSelection | null {
  if (explainSizes(problem.order, problem.groups)) return everything(problem);
  const rules = blockRules(problem);
  const certain = certainConflict(problem, rules);
  if (certain) return certain;
  // every placement is tried, so the answer does not hang on the draws; they need a source all the same
  return feasibleGrouping(rules, createRng(1), { budget: 4000 }).outcome === 'impossible'
    ? everything(problem)
    : null;
}

/**
 * Leaves out rules, by halves, then quarters… then one by one, as long as the rest stays impossible
 * (delta debugging: Zeller, Hildebrandt 2002, 10.1109/32.988498).
 */
function withoutSuperfluous(
  problem: Rules,
  alternatives: readonly Groups[],
  cause: RuleSelection,
): readonly ConflictRule[] {
  const refuted = (rules: readonly ConflictRule[]): boolean =>
    impossibleWithAll(restrict(problem.order, rules), alternatives) !== null;
  let kept = conflictRules(problem, cause);
  if (!refuted(kept)) kept = conflictRules(problem, everything(problem));
  for (let chunk = Math.ceil(kept.length / 2); ; chunk = Math.ceil(chunk / 2)) {
    for (let from = 0; from < kept.length; ) {
      const rest = [...kept.slice(0, from), ...kept.slice(from + chunk)];
      if (refuted(rest)) kept = rest;
      else from += chunk;
    }
    if (chunk === 1) return kept;
  }
}

function conflictRules(problem: Rules, selection: RuleSelection): ConflictRule[] {
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

function restrict(order: number, rules: readonly ConflictRule[]): Rules {
  return {
    order,
    together: rules.flatMap((rule) => (rule.kind === 'together' ? [rule.units] : [])),
    apart: rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.units] : [])),
    pinned: rules.flatMap((rule) => (rule.kind === 'pinned' ? [[rule.unit, rule.group] as const] : [])),
  };
}

/** Dropping any rule of the conflict undoes it; so may other groups. Sufficient changes first. */
function waysOut(
  problem: Rules,
  alternatives: readonly Groups[],
  conflict: readonly ConflictRule[],
): Change[] {
  const all = conflictRules(problem, everything(problem));
  const possible = (choices: readonly Groups[], rules: readonly ConflictRule[]): boolean =>
    !impossibleWithAll(restrict(problem.order, rules), choices);
  const drops = conflict.map((rule): Change => {
    const others = all.filter((other) => !sameRule(other, rule));
    return { kind: 'drop', rule, sufficient: possible(alternatives, others) };
  });
  const regroupings = otherGroups(problem.order, alternatives, conflict, (choices) =>
    possible(choices, conflict),
  ).map(({ choices, change }): Change => ({ ...change, sufficient: possible(choices, all) }));
  return [...drops, ...regroupings].sort((a, b) => Number(b.sufficient) - Number(a.sufficient));
}

function sameRule(a: ConflictRule, b: ConflictRule): boolean {
  return a.kind !== 'sizes' && b.kind !== 'sizes' && a.kind === b.kind && a.index === b.index;
}

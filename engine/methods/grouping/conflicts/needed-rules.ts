import type { GroupBounds } from '../problem/grouping-problem.js';
import { leastStep } from '../search/least-step.js';
import { alikeRules } from './alike-rules.js';
import { impossibleWithAll, type Prover, provenImpossible, seenImpossible } from './impossible.js';
import {
  everyRule,
  onlyRules,
  type RuleSelection,
  type RulesAlone,
  type StatedRule,
  statedRules,
} from './rule-selection.js';

/**
 * Leaves out of rules in conflict those that the conflict does not need, by halves, then quarters… then one by
 * one, as long as the rest stays impossible (delta debugging: Zeller, Hildebrandt 2002, 10.1109/32.988498);
 * first by the reasons that need no search, where they are enough, then by search. Rules that are alike are left out
 * together, and how many of them are needed is found by bisection.
 */
export function needed(
  problem: RulesAlone,
  alternatives: readonly (readonly GroupBounds[])[],
  cause: RuleSelection,
): StatedRule[] {
  const refutedBy =
    (prover: Prover) =>
    (rules: readonly StatedRule[]): boolean =>
      impossibleWithAll(prover, onlyRules(problem.order, rules), alternatives) !== null;
  const proven = refutedBy(provenImpossible);
  let kept = distinct(statedRules(problem, cause));
  if (!proven(kept)) kept = distinct(statedRules(problem, everyRule(problem)));
  if (isClique(kept) && !proven(kept.slice(1))) return kept;
  let classes = alikeRules(kept);
  const seen = refutedBy(seenImpossible);
  const half = Math.ceil(classes.length / 2);
  // by one the search has the last word, so the reasons that need none stop at two
  if (half > 1 && seen(kept)) {
    classes = reduced(classes, seen, half, 2);
    classes = reduced(classes, proven, 1, 1);
  } else classes = reduced(classes, proven, half, 1);
  return inOrderGiven(kept, fewest(classes, proven));
}

/** Leaves out chunks of classes, of `from` classes at first and `to` at last. */
function reduced(
  classes: StatedRule[][],
  refuted: (rules: readonly StatedRule[]) => boolean,
  from: number,
  to: number,
): StatedRule[][] {
  let kept = classes;
  for (let chunk = from; chunk >= to; chunk = chunk > 1 ? Math.ceil(chunk / 2) : 0) {
    for (let at = 0; at < kept.length; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + chunk)];
      if (refuted(rest.flat())) kept = rest;
      else at += chunk;
    }
  }
  return kept;
}

/** Of each class as few rules as the conflict needs. */
function fewest(
  classes: readonly StatedRule[][],
  refuted: (rules: readonly StatedRule[]) => boolean,
): ReadonlySet<StatedRule> {
  const kept = [...classes];
  for (const [k, alike] of classes.entries()) {
    const without = (left: number): StatedRule[][] => kept.with(k, alike.slice(0, alike.length - left));
    // the least number left out that undoes the conflict is one too many; without all of them it is undone
    const tooMany = leastStep(alike.length - 1, (left) => !refuted(without(left).flat())) || alike.length;
    kept[k] = alike.slice(0, alike.length - tooMany + 1);
  }
  return new Set(kept.flat());
}

function inOrderGiven(rules: readonly StatedRule[], kept: ReadonlySet<StatedRule>): StatedRule[] {
  return rules.filter((rule) => kept.has(rule));
}

/** Separations of some units, each from each: one of them is like any other, so trying one is trying all. */
function isClique(rules: readonly StatedRule[]): boolean {
  const pairs = rules.filter((rule) => rule.kind === 'apart');
  const count = new Set(pairs.flatMap(({ units }) => units)).size;
  return pairs.length === rules.length && pairs.length === (count * (count - 1)) / 2;
}

/** One of those that say the same. */
function distinct(rules: readonly StatedRule[]): StatedRule[] {
  const seen = new Set<string>();
  return rules.filter((rule) => {
    const said = rule.kind === 'apart' ? [...rule.units].sort((a, b) => a - b).join() : `${rule.index}`;
    const key = `${rule.kind} ${said}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

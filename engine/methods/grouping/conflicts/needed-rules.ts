import type { GroupBounds } from '../problem/grouping-problem.js';
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
 * first by the reasons seen at once, where they are enough, then by search.
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
  const seen = refutedBy(seenImpossible);
  const proven = refutedBy(provenImpossible);
  let kept = distinct(statedRules(problem, cause));
  if (!proven(kept)) kept = distinct(statedRules(problem, everyRule(problem)));
  if (isClique(kept) && !proven(kept.slice(1))) return kept;
  // by one the search has the last word, so the reasons seen at once stop at two
  const half = Math.ceil(kept.length / 2);
  if (seen(kept)) return reduced(reduced(kept, seen, half, 2), proven, 1, 1);
  return reduced(kept, proven, half, 1);
}

/** Leaves out chunks of rules, of `from` rules at first and `to` at last. */
function reduced(
  rules: readonly StatedRule[],
  refuted: (rules: readonly StatedRule[]) => boolean,
  from: number,
  to: number,
): StatedRule[] {
  let kept = [...rules];
  for (let chunk = from; chunk >= to; chunk = chunk > 1 ? Math.ceil(chunk / 2) : 0) {
    for (let at = 0; at < kept.length; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + chunk)];
      if (refuted(rest)) kept = rest;
      else at += chunk;
    }
  }
  return kept;
}

/** Separations of some units, each from each: one of them is like any other, so trying one is trying all. */
function isClique(rules: readonly StatedRule[]): boolean {
  if (rules.some(({ kind }) => kind !== 'apart')) return false;
  const count = new Set(rules.flatMap((rule) => (rule.kind === 'apart' ? rule.units : []))).size;
  return rules.length === (count * (count - 1)) / 2;
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

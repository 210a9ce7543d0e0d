import type { Reason } from '../../model/reason.js';
import type { Rule } from '../../model/rule.js';
import type { RuleOutcome } from '../../model/rule-outcome.js';
import type { Territory } from '../../model/territory.js';
import type { NameBook } from '../name-book.js';
import { stateReason } from '../sentences/state-reason.js';
import { ofWholeWorkshops, placingKinds, ruleTerms } from './rule-terms.js';

/**
 * The rules that hold territory i in workshop `here`, in the order given: those that name it and say with whom or
 * where it sits, kept or not, and others that are broken by it there. Rules on a workshop as a whole are nobody's own:
 * their outcome is told once, with the plan.
 */
export function ruleReasons(
  input: {
    readonly territories: readonly Territory[];
    readonly workshops: readonly (readonly number[])[];
    readonly rules: readonly Rule[];
    /** by rule, of the same workshops; a rule without one is not spoken of */
    readonly outcomes: readonly RuleOutcome[];
  },
  i: number,
  here: number,
  names: NameBook,
): Reason[] {
  const { territories, workshops, rules, outcomes } = input;
  const id = territories[i]?.id ?? '';
  const present = new Set((workshops[here] ?? []).map((j) => territories[j]?.id ?? ''));
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.ruleId, outcome]));
  return rules.flatMap((rule) => {
    const outcome = outcomeOf.get(rule.id);
    if (!outcome) return [];
    const terms = ruleTerms(rule);
    const kept = !outcome.broken.some((part) => isBrokenBy(part.territoryIds, rule, id, present));
    const placed = placingKinds.has(rule.kind) && terms.territoryIds.includes(id);
    if (!placed && (kept || ofWholeWorkshops.has(rule.kind))) return [];
    // one seat of a territory is pinned, the others sit elsewhere of themselves
    if (rule.kind === 'pinned' && kept && rule.workshop !== here + 1) return [];
    const otherIds = terms.territoryIds.filter((other) => other !== id);
    return [stateReason(kept ? 'held-by-rule' : 'rule-not-kept', { ...terms, otherIds }, names)];
  });
}

/** A territory may sit in several workshops: what it breaks elsewhere is said there. */
function isBrokenBy(
  behind: readonly string[],
  rule: Rule,
  id: string,
  present: ReadonlySet<string>,
): boolean {
  if (!behind.includes(id)) return false;
  // a pair that is separated is broken wherever either of the two sits; all others break a rule by being there
  return rule.kind === 'together' || rule.kind === 'wishes' || behind.every((other) => present.has(other));
}

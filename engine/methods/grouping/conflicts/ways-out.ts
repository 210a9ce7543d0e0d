import type { GroupBounds } from '../problem/grouping-problem.js';
import { leastStep } from '../search/least-step.js';
import { otherGroups } from '../search/other-groups.js';
import { alikeRules } from './alike-rules.js';
import type { Change } from './conflict.js';
import { impossibleWithAll, provenImpossible } from './impossible.js';
import { everyRule, onlyRules, type RulesAlone, type StatedRule, statedRules } from './rule-selection.js';

type Groups = readonly GroupBounds[];

/** rules to drop that are looked into: any other of the conflict would undo it as well */
const dropsTried = 3;

/**
 * The least changes that undo a conflict, those that are enough first: any one of its rules dropped, or of rules on places that
 * say the same of different units as few as are enough; the limit of a count eased; or other groups.
 */
export function waysOut(
  problem: RulesAlone,
  alternatives: readonly Groups[],
  conflict: readonly StatedRule[],
): Change[] {
  const all = statedRules(problem, everyRule(problem));
  const possible = (choices: readonly Groups[], rules: readonly StatedRule[]): boolean =>
    impossibleWithAll(provenImpossible, onlyRules(problem.order, rules), choices) === null;
  const some = dropsOfAlike(conflict, all, (others) => possible(alternatives, others));
  const told = new Set(some.flatMap(({ rules }) => rules.map(keyOf)));
  const dropped = conflict.filter((rule) => !told.has(keyOf(rule))).slice(0, dropsTried);
  const enough = verdicts(dropped, all, (others) => possible(alternatives, others));
  const drops = dropped.map((rule): Change => ({ kind: 'drop', rule, sufficient: enough(rule) }));
  const limits = conflict.filter(isOnCounts).flatMap((rule) =>
    otherLimits(rule, (eased) => possible(alternatives, replaced(conflict, eased))).map((limit): Change => {
      const sufficient = possible(alternatives, replaced(all, { ...rule, ...limit }));
      return { kind: 'limit', rule, ...limit, sufficient };
    }),
  );
  const named = all.flatMap((rule) =>
    rule.kind === 'pinned' ? [rule.group] : rule.kind === 'allowed' ? namedBy(rule.groups, alternatives) : [],
  );
  const regroupings = otherGroups(problem.order, alternatives, conflict, named, (choices) =>
    possible(choices, conflict),
  ).map(({ choices, change }): Change => ({ ...change, sufficient: possible(choices, all) }));
  return [...limits, ...some, ...drops, ...regroupings].sort(
    (a, b) => Number(b.sufficient) - Number(a.sufficient),
  );
}

/**
 * Rules on places that say the same of several units of the conflict, with the fewest to give up: those of the conflict first.
 * Pins of which one is enough, or not even all are, are told one by one.
 */
function dropsOfAlike(
  conflict: readonly StatedRule[],
  all: readonly StatedRule[],
  possible: (others: readonly StatedRule[]) => boolean,
): DropOfAlike[] {
  const inConflict = new Set(conflict.filter(isOnPlaces).map(keyOf));
  if (inConflict.size < 2) return [];
  return alikeRules(all).flatMap((alike) => {
    const named = alike.filter((rule) => inConflict.has(keyOf(rule)));
    if (named.length < 2) return [];
    const rules = [...named, ...alike.filter((rule) => !inConflict.has(keyOf(rule)))];
    const count = leastStep(rules.length, (step) => {
      const given = new Set(rules.slice(0, step).map(keyOf));
      return possible(all.filter((rule) => !given.has(keyOf(rule))));
    });
    if (count < 2 && named[0]?.kind === 'pinned') return [];
    const told = rules.slice(0, Math.max(count, named.length));
    return [{ kind: 'drop-some', rules: told, count: Math.max(1, count), sufficient: count > 0 }];
  });
}

type DropOfAlike = Extract<Change, { kind: 'drop-some' }> & { readonly rules: readonly StatedRule[] };

function isOnPlaces({ kind }: StatedRule): boolean {
  return kind === 'allowed' || kind === 'pinned';
}

function keyOf({ kind, index }: { readonly kind: string; readonly index: number }): string {
  return `${kind} ${index}`;
}

/** Whether all rules but one are possible, asked once for those that are alike. */
function verdicts(
  dropped: readonly StatedRule[],
  all: readonly StatedRule[],
  possible: (others: readonly StatedRule[]) => boolean,
): (rule: StatedRule) => boolean {
  // separations in conflict share their units: no two are alike
  const classes = dropped.some(({ kind }) => kind !== 'apart') ? alikeRules(all) : [];
  const known = new Map<StatedRule, boolean>();
  return (rule) => {
    const alike = classes.find((one) => one.some((other) => sameRule(other, rule)))?.[0] ?? rule;
    const before = known.get(alike);
    if (before !== undefined) return before;
    const verdict = possible(all.filter((other) => !sameRule(other, rule)));
    known.set(alike, verdict);
    return verdict;
  };
}

/** Groups that are to stay; none where a list goes beyond those there are, and asks for none in particular. */
function namedBy(groups: readonly number[], alternatives: readonly Groups[]): readonly number[] {
  const most = alternatives.reduce((count, { length }) => Math.max(count, length), 0);
  return groups.some((g) => g >= most) ? [] : groups;
}

type CountRule = Extract<StatedRule, { kind: 'quota' | 'variety' }>;

function isOnCounts(rule: StatedRule): rule is CountRule {
  return rule.kind === 'quota' || rule.kind === 'variety';
}

/** The nearest limits of a rule that undo the conflict: a larger maximum, a smaller minimum. */
function otherLimits(
  rule: CountRule,
  undone: (eased: CountRule) => boolean,
): ({ readonly max: number } | { readonly min: number })[] {
  const { min = 0 } = rule;
  const limits: ({ max: number } | { min: number })[] = [];
  if (rule.kind === 'quota' && rule.max !== undefined) {
    const { max } = rule;
    const by = leastStep(rule.units.length - max, (step) => undone({ ...rule, max: max + step }));
    if (by) limits.push({ max: max + by });
  }
  // one kind at least, or one or none, says nothing: the rule is dropped instead
  const floor = rule.kind === 'variety' || rule.orNone ? 2 : 1;
  const by = leastStep(min - floor, (step) => undone({ ...rule, min: min - step }));
  if (by) limits.push({ min: min - by });
  return limits;
}

function replaced(rules: readonly StatedRule[], by: StatedRule): StatedRule[] {
  return rules.map((rule) => (sameRule(rule, by) ? by : rule));
}

function sameRule(a: StatedRule, b: StatedRule): boolean {
  return a.kind === b.kind && a.index === b.index;
}

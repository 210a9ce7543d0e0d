import type { Rule } from '../model/rule.js';
import type { RuleConflictKind } from './findings/finding-facts.js';

/** Rules that cannot all be kept. */
export interface RuleConflict {
  readonly kind: RuleConflictKind;
  /** the rule to drop so that the others stand: the one that closes the circle */
  readonly dropped: Rule;
  /** rules that contradict each other, none of them needless, `dropped` last */
  readonly rules: readonly Rule[];
  /** the territories the contradiction is about */
  readonly territoryIds: readonly string[];
}

/**
 * Finds the contradictions among rules: an apart pair that together-rules tie, a territory (or a tied
 * group) pinned to two workshops, an apart pair pinned to one workshop.
 *
 * Together-rules stand, then pins, then apart-rules, each in the order of ids: a rule that contradicts
 * those before it is reported and not counted, so that what remains can be kept.
 */
export function findRuleConflicts(rules: readonly Rule[]): RuleConflict[] {
  return contradictions(rules).map(withoutBystanders);
}

/** Leaves out of a conflict every rule without which the others contradict each other all the same. */
function withoutBystanders(conflict: RuleConflict): RuleConflict {
  let rules = conflict.rules;
  for (const rule of conflict.rules) {
    const others = rules.filter((other) => other !== rule);
    if (contradictions(others).length > 0) rules = others;
  }
  return contradictions(rules)[0] ?? conflict;
}

function contradictions(rules: readonly Rule[]): RuleConflict[] {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ties = tiesOf(sorted.filter(({ kind }) => kind === 'together'));
  const groupOf = groupsOf(ties);
  const pinOf = new Map<string, { rule: Rule; territoryId: string }>();
  const conflicts: RuleConflict[] = [];
  for (const rule of sorted.filter(({ kind }) => kind === 'pinned')) {
    const conflict = pinConflict(rule, pinOf, groupOf, ties);
    if (conflict) conflicts.push(conflict);
    else for (const id of rule.territoryIds) setOnce(pinOf, groupOf.get(id) ?? id, { rule, territoryId: id });
  }
  for (const rule of sorted.filter(({ kind }) => kind === 'apart')) {
    const conflict = apartConflict(rule, pinOf, groupOf, ties);
    if (conflict) conflicts.push(conflict);
  }
  return conflicts;
}

/** territory → the territories that a rule seats with it, and that rule */
type Ties = ReadonlyMap<string, readonly { other: string; rule: Rule }[]>;
type Pins = Map<string, { rule: Rule; territoryId: string }>;

function tiesOf(together: readonly Rule[]): Ties {
  const ties = new Map<string, { other: string; rule: Rule }[]>();
  const tie = (from: string, other: string, rule: Rule) =>
    ties.set(from, [...(ties.get(from) ?? []), { other, rule }]);
  for (const rule of together) {
    const [first, ...others] = rule.territoryIds;
    for (const other of others) {
      if (first === undefined) continue;
      tie(first, other, rule);
      tie(other, first, rule);
    }
  }
  return ties;
}

/** territory → one territory that stands for all those tied to it (a walk through each component) */
function groupsOf(ties: Ties): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  for (const start of ties.keys()) {
    if (groupOf.has(start)) continue;
    const open = [start];
    groupOf.set(start, start);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const { other } of ties.get(id) ?? []) {
        if (groupOf.has(other)) continue;
        groupOf.set(other, start);
        open.push(other);
      }
    }
  }
  return groupOf;
}

function pinConflict(
  rule: Rule,
  pinOf: Pins,
  groupOf: ReadonlyMap<string, string>,
  ties: Ties,
): RuleConflict | undefined {
  for (const id of rule.territoryIds) {
    const earlier = pinOf.get(groupOf.get(id) ?? id);
    if (!earlier || earlier.rule.workshop === rule.workshop) continue;
    const chain = rulesBetween(earlier.territoryId, id, ties);
    const territoryIds = distinct([earlier.territoryId, id]);
    return {
      kind: 'pinned-twice',
      dropped: rule,
      rules: distinct([earlier.rule, ...chain, rule]),
      territoryIds,
    };
  }
  return undefined;
}

function apartConflict(
  rule: Rule,
  pinOf: Pins,
  groupOf: ReadonlyMap<string, string>,
  ties: Ties,
): RuleConflict | undefined {
  const inGroup = new Map<string, string>();
  const inWorkshop = new Map<number, { id: string; pin: { rule: Rule; territoryId: string } }>();
  for (const id of rule.territoryIds) {
    const group = groupOf.get(id) ?? id;
    const tied = inGroup.get(group);
    if (tied !== undefined) {
      const rules = distinct([...rulesBetween(tied, id, ties), rule]);
      return { kind: 'apart-inside-together', dropped: rule, rules, territoryIds: distinct([tied, id]) };
    }
    inGroup.set(group, id);
    const pin = pinOf.get(group);
    if (pin?.rule.workshop === undefined) continue;
    const seated = inWorkshop.get(pin.rule.workshop);
    if (seated) {
      const reach = (a: string, b: string) => rulesBetween(a, b, ties);
      const rules = [
        seated.pin.rule,
        pin.rule,
        ...reach(seated.pin.territoryId, seated.id),
        ...reach(pin.territoryId, id),
        rule,
      ];
      return {
        kind: 'pinned-together-inside-apart',
        dropped: rule,
        rules: distinct(rules),
        territoryIds: [seated.id, id],
      };
    }
    inWorkshop.set(pin.rule.workshop, { id, pin });
  }
  return undefined;
}

/** The rules along a shortest way from one territory to the other (breadth first); none when they are the same. */
function rulesBetween(from: string, to: string, ties: Ties): Rule[] {
  const cameBy = new Map<string, { previous: string; rule: Rule } | null>([[from, null]]);
  const open = [from];
  for (let k = 0; k < open.length && !cameBy.has(to); k++) {
    const id = open[k] ?? from;
    for (const { other, rule } of ties.get(id) ?? []) {
      if (cameBy.has(other)) continue;
      cameBy.set(other, { previous: id, rule });
      open.push(other);
    }
  }
  const rules: Rule[] = [];
  for (let step = cameBy.get(to); step; step = cameBy.get(step.previous)) rules.unshift(step.rule);
  return distinct(rules);
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

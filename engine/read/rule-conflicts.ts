import type { Rule, RuleOf } from '../model/rule.js';
import type { RuleConflictKind } from './findings/rule-finding-facts.js';

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
 * Finds the contradictions among rules that name territories: an apart pair that together-rules tie, a territory
 * (or a tied group) pinned to two workshops or left with none by the workshops it is allowed and forbidden, an
 * apart pair left with one and the same workshop, a pairing both imposed and forbidden. Rules of other kinds
 * contradict nobody here.
 *
 * Together-rules stand, then pins, then workshops allowed, then forbidden, then apart-rules, each in the order
 * of ids: a rule that contradicts those before it is reported and not counted. That what remains can be kept is
 * certain unless apart-rules meet with few workshops allowed, which is for the search to find.
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
  const ties = tiesOf(sorted.filter((rule) => rule.kind === 'together'));
  const groupOf = groupsOf(ties);
  const places: Places = new Map();
  const conflicts: RuleConflict[] = [];
  for (const kind of placingKinds) {
    for (const rule of sorted) {
      if (rule.kind !== kind) continue;
      const conflict = placeConflict(rule, places, groupOf, ties);
      if (conflict) conflicts.push(conflict);
      else for (const id of rule.territoryIds) place(rule, id, places, groupOf.get(id) ?? id);
    }
  }
  for (const rule of sorted) {
    if (rule.kind !== 'apart') continue;
    const conflict = apartConflict(rule, places, groupOf, ties);
    if (conflict) conflicts.push(conflict);
  }
  return [...conflicts, ...pairConflicts(sorted)];
}

/** What is imposed stands. */
function pairConflicts(rules: readonly Rule[]): RuleConflict[] {
  const imposed = rules.filter((rule) => rule.kind === 'pair-imposed');
  return rules.flatMap((rule) => {
    if (rule.kind !== 'pair-forbidden') return [];
    const against = imposed.find(({ territoryIds }) =>
      territoryIds.every((id) => rule.territoryIds.includes(id)),
    );
    if (!against) return [];
    const { territoryIds } = against;
    return [{ kind: 'pair-imposed-and-forbidden', dropped: rule, rules: [against, rule], territoryIds }];
  });
}

/** The kinds that say where a territory may sit, in the order in which they stand. */
const placingKinds = ['pinned', 'allowed', 'forbidden'] as const;
type PlacingRule = RuleOf<(typeof placingKinds)[number]>;

/** territory → the territories that a rule seats with it, and that rule */
type Ties = ReadonlyMap<string, readonly { other: string; rule: Rule }[]>;

/** What placing rules have said of a tied group: where it may sit, and the rules that told something new. */
interface Place {
  /** null: any workshop that is not forbidden */
  readonly allowed: ReadonlySet<number> | null;
  readonly forbidden: ReadonlySet<number>;
  readonly told: readonly { readonly rule: Rule; readonly territoryId: string }[];
}
type Places = Map<string, Place>;

function tiesOf(together: readonly RuleOf<'together'>[]): Ties {
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

function placeConflict(
  rule: PlacingRule,
  places: Places,
  groupOf: ReadonlyMap<string, string>,
  ties: Ties,
): RuleConflict | undefined {
  for (const id of rule.territoryIds) {
    const earlier = places.get(groupOf.get(id) ?? id) ?? anywhere;
    if (!hasNowhere(narrowed(earlier, rule, id))) continue;
    const { told } = earlier;
    const chains = told.flatMap(({ territoryId }) => rulesBetween(territoryId, id, ties));
    const pinsOnly = [...told.map((each) => each.rule), rule].every(({ kind }) => kind === 'pinned');
    return {
      kind: pinsOnly ? 'pinned-twice' : 'no-workshop-left',
      dropped: rule,
      rules: distinct([...told.map((each) => each.rule), ...chains, rule]),
      territoryIds: distinct([...told.map(({ territoryId }) => territoryId), id]),
    };
  }
  return undefined;
}

const anywhere: Place = { allowed: null, forbidden: new Set(), told: [] };

function place(rule: PlacingRule, territoryId: string, places: Places, group: string): void {
  const earlier = places.get(group) ?? anywhere;
  const now = narrowed(earlier, rule, territoryId);
  const news = now.allowed?.size !== earlier.allowed?.size || now.forbidden.size !== earlier.forbidden.size;
  if (news) places.set(group, now);
}

function narrowed({ allowed, forbidden, told }: Place, rule: PlacingRule, territoryId: string): Place {
  const workshops = rule.kind === 'pinned' ? [rule.workshop] : rule.workshops;
  const now = [...told, { rule, territoryId }];
  if (rule.kind === 'forbidden') {
    return { allowed, forbidden: new Set([...forbidden, ...workshops]), told: now };
  }
  const both = workshops.filter((number) => allowed?.has(number) ?? true);
  return { allowed: new Set(both), forbidden, told: now };
}

/** The workshops left to a place, when they are few: null when any may do. */
function workshopsLeft({ allowed, forbidden }: Place): number[] | null {
  return allowed && [...allowed].filter((number) => !forbidden.has(number));
}

function hasNowhere(where: Place): boolean {
  return workshopsLeft(where)?.length === 0;
}

function apartConflict(
  rule: RuleOf<'apart'>,
  places: Places,
  groupOf: ReadonlyMap<string, string>,
  ties: Ties,
): RuleConflict | undefined {
  const inGroup = new Map<string, string>();
  const inWorkshop = new Map<number, { id: string; where: Place }>();
  for (const id of rule.territoryIds) {
    const group = groupOf.get(id) ?? id;
    const tied = inGroup.get(group);
    if (tied !== undefined) {
      const rules = distinct([...rulesBetween(tied, id, ties), rule]);
      return { kind: 'apart-inside-together', dropped: rule, rules, territoryIds: distinct([tied, id]) };
    }
    inGroup.set(group, id);
    const where = places.get(group);
    const [workshop, ...others] = (where && workshopsLeft(where)) ?? [];
    if (!where || workshop === undefined || others.length > 0) continue;
    const seated = inWorkshop.get(workshop);
    if (seated) {
      const reach = (from: Place, to: string) =>
        from.told.flatMap(({ territoryId }) => rulesBetween(territoryId, to, ties));
      const rules = [
        ...seated.where.told.map((each) => each.rule),
        ...where.told.map((each) => each.rule),
        ...reach(seated.where, seated.id),
        ...reach(where, id),
        rule,
      ];
      return {
        kind: 'pinned-together-inside-apart',
        dropped: rule,
        rules: distinct(rules),
        territoryIds: [seated.id, id],
      };
    }
    inWorkshop.set(workshop, { id, where });
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

function distinct<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

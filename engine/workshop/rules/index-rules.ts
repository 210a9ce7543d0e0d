import { EngineError } from '../../engine-error.js';
import type { Criterion } from '../../model/criterion.js';
import type { Rule, RuleOf } from '../../model/rule.js';
import type { RuleFacts } from '../../model/rule-facts.js';
import type { RuleUnit } from '../../model/rule-unit.js';
import { type UnitGround, unitGround } from '../unit-ground.js';
import { type RuleCounts, ruleCounts } from './rule-counts.js';
import { ruleCriteria } from './rule-criteria.js';

/**
 * The rules of an organiser over indices of units. Hard together, apart and pinned are lists the solver keeps by
 * construction, each with the ids of the rules it comes from, entry by entry; all others are criteria.
 */
export interface IndexedRules extends Omit<RuleCounts, 'ruleIdOf'> {
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly [number, number])[];
  readonly pinned: readonly (readonly [number, number])[];
  readonly ruleIdOf: RuleCounts['ruleIdOf'] & Readonly<Record<'together' | 'apart' | 'pinned', string[]>>;
  readonly criteria: readonly Criterion[];
  /** the groups that some rule or wish names: they keep their numbers */
  readonly namedGroups: ReadonlySet<number>;
  /** how many groups there must be for each rule, hard pins apart, to have a group to go to */
  readonly wishedCount: number;
}

/**
 * Restates rules on units (territories, or their seats); rules are taken in the order of their ids.
 *
 * Units come in the order that makes the answer the same however the input was ordered: by territory id, then seat.
 *
 * @throws EngineError `unknown-territory`, `workshop-number-missing`
 */
export function indexRules(
  rules: readonly Rule[],
  units: readonly RuleUnit[],
  facts: RuleFacts,
): IndexedRules {
  const ground = unitGround(units, facts);
  const together: number[][] = [];
  const apart: [number, number][] = [];
  const pinned: [number, number][] = [];
  const ruleIdOf = { together: [] as string[], apart: [] as string[], pinned: [] as string[] };
  const criteria: Criterion[] = [];
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

  for (const rule of sorted) {
    refuseUnnumbered(rule);
    const pin = rule.level === 'hard' ? pinOf(rule) : undefined;
    if (rule.level === 'hard' && rule.kind === 'together') {
      for (const units of ground.delegationsOf(rule)) {
        together.push(units);
        ruleIdOf.together.push(rule.id);
      }
    } else if (rule.level === 'hard' && rule.kind === 'apart') {
      for (const pair of pairsApart(rule, ground)) {
        apart.push(pair);
        ruleIdOf.apart.push(rule.id);
      }
    } else if (pin) {
      const concerned = rule.kind === 'pinned' ? ground.firstUnitsOf(rule) : ground.unitsOf(rule);
      for (const i of concerned) {
        if (pinned.some(([unit, g]) => unit === i && g === pin.group)) continue;
        pinned.push([i, pin.group]);
        ruleIdOf.pinned.push(rule.id);
      }
    } else criteria.push(...ruleCriteria(rule, ground));
  }
  const counts = ruleCounts(sorted, ground);
  return {
    ...counts,
    together,
    apart,
    pinned,
    ruleIdOf: { ...ruleIdOf, ...counts.ruleIdOf },
    criteria,
    ...namedIn(sorted, facts),
  };
}

/** One workshop allowed is a pin. */
function pinOf(rule: Rule): { group: number } | undefined {
  if (rule.kind === 'pinned') return { group: rule.workshop - 1 };
  const [only, ...others] = rule.kind === 'allowed' ? rule.workshops : [];
  return only === undefined || others.length > 0 ? undefined : { group: only - 1 };
}

/** Pairs of units of different territories. */
function pairsApart(rule: RuleOf<'apart'>, { unitsOf, units }: UnitGround): [number, number][] {
  const concerned = unitsOf(rule);
  return concerned.flatMap((i, k) =>
    concerned
      .slice(k + 1)
      .filter((j) => units[i]?.territory !== units[j]?.territory)
      .map((j): [number, number] => [i, j]),
  );
}

function namedIn(
  rules: readonly Rule[],
  facts: RuleFacts,
): Pick<IndexedRules, 'namedGroups' | 'wishedCount'> {
  const namedGroups = new Set<number>();
  let wishedCount = 0;
  for (const rule of rules) {
    const named = workshopsNamed(rule, facts);
    for (const group of named) namedGroups.add(group);
    if (rule.kind === 'pinned' || rule.kind === 'allowed') {
      wishedCount = Math.max(wishedCount, Math.min(...named) + 1);
    }
  }
  return { namedGroups, wishedCount };
}

function workshopsNamed(rule: Rule, facts: RuleFacts): number[] {
  if (rule.kind === 'pinned') return [rule.workshop - 1];
  if (rule.kind === 'allowed' || rule.kind === 'forbidden') return rule.workshops.map((number) => number - 1);
  return rule.kind === 'wishes' ? facts.wishedWorkshops.flat() : [];
}

/** From JavaScript a pin may come without its workshop. */
function refuseUnnumbered(rule: Rule): void {
  if (rule.kind !== 'pinned' || rule.workshop !== undefined) return;
  throw new EngineError(
    'workshop-number-missing',
    `Rule "${rule.id}" pins territories but names no workshop.`,
    'give the number of the workshop, from 1.',
    rule.id,
  );
}

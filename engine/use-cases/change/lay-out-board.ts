import { pairCriterion } from '../../criteria/forms/pair-criterion.js';
import { meansOf, PairLedger, type PairMeans, type PairTotals } from '../../explain/measures/pair-ledger.js';
import { type NameBook, nameBook } from '../../explain/name-book.js';
import { type Company, companyOf, companyOfSeats } from '../../explain/reasons/change-company.js';
import { groupsIn, type PlanGround } from '../../ground/plan-ground.js';
import type { Criterion } from '../../model/criterion.js';
import type { Plan } from '../../model/plan.js';
import type { Rule } from '../../model/rule.js';
import { groupMembers } from '../../numeric/group-members.js';
import { measuredRules } from '../../workshop/rules/measured-rules.js';

/** The pairs of seats of one territory that meet: what the entry by seat is about, no hand may break it. */
export const sameTerritoryId = 'same-territory';

/** What is asked of the workshops and how far it is from being kept: a rule, or a term that the entry adds. */
export interface MeasuredTerm {
  readonly ruleId: string;
  readonly level: Rule['level'];
  readonly rule?: Rule;
  /** they all have the weight of the rule */
  readonly criteria: readonly Criterion[];
  /** now */
  readonly penalty: number;
}

/** A published plan as arrays, each unit in one workshop at most, with all that is asked again and again counted once. */
export interface Board {
  readonly plan: Plan;
  readonly ground: PlanGround;
  /** the workshop of each unit by its place in the plan; −1: none */
  readonly groupOf: Int32Array;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly ledger: PairLedger;
  /** units of each workshop, by index */
  readonly members: readonly (readonly number[])[];
  readonly totals: readonly PairTotals[];
  readonly means: PairMeans;
  readonly terms: readonly MeasuredTerm[];
  /** what the wishes that are not kept cost now */
  readonly cost: number;
  readonly company: Company;
  readonly names: NameBook;
}

/**
 * Lays out a plan of the territorial entry, or by seat.
 *
 * @throws EngineError as `groupsIn`
 */
export function layOutBoard(plan: Plan, ground: PlanGround): Board {
  const { unitIds, weights, pairGround } = ground;
  const groupOf = groupsIn(plan, ground);
  const ledger = new PairLedger(pairGround, weights);
  const members = groupMembers(groupOf, plan.workshops.length);
  const totals = members.map((each) => ledger.totalsOf(each));
  const terms = termsOf(ground).map((term) => ({
    ...term,
    penalty: term.criteria.reduce((sum, criterion) => sum + criterion.evaluate(groupOf), 0),
  }));
  return {
    plan,
    ground,
    groupOf,
    indexOf: new Map(unitIds.map((id, i) => [id, i])),
    ledger,
    members,
    totals,
    means: meansOf(totals),
    terms,
    cost: terms.reduce((sum, term) => sum + costOf(term, term.penalty), 0),
    company: companyOnBoard(ground),
    names: namesOnBoard(plan, ground),
  };
}

/** The names of a plan, its workshops by their titles. */
export function namesOnBoard(
  plan: Plan,
  { input: { taxonomy, territories } }: Pick<PlanGround, 'input'>,
): NameBook {
  return nameBook(taxonomy, territories, new Map(plan.workshops.map(({ id, title }) => [id, title])));
}

/** The criteria of a rule all have its weight. */
export function costOf({ level, criteria }: Omit<MeasuredTerm, 'penalty'>, penalty: number): number {
  return level === 'soft' ? (criteria[0]?.weight ?? 0) * penalty : 0;
}

function termsOf({ input, units, facts, balance, apart }: PlanGround): Omit<MeasuredTerm, 'penalty'>[] {
  const pairs = apart.map(([i, j]) => [i, j, 1] as const);
  const separation = pairCriterion({ ruleId: sameTerritoryId, level: 'hard' }, pairs);
  return [
    ...measuredRules(input.rules, units, facts).map(({ rule, criteria }) => ({
      ruleId: rule.id,
      level: rule.level,
      rule,
      criteria,
    })),
    ...balance.map((criterion) => ({
      ruleId: criterion.ruleId,
      level: criterion.level,
      criteria: [criterion],
    })),
    ...(pairs.length > 0
      ? [{ ruleId: sameTerritoryId, level: 'hard' as const, criteria: [separation] }]
      : []),
  ];
}

function companyOnBoard({ input, seated, unitIds, territoryOf }: PlanGround): Company {
  const { territories, history, seats } = input;
  const company = companyOf(territories, history, seats);
  return seated ? companyOfSeats(company, territoryOf, unitIds, seats) : company;
}

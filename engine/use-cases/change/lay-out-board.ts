import { meansOf, PairLedger, type PairMeans, type PairTotals } from '../../explain/measures/pair-ledger.js';
import { type NameBook, nameBook } from '../../explain/name-book.js';
import { type Company, companyOf } from '../../explain/reasons/change-company.js';
import type { Plan } from '../../model/plan.js';
import type { Seat } from '../../model/seat.js';
import { groupMembers } from '../../numeric/group-members.js';
import { type MeasuredRule, measuredRules } from '../../workshop/rules/measured-rules.js';
import { type PlanGround, planGround } from './plan-ground.js';

/** A published plan as arrays, with all that is asked of it again and again counted once. */
export interface Board {
  readonly plan: Plan;
  readonly ground: PlanGround;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly ledger: PairLedger;
  readonly members: readonly (readonly number[])[];
  readonly totals: readonly PairTotals[];
  readonly means: PairMeans;
  readonly rules: readonly (MeasuredRule & { readonly penalty: number })[];
  /** what the wishes that are not kept cost now */
  readonly cost: number;
  readonly company: Company;
  readonly names: NameBook;
}

/** Lays out a plan; `seats` where it matters who sits, default those that the plan holds. */
export function layOutBoard(plan: Plan, seats?: readonly Seat[]): Board {
  const ground = planGround(plan, seats);
  const { input, territoryIds, groupOf, weights, units, facts } = ground;
  const ledger = new PairLedger(ground.ground, weights);
  const members = groupMembers(groupOf, plan.workshops.length);
  const totals = members.map((each) => ledger.totalsOf(each));
  const rules = measuredRules(input.rules, units, facts).map((measured) => ({
    ...measured,
    penalty: measured.criteria.reduce((sum, criterion) => sum + criterion.evaluate(groupOf), 0),
  }));
  return {
    plan,
    ground,
    indexOf: new Map(territoryIds.map((id, i) => [id, i])),
    ledger,
    members,
    totals,
    means: meansOf(totals),
    rules,
    cost: rules.reduce((sum, measured) => sum + costOf(measured, measured.penalty), 0),
    company: companyOf(input.territories, input.history, input.seats),
    names: nameBook(
      input.taxonomy,
      input.territories,
      new Map(plan.workshops.map(({ id, title }) => [id, title])),
    ),
  };
}

/** The criteria of a rule all have its weight. */
export function costOf({ rule, criteria }: MeasuredRule, penalty: number): number {
  return rule.level === 'soft' ? (criteria[0]?.weight ?? 0) * penalty : 0;
}

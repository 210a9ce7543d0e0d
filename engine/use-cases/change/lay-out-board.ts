import { meansOf, PairLedger, type PairMeans, type PairTotals } from '../../explain/measures/pair-ledger.js';
import { type NameBook, nameBook } from '../../explain/name-book.js';
import { type Company, companyOf, companyOfSeats } from '../../explain/reasons/change-company.js';
import { type MeasuredTerm, measuredTerms } from '../../ground/measured-terms.js';
import { groupsIn, type PlanGround } from '../../ground/plan-ground.js';
import type { Plan } from '../../model/plan.js';
import { groupMembers } from '../../numeric/group-members.js';

/** What is asked of the workshops and how far it is from being kept. */
export interface WeighedTerm extends MeasuredTerm {
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
  readonly terms: readonly WeighedTerm[];
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
  const terms = measuredTerms(ground.input.rules, ground).map((term) => ({
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
export function costOf({ level, criteria }: MeasuredTerm, penalty: number): number {
  return level === 'soft' ? (criteria[0]?.weight ?? 0) * penalty : 0;
}

function companyOnBoard({ input, seated, unitIds, territoryOf }: PlanGround): Company {
  const { territories, history, seats } = input;
  const company = companyOf(territories, history, seats);
  return seated ? companyOfSeats(company, territoryOf, unitIds, seats) : company;
}

import { EngineError } from '../../engine-error.js';
import { meansOf, PairLedger } from '../../explain/measures/pair-ledger.js';
import type { NameBook } from '../../explain/name-book.js';
import { type Company, companyOf } from '../../explain/reasons/change-company.js';
import type { PlanGround } from '../../ground/plan-ground.js';
import type { MembershipChange } from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import type { RuleOutcome } from '../../model/rule-outcome.js';
import { refuseUnknownTerritory } from '../../model/unknown-territory.js';
import { outcomesOf } from '../../plan/describe-rules.js';
import { valueOfMembers } from '../../workshop/membership-value.js';
import { placeOf } from './hand-transfers.js';
import { namesOnBoard } from './lay-out-board.js';

/** The territories of each workshop, by index, ascending. */
export type Members = readonly (readonly number[])[];

/** A published plan in which a territory may sit in several workshops, or in none. */
export interface MembershipBoard {
  readonly plan: Plan;
  readonly ground: PlanGround;
  readonly members: Members;
  readonly ledger: PairLedger;
  readonly company: Company;
  readonly names: NameBook;
  /** the objective of the entry, wishes counted, and how many with experience a referral lacks */
  worthOf(members: Members): { readonly value: number; readonly lacking: number };
  /** what becomes of each rule that the entry gives a meaning to */
  outcomesOf(members: Members): RuleOutcome[];
}

/**
 * Lays out a plan of the thematic entry, or on referral.
 *
 * @throws EngineError as `valueOfMembers`, and `unknown-territory` for a plan that was altered
 */
export function layOutMembership(plan: Plan, ground: PlanGround): MembershipBoard {
  const { input, settings, facts, from, territoryIds, weights, pairGround } = ground;
  const topics = plan.workshops.map(({ problemId }) => from.profiles.problemIds.indexOf(problemId ?? ''));
  const { worthOf, withoutObject } = valueOfMembers(from, settings.workshop);
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  return {
    plan,
    ground,
    members: plan.workshops.map((workshop) =>
      workshop.territoryIds.map((id) => indexOf.get(id) ?? refuseUnknownTerritory(id)).sort((a, b) => a - b),
    ),
    ledger: new PairLedger(pairGround, weights),
    company: companyOf(input.territories, input.history, input.seats),
    names: namesOnBoard(plan, ground),
    worthOf: (members) => worthOf(members.map((units, g) => ({ topic: topics[g] ?? -1, units }))),
    outcomesOf: (members) =>
      outcomesOf({
        input,
        facts,
        composition: { workshops: members.map((territories) => ({ territories })), withoutObject },
      }),
  };
}

/** The means of a plan over its workshops. */
export function meansAmong({ ledger }: MembershipBoard, members: Members): ReturnType<typeof meansOf> {
  return meansOf(members.map((each) => ledger.totalsOf(each)));
}

/**
 * Who sits where once the changes are made in turn.
 *
 * @throws EngineError `unknown-territory`, `unknown-workshop`, `already-in-workshop`, `not-in-workshop`
 */
export function membersAfter(
  { plan, ground, members }: MembershipBoard,
  changes: readonly MembershipChange[],
): number[][] {
  const after = members.map((each) => [...each]);
  const indexOf = new Map(ground.territoryIds.map((id, i) => [id, i]));
  const unitOf = (id: string): number => indexOf.get(id) ?? refuseUnknownTerritory(id);
  for (const change of changes) {
    const { kind, territoryId, workshopId } = change;
    const there = after[placeOf(plan, workshopId)] ?? [];
    if (kind !== 'join') leave(there, unitOf(territoryId), territoryId, workshopId);
    if (kind === 'leave') continue;
    const joiner = kind === 'join' ? territoryId : change.byTerritoryId;
    join(there, unitOf(joiner), joiner, workshopId);
  }
  return after.map((each) => each.sort((a, b) => a - b));
}

function leave(there: number[], unit: number, territoryId: string, workshopId: string): void {
  const rank = there.indexOf(unit);
  if (rank === -1) {
    throw new EngineError(
      'not-in-workshop',
      `The territory "${territoryId}" does not sit in workshop "${workshopId}".`,
      'name a workshop it sits in.',
      territoryId,
    );
  }
  there.splice(rank, 1);
}

function join(there: number[], unit: number, territoryId: string, workshopId: string): void {
  if (there.includes(unit)) {
    throw new EngineError(
      'already-in-workshop',
      `The territory "${territoryId}" sits in workshop "${workshopId}" already.`,
      'let another territory join, or this one join another workshop.',
      territoryId,
    );
  }
  there.push(unit);
}

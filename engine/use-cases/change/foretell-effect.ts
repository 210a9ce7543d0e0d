import { meansOf, type PairTotals } from '../../explain/measures/pair-ledger.js';
import type { NameBook } from '../../explain/name-book.js';
import { type ChangedGroup, companyRemarks } from '../../explain/reasons/change-company.js';
import {
  balanceRemark,
  planRemark,
  ruleRemark,
  tenths,
  workshopRemark,
} from '../../explain/reasons/change-remarks.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import { sameTerritoryId } from '../../ground/measured-terms.js';
import type { WorkshopGround } from '../../ground/workshop-ground.js';
import type { ChangeEffect, Relocation } from '../../model/change-effect.js';
import type { Reason } from '../../model/reason.js';
import {
  beforeAndAfter,
  boundRemark,
  isFurtherOut,
  type OutOfBounds,
  outOfBoundsAt,
  type WorkshopEffect,
} from './effect-parts.js';
import type { Transfer } from './hand-transfers.js';
import { type Board, costOf, type WeighedTerm } from './lay-out-board.js';

/** The board after the transfers, as far as they touch it. */
interface After {
  readonly groupOf: Int32Array;
  /** places in the plan of the workshops that gain or lose someone, ascending */
  readonly touched: readonly number[];
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly totals: ReadonlyMap<number, PairTotals>;
  readonly moves: readonly Relocation[];
}

/**
 * What transfers would do, everything else staying as it is.
 *
 * Of the rules `superseded` nothing is said: the changes lift them.
 */
export function foretellEffect(
  board: Board,
  transfers: readonly Transfer[],
  superseded: ReadonlySet<string>,
): ChangeEffect {
  const { ground, totals, means, terms } = board;
  const penalties = terms.map(({ penalty }) => penalty);
  const groupOf = board.groupOf.slice();
  for (const { unit, to } of transfers) {
    terms.forEach(({ criteria }, k) => {
      for (const criterion of criteria) {
        penalties[k] = (penalties[k] ?? 0) + criterion.deltaOfMove(groupOf, unit, to);
      }
    });
    groupOf[unit] = to;
  }
  const after = afterwards(board, groupOf, transfers);
  const meansAfter = meansOf(totals.map((now, g) => after.totals.get(g) ?? now));
  const changed = terms.flatMap((term, k): ChangedTerm[] => {
    const then = tidy(penalties[k] ?? 0);
    const same = Math.abs(then - term.penalty) < rounding || superseded.has(term.ruleId);
    return same ? [] : [{ ...term, then }];
  });
  const cost = terms.reduce((sum, term, k) => sum + costOf(term, tidy(penalties[k] ?? 0)), 0);
  const workshops = after.touched.map((g) => workshopEffect(board, after, g));
  const outOfBounds = boundsLeft(board, after);
  return {
    moves: [...after.moves],
    value: { before: means.value, after: meansAfter.value },
    total: { before: means.value - board.cost, after: meansAfter.value - cost },
    ...beforeAndAfter(means, meansAfter),
    workshops,
    rules: changed.map(({ ruleId, level, penalty: before, then }) => ({
      ruleId,
      level,
      before,
      after: then,
    })),
    outOfBounds,
    sound:
      changed.every(({ level, penalty, then }) => level === 'soft' || then <= penalty) &&
      outOfBounds.every((left) => !isFurtherOut(left, workshops)),
    remarks: [
      ...outOfBounds.map((left) => boundRemark(left, board.names, ground.seated)),
      ...seatsThatMeet(board, after),
      ...changed.flatMap((term) => termRemark(term, board.names)),
      ...companyRemarks(changedGroups(board, after), board.company, board.names),
      ...likenessRemarks(board, after),
      ...workshops.map((effect) => workshopRemark(effect, board.names, ground.seated)),
      ...(after.moves.length > 0 ? [planRemark(means, meansAfter, board.names)] : []),
    ],
  };
}

/** A term whose penalty changes, and what it becomes. */
interface ChangedTerm extends WeighedTerm {
  readonly then: number;
}

function termRemark({ ruleId, rule, penalty, then }: ChangedTerm, names: NameBook): Reason[] {
  if (rule) return [ruleRemark(rule, then > penalty, names)];
  // told with the seats that meet
  return ruleId === sameTerritoryId ? [] : [balanceRemark(ruleId, penalty, then, names)];
}

function changedGroups({ plan, members }: Board, after: After): ChangedGroup[] {
  return after.touched.map((g) => ({
    workshopId: plan.workshops[g]?.id ?? '',
    before: members[g] ?? [],
    after: after.members.get(g) ?? [],
  }));
}

/** Territories with several seats in a workshop that changes. */
function seatsThatMeet({ plan, ground, names }: Board, { members }: After): Reason[] {
  const { seated, territoryOf, territoryIds, unitIds } = ground;
  if (!seated) return [];
  return [...members].flatMap(([g, units]) => {
    const seatsOf = new Map<number, string[]>();
    for (const i of units) {
      const own = seatsOf.get(territoryOf[i] ?? -1) ?? [];
      seatsOf.set(territoryOf[i] ?? -1, [...own, unitIds[i] ?? '']);
    }
    const workshopId = plan.workshops[g]?.id ?? '';
    return [...seatsOf].flatMap(([t, seatIds]) =>
      seatIds.length > 1
        ? [stateChange('seats-meet', { territoryId: territoryIds[t] ?? '', workshopId, seatIds }, names)]
        : [],
    );
  });
}

function afterwards(board: Board, groupOf: Int32Array, transfers: readonly Transfer[]): After {
  const { plan, ground, ledger, groupOf: published } = board;
  const units = [...new Set(transfers.map(({ unit }) => unit))].sort((a, b) => a - b);
  const moved = units.filter((i) => groupOf[i] !== published[i]);
  const idOf = (g: number): string => plan.workshops[g]?.id ?? '';
  const touched = [...new Set(moved.flatMap((i) => [published[i] ?? -1, groupOf[i] ?? -1]))]
    .filter((g) => g !== -1)
    .sort((a, b) => a - b);
  const movedSet = new Set(moved);
  const members = new Map(
    touched.map((g) => {
      const stay = (board.members[g] ?? []).filter((i) => !movedSet.has(i));
      return [g, [...stay, ...moved.filter((i) => groupOf[i] === g)].sort((a, b) => a - b)];
    }),
  );
  return {
    groupOf,
    touched,
    members,
    totals: new Map([...members].map(([g, each]) => [g, ledger.totalsOf(each)])),
    moves: moved.map((i) => ({
      ...subjectOf(ground, i),
      fromWorkshopId: published[i] === -1 ? null : idOf(published[i] ?? -1),
      toWorkshopId: idOf(groupOf[i] ?? -1),
    })),
  };
}

/** A unit by the id of its territory, and its own where it is a seat. */
export function subjectOf(
  { seated, unitIds, territoryIds, territoryOf }: UnitNames,
  i: number,
): Pick<Relocation, 'territoryId' | 'seatId'> {
  const territoryId = territoryIds[territoryOf[i] ?? -1] ?? '';
  return seated ? { territoryId, seatId: unitIds[i] ?? '' } : { territoryId };
}

type UnitNames = Pick<WorkshopGround, 'seated' | 'unitIds' | 'territoryIds' | 'territoryOf'>;

function workshopEffect(board: Board, after: After, g: number): WorkshopEffect {
  const before = board.totals[g] as PairTotals;
  const then = after.totals.get(g) ?? before;
  const means = meansOf([before]);
  const meansAfter = meansOf([then]);
  return {
    workshopId: board.plan.workshops[g]?.id ?? '',
    size: { before: before.size, after: then.size },
    value: { before: means.value, after: meansAfter.value },
    ...beforeAndAfter(means, meansAfter),
  };
}

function boundsLeft({ plan, ground }: Board, { members }: After): OutOfBounds[] {
  return [...members].flatMap(([g, { length }]) =>
    outOfBoundsAt(plan.workshops[g]?.id ?? '', length, ground.settings.workshop),
  );
}

function likenessRemarks({ plan, ledger, members, groupOf, indexOf, names }: Board, after: After): Reason[] {
  return after.moves.flatMap(({ territoryId, seatId, fromWorkshopId, toWorkshopId }) => {
    if (fromWorkshopId === null || toWorkshopId === null) return [];
    const unit = indexOf.get(seatId ?? territoryId) ?? -1;
    const here = members[groupOf[unit] ?? -1] ?? [];
    const there = after.members.get(plan.workshops.findIndex(({ id }) => id === toWorkshopId)) ?? [];
    const facts = {
      territoryId,
      ...(seatId !== undefined && { seatId }),
      workshopId: toWorkshopId,
      pointsBefore: tenths(ledger.pointsWith(unit, here)),
      pointsAfter: tenths(ledger.pointsWith(unit, there)),
    };
    return [stateChange('change-for-territory', facts, names)];
  });
}

/** Penalties are whole numbers or sums of fractions: what rounding leaves of them is nothing. */
const rounding = 1e-9;

function tidy(penalty: number): number {
  return Math.abs(penalty) < rounding ? 0 : penalty;
}

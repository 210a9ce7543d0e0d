import { meansOf, type PairMeans, type PairTotals } from '../../explain/measures/pair-ledger.js';
import { type ChangedGroup, companyRemarks } from '../../explain/reasons/change-company.js';
import { planRemark, ruleRemark, tenths, workshopRemark } from '../../explain/reasons/change-remarks.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import type { BeforeAfter, ChangeEffect, Relocation } from '../../model/change-effect.js';
import type { Reason } from '../../model/reason.js';
import type { Transfer } from './hand-transfers.js';
import { type Board, costOf } from './lay-out-board.js';

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
  const { plan, ground, totals, means, rules } = board;
  const penalties = rules.map(({ penalty }) => penalty);
  const groupOf = ground.groupOf.slice();
  for (const { unit, to } of transfers) {
    rules.forEach(({ criteria }, k) => {
      for (const criterion of criteria) {
        penalties[k] = (penalties[k] ?? 0) + criterion.deltaOfMove(groupOf, unit, to);
      }
    });
    groupOf[unit] = to;
  }
  const after = afterwards(board, groupOf, transfers);
  const meansAfter = meansOf(totals.map((now, g) => after.totals.get(g) ?? now));
  const changedRules = rules.flatMap(({ rule, penalty }, k) => {
    const then = tidy(penalties[k] ?? 0);
    const same = Math.abs(then - penalty) < rounding || superseded.has(rule.id);
    return same ? [] : [{ rule, before: penalty, after: then }];
  });
  const cost = rules.reduce((sum, measured, k) => sum + costOf(measured, tidy(penalties[k] ?? 0)), 0);
  const workshops = after.touched.map((g) => workshopEffect(board, after, g));
  const outOfBounds = boundsLeft(board, after);
  return {
    moves: [...after.moves],
    value: { before: means.value, after: meansAfter.value },
    total: { before: means.value - board.cost, after: meansAfter.value - cost },
    ...beforeAndAfter(means, meansAfter),
    workshops,
    rules: changedRules.map(({ rule: { id, level }, before, after: then }) => ({
      ruleId: id,
      level,
      before,
      after: then,
    })),
    outOfBounds,
    sound:
      changedRules.every(({ rule, before, after: then }) => rule.level === 'soft' || then <= before) &&
      outOfBounds.every((left) => !isFurtherOut(left, workshops)),
    remarks: [
      ...outOfBounds.map(({ workshopId, bound, limit, size }) =>
        stateChange(
          bound === 'min' ? 'workshop-too-small' : 'workshop-too-large',
          { workshopId, size, limit },
          board.names,
        ),
      ),
      ...changedRules.map(({ rule, before, after: then }) => ruleRemark(rule, then > before, board.names)),
      ...companyRemarks(
        after.touched.map(
          (g): ChangedGroup => ({
            workshopId: plan.workshops[g]?.id ?? '',
            before: board.members[g] ?? [],
            after: after.members.get(g) ?? [],
          }),
        ),
        board.company,
        board.names,
      ),
      ...likenessRemarks(board, after),
      ...workshops.map((effect) => workshopRemark(effect, board.names)),
      ...(after.moves.length > 0 ? [planRemark(means, meansAfter, board.names)] : []),
    ],
  };
}

function afterwards(board: Board, groupOf: Int32Array, transfers: readonly Transfer[]): After {
  const { plan, ground, ledger } = board;
  const units = [...new Set(transfers.map(({ unit }) => unit))].sort((a, b) => a - b);
  const moved = units.filter((i) => groupOf[i] !== ground.groupOf[i]);
  const idOf = (g: number): string => plan.workshops[g]?.id ?? '';
  const touched = [...new Set(moved.flatMap((i) => [ground.groupOf[i] ?? -1, groupOf[i] ?? -1]))]
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
      territoryId: ground.territoryIds[i] ?? '',
      fromWorkshopId: ground.groupOf[i] === -1 ? null : idOf(ground.groupOf[i] ?? -1),
      toWorkshopId: idOf(groupOf[i] ?? -1),
    })),
  };
}

type WorkshopEffect = ChangeEffect['workshops'][number];

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

function beforeAndAfter(
  before: PairMeans,
  after: PairMeans,
): Record<'coherence' | 'spreadKm' | 'decoupling', BeforeAfter> {
  return {
    coherence: { before: before.coherence, after: after.coherence },
    spreadKm: { before: before.spreadKm, after: after.spreadKm },
    decoupling: { before: before.decoupling, after: after.decoupling },
  };
}

function boundsLeft({ plan, ground }: Board, { members }: After): ChangeEffect['outOfBounds'] {
  const { minSize, maxSize } = ground.settings.workshop;
  return [...members].flatMap(([g, { length: size }]): ChangeEffect['outOfBounds'] => {
    const workshopId = plan.workshops[g]?.id ?? '';
    if (size < minSize) return [{ workshopId, bound: 'min', limit: minSize, size }];
    return size > maxSize ? [{ workshopId, bound: 'max', limit: maxSize, size }] : [];
  });
}

/** A workshop that was out of its bounds already may stay as far out as it was. */
function isFurtherOut(
  { workshopId, bound, limit }: ChangeEffect['outOfBounds'][number],
  workshops: readonly WorkshopEffect[],
): boolean {
  const { before = 0, after = 0 } = workshops.find((each) => each.workshopId === workshopId)?.size ?? {};
  return bound === 'min' ? after < Math.min(before, limit) : after > Math.max(before, limit);
}

function likenessRemarks({ plan, ground, ledger, members, indexOf, names }: Board, after: After): Reason[] {
  return after.moves.flatMap(({ territoryId, fromWorkshopId, toWorkshopId }) => {
    if (fromWorkshopId === null) return [];
    const unit = indexOf.get(territoryId) ?? -1;
    const here = members[ground.groupOf[unit] ?? -1] ?? [];
    const there = after.members.get(plan.workshops.findIndex(({ id }) => id === toWorkshopId)) ?? [];
    const facts = {
      territoryId,
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

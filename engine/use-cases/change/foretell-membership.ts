import type { PairMeans } from '../../explain/measures/pair-ledger.js';
import { companyRemarks } from '../../explain/reasons/change-company.js';
import { planRemark, ruleRemark, tenths, workshopRemark } from '../../explain/reasons/change-remarks.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import type { ChangeEffect, Relocation } from '../../model/change-effect.js';
import type { MembershipChange } from '../../model/hand-change.js';
import type { Reason } from '../../model/reason.js';
import {
  beforeAndAfter,
  boundRemark,
  isFurtherOut,
  type OutOfBounds,
  outOfBoundsAt,
  type WorkshopEffect,
} from './effect-parts.js';
import { type Members, type MembershipBoard, meansAmong, membersAfter } from './membership-board.js';
import { limitEffects, limitRemarks } from './membership-limits.js';

/**
 * What it would do that territories join, leave or replace each other, everything else staying as it is.
 *
 * Of the rules `superseded` nothing is said: the changes lift them.
 *
 * @throws EngineError as `membersAfter`
 */
export function foretellMembership(
  board: MembershipBoard,
  changes: readonly MembershipChange[],
  superseded: ReadonlySet<string>,
): ChangeEffect {
  const { plan, ground, members: before, names } = board;
  const after = membersAfter(board, changes);
  const touched = before.flatMap((each, g) => (sameList(each, after[g] ?? []) ? [] : [g]));
  const [means, meansAfter] = [meansAmong(board, before), meansAmong(board, after)];
  const [worth, worthAfter] = [board.worthOf(before), board.worthOf(after)];
  const value = { before: worth.value, after: worthAfter.value };
  const workshops = touched.map((g) => workshopEffect(board, g, after[g] ?? []));
  const rules = ruleEffects(board, before, after).filter(({ ruleId }) => !superseded.has(ruleId));
  const limits = limitEffects(board, before, after);
  const outOfBounds = boundsLeft(board, touched, after);
  const moves = touched.flatMap((g) => movesOf(board, g, after[g] ?? []));
  const ruleOf = new Map(ground.input.rules.map((rule) => [rule.id, rule]));
  return {
    moves,
    value,
    total: value,
    ...beforeAndAfter(means, meansAfter),
    workshops,
    rules: [...rules, ...limits],
    outOfBounds,
    sound:
      [...rules, ...limits].every((each) => each.level === 'soft' || each.after <= each.before) &&
      outOfBounds.every((left) => !isFurtherOut(left, workshops)),
    remarks: [
      ...outOfBounds.map((left) => boundRemark(left, names)),
      ...limitRemarks(board, before, after),
      ...rules.flatMap((each) => {
        const rule = ruleOf.get(each.ruleId);
        return rule ? [ruleRemark(rule, each.after > each.before, names)] : [];
      }),
      ...companyRemarks(
        touched.map((g) => ({
          workshopId: plan.workshops[g]?.id ?? '',
          before: before[g] ?? [],
          after: after[g] ?? [],
        })),
        board.company,
        names,
      ),
      ...moves.map((move) => placeRemark(board, move, before, after)),
      ...workshops.map((effect) => workshopRemark(effect, names)),
      ...(moves.length > 0 ? closingRemarks(board, means, meansAfter) : []),
    ],
  };
}

function closingRemarks({ ground, names }: MembershipBoard, before: PairMeans, after: PairMeans): Reason[] {
  const { entry } = ground.settings.workshop;
  return [
    planRemark(before, after, names),
    ...(entry === 'thematic' ? [stateChange('not-kept-afresh', { entry }, names)] : []),
  ];
}

function workshopEffect(board: MembershipBoard, g: number, after: readonly number[]): WorkshopEffect {
  const now = board.members[g] ?? [];
  const [means, meansAfter] = [meansAmong(board, [now]), meansAmong(board, [after])];
  return {
    workshopId: board.plan.workshops[g]?.id ?? '',
    size: { before: now.length, after: after.length },
    value: { before: means.value, after: meansAfter.value },
    ...beforeAndAfter(means, meansAfter),
  };
}

/** Those who leave, then those who come. */
function movesOf(
  { plan, ground, members }: MembershipBoard,
  g: number,
  after: readonly number[],
): Relocation[] {
  const workshopId = plan.workshops[g]?.id ?? '';
  const before = members[g] ?? [];
  const idOf = (i: number): string => ground.territoryIds[i] ?? '';
  return [
    ...before
      .filter((i) => !after.includes(i))
      .map((i) => ({ territoryId: idOf(i), fromWorkshopId: workshopId, toWorkshopId: null })),
    ...after
      .filter((i) => !before.includes(i))
      .map((i) => ({ territoryId: idOf(i), fromWorkshopId: null, toWorkshopId: workshopId })),
  ];
}

function ruleEffects(board: MembershipBoard, before: Members, after: Members): ChangeEffect['rules'] {
  const now = new Map(board.outcomesOf(before).map((outcome) => [outcome.ruleId, outcome.penalty]));
  const then = new Map(board.outcomesOf(after).map((outcome) => [outcome.ruleId, outcome.penalty]));
  return board.ground.input.rules.flatMap(({ id: ruleId, level }) => {
    const [was, becomes] = [now.get(ruleId) ?? 0, then.get(ruleId) ?? 0];
    return Math.abs(was - becomes) < 1e-9 ? [] : [{ ruleId, level, before: was, after: becomes }];
  });
}

function boundsLeft(
  { plan, ground }: MembershipBoard,
  touched: readonly number[],
  after: Members,
): OutOfBounds[] {
  return touched.flatMap((g) =>
    outOfBoundsAt(plan.workshops[g]?.id ?? '', after[g]?.length ?? 0, ground.settings.workshop),
  );
}

function placeRemark(
  board: MembershipBoard,
  { territoryId, fromWorkshopId, toWorkshopId }: Relocation,
  before: Members,
  after: Members,
): Reason {
  const { plan, ground, ledger, names } = board;
  const i = ground.territoryIds.indexOf(territoryId);
  const workshopId = toWorkshopId ?? fromWorkshopId ?? '';
  const g = plan.workshops.findIndex(({ id }) => id === workshopId);
  if (toWorkshopId === null) {
    const points = tenths(ledger.pointsWith(i, before[g] ?? []));
    const elsewhere = after.filter((each) => each.includes(i)).length;
    return stateChange('change-leaves', { territoryId, workshopId, points, elsewhere }, names);
  }
  const points = tenths(ledger.pointsWith(i, after[g] ?? []));
  const needPercent = needOf(board, i, g);
  return stateChange('change-joins', { territoryId, workshopId, points, needPercent }, names);
}

/** How much it needs what the workshop is for, in whole percent; −1: it did not say so. */
function needOf({ plan, ground }: MembershipBoard, i: number, g: number): number {
  const { profiles, referral } = ground.from;
  const problem = profiles.problemIds.indexOf(plan.workshops[g]?.problemId ?? '');
  const asked = problem === -1 ? referral : [problem];
  const { values, columns } = profiles.needs;
  const most = asked.reduce((need, p) => Math.max(need, values[i * columns + p] ?? 0), 0);
  return most > 0 ? Math.round(100 * most) : -1;
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((i, rank) => b[rank] === i);
}

import { type ChangedGroup, type Company, companyOf, companyRemarks } from './explain/change-company.js';
import { type NameBook, nameBook } from './explain/name-book.js';
import { meansOf, PairLedger, type PairMeans, type PairTotals } from './explain/pair-ledger.js';
import { ruleTerms } from './explain/rule-terms.js';
import { stateChange } from './explain/state-change.js';
import type { BeforeAfter, ChangeEffect, Relocation } from './model/change-effect.js';
import { EngineError } from './model/engine-error.js';
import type { HandChange } from './model/hand-change.js';
import type { Plan } from './model/plan.js';
import type { Reason } from './model/reason.js';
import type { Rule } from './model/rule.js';
import type { Seat } from './model/seat.js';
import { groupMembers } from './numeric/group-members.js';
import { type PlanGround, planGround } from './plan-ground.js';
import { handPinId, territoriesOf } from './workshop/hand-pins.js';
import { type MeasuredRule, measuredRules } from './workshop/measured-rules.js';

/** A plan laid out so that changes by hand are judged before they are made. */
export interface PlanBoard {
  /**
   * The exact effect of these changes, made in turn.
   *
   * @throws EngineError `unknown-territory`, `unknown-workshop`, `not-in-a-workshop` (a swap or a pin of a
   * territory that sits nowhere)
   */
  effectOf(changes: HandChange | readonly HandChange[]): ChangeEffect;
}

/**
 * Computes the ground of a plan once and answers many what-ifs, each in well under a millisecond for a region.
 *
 * @param people seats, where it matters who would be the only woman or man of a workshop: a plan holds them only where its rules ask
 * @throws EngineError as `planGround`
 */
export function planBoard(plan: Plan, people: { readonly seats?: readonly Seat[] } = {}): PlanBoard {
  const board = layOut(plan, people.seats);
  return {
    effectOf: (changes) => {
      const made = [changes].flat() as readonly HandChange[];
      return effectOn(board, transfersOf(board, made), supersededBy(made));
    },
  };
}

/**
 * The exact effect of changes by hand on a plan, before they are made; see `planBoard` for many of them.
 *
 * @throws EngineError as `planBoard` and its `effectOf`
 */
export function effectOfChange(plan: Plan, changes: HandChange | readonly HandChange[]): ChangeEffect {
  return planBoard(plan).effectOf(changes);
}

/** The pins by hand that changes lift or put anew: moving someone again breaks no promise. */
function supersededBy(changes: readonly HandChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(territoriesOf).map(handPinId));
}

/** A territory, by index, that goes to a workshop, by its place in the plan. */
export interface Transfer {
  readonly unit: number;
  readonly to: number;
}

/** Which territory goes where, change after change. */
export function transfersOf(
  { plan, indexOf, ground }: Pick<Board, 'plan' | 'indexOf' | 'ground'>,
  changes: readonly HandChange[],
): Transfer[] {
  const places = new Map(plan.workshops.map(({ id }, g) => [id, g]));
  const groupOf = ground.groupOf.slice();
  const unitOf = (id: string): number => {
    const unit = indexOf.get(id);
    if (unit !== undefined) return unit;
    throw new EngineError(
      'unknown-territory',
      `There is no territory "${id}" in the plan.`,
      'look its id up in the list of territories of the plan.',
      id,
    );
  };
  const placed = (unit: number): number => {
    const g = groupOf[unit] ?? -1;
    if (g !== -1) return g;
    const id = ground.territoryIds[unit] ?? '';
    throw new EngineError(
      'not-in-a-workshop',
      `The territory "${id}" sits in no workshop.`,
      'move it into one first.',
      id,
    );
  };
  return changes.flatMap((change): Transfer[] => {
    if (change.kind === 'unpin' || change.kind === 'pin') {
      const unit = unitOf(change.territoryId);
      if (change.kind === 'pin') placed(unit);
      return [];
    }
    const made: Transfer[] = [];
    if (change.kind === 'swap') {
      const [a, b] = change.territoryIds.map(unitOf) as [number, number];
      made.push({ unit: a, to: placed(b) }, { unit: b, to: placed(a) });
    } else {
      const to = places.get(change.workshopId);
      if (to === undefined) {
        throw new EngineError(
          'unknown-workshop',
          `There is no workshop "${change.workshopId}" in the plan.`,
          `name one of ${plan.workshops.map(({ id }) => id).join(', ')}.`,
          change.workshopId,
        );
      }
      made.push({ unit: unitOf(change.territoryId), to });
    }
    for (const { unit, to } of made) groupOf[unit] = to;
    return made;
  });
}

interface Board {
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

function layOut(plan: Plan, seats?: readonly Seat[]): Board {
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
function costOf({ rule, criteria }: MeasuredRule, penalty: number): number {
  return rule.level === 'soft' ? (criteria[0]?.weight ?? 0) * penalty : 0;
}

/** The board after the transfers, as far as they touch it. */
interface After {
  readonly groupOf: Int32Array;
  /** places in the plan of the workshops that gain or lose someone, ascending */
  readonly touched: readonly number[];
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly totals: ReadonlyMap<number, PairTotals>;
  readonly moves: readonly Relocation[];
}

function effectOn(
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
    const change = tidy((penalties[k] ?? 0) - penalty);
    return change === 0 || superseded.has(rule.id)
      ? []
      : [{ rule, before: penalty, after: tidy(penalty + change) }];
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

function ruleRemark(rule: Rule, isBroken: boolean, names: NameBook): Reason {
  return stateChange(isBroken ? 'rule-broken-by-change' : 'rule-mended-by-change', ruleTerms(rule), names);
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

function workshopRemark({ workshopId, size, coherence, spreadKm }: WorkshopEffect, names: NameBook): Reason {
  const facts = {
    workshopId,
    sizeBefore: size.before,
    sizeAfter: size.after,
    pointsBefore: tenths(100 * coherence.before),
    pointsAfter: tenths(100 * coherence.after),
    kmBefore: Math.round(spreadKm.before),
    kmAfter: Math.round(spreadKm.after),
  };
  return stateChange('change-on-workshop', facts, names);
}

function planRemark(before: PairMeans, after: PairMeans, names: NameBook): Reason {
  const facts = {
    pointsBefore: tenths(100 * before.coherence),
    pointsAfter: tenths(100 * after.coherence),
    decouplingBefore: tenths(100 * before.decoupling),
    decouplingAfter: tenths(100 * after.decoupling),
    kmBefore: Math.round(before.spreadKm),
    kmAfter: Math.round(after.spreadKm),
  };
  return stateChange('change-on-plan', facts, names);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Penalties are whole numbers, or sums of fractions whose rounding must not count for a change. */
function tidy(penalty: number): number {
  return Math.round(penalty * 1e9) / 1e9;
}

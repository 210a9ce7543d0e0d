import { moveReasons, type Regrouped } from '../../explain/reasons/move-reasons.js';
import { ruleTerms } from '../../explain/reasons/rule-terms.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import type { ChangedGrouping } from '../../methods/grouping/changes/change-problem.js';
import { planDigest } from '../../model/plan-digest.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { Reason } from '../../model/reason.js';
import type { CurvePoint } from '../../model/replanning.js';
import type { ReplannedWorkshops } from '../../workshop/replan-workshops.js';
import { measuredRules } from '../../workshop/rules/measured-rules.js';
import { subjectOf } from '../change/foretell-effect.js';
import { fewerMoves, frozenOutOfBounds, rulesDropped } from './replan-remarks.js';
import type { ReplanTask } from './replan-task.js';
import type { Telling } from './telling.js';

/** Who moved, joined and left, and why. */
export function tellRevision(
  task: ReplanTask,
  { bounds }: ReplannedWorkshops,
  { groupOf }: ChangedGrouping,
  { workshopIds, ledger, names }: Telling,
): PlanRevision {
  const { plan, next, ground, home } = task;
  const { unitIds, territoryIds, territoryOf, seated } = ground;
  const regrouped: Regrouped = {
    before: home,
    after: groupOf,
    workshopIds,
    bounds,
    territoryIds: territoryOf.map((t) => territoryIds[t] ?? ''),
    seated,
    mended: mendedRules(task, groupOf),
  };
  const idOf = (g: number | undefined): string => workshopIds[g ?? -1] ?? '';
  return {
    kind: 'replan',
    from: planDigest(plan),
    moves: [...unitIds.keys()].flatMap((i) => {
      if (home[i] === -1 || home[i] === groupOf[i]) return [];
      const reasons = moveReasons(i, regrouped, ledger, names);
      const subject = subjectOf(ground, i);
      return [{ ...subject, fromWorkshopId: idOf(home[i]), toWorkshopId: idOf(groupOf[i]), reasons }];
    }),
    joined: [...unitIds.keys()].flatMap((i) =>
      home[i] === -1 && isNew(task, unitIds[i] ?? '')
        ? [{ ...subjectOf(ground, i), workshopId: idOf(groupOf[i]) }]
        : [],
    ),
    left: seated ? seatsLeft(task) : territoriesLeft(task),
    changed: [...next.changedIds],
    relaxedRuleIds: [],
  };
}

/** A territory that the plan knew and left unplaced does not join; a seat of it that is placed at last does. */
function isNew({ next, ground }: ReplanTask, unitId: string): boolean {
  return ground.seated || next.joinedIds.includes(unitId);
}

function territoriesLeft({ plan, next }: ReplanTask): PlanRevision['left'] {
  const publishedIn = new Map(
    plan.workshops.flatMap(({ id, territoryIds }) => territoryIds.map((member) => [member, id] as const)),
  );
  return next.left.map(({ id, name }) => ({
    territoryId: id,
    name,
    workshopId: publishedIn.get(id) ?? null,
  }));
}

/** The seats that had a place and are no longer occupied. */
function seatsLeft({ plan, ground }: ReplanTask): PlanRevision['left'] {
  const here = new Set(ground.unitIds);
  const nameOf = new Map(plan.assembly.territories.map(({ id, name }) => [id, name]));
  return plan.workshops.flatMap(({ id: workshopId, territoryIds, seatIds = [] }) =>
    seatIds.flatMap((seatId, rank) => {
      const territoryId = territoryIds[rank] ?? '';
      return here.has(seatId)
        ? []
        : [{ territoryId, seatId, name: nameOf.get(territoryId) ?? territoryId, workshopId }];
    }),
  );
}

/** The rules that the published places would break, newcomers where they are put now, and the new ones keep better. */
function mendedRules({ next, ground, home }: ReplanTask, after: Int32Array): Regrouped['mended'] {
  const stayed = home.map((g, i) => (g === -1 ? (after[i] ?? -1) : g));
  return measuredRules(next.input.rules, ground.units, ground.facts).flatMap(({ rule, criteria }) => {
    const penalty = (groupOf: Int32Array): number =>
      criteria.reduce((sum, criterion) => sum + criterion.evaluate(groupOf), 0);
    return penalty(stayed) > penalty(after) + 1e-9 ? [ruleTerms(rule)] : [];
  });
}

/** What an organiser has to know of the whole. */
export function remarksOn(
  { plan, next, ground, home, settings, budget, frozen }: ReplanTask,
  { bounds }: ReplannedWorkshops,
  { moves, joined, left, changed }: PlanRevision,
  curve: readonly CurvePoint[],
  { workshopIds, names }: Omit<Telling, 'ledger'>,
): Reason[] {
  const counts = {
    moved: moves.length,
    budget,
    joined: joined.length,
    left: left.length,
    changed: changed.length,
    ...(ground.seated && { seats: true }),
  };
  return [
    stateChange('replanned', counts, names),
    ...fewerMoves(curve, moves.length, names),
    ...bounds.flatMap(({ max }, g) => {
      const workshopId = workshopIds[g] ?? '';
      if (max === 0) return [stateChange('workshop-closes', { workshopId }, names)];
      return g >= plan.workshops.length ? [stateChange('workshop-opens', { workshopId }, names)] : [];
    }),
    ...frozen.flatMap((g) => {
      const size = home.filter((at) => at === g).length;
      const workshop = { workshopId: workshopIds[g] ?? '', size, seated: ground.seated };
      return frozenOutOfBounds(workshop, settings.workshop, names);
    }),
    ...rulesDropped(plan, next.input.rules, names),
  ];
}

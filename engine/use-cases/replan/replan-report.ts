import { meansOf, type PairLedger } from '../../explain/measures/pair-ledger.js';
import { type NameBook, nameBook } from '../../explain/name-book.js';
import { moveReasons, type Regrouped } from '../../explain/reasons/move-reasons.js';
import { ruleTerms } from '../../explain/reasons/rule-terms.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import type { ChangedGrouping } from '../../methods/grouping/changes/change-problem.js';
import type { Assembly } from '../../model/assembly.js';
import type { Plan } from '../../model/plan.js';
import { planDigest } from '../../model/plan-digest.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { Reason } from '../../model/reason.js';
import type { CurvePoint } from '../../model/replanning.js';
import type { Rule } from '../../model/rule.js';
import { groupMembers } from '../../numeric/group-members.js';
import type { ReplannedWorkshops } from '../../workshop/replan-workshops.js';
import { measuredRules } from '../../workshop/rules/measured-rules.js';
import { subjectOf } from '../change/foretell-effect.js';
import type { ReplanTask } from './replan-task.js';

/** What sentences need: the workshops of both plans by place, the pairs, the names. */
interface Telling {
  readonly workshopIds: readonly string[];
  readonly ledger: PairLedger;
  readonly names: NameBook;
}

/** The names of everyone, who left included, and of the workshops of the plans, the last one's where they differ. */
export function namesOf({ taxonomy, territories }: Assembly, ...plans: readonly Plan[]): NameBook {
  const titles = plans.flatMap(({ workshops }) => workshops.map(({ id, title }) => [id, title] as const));
  const before = plans.flatMap(({ assembly }) => assembly.territories);
  return nameBook(taxonomy, [...before, ...territories], new Map(titles));
}

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

/** What each number of moves gives, and what moving everyone at will would. */
export function curveOf(
  { byMoves, free, fewest }: ReplannedWorkshops,
  ledger: PairLedger,
): { points: CurvePoint[]; free: CurvePoint | null } {
  const least = byMoves[fewest ?? 0]?.sought ?? 0;
  const most = Math.max(free?.sought ?? least, ...byMoves.flatMap((found) => found?.sought ?? []));
  const pointOf = (moves: number, { groupOf, changes, sought }: ChangedGrouping): CurvePoint => ({
    moves,
    made: changes,
    gain: most - least > 1e-9 ? (sought - least) / (most - least) : 1,
    ...meansOf(groupMembers(groupOf).map((each) => ledger.totalsOf(each))),
  });
  return {
    points: byMoves.flatMap((found, moves) => (found ? [pointOf(moves, found)] : [])),
    free: free && pointOf(free.changes, free),
  };
}

/** What an organiser has to know of the whole. */
export function remarksOn(
  { plan, next, ground, home, settings, budget, frozen }: ReplanTask,
  { bounds }: ReplannedWorkshops,
  { moves, joined, left, changed }: PlanRevision,
  curve: readonly CurvePoint[],
  { workshopIds, names }: Omit<Telling, 'ledger'>,
): Reason[] {
  const { minSize, maxSize } = settings.workshop;
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
      if (size >= minSize && size <= maxSize) return [];
      const limit = size < minSize ? minSize : maxSize;
      const facts = { workshopId: workshopIds[g] ?? '', size, limit, ...(ground.seated && { seats: true }) };
      return [stateChange('frozen-out-of-bounds', facts, names)];
    }),
    ...rulesDropped(plan, next.input.rules, names),
  ];
}

/** The rules of the plan that went with those who left. */
export function rulesDropped(plan: Plan, rules: readonly Rule[], names: NameBook): Reason[] {
  const kept = new Set(rules.map(({ id }) => id));
  const ruleIds = plan.assembly.rules.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  return ruleIds.length > 0 ? [stateChange('rules-dropped', { ruleIds }, names)] : [];
}

/** The fewest moves that bring four fifths of what those made bring beyond the fewest, where that is fewer. */
export function fewerMoves(curve: readonly CurvePoint[], made: number, names: NameBook): Reason[] {
  const whole = curve.at(-1)?.gain ?? 0;
  if (whole <= 0) return [];
  const point = curve.find(({ gain }) => gain >= 0.8 * whole);
  if (!point || point.made >= made) return [];
  const facts = { moves: point.made, percent: Math.round((100 * point.gain) / whole) };
  return [stateChange('fewer-moves-do', facts, names)];
}

import { EngineError } from '../../engine-error.js';
import { meansOf, PairLedger } from '../../explain/measures/pair-ledger.js';
import { groupsIn } from '../../ground/plan-ground.js';
import { workshopGround } from '../../ground/workshop-ground.js';
import type { ChangedGrouping } from '../../methods/grouping/changes/change-problem.js';
import type { Assembly } from '../../model/assembly.js';
import type { Control } from '../../model/control.js';
import type { Plan } from '../../model/plan.js';
import type { Replanning } from '../../model/replanning.js';
import type { Seat } from '../../model/seat.js';
import { groupMembers } from '../../numeric/group-members.js';
import { defaultBudget, type PartialOptions } from '../../options.js';
import { resolveOptions } from '../../resolve-options.js';
import { rulesWithout } from '../../workshop/hand-pins.js';
import type { ReplannedWorkshops } from '../../workshop/replan-workshops.js';
import type { StandingWorkshop } from '../../workshop/stand-workshops.js';
import { composeStanding, withRevision } from '../change/compose-standing.js';
import { placeOf } from '../change/hand-transfers.js';
import { nextAssembly, type TerritoryChanges } from './next-assembly.js';
import { curveOf } from './replan-curve.js';
import { replanMemberships } from './replan-memberships.js';
import { refuseBudget } from './replan-refusal.js';
import { remarksOn, tellRevision } from './replan-report.js';
import { type ReplanTask, searchFewMoves } from './replan-task.js';
import { namesOf } from './telling.js';

export interface ReplanRequest {
  /** a whole new assembly: who left, joined or changed is found by id */
  readonly assembly?: Assembly;
  /** or the changes alone; neither: the same territories, better placed */
  readonly changes?: TerritoryChanges;
  /** who sits for the territories, where rules ask; default those the plan holds. An assembly has its own. */
  readonly seats?: readonly Seat[];
  /** how many territories may change workshop, those that join apart; how many places, where there may be several; default 5 */
  readonly budget?: number;
  /** ids of workshops that nobody enters, and nobody leaves but those who leave the assembly */
  readonly frozen?: readonly string[];
  /** over those of the plan */
  readonly options?: PartialOptions;
}

/**
 * Takes up a published plan again: places who joins, and moves at most `budget` of the others, each with its
 * reasons. Workshops keep ids, places, titles and everyone who need not move; pins always hold.
 *
 * A swap is two moves; a territory that joins or leaves is none. The curve tells what each further move gains. In the
 * entry by seat all this is said of seats: one whose holder leaves, without a deputy, is no longer placed. Thematic and on
 * referral, a move is one place gained or lost, see `replanMemberships`.
 *
 * @throws EngineError `budget-too-small` (its value: a `BudgetConflict`), `infeasible` (its value: a
 * `WorkshopConflict`), `bad-budget`, `unknown-workshop`, and those of `nextAssembly`
 */
export function replan(plan: Plan, request: ReplanRequest, control: Control = {}): Replanning {
  const settings = resolveOptions(mergedOptions(plan.options as PartialOptions, request.options ?? {}));
  const { budget = defaultBudget, frozen = [] } = request;
  checkBudget(budget);
  const places = [...new Set(frozen)].map((id) => placeOf(plan, id));
  const next = nextAssembly(plan, request);
  const ground = workshopGround(next.input, settings);
  const { entry } = settings.workshop;
  if (entry === 'thematic' || entry === 'referral') {
    return replanMemberships({ plan, next, settings, ground, budget, frozen: places }, control);
  }
  const home = groupsIn(withoutLeft(plan, ground.unitIds), ground);
  const task: ReplanTask = { plan, next, settings, ground, home, budget, frozen: places };
  const found = searchFewMoves(task, control);
  const chosen = found.byMoves.at(-1);
  if (!chosen || found.fewest === null) return refuseBudget(task, found, control);
  return assembleReplanning(task, found, chosen, control);
}

function mergedOptions(base: PartialOptions, over: PartialOptions): PartialOptions {
  const stages = new Set([...Object.keys(base), ...Object.keys(over)]) as Set<keyof PartialOptions>;
  return Object.fromEntries([...stages].map((stage) => [stage, { ...base[stage], ...over[stage] }]));
}

function checkBudget(budget: number): void {
  if (Number.isInteger(budget) && budget >= 0) return;
  throw new EngineError('bad-budget', `The budget is ${budget}.`, 'give a whole number, 0 or more.', budget);
}

/** The published workshops without those who left, or whose seat nobody occupies any more. */
function withoutLeft({ workshops }: Plan, unitIds: readonly string[]): Pick<Plan, 'workshops'> {
  const here = new Set(unitIds);
  return {
    workshops: workshops.map((workshop) => ({
      ...workshop,
      territoryIds: workshop.territoryIds.filter((id) => here.has(id)),
      ...(workshop.seatIds && { seatIds: workshop.seatIds.filter((id) => here.has(id)) }),
    })),
  };
}

/** Composes everything around the workshops found, then tells the moves by the names that these bear. */
function assembleReplanning(
  task: ReplanTask,
  found: ReplannedWorkshops,
  chosen: ChangedGrouping,
  control: Control,
): Replanning {
  const { plan, next, settings, ground, budget } = task;
  const members = groupMembers(chosen.groupOf, found.bounds.length);
  const open = found.bounds.flatMap(({ max }, g) => (max > 0 ? [g] : []));
  const standing = open.map((g): StandingWorkshop => {
    const published = plan.workshops[g];
    const memberIds = (members[g] ?? []).map((i) => ground.unitIds[i] ?? '');
    return { memberIds, ...(published && { published }) };
  });
  const numbers = new Map(open.map((g, place) => [g + 1, place + 1]));
  const rules = rulesWithout(
    next.input.rules,
    () => true,
    (workshop) => numbers.get(workshop),
  );
  const composed = composeStanding(standing, { ...next.input, rules }, settings, control);
  const workshopIds = found.bounds.map((_, g) => {
    const place = open.indexOf(g);
    return place === -1 ? (plan.workshops[g]?.id ?? '') : (composed.workshops[place]?.id ?? '');
  });
  const ledger = new PairLedger(ground.pairGround, ground.weights);
  const names = namesOf(next.input, plan, composed);
  const revision = tellRevision(task, found, chosen, { workshopIds, ledger, names });
  const curve = curveOf(found, ({ groupOf, changes }) => ({
    made: changes,
    ...meansOf(groupMembers(groupOf).map((each) => ledger.totalsOf(each))),
  }));
  return {
    plan: withRevision(composed, plan, revision),
    revision,
    budget,
    fewest: found.fewest ?? 0,
    curve: curve.points,
    free: curve.free,
    remarks: remarksOn(task, found, revision, curve.points, { workshopIds, names }),
  };
}

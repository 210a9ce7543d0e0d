import { meansOf, PairLedger } from '../../explain/measures/pair-ledger.js';
import type { Control } from '../../model/control.js';
import type { CurvePoint, Replanning } from '../../model/replanning.js';
import type { ChangedMembers, ReplannedMembers } from '../../workshop/replan-memberships.js';
import type { StandingWorkshop } from '../../workshop/stand-workshops.js';
import { composeStanding, withRevision } from '../change/compose-standing.js';
import { remarksOnPlaces, tellPlaces } from './membership-report.js';
import { type MembershipTask, searchFewPlaces } from './membership-task.js';
import { curveOf } from './replan-curve.js';
import { nothingKeepsTheRules, refuseWhatOthersAllow } from './replan-refusal.js';
import { namesOf } from './telling.js';

/**
 * Takes up a plan of the thematic entry, or on referral, again: a move is one place gained or lost by a territory that the
 * plan knew, but for those that the change itself gives or takes. Thematic workshops may open and close.
 *
 * @throws EngineError `budget-too-small` (its value: a `BudgetConflict`), and as `replanMembers`
 */
export function replanMemberships(task: MembershipTask, control: Control): Replanning {
  const found = searchFewPlaces(task, control);
  const chosen = found.byMoves.at(-1);
  if (!chosen || found.fewest === null) return refuseFewPlaces(task, found, control);
  const { plan, next, settings, ground } = task;
  // a published workshop without members closes; so does a new one that others did without
  const open = chosen.groups.flatMap(({ units }, g) => (units.length > 0 ? [g] : []));
  const standing = open.map((g): StandingWorkshop => {
    const { topic, units } = chosen.groups[g] ?? { topic: -1, units: [] };
    const published = plan.workshops[g];
    const problemId = ground.from.profiles.problemIds[topic];
    return {
      memberIds: units.map((i) => ground.territoryIds[i] ?? ''),
      ...(published ? { published } : problemId !== undefined && { problemId }),
    };
  });
  const composed = composeStanding(standing, next.input, settings, control);
  const workshopIds = chosen.groups.map(
    (_, g) => plan.workshops[g]?.id ?? composed.workshops[open.indexOf(g)]?.id ?? '',
  );
  const ledger = new PairLedger(ground.pairGround, ground.weights);
  const telling = { workshopIds, ledger, names: namesOf(next.input, plan, composed) };
  const revision = tellPlaces(task, found, chosen, telling);
  const curve = curveOf(found, (members) => measuresOf(members, ledger));
  return {
    plan: withRevision(composed, plan, revision),
    revision,
    budget: task.budget,
    fewest: found.fewest,
    curve: curve.points,
    free: curve.free,
    remarks: remarksOnPlaces(task, chosen, { ...telling, revision, curve: curve.points }),
  };
}

/** The objective of the entry is not the sum over pairs that the ledger has. */
function measuresOf(
  { groups, moves, value }: ChangedMembers,
  ledger: PairLedger,
): Omit<CurvePoint, 'moves' | 'gain'> {
  const { coherence, decoupling, spreadKm } = meansOf(groups.map(({ units }) => ledger.totalsOf(units)));
  return { made: moves, value, coherence, decoupling, spreadKm };
}

/**
 * Says what more moves, or other workshops left as they are, would make possible.
 *
 * @throws EngineError `budget-too-small`, always
 */
function refuseFewPlaces(task: MembershipTask, { fewest }: ReplannedMembers, control: Control): never {
  refuseWhatOthersAllow(task, fewest, () => searchFewPlaces({ ...task, frozen: [] }, control).fewest);
  throw nothingKeepsTheRules(task);
}

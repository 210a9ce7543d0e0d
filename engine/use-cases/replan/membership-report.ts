import type { NameBook } from '../../explain/name-book.js';
import {
  membershipReasons,
  type PlaceMove,
  type ReplacedMembers,
} from '../../explain/reasons/membership-reasons.js';
import { ruleTerms } from '../../explain/reasons/rule-terms.js';
import { stateMembership } from '../../explain/sentences/state-membership.js';
import { planDigest } from '../../model/plan-digest.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { Reason } from '../../model/reason.js';
import type { CurvePoint } from '../../model/replanning.js';
import { outcomesOf } from '../../plan/describe-rules.js';
import { valueOfMembers } from '../../workshop/membership-value.js';
import type { ChangedMembers, ReplannedMembers } from '../../workshop/replan-memberships.js';
import { type MembershipTask, replanOf } from './membership-task.js';
import { fewerMoves, frozenOutOfBounds, rulesDropped } from './replan-remarks.js';
import type { Telling } from './telling.js';

/** Who gained and lost which place, joined and left, and why. */
export function tellPlaces(
  task: MembershipTask,
  found: ReplannedMembers,
  chosen: ChangedMembers,
  { workshopIds, ledger, names }: Telling,
): PlanRevision {
  const { plan, next, ground } = task;
  const replaced = replacedMembers(task, chosen, workshopIds);
  const idOf = (i: number): string => ground.territoryIds[i] ?? '';
  const moves = placeMoves(replaced, found);
  return {
    kind: 'replan',
    from: planDigest(plan),
    moves: moves.map((move) => ({
      territoryId: idOf(move.territory),
      fromWorkshopId: move.gained ? null : (workshopIds[move.workshop] ?? ''),
      toWorkshopId: move.gained ? (workshopIds[move.workshop] ?? '') : null,
      ...(move.forced && { forced: true }),
      reasons: membershipReasons(move, replaced, ledger, names),
    })),
    joined: next.joinedIds.flatMap((territoryId) => {
      const i = ground.territoryIds.indexOf(territoryId);
      const places = placesOf(replaced.after, i).map((g) => workshopIds[g] ?? '');
      return (places.length > 0 ? places : [null]).map((workshopId) => ({ territoryId, workshopId }));
    }),
    left: next.left.flatMap(({ id, name }) => {
      const places = plan.workshops.filter(({ territoryIds }) => territoryIds.includes(id));
      const ids = places.map((workshop) => workshop.id);
      return (ids.length > 0 ? ids : [null]).map((workshopId) => ({ territoryId: id, name, workshopId }));
    }),
    changed: [...next.changedIds],
    relaxedRuleIds: [],
  };
}

/** What an organiser has to know of the whole. */
export function remarksOnPlaces(
  task: MembershipTask,
  chosen: ChangedMembers,
  {
    workshopIds,
    names,
    revision,
    curve,
  }: Telling & { readonly revision: PlanRevision; readonly curve: readonly CurvePoint[] },
): Reason[] {
  const { plan, next, settings, budget } = task;
  const { moves, joined, left, changed } = revision;
  const forced = moves.filter((move) => move.forced).length;
  const moved = moves.length - forced;
  const countOf = (entries: readonly { readonly territoryId: string }[]): number =>
    new Set(entries.map(({ territoryId }) => territoryId)).size;
  const facts = {
    moved,
    budget,
    forced,
    joined: countOf(joined),
    left: countOf(left),
    changed: changed.length,
  };
  const replaced = replacedMembers(task, chosen, workshopIds);
  return [
    stateMembership('replanned-places', facts, names),
    ...fewerMoves(curve, moved, names),
    ...openedAndClosed(replaced, settings.workshop.minSize, names),
    ...task.frozen.flatMap((g) => {
      const workshop = { workshopId: workshopIds[g] ?? '', size: replaced.after[g]?.length ?? 0 };
      return frozenOutOfBounds(workshop, settings.workshop, names);
    }),
    ...rulesDropped(plan, next.input.rules, names),
  ];
}

function openedAndClosed(replaced: ReplacedMembers, minSize: number, names: NameBook): Reason[] {
  const { before, after, workshopIds, problemIds } = replaced;
  return after.flatMap((members, g) => {
    const shared = { workshopId: workshopIds[g] ?? '', problemId: problemIds[g] ?? '' };
    if (before[g] === undefined && members.length > 0) {
      return [stateMembership('thematic-workshop-opens', { ...shared, members: members.length }, names)];
    }
    if (before[g] === undefined || members.length > 0) return [];
    const facts = { ...shared, declaring: replaced.declaring(g), minSize };
    return [stateMembership('thematic-workshop-closes', facts, names)];
  });
}

/** Every place of a known territory gained or lost, by territory, those lost first. */
function placeMoves(
  { before, after, known, territoryIds }: ReplacedMembers,
  found: ReplannedMembers,
): PlaceMove[] {
  return [...territoryIds.keys()].flatMap((territory) => {
    if (known[territory] === 0) return [];
    const was = placesOf(before, territory);
    const is = placesOf(after, territory);
    const moved =
      (gained: boolean) =>
      (workshop: number): PlaceMove => ({
        territory,
        workshop,
        gained,
        forced: found.isForced(territory, workshop),
      });
    return [
      ...was.filter((g) => !is.includes(g)).map(moved(false)),
      ...is.filter((g) => !was.includes(g)).map(moved(true)),
    ];
  });
}

function replacedMembers(
  task: MembershipTask,
  { groups }: ChangedMembers,
  workshopIds: readonly string[],
): ReplacedMembers {
  const { plan, ground, settings } = task;
  const { from, territoryIds } = ground;
  const { published, known } = replanOf(task);
  const { profiles, referral } = from;
  const { values, columns } = profiles.needs;
  const topics = groups.map(({ topic }, g) => published[g]?.problem ?? topic);
  const askedIn = (g: number): readonly number[] => {
    const topic = topics[g] ?? -1;
    return settings.workshop.entry === 'referral' ? referral : topic === -1 ? [] : [topic];
  };
  const needOf = (i: number, g: number): number =>
    askedIn(g).reduce((most, p) => Math.max(most, values[i * columns + p] ?? 0), 0);
  const before = published.map(({ territories }) => territories);
  const after = groups.map(({ units }) => units);
  return {
    before,
    after,
    minSizes: groups.map((_, g) =>
      Math.min(settings.workshop.minSize, published[g]?.size ?? Number.POSITIVE_INFINITY),
    ),
    perTerritory: settings.workshop.perTerritory,
    workshopIds,
    problemIds: topics.map((topic, g) => profiles.problemIds[topic] ?? plan.workshops[g]?.problemId ?? ''),
    territoryIds,
    known,
    mended: mendedRules(task, before, after),
    declaring: (g) => [...territoryIds.keys()].filter((i) => needOf(i, g) > 0).length,
    needPercent: (i, g) => (needOf(i, g) > 0 ? Math.round(100 * needOf(i, g)) : -1),
  };
}

/** The rules that the published places would break, newcomers where they are put now, and the new ones keep better. */
function mendedRules(
  { next, ground, settings }: MembershipTask,
  before: ReplacedMembers['before'],
  after: ReplacedMembers['after'],
): ReplacedMembers['mended'] {
  const { withoutObject } = valueOfMembers(ground.from, settings.workshop);
  const known = new Set(before.flat());
  const stayed = after.map((members, g) => [
    ...(before[g] ?? []),
    ...members.filter((i) => !known.has(i) && !before[g]?.includes(i)),
  ]);
  const penalties = (members: ReplacedMembers['before']): Map<string, number> => {
    const workshops = members.map((territories) => ({ territories }));
    const outcomes = outcomesOf({
      input: next.input,
      facts: ground.facts,
      composition: { workshops, withoutObject },
    });
    return new Map(outcomes.map(({ ruleId, penalty }) => [ruleId, penalty]));
  };
  const [was, is] = [penalties(stayed), penalties(after)];
  return next.input.rules.flatMap((rule) =>
    (was.get(rule.id) ?? 0) > (is.get(rule.id) ?? 0) + 1e-9 ? [ruleTerms(rule)] : [],
  );
}

function placesOf(members: readonly (readonly number[])[], i: number): number[] {
  return members.flatMap((each, g) => (each.includes(i) ? [g] : []));
}

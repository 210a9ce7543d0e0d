import { EngineError } from '../../engine-error.js';
import { nameBook } from '../../explain/name-book.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import { sameTerritoryId } from '../../ground/measured-terms.js';
import { membersOf, type PlanGround, planGround } from '../../ground/plan-ground.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import type { ChangeEffect } from '../../model/change-effect.js';
import { type HandChange, subjectsOf } from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import { planDigest } from '../../model/plan-digest.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { Reason } from '../../model/reason.js';
import type { Rule } from '../../model/rule.js';
import type { Seat } from '../../model/seat.js';
import type { PartialOptions } from '../../options.js';
import { type Delegations, rulesAfterHand, rulesAfterMembership } from '../../workshop/hand-pins.js';
import type { StandingWorkshop } from '../../workshop/stand-workshops.js';
import { isBreaking } from './breaking-remarks.js';
import { composeStanding, withRevision } from './compose-standing.js';
import { membershipChanges, planBoard, unitChanges } from './plan-board.js';

export interface ApplyOptions {
  /**
   * refuse (default): changes that would break a rule that must hold, or a size, are not made ·
   * relax: they are made, and the rules they break become wishes; seats of one territory stay apart all the same
   */
  readonly whenBroken?: 'refuse' | 'relax';
  /** who sits for the territories; a plan holds them, nameless, where its rules ask */
  readonly seats?: readonly Seat[];
}

/**
 * A new plan with these changes made: measured again, every reason made again, the change written into its
 * `revisions`. Whoever was moved or pinned is held by a rule from then on, in this plan and whenever its
 * assembly is composed again, unless told otherwise; thematic workshops have no number that a rule could name, and
 * changes there are for this plan. Workshops keep their ids and places.
 *
 * @throws EngineError `change-breaks-rules` (its value: the `ChangeEffect`), and as `planBoard`
 */
export function applyChange(
  plan: Plan,
  changes: HandChange | readonly HandChange[],
  { whenBroken = 'refuse', seats = plan.assembly.seats ?? [] }: ApplyOptions = {},
): Plan {
  const ground = planGround(plan, seats);
  const made = [changes].flat() as readonly HandChange[];
  const effect = planBoard(plan, { seats }).effectOf(made);
  if (!effect.sound && (whenBroken === 'refuse' || bringsSeatsTogether(effect))) refuse(effect);
  const relaxed = brokenRules(plan, effect);
  const workshops = workshopsAfter(plan, effect, ground.seated);
  const revision: PlanRevision = {
    kind: 'hand',
    from: planDigest(plan),
    moves: effect.moves.map((move) => ({
      ...move,
      reasons: [handReason(plan, made, move.seatId ?? move.territoryId)],
    })),
    joined: [],
    left: [],
    changed: [],
    relaxedRuleIds: [...relaxed].sort(),
  };
  const rules = rulesAfter(ground, made, workshops, relaxed);
  const assembly = canonicalAssembly({ ...plan.assembly, rules, seats: [...seats] });
  const changed = composeStanding(workshops, assembly, plan.options as PartialOptions);
  return withRevision(changed, plan, revision);
}

/** The rules that keep what hands did. Workshops of the thematic entry have no number that a rule could name. */
function rulesAfter(
  ground: PlanGround,
  made: readonly HandChange[],
  workshops: readonly StandingWorkshop[],
  relaxed: ReadonlySet<string>,
): Rule[] {
  const { rules } = ground.input;
  const { entry } = ground.settings.workshop;
  if (entry === 'referral') return rulesAfterMembership(rules, membershipChanges(made, entry), relaxed);
  if (entry === 'thematic') {
    return rules.map((rule): Rule => (relaxed.has(rule.id) ? { ...rule, level: 'soft' } : rule));
  }
  const numbers = new Map(
    workshops.flatMap(({ memberIds }, g) => memberIds.map((id) => [id, g + 1] as const)),
  );
  const changes = unitChanges(made, entry);
  return rulesAfterHand(rules, changes, delegationsIn(ground), (id) => numbers.get(id) ?? 1, relaxed);
}

/** The rules that must hold and the changes break: they become wishes. */
function brokenRules({ assembly }: Plan, { rules }: ChangeEffect): Set<string> {
  // the limits of an entry are no rules of the organiser
  const known = new Set(assembly.rules.map(({ id }) => id));
  return new Set(
    rules.flatMap(({ ruleId, level, before, after }) =>
      level === 'hard' && after > before && known.has(ruleId) ? [ruleId] : [],
    ),
  );
}

/** What the entry by seat is about is not relaxed. */
function bringsSeatsTogether({ rules }: ChangeEffect): boolean {
  return rules.some(({ ruleId, before, after }) => ruleId === sameTerritoryId && after > before);
}

/** Who stays, then who comes. */
function workshopsAfter({ workshops }: Plan, { moves }: ChangeEffect, seated: boolean): StandingWorkshop[] {
  return workshops.map((published) => {
    const idsOf = (end: 'fromWorkshopId' | 'toWorkshopId'): string[] =>
      moves.flatMap((move) => (move[end] === published.id ? [move.seatId ?? move.territoryId] : []));
    const gone = new Set(idsOf('fromWorkshopId'));
    const stay = membersOf(published, seated).filter((id) => !gone.has(id));
    return { published, memberIds: [...stay, ...idsOf('toWorkshopId')] };
  });
}

function delegationsIn({ seated, unitIds, territoryIds, territoryOf }: PlanGround): Delegations {
  const territories = new Map(unitIds.map((id, i) => [id, territoryIds[territoryOf[i] ?? -1] ?? '']));
  const firsts = new Map<string, string>();
  for (const [id, territoryId] of territories) if (!firsts.has(territoryId)) firsts.set(territoryId, id);
  return {
    seated,
    territoryOf: (unitId) => territories.get(unitId) ?? '',
    firstUnitOf: (territoryId) => firsts.get(territoryId),
  };
}

function handReason({ assembly }: Plan, changes: readonly HandChange[], unitId: string): Reason {
  const last = changes.filter((change) => subjectsOf(change).includes(unitId)).at(-1);
  const { askedBy = '', reason: because = '' } = last && 'askedBy' in last ? last : {};
  return stateChange(
    'moved-by-hand',
    { askedBy, because },
    nameBook(assembly.taxonomy, assembly.territories),
  );
}

function refuse(effect: ChangeEffect): never {
  const told = effect.remarks.filter(isBreaking).map(({ text }) => text.en);
  throw new EngineError(
    'change-breaks-rules',
    `The change is not made: ${told.join(' ')}`,
    "make another change with it that mends this, or ask for it all the same (whenBroken: 'relax').",
    effect,
  );
}

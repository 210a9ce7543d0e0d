import { nameBook } from '../../explain/name-book.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import type { ChangeEffect } from '../../model/change-effect.js';
import { EngineError } from '../../model/engine-error.js';
import type { HandChange, UnitChange } from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import { planDigest } from '../../model/plan-digest.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { Reason } from '../../model/reason.js';
import type { Seat } from '../../model/seat.js';
import type { PartialOptions } from '../../options.js';
import { type Delegations, rulesAfterHand } from '../../workshop/hand-pins.js';
import type { StandingWorkshop } from '../../workshop/stand-workshops.js';
import { composeStanding, withRevision } from '../replan/compose-standing.js';
import { sameTerritoryId } from './lay-out-board.js';
import { planBoard, unitChanges } from './plan-board.js';
import { membersOf, type PlanGround, planGround } from './plan-ground.js';

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
 * assembly is composed again, unless told otherwise. Workshops keep their ids and places.
 *
 * @throws EngineError `change-breaks-rules` (its value: the `ChangeEffect`), and as `planBoard`
 */
export function applyChange(
  plan: Plan,
  changes: HandChange | readonly HandChange[],
  { whenBroken = 'refuse', seats = plan.assembly.seats ?? [] }: ApplyOptions = {},
): Plan {
  const ground = planGround(plan, seats);
  const { entry } = ground.settings.workshop;
  const made = unitChanges([changes].flat() as readonly HandChange[], entry);
  const effect = planBoard(plan, { seats }).effectOf(changes);
  if (!effect.sound && (whenBroken === 'refuse' || bringsSeatsTogether(effect))) refuse(effect);
  const relaxed = brokenRules(effect);
  const workshops = workshopsAfter(plan, effect, ground.seated);
  const numbers = new Map(
    workshops.flatMap(({ memberIds }, g) => memberIds.map((id) => [id, g + 1] as const)),
  );
  const rules = rulesAfterHand(
    plan.assembly.rules,
    made,
    delegationsIn(ground),
    (id) => numbers.get(id) ?? 1,
    relaxed,
  );
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
  const assembly = canonicalAssembly({ ...plan.assembly, rules, seats: [...seats] });
  const changed = composeStanding(workshops, assembly, plan.options as PartialOptions);
  return withRevision(changed, plan, revision);
}

/** The rules that must hold and the changes break: they become wishes. */
function brokenRules({ rules }: ChangeEffect): Set<string> {
  return new Set(
    rules.flatMap(({ ruleId, level, before, after }) => (level === 'hard' && after > before ? [ruleId] : [])),
  );
}

/** What the entry by seat is about is not relaxed. */
function bringsSeatsTogether({ rules }: ChangeEffect): boolean {
  return rules.some(({ ruleId, before, after }) => ruleId === sameTerritoryId && after > before);
}

/** Who stays, then who comes. */
function workshopsAfter({ workshops }: Plan, { moves }: ChangeEffect, seated: boolean): StandingWorkshop[] {
  const target = new Map(
    moves.map(({ territoryId, seatId, toWorkshopId }) => [seatId ?? territoryId, toWorkshopId]),
  );
  return workshops.map((published) => {
    const before = membersOf(published, seated);
    const arrivals = [...target].flatMap(([id, to]) =>
      to === published.id && !before.includes(id) ? [id] : [],
    );
    const stay = before.filter((id) => (target.get(id) ?? published.id) === published.id);
    return { published, memberIds: [...stay, ...arrivals] };
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

function handReason({ assembly }: Plan, changes: readonly UnitChange[], unitId: string): Reason {
  const last = changes.filter(({ unitIds }) => unitIds.includes(unitId)).at(-1);
  const { askedBy = '', reason: because = '' } = last ?? {};
  return stateChange(
    'moved-by-hand',
    { askedBy, because },
    nameBook(assembly.taxonomy, assembly.territories),
  );
}

function refuse(effect: ChangeEffect): never {
  const told = effect.remarks
    .filter(({ code }) => /^(?:workshop-too-|rule-broken|seats-meet)/u.test(code))
    .map(({ text }) => text.en);
  throw new EngineError(
    'change-breaks-rules',
    `The change is not made: ${told.join(' ')}`,
    "make another change with it that mends this, or ask for it all the same (whenBroken: 'relax').",
    effect,
  );
}

import { nameBook } from '../../explain/name-book.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import type { ChangeEffect } from '../../model/change-effect.js';
import { EngineError } from '../../model/engine-error.js';
import type { HandChange } from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import { planDigest } from '../../model/plan-digest.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { Reason } from '../../model/reason.js';
import type { Seat } from '../../model/seat.js';
import type { PartialOptions } from '../../options.js';
import { rulesAfterHand, territoriesOf } from '../../workshop/hand-pins.js';
import { composeStanding, withRevision } from '../replan/compose-standing.js';
import { planBoard } from './plan-board.js';

export interface ApplyOptions {
  /**
   * refuse (default): changes that would break a rule that must hold, or a size, are not made ·
   * relax: they are made, and the rules they break become wishes
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
  const made = [changes].flat() as readonly HandChange[];
  const effect = planBoard(plan, { seats }).effectOf(made);
  if (!effect.sound && whenBroken === 'refuse') refuse(effect);
  const relaxed = new Set(
    effect.rules.flatMap(({ ruleId, level, before, after }) =>
      level === 'hard' && after > before ? [ruleId] : [],
    ),
  );
  const target = new Map(effect.moves.map(({ territoryId, toWorkshopId }) => [territoryId, toWorkshopId]));
  const workshops = plan.workshops.map((published) => ({
    published,
    territoryIds: [
      ...published.territoryIds.filter((id) => (target.get(id) ?? published.id) === published.id),
      ...[...target].flatMap(([id, to]) =>
        to === published.id && !published.territoryIds.includes(id) ? [id] : [],
      ),
    ],
  }));
  const numbers = new Map(
    workshops.flatMap(({ territoryIds }, g) => territoryIds.map((id) => [id, g + 1] as const)),
  );
  const rules = rulesAfterHand(plan.assembly.rules, made, (id) => numbers.get(id) ?? 1, relaxed);
  const moves = effect.moves.map((move) => ({
    ...move,
    reasons: [handReason(plan, made, move.territoryId)],
  }));
  const revision: PlanRevision = {
    kind: 'hand',
    from: planDigest(plan),
    moves,
    joined: [],
    left: [],
    changed: [],
    relaxedRuleIds: [...relaxed].sort(),
  };
  const assembly = canonicalAssembly({ ...plan.assembly, rules, seats: [...seats] });
  const changed = composeStanding(workshops, assembly, plan.options as PartialOptions);
  return withRevision(changed, plan, revision);
}

function handReason({ assembly }: Plan, changes: readonly HandChange[], territoryId: string): Reason {
  const last = changes.filter((change) => territoriesOf(change).includes(territoryId)).at(-1);
  const { askedBy = '', reason: because = '' } = last && last.kind !== 'unpin' ? last : {};
  return stateChange(
    'moved-by-hand',
    { askedBy, because },
    nameBook(assembly.taxonomy, assembly.territories),
  );
}

function refuse(effect: ChangeEffect): never {
  const told = effect.remarks
    .filter(({ code }) => /^(?:workshop-too-|rule-broken)/u.test(code))
    .map(({ text }) => text.en);
  throw new EngineError(
    'change-breaks-rules',
    `The change is not made: ${told.join(' ')}`,
    "make another change with it that mends this, or ask for it all the same (whenBroken: 'relax').",
    effect,
  );
}

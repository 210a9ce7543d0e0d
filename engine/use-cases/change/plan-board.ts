import { EngineError } from '../../engine-error.js';
import { planGround } from '../../ground/plan-ground.js';
import type { ChangeEffect } from '../../model/change-effect.js';
import {
  type HandChange,
  type HandChangeKind,
  type MembershipChange,
  subjectsOf,
  type UnitChange,
  unitChange,
} from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import type { Seat } from '../../model/seat.js';
import type { Options } from '../../options.js';
import { handPinId } from '../../workshop/hand-pins.js';
import { foretellEffect } from './foretell-effect.js';
import { foretellMembership } from './foretell-membership.js';
import { transfersOf } from './hand-transfers.js';
import { layOutBoard } from './lay-out-board.js';
import { layOutMembership } from './membership-board.js';

/** A plan laid out so that changes by hand are judged before they are made. */
export interface PlanBoard {
  /**
   * The exact effect of these changes, made in turn.
   *
   * @throws EngineError `unknown-territory`, `unknown-seat`, `unknown-workshop`, `not-in-a-workshop` (a swap or a pin of a
   * territory that sits nowhere), `change-not-of-entry`
   */
  effectOf(changes: HandChange | readonly HandChange[]): ChangeEffect;
}

/**
 * Computes the ground of a plan once and answers many what-ifs, each in well under a millisecond for a region.
 *
 * @param people seats, where it matters who would be the only woman or man of a workshop: a plan holds them only where its rules ask
 * @throws EngineError as `planGround` and `groupsIn`
 */
export function planBoard(plan: Plan, people: { readonly seats?: readonly Seat[] } = {}): PlanBoard {
  const ground = planGround(plan, people.seats);
  const { entry } = ground.settings.workshop;
  if (entry === 'thematic' || entry === 'referral') {
    const board = layOutMembership(plan, ground);
    return {
      effectOf: (changes) => {
        const made = membershipChanges([changes].flat() as readonly HandChange[], entry);
        return foretellMembership(board, made, new Set(made.flatMap(subjectsOf).map(handPinId)));
      },
    };
  }
  const board = layOutBoard(plan, ground);
  return {
    effectOf: (changes) => {
      const made = unitChanges([changes].flat() as readonly HandChange[], entry);
      return foretellEffect(board, transfersOf(board, made), supersededBy(made));
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

/**
 * The changes said of units, territories or seats as the entry has them.
 *
 * @throws EngineError `change-not-of-entry`
 */
export function unitChanges(changes: readonly HandChange[], entry: Entry): UnitChange[] {
  refuseForeign(changes, entry);
  return changes.flatMap((change) => unitChange(change) ?? []);
}

/**
 * The changes of an entry in which a territory may sit in several workshops, or in none.
 *
 * @throws EngineError `change-not-of-entry`
 */
export function membershipChanges(changes: readonly HandChange[], entry: Entry): MembershipChange[] {
  refuseForeign(changes, entry);
  return changes.flatMap((change) =>
    change.kind === 'join' || change.kind === 'leave' || change.kind === 'replace' ? [change] : [],
  );
}

type Entry = Options['workshop']['entry'];

/** What can be changed by hand in each entry. */
export const changesOfEntry: Readonly<Record<Entry, readonly HandChangeKind[]>> = {
  territorial: ['move', 'swap', 'pin', 'unpin'],
  seats: ['move-seat', 'swap-seats', 'pin-seat', 'unpin-seat'],
  thematic: ['join', 'leave', 'replace'],
  referral: ['join', 'leave', 'replace'],
};

/** @throws EngineError `change-not-of-entry` for a change that the entry has not */
function refuseForeign(changes: readonly HandChange[], entry: Entry): void {
  const foreign = changes.find(({ kind }) => !changesOfEntry[entry].includes(kind));
  if (!foreign) return;
  throw new EngineError(
    'change-not-of-entry',
    `A plan of the entry "${entry}" has no change "${foreign.kind}".`,
    `say it as one of ${changesOfEntry[entry].join(', ')}.`,
    { kind: foreign.kind, entry, kinds: changesOfEntry[entry] },
  );
}

/** The pins by hand that changes lift or put anew: moving someone again breaks no promise. */
function supersededBy(changes: readonly UnitChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ unitIds }) => unitIds).map(handPinId));
}

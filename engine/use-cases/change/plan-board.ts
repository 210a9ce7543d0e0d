import type { ChangeEffect } from '../../model/change-effect.js';
import type { HandChange } from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import type { Seat } from '../../model/seat.js';
import { handPinId, territoriesOf } from '../../workshop/hand-pins.js';
import { foretellEffect } from './foretell-effect.js';
import { transfersOf } from './hand-transfers.js';
import { layOutBoard } from './lay-out-board.js';

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
  const board = layOutBoard(plan, people.seats);
  return {
    effectOf: (changes) => {
      const made = [changes].flat() as readonly HandChange[];
      return foretellEffect(board, transfersOf(plan, board.ground, made), supersededBy(made));
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

import { z } from 'zod';

const asked = {
  /** who asked for it, and why: kept with the pin and shown with it */
  askedBy: z.string().optional(),
  reason: z.string().optional(),
};
const pin = z.boolean().optional();

/**
 * What an organiser changes in a plan by hand; each entry has its own kinds.
 *
 * Territorial. move: the territory goes to that workshop · swap: the two exchange their workshops ·
 * pin: the territory stays where it is on every recomputation · unpin: it no longer has to.
 * By seat: the same of seats (move-seat, swap-seats, pin-seat, unpin-seat).
 * Thematic and on referral. join: the territory takes part in that workshop too · leave: it no longer does ·
 * replace: the second territory takes the place of the first.
 * Who is moved or swapped is pinned where it comes, unless `pin` is false.
 */
export const handChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), territoryId: z.string(), workshopId: z.string(), pin, ...asked }),
  z.object({
    kind: z.literal('swap'),
    territoryIds: z.tuple([z.string(), z.string()]),
    pin,
    ...asked,
  }),
  z.object({ kind: z.literal('pin'), territoryId: z.string(), ...asked }),
  z.object({ kind: z.literal('unpin'), territoryId: z.string() }),
  z.object({ kind: z.literal('move-seat'), seatId: z.string(), workshopId: z.string(), pin, ...asked }),
  z.object({ kind: z.literal('swap-seats'), seatIds: z.tuple([z.string(), z.string()]), pin, ...asked }),
  z.object({ kind: z.literal('pin-seat'), seatId: z.string(), ...asked }),
  z.object({ kind: z.literal('unpin-seat'), seatId: z.string() }),
  z.object({ kind: z.literal('join'), territoryId: z.string(), workshopId: z.string(), ...asked }),
  z.object({ kind: z.literal('leave'), territoryId: z.string(), workshopId: z.string(), ...asked }),
  z.object({
    kind: z.literal('replace'),
    territoryId: z.string(),
    byTerritoryId: z.string(),
    workshopId: z.string(),
    ...asked,
  }),
]);

export type HandChange = z.infer<typeof handChangeSchema>;
export type HandChangeKind = HandChange['kind'];
/** A change of who takes part in a workshop, where a territory may sit in several or in none. */
export type MembershipChange = Extract<HandChange, { kind: 'join' | 'leave' | 'replace' }>;

/** A change of the one workshop of a unit, be it a territory or a seat. */
export interface UnitChange {
  readonly kind: 'move' | 'swap' | 'pin' | 'unpin';
  readonly unitIds: readonly string[];
  /** where a move goes */
  readonly workshopId?: string;
  /** whether who it speaks of is held there from then on */
  readonly pins: boolean;
  readonly askedBy?: string | undefined;
  readonly reason?: string | undefined;
}

/** The same change said of units; null for a change of membership. */
export function unitChange(change: HandChange): UnitChange | null {
  switch (change.kind) {
    case 'move':
    case 'move-seat': {
      const { workshopId, askedBy, reason } = change;
      const unitIds = subjectsOf(change);
      return { kind: 'move', unitIds, workshopId, pins: change.pin !== false, askedBy, reason };
    }
    case 'swap':
    case 'swap-seats': {
      const { askedBy, reason } = change;
      return { kind: 'swap', unitIds: subjectsOf(change), pins: change.pin !== false, askedBy, reason };
    }
    case 'pin':
    case 'pin-seat': {
      const { askedBy, reason } = change;
      return { kind: 'pin', unitIds: subjectsOf(change), pins: true, askedBy, reason };
    }
    case 'unpin':
    case 'unpin-seat':
      return { kind: 'unpin', unitIds: subjectsOf(change), pins: false };
    default:
      return null;
  }
}

/** The territories, or seats, that a change speaks of. */
export function subjectsOf(change: HandChange): readonly string[] {
  switch (change.kind) {
    case 'swap':
      return change.territoryIds;
    case 'swap-seats':
      return change.seatIds;
    case 'move-seat':
    case 'pin-seat':
    case 'unpin-seat':
      return [change.seatId];
    case 'replace':
      return [change.territoryId, change.byTerritoryId];
    default:
      return [change.territoryId];
  }
}

import { EngineError } from '../engine-error.js';
import type { Person, Seat } from '../model/seat.js';
import type { Unplaced } from './composed-workshops.js';

/** A seat that takes part: somebody sits in it. */
export interface OccupiedSeat {
  /** index in the seats given */
  readonly seat: number;
  readonly id: string;
  readonly territory: number;
  readonly college: string | undefined;
  readonly civility: Person['civility'];
}

/**
 * The seats that take part, by id, and those that do not, with the reason: a seat counts when its holder, or the
 * deputy of an empty seat, is there, and when the day lies within its dates (both included; `date` null: always).
 * A territory without any seat is told too.
 *
 * @throws EngineError `duplicate-seat`, `unknown-territory`
 */
export function seatsInOffice(
  seats: readonly Seat[],
  territoryIds: readonly string[],
  date: string | null,
): { readonly occupied: readonly OccupiedSeat[]; readonly unplaced: readonly Unplaced[] } {
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  const represented = new Set<number>();
  const seen = new Set<string>();
  const occupied: OccupiedSeat[] = [];
  const unplaced: Unplaced[] = [];
  for (const [seat, given] of seats.entries()) {
    const territory = checkedTerritory(given, indexOf, seen);
    represented.add(territory);
    const occupant = given.holder ?? given.deputy;
    if (!isInTerm(given, date)) unplaced.push({ territory, seat, why: 'seat-out-of-term' });
    else if (!occupant) unplaced.push({ territory, seat, why: 'seat-empty' });
    else {
      const { id, college } = given;
      occupied.push({ seat, id, territory, college, civility: occupant.civility });
    }
  }
  for (const territory of territoryIds.keys()) {
    if (!represented.has(territory)) unplaced.push({ territory, why: 'no-seat' });
  }
  return {
    occupied: occupied.sort((a, b) => (a.id < b.id ? -1 : 1)),
    unplaced: unplaced.sort((a, b) => a.territory - b.territory || (a.seat ?? 0) - (b.seat ?? 0)),
  };
}

function checkedTerritory(
  { id, territoryId }: Seat,
  indexOf: ReadonlyMap<string, number>,
  seen: Set<string>,
): number {
  if (seen.has(id)) {
    throw new EngineError('duplicate-seat', `Two seats have the id "${id}".`, 'give each its own id.', id);
  }
  seen.add(id);
  const territory = indexOf.get(territoryId);
  if (territory !== undefined) return territory;
  throw new EngineError(
    'unknown-territory',
    `Seat "${id}" is of the territory "${territoryId}", which is not in the assembly.`,
    'correct the id, or add the territory.',
    territoryId,
  );
}

/** Whether an ISO day lies within the dates of a seat, both included; null: no day is asked about. They compare as texts. */
export function isInTerm({ from, to }: Seat, date: string | null): boolean {
  return date === null || ((from === undefined || from <= date) && (to === undefined || date <= to));
}

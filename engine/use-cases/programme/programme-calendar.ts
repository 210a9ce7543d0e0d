import type { Programme, ProgrammeRound } from '../../model/programme.js';
import type { Territory } from '../../model/territory.js';
import type { PlannedSession } from '../../programme/assign-slots.js';
import { calendarEvents } from '../../programme/calendar-events.js';

/** The calendar of rounds: an event for each session that has a date. */
export function calendarOf(
  key: string,
  rounds: readonly ProgrammeRound[],
  territories: readonly Territory[],
  previous: Programme['calendar']['events'] = [],
): Programme['calendar'] {
  const nameOf = new Map(territories.map(({ id, name }) => [id, name]));
  const workshops = rounds.flatMap((round) => round.workshops);
  const places = workshops.flatMap(({ id, host }): [string, string][] =>
    host ? [[id, nameOf.get(host.territoryId) ?? host.territoryId]] : [],
  );
  const sessions = workshops.flatMap((workshop) =>
    workshop.sessions.map(
      ({ number, slotId, date, start, end, absentIds }): PlannedSession => ({
        workshopId: workshop.id,
        session: number,
        of: workshop.sessions.length,
        slot:
          slotId !== undefined && date !== undefined && start !== undefined && end !== undefined
            ? { id: slotId, date, start, end }
            : null,
        absentIds,
      }),
    ),
  );
  return { key, events: calendarEvents(key, sessions, new Map(places), previous) };
}

/**
 * The same programme, its calendar going on from one sent out before: sessions of the same workshop id and number are the
 * same events, changed ones have their sequence raised, those no longer held are cancelled.
 */
export function continueCalendar(programme: Programme, previous: Pick<Programme, 'calendar'>): Programme {
  const { key, events } = previous.calendar;
  return {
    ...programme,
    calendar: calendarOf(key, programme.rounds, programme.assembly.territories, events),
  };
}

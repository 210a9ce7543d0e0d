import type { CalendarEvent } from '../model/programme.js';
import type { PlannedSession } from './assign-slots.js';

/**
 * The events of planned sessions, by workshop and session; sessions without a slot have none.
 *
 * programmeKey: the digest of the plan when it was first sent out, kept from then on. previous: the events
 * last sent out; what changed since has its sequence raised, what is no longer planned is cancelled.
 */
export function calendarEvents(
  programmeKey: string,
  sessions: readonly PlannedSession[],
  places: ReadonlyMap<string, string> = new Map(),
  previous: readonly CalendarEvent[] = [],
): CalendarEvent[] {
  const before = new Map(previous.map((event) => [event.uid, event]));
  const events = sessions.flatMap(({ workshopId, session, of, slot }): CalendarEvent[] => {
    if (!slot) return [];
    const event: CalendarEvent = {
      uid: `${programmeKey.slice(0, 32)}-${workshopId}-${session}@decroise`,
      sequence: 0,
      status: 'CONFIRMED',
      workshopId,
      session,
      of,
      start: `${slot.date}T${slot.start}:00`,
      end: `${slot.date}T${slot.end}:00`,
      zone: 'Europe/Paris',
      place: places.get(workshopId) ?? null,
    };
    return [{ ...event, sequence: nextSequence(event, before.get(event.uid)) }];
  });
  const kept = new Set(events.map(({ uid }) => uid));
  const cancelled = previous
    .filter(({ uid }) => !kept.has(uid))
    .map((event): CalendarEvent => {
      const sequence = event.sequence + (event.status === 'CANCELLED' ? 0 : 1);
      return { ...event, status: 'CANCELLED', sequence };
    });
  return [...events, ...cancelled];
}

function nextSequence(event: CalendarEvent, earlier: CalendarEvent | undefined): number {
  if (!earlier) return 0;
  const same =
    earlier.status === event.status &&
    earlier.start === event.start &&
    earlier.end === event.end &&
    earlier.of === event.of &&
    earlier.place === event.place;
  return earlier.sequence + (same ? 0 : 1);
}

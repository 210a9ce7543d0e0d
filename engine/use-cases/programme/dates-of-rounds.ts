import type { Assembly } from '../../model/assembly.js';
import type { ProgrammeSession, ProgrammeWorkshop } from '../../model/programme.js';
import type { ProgrammeNotice } from '../../model/programme-notice.js';
import type { Slot } from '../../model/slot.js';
import type { Options } from '../../options.js';
import { dateRounds } from '../../programme/date-rounds.js';
import { askedDays, offeredSlots } from '../../programme/offered-slots.js';
import { suitableSlots } from '../../programme/suitable-slots.js';

export interface DatesOfRounds {
  /** by workshop id, in order */
  readonly sessions: ReadonlyMap<string, readonly ProgrammeSession[]>;
  readonly slots: readonly Slot[];
  readonly slotsUsed: { readonly count: number; readonly proven: boolean };
  readonly notices: readonly ProgrammeNotice[];
}

/** The slots to choose from and the days asked for. */
export interface OfferedDates {
  readonly given: readonly Slot[];
  readonly slots: readonly Slot[];
  /** by round, an ISO day or null */
  readonly asked: readonly (string | null)[];
}

/** @throws EngineError `option-out-of-range` for a day, weekday or time of the options that cannot be used */
export function offeredDates(
  given: readonly Slot[],
  { workshop: { cadence }, programme }: Pick<Options, 'workshop' | 'programme'>,
): OfferedDates {
  return { given, slots: offeredSlots(given, programme, cadence), asked: askedDays(programme) };
}

/**
 * Dates for the sessions of all rounds. A seat is free when its territory says that it is.
 *
 * @throws EngineError `lasting-not-usable`, those of `dateRounds`
 */
export function datesOfRounds(
  rounds: readonly (readonly Pick<ProgrammeWorkshop, 'id' | 'territoryIds' | 'seatIds'>[])[],
  { given, slots: offered, asked }: OfferedDates,
  { territories, seats }: Pick<Assembly, 'territories' | 'seats'>,
  { workshop: { cadence }, programme }: Pick<Options, 'workshop' | 'programme'>,
): DatesOfRounds {
  const { sessions, gapDays, spanDays, holidays } = programme;
  const { suited, unread } = suitableSlots(
    territories.map(({ id, availability = [] }) => ({ participantId: id, texts: availability })),
    given.length > 0 ? given : offered,
  );
  const territoryOfSeat = new Map(seats.map(({ id, territoryId }) => [id, territoryId]));
  const ofTerritory = new Map(suited.map(({ participantId, slotIds }) => [participantId, slotIds]));
  const participants = rounds.flatMap((workshops) =>
    workshops.flatMap(({ territoryIds, seatIds }) => seatIds ?? territoryIds),
  );
  const dated = dateRounds({
    rounds: rounds.map((workshops, r) => ({
      workshops: workshops.map(({ id, territoryIds, seatIds }) => ({
        id,
        participantIds: seatIds ?? territoryIds,
        cadence,
      })),
      askedDay: asked[r] ?? null,
    })),
    slots: offered,
    availability: [...new Set(participants)].flatMap((participantId) => {
      const slotIds = ofTerritory.get(territoryOfSeat.get(participantId) ?? participantId);
      return slotIds ? [{ participantId, slotIds }] : [];
    }),
    holidays,
    lasting: { sessions, gapDays, spanDays },
  });
  const known = new Set(offered.map(({ date }) => date));
  const lost = given.filter(({ date }) => known.has(date) && holidays.includes(date));
  return {
    sessions: sessionsById(dated.sessions),
    slots: dated.slots,
    slotsUsed: dated.slotsUsed,
    notices: [
      ...(unread.length > 0
        ? [{ code: 'availability-unread' as const, facts: { territoryIds: [...unread] } }]
        : []),
      ...lost.map(
        ({ id, date }): ProgrammeNotice => ({ code: 'slot-on-holiday', facts: { slotId: id, date } }),
      ),
      ...dated.notices,
    ],
  };
}

function sessionsById(
  planned: ReturnType<typeof dateRounds>['sessions'],
): Map<string, readonly ProgrammeSession[]> {
  const byId = new Map<string, ProgrammeSession[]>();
  for (const { workshopId, session, slot, absentIds } of planned) {
    const own = byId.get(workshopId) ?? [];
    byId.set(workshopId, own);
    own.push({
      number: session,
      ...(slot && { slotId: slot.id, date: slot.date, start: slot.start, end: slot.end }),
      absentIds: [...absentIds],
    });
  }
  return byId;
}

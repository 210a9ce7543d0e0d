import type { ProgrammeNotice } from '../model/programme-notice.js';
import { assignSlots, type PlannedSession } from './assign-slots.js';
import { neverAvailable, type PlannedRound, roundNotices } from './date-notices.js';
import { type DatedSlot, inOrderOfTime } from './dated-slots.js';
import { type RoundWindow, roundWindows } from './round-windows.js';
import type { SlotInput, SlotWorkshop } from './slot-input.js';

export interface DatedRound {
  /** in one workshop each */
  readonly workshops: readonly Omit<SlotWorkshop, 'askedSlotId'>[];
  /** ISO day asked for */
  readonly askedDay: string | null;
}

export interface RoundsToDate {
  readonly rounds: readonly DatedRound[];
  readonly slots: readonly DatedSlot[];
  /** of those who are not free at all slots */
  readonly availability: readonly { readonly participantId: string; readonly slotIds: readonly string[] }[];
  /** ISO days without sessions */
  readonly holidays: readonly string[];
  readonly lasting: Required<NonNullable<SlotInput['lasting']>>;
}

export interface DatedRounds {
  /** by round, then workshop id and session */
  readonly sessions: readonly PlannedSession[];
  /** those that could be used, in order of time */
  readonly slots: readonly DatedSlot[];
  /** slots that sessions are in; proven: in no round do fewer place as many, with as few absences, as near to its slot */
  readonly slotsUsed: { readonly count: number; readonly proven: boolean };
  readonly notices: readonly ProgrammeNotice[];
}

/**
 * Dates for the sessions of a whole programme: the rounds one after the other, none on a holiday, everyone in one place
 * at a time; within a round as `assignSlots` does, near the slot that `roundWindows` gives it.
 *
 * Without any slot nothing is dated, and a notice says so. The lists may come in any order.
 *
 * @throws EngineError those of `assignSlots`
 */
export function dateRounds(input: RoundsToDate): DatedRounds {
  const holidays = new Set(input.holidays);
  const all = inOrderOfTime(input.slots);
  const slots = all.filter(({ date }) => !holidays.has(date));
  const suited = new Map(input.availability.map(({ participantId, slotIds }) => [participantId, slotIds]));
  // nothing is free for them: they do not weigh on the choice, and are named
  const never = new Set(
    [...suited].filter(([, ids]) => !slots.some(({ id }) => ids.includes(id))).map(([id]) => id),
  );
  for (const id of never) suited.delete(id);
  const lasting = input.rounds.some(({ workshops }) =>
    workshops.some(({ cadence }) => cadence === 'lasting'),
  );
  const windows = roundWindows(
    slots,
    input.rounds.map(({ workshops, askedDay }) => ({
      day: askedDay,
      absences: slots.map(({ id }) => absencesAt(id, workshops, suited)),
    })),
    lasting,
  );
  const sessions: PlannedSession[] = [];
  const notices: ProgrammeNotice[] = [];
  const slotsUsed = { count: 0, proven: true };
  let taken = '';
  for (const [r, { workshops, askedDay }] of input.rounds.entries()) {
    const { near = null, slots: offered = [] } = windows[r] ?? {};
    const left = offered.filter(({ date, start }) => `${date} ${start}` >= taken);
    const date = (among: readonly DatedSlot[]): PlannedRound =>
      datedRound(input, workshops, { slots: among, near }, suited, never);
    const thatDay = lasting ? [] : left.filter((slot) => slot.date === askedDay);
    const asked = thatDay.length > 0 ? date(thatDay) : undefined;
    // a day without room for all workshops gives way
    const planned = asked?.sessions.every(({ slot }) => slot) ? asked : date(left);
    sessions.push(...planned.sessions);
    slotsUsed.count += planned.slotsUsed;
    slotsUsed.proven &&= planned.proven;
    for (const { slot } of planned.sessions) {
      if (slot && `${slot.date} ${slot.end}` > taken) taken = `${slot.date} ${slot.end}`;
    }
    if (slots.length > 0) notices.push(...roundNotices(r + 1, askedDay, planned, holidays, { all, left }));
  }
  return {
    sessions,
    slots,
    slotsUsed,
    notices: [
      ...(slots.length === 0 ? [{ code: 'no-slots' as const, facts: {} }] : []),
      ...(slots.length === 0 ? [] : neverAvailable(never, input.rounds)),
      ...notices,
    ],
  };
}

function absencesAt(
  slotId: string,
  workshops: DatedRound['workshops'],
  suited: ReadonlyMap<string, readonly string[]>,
): number {
  const suits = (id: string): boolean => suited.get(id)?.includes(slotId) ?? true;
  return workshops.reduce(
    (sum, { participantIds }) => sum + participantIds.filter((id) => !suits(id)).length,
    0,
  );
}

/** some tenths of a second for a round of a region where slots are too few, and hardly any otherwise */
const stepsARound = 40_000;

function datedRound(
  { lasting }: RoundsToDate,
  workshops: DatedRound['workshops'],
  { slots, near }: RoundWindow,
  suited: ReadonlyMap<string, readonly string[]>,
  never: ReadonlySet<string>,
): PlannedRound {
  const offered = new Set(slots.map(({ id }) => id));
  const { sessions, slotsUsed, proven, notices } = assignSlots(
    {
      workshops: workshops.map((workshop) => ({
        ...workshop,
        ...(near && offered.has(near.id) && { askedSlotId: near.id }),
      })),
      slots,
      availability: [...suited].map(([participantId, slotIds]) => ({
        participantId,
        slotIds: slotIds.filter((id) => offered.has(id)),
      })),
      lasting,
    },
    { maxNodes: stepsARound },
  );
  const participants = new Map(workshops.map(({ id, participantIds }) => [id, participantIds]));
  return {
    slotsUsed,
    proven,
    sessions: sessions.map((session) => ({
      ...session,
      // those who are never free are absent wherever it is
      absentIds: session.slot
        ? (participants.get(session.workshopId) ?? []).filter(
            (id) => never.has(id) || session.absentIds.includes(id),
          )
        : [],
    })),
    notices: [
      // who is never free within the round's slots may be so within others: told session by session
      ...sessions.flatMap(({ workshopId, session, slot, absentIds }): ProgrammeNotice[] => {
        if (!slot || absentIds.length === 0) return [];
        const participantIds = [...absentIds];
        return [
          {
            code: 'absent-from-session',
            facts: { workshopId, session, slotId: slot.id, participantIds },
          },
        ];
      }),
      ...notices.filter(({ code }) => code === 'session-without-slot'),
    ],
  };
}

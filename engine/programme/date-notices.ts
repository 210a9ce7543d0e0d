import type { ProgrammeNotice } from '../model/programme-notice.js';
import type { PlannedSession } from './assign-slots.js';
import type { DatedSlot } from './dated-slots.js';
import type { SlotWorkshop } from './slot-input.js';

/** The sessions of one round, and what there is to say of each. */
export interface PlannedRound {
  readonly sessions: readonly PlannedSession[];
  readonly slotsUsed: number;
  /** see `SlotPlan` */
  readonly proven: boolean;
  readonly notices: readonly ProgrammeNotice[];
}

/** Those whom no slot of the programme suits, with the workshops they sit in. */
export function neverAvailable(
  never: ReadonlySet<string>,
  rounds: readonly { readonly workshops: readonly Pick<SlotWorkshop, 'id' | 'participantIds'>[] }[],
): ProgrammeNotice[] {
  return [...never].sort().flatMap((participantId): ProgrammeNotice[] => {
    const workshopIds = rounds.flatMap(({ workshops }) =>
      workshops.filter(({ participantIds }) => participantIds.includes(participantId)).map(({ id }) => id),
    );
    return workshopIds.length > 0 ? [{ code: 'never-available', facts: { participantId, workshopIds } }] : [];
  });
}

/** What is to be said of the dates of a round. */
export function roundNotices(
  round: number,
  askedDay: string | null,
  { sessions, notices }: PlannedRound,
  holidays: ReadonlySet<string>,
  { all, left }: { readonly all: readonly DatedSlot[]; readonly left: readonly DatedSlot[] },
): ProgrammeNotice[] {
  if (sessions.length === 0) return [];
  const days = sessions.flatMap(({ session, slot }) => (session === 1 && slot ? [slot.date] : [])).sort();
  const day = days[0];
  if (day === undefined) return [{ code: 'round-without-slot', facts: { round } }];
  const told = toldTogether(round, notices, sessions.length);
  if (askedDay === null || days.includes(askedDay)) return told;
  const thatDay = ({ date }: DatedSlot): boolean => date === askedDay;
  const cause = holidays.has(askedDay)
    ? 'holiday'
    : !all.some(thatDay)
      ? 'no-slot'
      : left.some(thatDay)
        ? 'availability'
        : 'order';
  return [{ code: 'round-day-instead', facts: { round, asked: askedDay, day, cause } }, ...told];
}

/** as many sessions are told one by one */
const fewSessions = 5;

/** Sessions without a slot, and those that do not suit all: one by one when they are few, together when they are many. */
function toldTogether(
  round: number,
  notices: readonly ProgrammeNotice[],
  sessions: number,
): ProgrammeNotice[] {
  const without = notices.flatMap((notice) =>
    notice.code === 'session-without-slot' ? [notice.facts.workshopId] : [],
  );
  const absent = notices.flatMap((notice) =>
    notice.code === 'absent-from-session' ? [notice.facts.participantIds.length] : [],
  );
  const tooMany = { 'session-without-slot': without, 'absent-from-session': absent };
  const told = notices.filter(
    ({ code }) => (tooMany[code as keyof typeof tooMany]?.length ?? 0) <= fewSessions,
  );
  if (absent.length > fewSessions) {
    const absences = absent.reduce((sum, each) => sum + each, 0);
    told.push({
      code: 'absences-in-round',
      facts: { round, absences, sessions: absent.length, of: sessions },
    });
  }
  if (without.length > fewSessions) {
    told.push({
      code: 'round-short-of-slots',
      facts: { round, sessions: without.length, workshopIds: [...new Set(without)] },
    });
  }
  return told;
}

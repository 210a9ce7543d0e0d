import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../engine/numeric/iso-day.js';
import { type DatedRound, dateRounds } from '../../../engine/programme/date-rounds.js';

const lasting = { sessions: 2, gapDays: 7, spanDays: 70 };
const slotOn = (date: string, start = '14:00', capacity?: number) => ({
  id: `${date} ${start}`,
  date,
  start,
  end: `${Number(start.slice(0, 2)) + 2}:00`,
  ...(capacity !== undefined && { capacity }),
});
const round = (r: number, people: string[][], askedDay: string | null = null): DatedRound => ({
  askedDay,
  workshops: people.map((participantIds, w) => ({
    id: `T${r}-A0${w + 1}`,
    participantIds,
    cadence: 'one-off',
  })),
});

describe('dateRounds', () => {
  test('a round too large for the slot of the day asked for takes the next, and says nothing when some meet that day', () => {
    const { sessions, notices } = dateRounds({
      rounds: [round(1, [['a'], ['b'], ['c']], '2026-11-03')],
      slots: [slotOn('2026-11-03', '14:00', 2), slotOn('2026-11-05')],
      availability: [],
      holidays: [],
      lasting,
    });
    expect(sessions.map(({ slot }) => slot?.date).sort()).toEqual(['2026-11-03', '2026-11-03', '2026-11-05']);
    expect(notices).toEqual([]);
  });

  test('a day asked for that has no slot, or that earlier rounds take, gives way with the reason', () => {
    const slots = [slotOn('2026-11-03'), slotOn('2026-11-10')];
    const dated = (...days: string[]) =>
      dateRounds({
        rounds: days.map((day, r) => round(r + 1, [['a']], day)),
        slots,
        availability: [],
        holidays: [],
        lasting,
      }).notices;
    expect(dated('2026-11-04')).toEqual([
      {
        code: 'round-day-instead',
        facts: { round: 1, asked: '2026-11-04', day: '2026-11-03', cause: 'no-slot' },
      },
    ]);
    expect(dated('2026-11-03', '2026-11-03')).toEqual([
      {
        code: 'round-day-instead',
        facts: { round: 2, asked: '2026-11-03', day: '2026-11-10', cause: 'order' },
      },
    ]);
  });

  test('who is free in none of the slots of a round, but in others, is absent from it only', () => {
    const { sessions, notices } = dateRounds({
      rounds: [round(1, [['a', 'b']]), round(2, [['a', 'b']])],
      slots: [slotOn('2026-11-03'), slotOn('2026-11-10')],
      availability: [{ participantId: 'a', slotIds: ['2026-11-10 14:00'] }],
      holidays: [],
      lasting,
    });
    expect(sessions.map(({ absentIds }) => absentIds)).toEqual([['a'], []]);
    expect(notices).toEqual([
      {
        code: 'absent-from-session',
        facts: {
          workshopId: 'T1-A01',
          session: 1,
          slotId: '2026-11-03 14:00',
          participantIds: ['a'],
        },
      },
    ]);
  });

  test('many absences in a round are told together, few one by one', () => {
    const absencesOf = (count: number) =>
      dateRounds({
        rounds: [
          round(
            1,
            Array.from({ length: count }, (_, w) => [`a${w}`, `b${w}`]),
          ),
        ],
        slots: [slotOn('2026-11-03'), slotOn('2026-11-05')],
        availability: Array.from({ length: count }, (_, w) => [
          { participantId: `a${w}`, slotIds: ['2026-11-03 14:00'] },
          { participantId: `b${w}`, slotIds: ['2026-11-05 14:00'] },
        ]).flat(),
        holidays: [],
        lasting,
      }).notices;
    expect(absencesOf(5).map(({ code }) => code)).toEqual(Array(5).fill('absent-from-session'));
    expect(absencesOf(6)).toEqual([
      { code: 'absences-in-round', facts: { round: 1, absences: 6, sessions: 6, of: 6 } },
    ]);
  });

  test('nobody is in two places at once, no session is on a holiday, and rounds do not overlap', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }),
        (offered, rounds, isLasting, off) => {
          const holidays = off.map((day) => isoDay(20_760 + day));
          const slots = offered.flatMap((day) =>
            ['09:00', '10:00', '14:00'].map((start) => slotOn(isoDay(20_760 + day), start)),
          );
          const { sessions } = dateRounds({
            rounds: Array.from({ length: rounds }, (_, r) => {
              const made = round(r + 1, [
                ['a', 'b'],
                ['c', 'd'],
              ]);
              const cadence = isLasting ? ('lasting' as const) : ('one-off' as const);
              return { ...made, workshops: made.workshops.map((workshop) => ({ ...workshop, cadence })) };
            }),
            slots,
            availability: [{ participantId: 'b', slotIds: slots.slice(0, 3).map(({ id }) => id) }],
            holidays,
            lasting,
          });
          const placed = sessions.flatMap(({ workshopId, slot }) =>
            slot
              ? [
                  {
                    round: workshopId.slice(0, 2),
                    from: `${slot.date} ${slot.start}`,
                    to: `${slot.date} ${slot.end}`,
                    date: slot.date,
                  },
                ]
              : [],
          );
          for (const one of placed) {
            expect(holidays).not.toContain(one.date);
            for (const other of placed) if (one.round < other.round) expect(one.to <= other.from).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

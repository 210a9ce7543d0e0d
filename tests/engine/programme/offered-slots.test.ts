import { describe, expect, test } from 'vitest';
import { dayNumber, isIsoDay, isoDay, weekdayOf } from '../../../engine/numeric/iso-day.js';
import { offeredSlots } from '../../../engine/programme/offered-slots.js';
import { suitableSlots } from '../../../engine/programme/suitable-slots.js';

const asked = {
  rounds: 2,
  from: '2026-11-01',
  until: '2026-11-12',
  weekdays: ['mardi', 'Thursdays'],
  times: ['14h', '9:30'],
  duration: 90,
  roundDays: [],
};

describe('days of the calendar', () => {
  test('have their numbers and weekdays, also before 1970', () => {
    expect([dayNumber('1970-01-02'), isoDay(20_760), weekdayOf('2026-11-03')]).toEqual([1, '2026-11-03', 1]);
    expect(weekdayOf('1969-12-28')).toBe(6);
    expect([isIsoDay('2028-02-29'), isIsoDay('2026-02-29'), isIsoDay('3/11/2026')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('offeredSlots', () => {
  test('makes slots on the weekdays and at the times asked for', () => {
    expect(offeredSlots([], asked, 'one-off').map(({ id, end }) => `${id}-${end}`)).toEqual([
      '2026-11-03 09:30-11:00',
      '2026-11-03 14:00-15:30',
      '2026-11-05 09:30-11:00',
      '2026-11-05 14:00-15:30',
      '2026-11-10 09:30-11:00',
      '2026-11-10 14:00-15:30',
      '2026-11-12 09:30-11:00',
      '2026-11-12 14:00-15:30',
    ]);
  });

  test('goes on for four weeks a round, ten when workshops last, and has the days asked for', () => {
    const open = { ...asked, until: null, times: ['10:00'] };
    expect(offeredSlots([], open, 'one-off').at(-1)?.date).toBe('2026-12-24');
    expect(offeredSlots([], open, 'lasting').at(-1)?.date).toBe('2027-03-18');
    const days = offeredSlots([], { ...open, from: null, roundDays: ['2026-11-06', '-'] }, 'one-off');
    expect(days[0]?.date).toBe('2026-11-06');
  });

  test('keeps those given between the first and the last day, and makes none of its own', () => {
    const given = ['2026-10-30', '2026-11-06', '2026-11-20'].map((date) => ({
      id: date,
      date,
      start: '20:00',
      end: '22:00',
    }));
    expect(offeredSlots(given, asked, 'one-off').map(({ id }) => id)).toEqual(['2026-11-06']);
    expect(offeredSlots(given, { ...asked, from: null, until: null }, 'one-off')).toHaveLength(3);
    expect(offeredSlots([], { ...asked, from: null }, 'one-off')).toEqual([]);
  });

  test('leaves out a session that would end the day after', () => {
    expect(offeredSlots([], { ...asked, times: ['23:00'] }, 'one-off')).toEqual([]);
  });
});

describe('suitableSlots', () => {
  const slots = [
    { id: 'S1', label: 'Visio de rentrée', date: '2026-11-03', start: '09:30', end: '11:30' },
    { id: 'S2', date: '2026-11-03', start: '14:00', end: '16:00' },
    { id: 'S3', date: '2026-11-05', start: '18:00', end: '20:00' },
  ];
  test.each([
    [['S2'], ['S2']],
    [['visio de rentree'], ['S1']],
    [['mardi'], ['S1', 'S2']],
    [['Mardi après-midi'], ['S2']],
    [
      ['jeudi soir', 'mardi matin'],
      ['S1', 'S3'],
    ],
    [['Tuesday 14 h'], ['S2']],
    [['15h'], ['S2']],
    [['2026-11-05'], ['S3']],
    [['dimanche'], []],
    [['S3', 'si possible pas trop tôt'], ['S3']],
  ])('%j suits %j', (texts, ids) => {
    const { suited, unread } = suitableSlots([{ participantId: 'p', texts }], slots);
    expect(suited).toEqual([{ participantId: 'p', slotIds: ids }]);
    expect(unread).toEqual([]);
  });

  test('who wrote nothing is free; who wrote what cannot be read is too, and is named', () => {
    const written = [
      { participantId: 'a', texts: [] },
      { participantId: 'b', texts: ['à voir', 'selon les vacances'] },
    ];
    expect(suitableSlots(written, slots)).toEqual({ suited: [], unread: ['b'] });
  });
});

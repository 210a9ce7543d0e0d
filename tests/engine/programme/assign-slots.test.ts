import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignSlots } from '../../../engine/programme/assign-slots.js';
import { calendarEvents } from '../../../engine/programme/calendar-events.js';
import type { DatedSlot } from '../../../engine/programme/dated-slots.js';
import type { SlotInput, SlotWorkshop } from '../../../engine/programme/slot-input.js';
import { thrownBy } from '../thrown-error.js';

const slot = (id: string, date: string, more: Partial<DatedSlot> = {}): DatedSlot => ({
  id,
  date,
  start: '14:00',
  end: '16:00',
  ...more,
});
const workshop = (id: string, participantIds: string[], more: Partial<SlotWorkshop> = {}): SlotWorkshop => ({
  id,
  participantIds,
  cadence: 'one-off',
  ...more,
});
const tuesdays = (count: number): DatedSlot[] =>
  Array.from({ length: count }, (_, week) => {
    const date = new Date(Date.UTC(2026, 8, 1 + 7 * week)).toISOString().slice(0, 10);
    return slot(`s${String(week).padStart(2, '0')}`, date);
  });
const slotIds = (input: SlotInput): (string | undefined)[] =>
  assignSlots(input).sessions.map((session) => session.slot?.id);

describe('assignSlots', () => {
  test('two slots for three workshops, the one who sits in two of them never in two places', () => {
    const plan = assignSlots({
      workshops: [workshop('a', ['x', 'y']), workshop('b', ['y', 'z']), workshop('c', ['w'])],
      slots: tuesdays(3),
    });
    expect(plan.sessions.map((session) => session.slot?.id)).toEqual(['s00', 's01', 's00']);
    expect([plan.slotsUsed, plan.proven, plan.notices]).toEqual([2, true, []]);
  });

  test('slots that overlap are one time', () => {
    const slots = [slot('early', '2026-09-01'), slot('late', '2026-09-01', { start: '15:00', end: '17:00' })];
    const plan = assignSlots({ workshops: [workshop('a', ['x']), workshop('b', ['x'])], slots });
    expect(plan.notices).toEqual([
      { code: 'session-without-slot', facts: { workshopId: 'b', session: 1, clashingWorkshopIds: ['a'] } },
    ]);
  });

  test('a lasting workshop meets four times, a week or more apart, in order', () => {
    const input: SlotInput = {
      workshops: [workshop('a', ['x'], { cadence: 'lasting' }), workshop('b', ['x'])],
      slots: tuesdays(8),
    };
    expect(slotIds(input)).toEqual(['s00', 's01', 's02', 's03', 's04']);
    expect(slotIds({ ...input, lasting: { gapDays: 14 } }).slice(0, 4)).toEqual(['s00', 's02', 's04', 's06']);
  });

  test('keeps within what suits everyone; says who is absent where nothing suits all', () => {
    const availability = [
      { participantId: 'x', slotIds: ['s01', 's02'] },
      { participantId: 'y', slotIds: ['s02'] },
    ];
    const slots = tuesdays(3);
    expect(slotIds({ workshops: [workshop('a', ['x', 'y'])], slots, availability })).toEqual(['s02']);
    const plan = assignSlots({
      workshops: [workshop('a', ['v', 'x', 'z'])],
      slots,
      availability: [
        { participantId: 'v', slotIds: ['s00'] },
        { participantId: 'x', slotIds: ['s01', 's02'] },
        { participantId: 'z', slotIds: ['s01'] },
      ],
    });
    expect(plan.sessions[0]?.slot?.id).toBe('s01');
    expect(plan.notices).toEqual([
      {
        code: 'absent-from-session',
        facts: { workshopId: 'a', session: 1, slotId: 's01', participantIds: ['v'] },
      },
    ]);
  });

  test('someone whom no slot suits does not hold up the others, and is named', () => {
    const plan = assignSlots({
      workshops: [workshop('a', ['x', 'y'])],
      slots: tuesdays(2),
      availability: [
        { participantId: 'x', slotIds: [] },
        { participantId: 'y', slotIds: ['s01'] },
      ],
    });
    expect(plan.sessions[0]?.slot?.id).toBe('s01');
    expect(plan.sessions[0]?.absentIds).toEqual(['x']);
    expect(plan.notices).toEqual([
      { code: 'never-available', facts: { participantId: 'x', workshopIds: ['a'] } },
    ]);
  });

  test('a holiday asked for: the nearest slot instead, and why', () => {
    const slots = [slot('far', '2026-10-01'), slot('armistice', '2026-11-11'), slot('next', '2026-11-12')];
    const plan = assignSlots({
      workshops: [workshop('a', ['x'], { askedSlotId: 'armistice' })],
      slots,
      holidays: ['2026-11-11'],
    });
    expect(plan.sessions[0]?.slot?.id).toBe('next');
    expect(plan.notices).toEqual([
      { code: 'slot-on-holiday', facts: { slotId: 'armistice', date: '2026-11-11' } },
      {
        code: 'slot-instead',
        facts: { workshopId: 'a', askedSlotId: 'armistice', slotId: 'next', cause: 'holiday' },
      },
    ]);
  });

  test('a slot takes no more workshops than its capacity', () => {
    const slots = tuesdays(3).map((each) => ({ ...each, capacity: 1 }));
    const workshops = ['a', 'b', 'c', 'd'].map((id) => workshop(id, [id]));
    const plan = assignSlots({ workshops, slots });
    expect(plan.sessions.filter((session) => session.slot).length).toBe(3);
    expect(plan.slotsUsed).toBe(3);
  });

  test('refuses what cannot be read', () => {
    const code = (input: Partial<SlotInput>): string =>
      thrownBy(() => assignSlots({ workshops: [], slots: [], ...input })).code;
    expect(code({ slots: [slot('a', '2026-02-30')] })).toBe('slot-not-usable');
    expect(code({ slots: [slot('a', '2026-02-03', { start: '17:00' })] })).toBe('slot-not-usable');
    expect(code({ slots: [slot('a', '2026-02-03'), slot('a', '2026-02-04')] })).toBe('slot-twice');
    expect(code({ workshops: [workshop('a', [], { askedSlotId: 'x' })] })).toBe('unknown-slot');
    expect(code({ workshops: [workshop('a', []), workshop('a', [])] })).toBe('workshop-twice');
    expect(code({ lasting: { sessions: 20 } })).toBe('lasting-not-usable');
  });

  test('no clash, no holiday, gaps kept, whatever is asked; the order of the lists changes nothing', () => {
    const arbitrary = fc.record({
      seats: fc.array(fc.subarray(['p', 'q', 'r', 's'], { minLength: 1 }), { minLength: 1, maxLength: 4 }),
      lasting: fc.boolean(),
      free: fc.array(fc.subarray(tuesdays(6).map(({ id }) => id)), { maxLength: 3 }),
      holiday: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ seats, lasting, free, holiday }) => {
        const slots = tuesdays(6);
        const holidays = [slots[holiday]?.date ?? ''];
        const workshops = seats.map((participantIds, k) =>
          workshop(`w${k}`, participantIds, { cadence: lasting && k === 0 ? 'lasting' : 'one-off' }),
        );
        const availability = free.map((ids, k) => ({ participantId: 'pqr'[k] ?? 'p', slotIds: ids }));
        const input = { workshops, slots, availability, holidays };
        const plan = assignSlots(input, { maxNodes: 300 });
        const taken = new Set<string>();
        for (const { workshopId, slot: at } of plan.sessions) {
          if (!at) continue;
          expect(holidays).not.toContain(at.date);
          for (const id of seats[Number(workshopId.slice(1))] ?? []) {
            expect(taken.has(`${id} ${at.id}`)).toBe(false);
            taken.add(`${id} ${at.id}`);
          }
        }
        const dates = plan.sessions
          .filter(({ of }) => of > 1)
          .flatMap(({ slot: at }) => (at ? [at.date] : []));
        expect([...new Set(dates)].sort()).toEqual(dates);
        const reversed = { ...input, workshops: [...workshops].reverse(), slots: [...slots].reverse() };
        expect(assignSlots(reversed, { maxNodes: 300 })).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });
});

describe('calendarEvents', () => {
  const input = { workshops: [workshop('a', ['x']), workshop('b', ['x'])], slots: tuesdays(3) };
  const { sessions } = assignSlots(input);

  test('gives wall-clock times of Paris and a uid that does not depend on the slot', () => {
    const [first] = calendarEvents('abc', sessions);
    expect(first).toEqual({
      uid: 'abc-a-1@decroise',
      sequence: 0,
      status: 'CONFIRMED',
      workshopId: 'a',
      session: 1,
      of: 1,
      start: '2026-09-01T14:00:00',
      end: '2026-09-01T16:00:00',
      zone: 'Europe/Paris',
      place: null,
    });
  });

  test('raises the sequence of what changed, cancels what is gone once, leaves the rest', () => {
    const sent = calendarEvents('abc', sessions);
    expect(calendarEvents('abc', sessions, new Map(), sent)).toEqual(sent);
    const moved = sessions.slice(0, 1).map((each) => ({ ...each, slot: slot('z', '2026-09-22') }));
    const next = calendarEvents('abc', moved, new Map(), sent);
    expect(next.map(({ uid, sequence, status }) => [uid, sequence, status])).toEqual([
      ['abc-a-1@decroise', 1, 'CONFIRMED'],
      ['abc-b-1@decroise', 1, 'CANCELLED'],
    ]);
    expect(calendarEvents('abc', moved, new Map(), next)).toEqual(next);
    expect(calendarEvents('abc', moved, new Map([['a', 'Albi']]), next)[0]?.sequence).toBe(2);
  });
});

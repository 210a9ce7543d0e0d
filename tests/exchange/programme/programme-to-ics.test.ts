import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { composeProgramme, continueCalendar, type Programme, personIdOf } from '../../../engine/index.js';
import { programmeLookup } from '../../../exchange/programme/programme-lookup.js';
import { programmeToIcs } from '../../../exchange/programme/programme-to-ics.js';
import { seatedAssembly } from './made-programme.js';

const small = { workshop: { minSize: 3, maxSize: 4 } } as const;
/** A Saturday slot before the change of clocks of October 2026, and one after it; the same in March 2027. */
const across = (first: string, second: string) => ({
  ...small,
  programme: {
    rounds: 2,
    roundDays: [first, second],
    from: first,
    until: second,
    weekdays: ['samedi', 'lundi'],
    times: ['10:00'],
  },
});

interface Read {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly status: string;
}

/** The calendar as another library reads it. */
function readBack(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      description: event.description ?? '',
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

const icsOf = (programme: Programme, territoryId?: string, names = new Map<string, string>()) =>
  programmeToIcs(programmeLookup(programme, 'fr', names), territoryId);

describe('the calendar of a programme, read back by another library', () => {
  it.each([
    ['2026-10-24', '2026-10-26', '2026-10-24T08:00:00.000Z', '2026-10-26T09:00:00.000Z'],
    ['2027-03-27', '2027-03-29', '2027-03-27T09:00:00.000Z', '2027-03-29T08:00:00.000Z'],
  ])(
    'meets at ten in Paris on %s and %s, on both sides of the change of clocks',
    (first, second, before, after) => {
      const programme = composeProgramme(seatedAssembly, across(first, second));
      const starts = new Map(
        readBack(icsOf(programme)).map(({ summary, start }) => [summary.slice(0, 10), start]),
      );
      expect(starts.get('Atelier T1')).toBe(before);
      expect(starts.get('Atelier T2')).toBe(after);
    },
  );

  it('has an event for each session, told by its workshop, its place, who takes part and who chairs', () => {
    const programme = composeProgramme(seatedAssembly, {
      workshop: { ...small.workshop, cadence: 'lasting' },
      programme: { rounds: 1, sessions: 2, from: '2026-11-02', meeting: 'in-person' },
    });
    const events = readBack(icsOf(programme));
    const sessions = programme.rounds.flatMap(({ workshops }) =>
      workshops.flatMap((workshop) => workshop.sessions),
    );
    expect(sessions.length).toBeGreaterThan(2);
    expect(events).toHaveLength(sessions.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const [workshop] = programme.rounds[0]?.workshops ?? [];
    const own = events.filter(({ summary }) => summary.startsWith('Atelier T1-A01'));
    expect(own.map(({ summary }) => summary)).toEqual([
      `Atelier T1-A01 : ${workshop?.title.fr} (séance 1 sur 2)`,
      `Atelier T1-A01 : ${workshop?.title.fr} (séance 2 sur 2)`,
    ]);
    const nameOf = (id = '') =>
      seatedAssembly.territories.find((territory) => territory.id === id)?.name ?? '';
    expect(own[0]?.location).toBe(nameOf(workshop?.host?.territoryId));
    for (const id of workshop?.territoryIds ?? []) expect(own[0]?.description).toContain(nameOf(id));
    expect(own[0]?.description).toContain('Animation : titulaire du siège');
    expect(events.every(({ status, sequence }) => status === 'CONFIRMED' && sequence === 0)).toBe(true);
  });

  it('names people only where names are given', () => {
    const programme = composeProgramme(seatedAssembly, across('2026-10-24', '2026-10-26'));
    const names = new Map(
      seatedAssembly.seats.map(({ id }) => [personIdOf({ seatId: id, role: 'holder' }), `Nom de ${id}`]),
    );
    expect(icsOf(programme)).not.toContain('Nom de');
    const woman = programme.rounds[0]?.workshops[0]?.chairs?.woman;
    expect(readBack(icsOf(programme, undefined, names))[0]?.description).toContain(`Nom de ${woman?.seatId}`);
  });

  it('keeps the events that stay, raises the sequence of those that change, cancels those no longer held', () => {
    const options = across('2026-10-24', '2026-10-26');
    const sent = composeProgramme(seatedAssembly, options);
    const moved = across('2026-10-24', '2026-10-31');
    const next = continueCalendar(composeProgramme(seatedAssembly, moved), sent);
    const before = new Map(readBack(icsOf(sent)).map((event) => [event.uid, event]));
    const after = readBack(icsOf(next));
    expect(after.map(({ uid }) => uid).sort()).toEqual([...before.keys()].sort());
    for (const { uid, start, sequence } of after) {
      expect(sequence, uid).toBe(before.get(uid)?.start === start ? 0 : 1);
    }
    expect(after.some(({ sequence }) => sequence === 1)).toBe(true);
    const one = composeProgramme(seatedAssembly, {
      ...options,
      programme: { ...options.programme, rounds: 1, roundDays: ['2026-10-24'] },
    });
    const shorter = readBack(icsOf(continueCalendar(one, sent)));
    const cancelled = shorter.filter(({ status }) => status === 'CANCELLED');
    expect(cancelled.length).toBe(sent.rounds[1]?.workshops.length);
    expect(
      cancelled.every(({ summary, sequence }) => summary.startsWith('Annulé : ') && sequence === 1),
    ).toBe(true);
  });

  it('gives a territory its own workshops alone, under the same uids', () => {
    const programme = composeProgramme(seatedAssembly, across('2026-10-24', '2026-10-26'));
    const all = new Set(readBack(icsOf(programme)).map(({ uid }) => uid));
    const own = readBack(icsOf(programme, 't3'));
    expect(own).toHaveLength(2);
    for (const { uid, description } of own) {
      expect(all.has(uid)).toBe(true);
      expect(description).toContain('Territoire 3');
    }
  });

  it('is the same text twice, in lines that no reader refuses', () => {
    const programme = composeProgramme(seatedAssembly, across('2026-10-24', '2026-10-26'));
    expect(icsOf(programme)).toBe(icsOf(programme));
    expect(icsOf(programme).endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = icsOf(programme).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});

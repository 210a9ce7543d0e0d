import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleAssembly } from '../../../../data/example-assembly.js';
import type { Assembly } from '../../../../engine/model/assembly.js';
import { programmeSchema } from '../../../../engine/model/programme.js';
import type { PartialOptions } from '../../../../engine/options.js';
import { composeProgramme } from '../../../../engine/use-cases/programme/compose-programme.js';
import { continueCalendar } from '../../../../engine/use-cases/programme/programme-calendar.js';
import { thrownBy } from '../../thrown-error.js';
import {
  madeAssembly,
  madeSeats,
  madeTerritories,
  noticesOf,
  programmeOf,
  workshopsOf,
} from './made-programme.js';

const quick = { workshop: { effort: 0.01 }, programme: { from: '2026-11-03', pilots: 3 } } as const;

describe('composeProgramme', () => {
  const example = exampleAssembly();
  const programme = composeProgramme(example, quick);

  test('its own schema accepts the programme, and no name is in it', () => {
    expect(programmeSchema.safeParse(programme).success).toBe(true);
    const seats = example.seats.map((seat) => ({
      ...seat,
      holder: { civility: 'F' as const, name: 'Zénobie Quatrevingt' },
    }));
    const named = composeProgramme({ ...example, seats }, { ...quick, workshop: { effort: 0 } });
    expect(JSON.stringify(named)).not.toContain('Quatrevingt');
  });

  test('everyone is in one workshop a round, within the sizes', () => {
    for (const { workshops } of programme.rounds) {
      const placed = workshops.flatMap(({ territoryIds }) => territoryIds);
      expect([...placed].sort()).toEqual(example.territories.map(({ id }) => id).sort());
      for (const { territoryIds } of workshops) {
        expect(territoryIds.length).toBeGreaterThanOrEqual(6);
        expect(territoryIds.length).toBeLessThanOrEqual(10);
      }
    }
  });

  test('it replays to the byte from what it holds, whatever the order of the lists', () => {
    const text = JSON.stringify(programme);
    expect(JSON.stringify(composeProgramme(programme.assembly, programme.options as PartialOptions))).toBe(
      text,
    );
    const turned: Assembly = {
      ...example,
      territories: [...example.territories].reverse(),
      seats: [...example.seats].reverse(),
      history: [...example.history].reverse(),
      rules: [...example.rules].reverse(),
    };
    expect(JSON.stringify(composeProgramme(turned, quick))).toBe(text);
  });

  test('another seed gives other rounds', () => {
    const other = composeProgramme(example, { ...quick, general: { seed: 2 } });
    expect(other.rounds).not.toEqual(programme.rounds);
    expect(other.calendar.key).not.toBe(programme.calendar.key);
  });

  test('a chair is someone of the workshop, the two of different territories', () => {
    const holders = new Map(example.seats.map(({ id, territoryId }) => [id, territoryId]));
    for (const { territoryIds, chairs } of workshopsOf(programme)) {
      const { woman, man } = chairs ?? {};
      for (const chair of [woman, man]) {
        if (!chair) continue;
        expect(holders.get(chair.seatId)).toBe(chair.territoryId);
        expect(territoryIds).toContain(chair.territoryId);
      }
      if (woman && man) expect(woman.territoryId).not.toBe(man.territoryId);
    }
  });

  test('rounds follow each other in time, and a search that is stopped still gives a programme', () => {
    programme.rounds.slice(1).forEach(({ from = '' }, r) => {
      expect((programme.rounds[r]?.until ?? '') <= from).toBe(true);
    });
    const stopped = composeProgramme(example, quick, { shouldStop: () => true });
    expect(programmeSchema.safeParse(stopped).success).toBe(true);
  });

  test('where much likeness is given up for new company, what some repeats would give is told with the option', () => {
    const given = programme.notices.find(({ code }) => code === 'likeness-given-up');
    const { kept, meetings, repeatCost, repeatsThen, keptThen } = (given?.facts ?? {}) as Record<
      string,
      number
    >;
    expect(kept).toBeCloseTo(programme.meetings.coherence.kept, 3);
    expect(meetings).toBe(
      workshopsOf(programme).reduce(
        (sum, { territoryIds: { length } }) => sum + (length * (length - 1)) / 2,
        0,
      ),
    );
    expect(keptThen).toBeGreaterThan(kept ?? 1);
    expect(given?.text.fr).toContain(`--repeat-cost ${repeatCost}`);
    expect(given?.text.en).toContain(`--repeat-cost ${repeatCost}`);
    const priced = composeProgramme(example, { ...quick, programme: { repeatCost: repeatCost ?? null } });
    expect(priced.meetings.repeats).toBeGreaterThan((repeatsThen ?? 0) / 2);
    expect(priced.meetings.coherence.kept).toBeGreaterThan(kept ?? 1);
    expect(noticesOf(priced, 'likeness-given-up')).toEqual([]);
  });

  test('an assembly without territories has empty rounds, and an entry with several places a person is refused', () => {
    const empty = programmeOf(madeAssembly([]));
    expect(empty.rounds.map(({ workshops }) => workshops.length)).toEqual([0, 0, 0]);
    expect(thrownBy(() => programmeOf(madeAssembly([]), { workshop: { entry: 'thematic' } })).code).toBe(
      'entry-without-rounds',
    );
  });
});

describe('the rules in a programme', () => {
  const territories = madeTerritories(20);

  test('hard rules hold in every round, and what they cost in repeats is said', () => {
    const { rounds, meetings, ...rest } = programmeOf(
      madeAssembly(territories, {
        rules: [
          { id: 'a', kind: 'together', level: 'hard', territoryIds: ['t00', 't01'] },
          { id: 'b', kind: 'apart', level: 'hard', territoryIds: ['t02', 't06', 't10'] },
          { id: 'c', kind: 'pinned', level: 'hard', territoryIds: ['t05'], workshop: 2 },
        ],
      }),
    );
    for (const { workshops, ruleOutcomes } of rounds) {
      const numberOf = (id: string) =>
        workshops.find(({ territoryIds }) => territoryIds.includes(id))?.number;
      expect(numberOf('t00')).toBe(numberOf('t01'));
      expect(new Set(['t02', 't06', 't10'].map(numberOf)).size).toBe(3);
      expect(numberOf('t05')).toBe(2);
      expect(ruleOutcomes.map(({ ruleId, penalty }) => [ruleId, penalty])).toEqual([
        ['a', 0],
        ['b', 0],
        ['c', 0],
      ]);
    }
    expect(meetings.byRule).toBe(2);
    expect(meetings.repeats).toBeGreaterThanOrEqual(2);
    const [again] = rest.notices.filter(({ code }) => code === 'meets-again');
    expect(again?.text.fr).toContain('dont 2 pour tenir une règle « ensemble »');
  });

  test('rules that contradict each other are refused with the conflict', () => {
    const error = thrownBy(() =>
      programmeOf(
        madeAssembly(territories, {
          rules: [
            { id: 'a', kind: 'together', level: 'hard', territoryIds: ['t00', 't01'] },
            { id: 'b', kind: 'apart', level: 'hard', territoryIds: ['t00', 't01'] },
          ],
        }),
      ),
    );
    expect([error.code, (error.value as { ruleIds: string[] }).ruleIds]).toEqual(['infeasible', ['a', 'b']]);
  });

  test('seats of one territory never sit together, whatever the rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 10 }), fc.integer({ min: 1, max: 3 }), (count, rounds) => {
        const own = madeTerritories(count);
        const seats = own.flatMap(({ id }) =>
          (['F', 'M'] as const).map((civility, k) => ({
            id: `${id}-${k}`,
            territoryId: id,
            holder: { civility },
          })),
        );
        const { rounds: made } = programmeOf(madeAssembly(own, { seats }), {
          workshop: { entry: 'seats', minSize: 3, maxSize: 6, effort: 0.005 },
          programme: { rounds },
        });
        for (const { workshops } of made) {
          for (const { territoryIds, seatIds = [] } of workshops) {
            expect(new Set(territoryIds).size).toBe(seatIds.length);
          }
          expect(workshops.flatMap(({ seatIds = [] }) => seatIds).sort()).toEqual(
            seats.map(({ id }) => id).sort(),
          );
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe('what is asked and cannot be', () => {
  test('an odd one out sits out in turn, and is named', () => {
    const { rounds, notices } = programmeOf(madeAssembly(madeTerritories(13)), {
      workshop: { minSize: 4, maxSize: 4 },
    });
    const out = rounds.map(({ sittingOut }) => sittingOut.map(({ territoryId, why }) => [territoryId, why]));
    expect(out.map((each) => each.length)).toEqual([1, 1, 1]);
    expect(new Set(out.flat().map(([id]) => id)).size).toBe(3);
    expect(out.flat().every(([, why]) => why === 'turn')).toBe(true);
    expect(notices.filter(({ code }) => code === 'sits-out').map(({ facts }) => facts)).toEqual(
      out.map((each, r) => ({ round: r + 1, participantIds: each.map(([id]) => id) })),
    );
  });

  test('one gender missing altogether: others stand in, and it is said once that pairs cannot be mixed', () => {
    const territories = madeTerritories(12);
    const made = programmeOf(madeAssembly(territories, { seats: madeSeats(territories, () => 'F') }));
    expect(noticesOf(made, 'civility-absent')).toEqual([
      { code: 'civility-absent', facts: { civility: 'M' } },
    ]);
    for (const { chairs } of workshopsOf(made)) {
      expect([chairs?.woman === null, chairs?.man, chairs?.standIns.length]).toEqual([false, null, 1]);
    }
    expect(noticesOf(made, 'chair-missing')).toEqual([]);
  });

  test('no civility stated: two people of two territories chair, said once', () => {
    const territories = madeTerritories(12);
    const made = programmeOf(
      madeAssembly(territories, { seats: madeSeats(territories, () => 'unspecified') }),
    );
    expect(noticesOf(made, 'civility-unstated', 'parity-unknown', 'chair-missing')).toEqual([
      { code: 'civility-unstated', facts: {} },
    ]);
    for (const { chairs } of workshopsOf(made)) expect(chairs?.standIns).toHaveLength(2);
  });

  test('no seat at all: no chairs, and that is said; none when they are not asked for', () => {
    const seatless = madeAssembly(madeTerritories(12), { seats: [] });
    const made = programmeOf(seatless);
    expect(made.chairing).toBeUndefined();
    expect(noticesOf(made, 'chairs-without-seats')).toHaveLength(1);
    const none = programmeOf(seatless, { programme: { chairs: 'none' } });
    expect(noticesOf(none, 'chairs-without-seats')).toEqual([]);
  });

  test('nobody able to host: by video instead of in person, said once', () => {
    const made = programmeOf(madeAssembly(madeTerritories(12)), { programme: { meeting: 'in-person' } });
    expect(workshopsOf(made).every(({ format, host }) => format === 'video' && host === null)).toBe(true);
    expect(noticesOf(made, 'nobody-can-host')).toEqual([{ code: 'nobody-can-host', facts: { asked: true } }]);
  });

  test('a territory that can host has them all in person, at the cost of the way there and back', () => {
    const made = programmeOf(madeAssembly(madeTerritories(8, (k) => ({ canHost: k === 3 }))), {
      workshop: { minSize: 8, maxSize: 8 },
      programme: { meeting: 'in-person', rounds: 1 },
    });
    // 0.18° of latitude is 20.015 km: 3+2+1+0+1+2+3+4 of them, there and back, by a road 1.3 times as long
    const [workshop] = workshopsOf(made);
    expect(workshop?.host?.territoryId).toBe('t03');
    expect(workshop?.host?.roadKm).toBeCloseTo(16 * 20.0151 * 2 * 1.3, 1);
    expect(made.travel.made.kgCo2e).toBeCloseTo((workshop?.host?.roadKm ?? 0) * 0.178, 6);
    expect(made.calendar.events[0]?.place).toBe('t03');
  });

  test('someone whom no slot suits is named, and does not move the dates', () => {
    const territories = madeTerritories(12, (k) => (k === 5 ? { availability: ['dimanche soir'] } : {}));
    const made = programmeOf(madeAssembly(territories));
    const free = programmeOf(madeAssembly(madeTerritories(12)));
    const where = workshopsOf(made).filter(({ territoryIds }) => territoryIds.includes('t05'));
    expect(noticesOf(made, 'never-available', 'absent-from-session')).toEqual([
      { code: 'never-available', facts: { participantId: 't05', workshopIds: where.map(({ id }) => id) } },
    ]);
    expect(where.flatMap(({ sessions }) => sessions.flatMap(({ absentIds }) => absentIds))).toEqual(
      Array(3).fill('t05'),
    );
    expect(made.rounds.map(({ from }) => from)).toEqual(free.rounds.map(({ from }) => from));
  });

  test('more rounds than can be without repeats: as few as can be, with how few there must be', () => {
    const made = programmeOf(madeAssembly(madeTerritories(8)), {
      workshop: { minSize: 4, maxSize: 4 },
      programme: { rounds: 4 },
    });
    // each meets three others a round and has seven: 4 × 3 − 7 again, for eight, each pair counted twice
    expect(made.meetings.fewestPossible).toBeGreaterThanOrEqual(20);
    expect(made.meetings.repeats).toBeGreaterThanOrEqual(made.meetings.fewestPossible);
    expect(noticesOf(made, 'meets-again')).toEqual([
      {
        code: 'meets-again',
        facts: {
          rounds: 4,
          repeats: made.meetings.repeats,
          fewestPossible: made.meetings.fewestPossible,
          byRule: 0,
        },
      },
    ]);
  });

  test('a holiday asked for: the nearest day instead, and why', () => {
    const made = programmeOf(madeAssembly(madeTerritories(12)), {
      programme: {
        rounds: 2,
        weekdays: ['mardi'],
        roundDays: ['2026-11-05', '2026-11-11'],
        holidays: ['2026-11-11'],
      },
    });
    expect(made.rounds.map(({ from }) => from)).toEqual(['2026-11-05', '2026-11-10']);
    expect(noticesOf(made, 'round-day-instead')).toEqual([
      {
        code: 'round-day-instead',
        facts: { round: 2, asked: '2026-11-11', day: '2026-11-10', cause: 'holiday' },
      },
    ]);
    expect(made.notices.find(({ code }) => code === 'round-day-instead')?.text.fr).toBe(
      'Tour 2 : le mardi 10 novembre 2026 au lieu du mercredi 11 novembre 2026, car c’est un jour sans séance (férié ou exclu).',
    );
  });

  test('neither slots nor a first day: nothing is dated, and that is said', () => {
    const made = programmeOf(madeAssembly(madeTerritories(12)), { programme: { from: null } });
    expect(workshopsOf(made).every(({ sessions: [only] }) => only?.date === undefined)).toBe(true);
    expect(noticesOf(made, 'no-slots')).toHaveLength(1);
    expect(made.calendar.events).toEqual([]);
  });

  test('fewer slots than rounds: the last rounds have no date, said once a round', () => {
    const slots = ['2026-11-03', '2026-11-10'].map((date) => ({
      id: `visio ${date}`,
      date,
      start: '14:00',
      end: '16:00',
    }));
    const made = programmeOf(madeAssembly(madeTerritories(12), { slots }));
    expect(made.rounds.map(({ from }) => from)).toEqual(['2026-11-03', '2026-11-10', undefined]);
    expect(noticesOf(made, 'round-without-slot', 'session-without-slot')).toEqual([
      { code: 'round-without-slot', facts: { round: 3 } },
    ]);
  });

  test('too few for the workshops asked for: fewer, or one small one, or none', () => {
    const absences = [
      ...['t06', 't07', 't08', 't09', 't10', 't11'].map((id) => `2:${id}`),
      ...Array.from({ length: 9 }, (_, k) => `3:t0${k}`),
      ...Array.from({ length: 12 }, (_, k) => `4:t${String(k).padStart(2, '0')}`),
    ];
    const made = programmeOf(madeAssembly(madeTerritories(12)), {
      workshop: { minSize: 4, maxSize: 6, workshopCount: 3 },
      programme: { rounds: 4, absences },
    });
    expect(
      made.rounds.map(({ workshops }) => workshops.map(({ territoryIds }) => territoryIds.length)),
    ).toEqual([[4, 4, 4], [6], [3], []]);
    expect(noticesOf(made, 'fewer-workshops', 'small-round')).toEqual([
      { code: 'fewer-workshops', facts: { round: 2, asked: 3, held: 1, present: 6 } },
      { code: 'small-round', facts: { round: 3, present: 3, minSize: 4 } },
      { code: 'small-round', facts: { round: 4, present: 0, minSize: 4 } },
    ]);
    expect(made.rounds[1]?.sittingOut.every(({ why }) => why === 'absent')).toBe(true);
  });

  test.each([
    [{ absences: ['4:t01'] }],
    [{ absences: ['1:nobody'] }],
    [{ roundSizes: ['2:6..4'] }],
    [{ pilots: 1, pilotQuotas: ['31'] }],
    [{ weekdays: ['mardredi'] }],
    [{ times: ['25:00'] }],
    [{ roundDays: ['2026-12-01', '2026-11-01'] }],
    [{ until: '2026-10-01' }],
  ])('an option that cannot be used is refused by name: %j', (programme) => {
    const error = thrownBy(() => programmeOf(madeAssembly(madeTerritories(12)), { programme }));
    expect(error.code).toBe('option-out-of-range');
    expect(error.value).toBe(`programme.${Object.keys(programme).at(-1)}`);
  });
});

describe('what a programme is asked for', () => {
  test('sizes of a round, and chairs of the past, count', () => {
    const territories = madeTerritories(12);
    const made = programmeOf(
      madeAssembly(territories, {
        history: [
          { kind: 'chairs', territoryIds: ['t00', 't01'], date: '2025-03-01' },
          { kind: 'chairs', territoryIds: ['t00', 't03'], date: '2025-06-01' },
        ],
      }),
      { programme: { rounds: 2, roundSizes: ['2:12'] } },
    );
    expect(made.rounds[1]?.workshops.map(({ territoryIds }) => territoryIds.length)).toEqual([12]);
    const dutyOf = (seatId: string) => made.chairing?.duties.find((duty) => duty.seatId === seatId);
    expect([dutyOf('s-t00')?.past, dutyOf('s-t01')?.past, dutyOf('s-t02')?.past]).toEqual([2, 1, 0]);
    expect(dutyOf('s-t00')?.now).toBe(0);
  });

  test('lasting workshops meet four times a week or more apart, round after round', () => {
    const made = programmeOf(madeAssembly(madeTerritories(12)), {
      workshop: { cadence: 'lasting' },
      programme: { rounds: 2, weekdays: ['Tuesday'], times: ['9h30'] },
    });
    for (const { sessions } of workshopsOf(made)) {
      expect(sessions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
      const days = sessions.map(({ date = '' }) => Date.parse(date) / 86_400_000);
      days.slice(1).forEach((day, k) => {
        expect(day - (days[k] ?? 0)).toBeGreaterThanOrEqual(7);
      });
      expect(sessions[0]).toMatchObject({ start: '09:30', end: '11:30' });
    }
    expect((made.rounds[0]?.until ?? '') < (made.rounds[1]?.from ?? '')).toBe(true);
  });

  test('sessions for which slots are too few are told once a round', () => {
    const slots = ['2026-11-03', '2026-11-10', '2026-11-17'].map((date) => ({
      id: date,
      date,
      start: '14:00',
      end: '16:00',
    }));
    const made = programmeOf(madeAssembly(madeTerritories(12), { slots }), {
      workshop: { cadence: 'lasting' },
      programme: { rounds: 1, sessions: 6 },
    });
    const ids = workshopsOf(made).map(({ id }) => id);
    expect(workshopsOf(made).every(({ sessions }) => sessions.filter(({ date }) => date).length === 3)).toBe(
      true,
    );
    expect(noticesOf(made, 'session-without-slot', 'round-short-of-slots')).toEqual([
      { code: 'round-short-of-slots', facts: { round: 1, sessions: 3 * ids.length, workshopIds: ids } },
    ]);
  });

  test('pilots stand for all territories within their quotas', () => {
    const made = programmeOf(madeAssembly(madeTerritories(12)), {
      programme: { pilots: 4, pilotsPerDepartment: 2, pilotQuotas: ['01:1..1'] },
    });
    const chosen = made.pilots?.chosen ?? [];
    expect(
      chosen.flatMap(({ represents }) => represents.map(({ territoryId }) => territoryId)).sort(),
    ).toEqual(made.assembly.territories.map(({ id }) => id));
    const departments = chosen.map(({ territoryId }) => Number(territoryId.slice(1)) % 3);
    expect(departments.filter((each) => each === 1)).toHaveLength(1);
    expect(made.pilots?.guarantee).toBeCloseTo(1 / 2, 9);
  });

  test('availability of slots given by name is kept where it can be', () => {
    const slots = ['03', '10', '17'].map((day) => ({
      id: `2026-11-${day}`,
      label: `séance du ${day}`,
      date: `2026-11-${day}`,
      start: '14:00',
      end: '16:00',
    }));
    const territories = madeTerritories(12, () => ({ availability: ['Séance du 10', '2026-11-17'] }));
    const made = programmeOf(madeAssembly(territories, { slots }), { programme: { rounds: 2 } });
    expect(made.rounds.map(({ from }) => from)).toEqual(['2026-11-10', '2026-11-17']);
    expect(noticesOf(made, 'absent-from-session', 'never-available', 'availability-unread')).toEqual([]);
  });

  test('a calendar goes on: what is the same keeps its uid and sequence, what moved has its sequence raised', () => {
    const assembly = madeAssembly(madeTerritories(12));
    const first = programmeOf(assembly);
    const moved = programmeOf(assembly, { programme: { roundDays: ['-', '-', '2027-01-12'] } });
    const next = continueCalendar(moved, first);
    expect(next.calendar.key).toBe(first.calendar.key);
    const sequences = new Map(next.calendar.events.map(({ uid, sequence }) => [uid, sequence]));
    first.calendar.events.forEach(({ uid, start, workshopId }) => {
      const now = next.calendar.events.find((event) => event.uid === uid);
      expect(sequences.get(uid), workshopId).toBe(now?.start === start ? 0 : 1);
    });
    expect([...sequences.values()]).toContain(1);
    expect(continueCalendar(next, next).calendar).toEqual(next.calendar);
  });
});

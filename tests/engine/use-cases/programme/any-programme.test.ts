import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../../engine/engine-error.js';
import { type Programme, programmeSchema } from '../../../../engine/model/programme.js';
import type { PartialOptions } from '../../../../engine/options.js';
import { madeAssembly, madeTerritories, programmeOf, workshopsOf } from './made-programme.js';

const civility = fc.constantFrom('F', 'M', 'unspecified');
const person = fc.record({ civility: civility as fc.Arbitrary<'F' | 'M' | 'unspecified'> });

/** Assemblies of none to eighteen territories, with seats, slots, availability and rules of all kinds. */
const assemblies = fc
  .record({
    count: fc.integer({ min: 0, max: 18 }),
    seats: fc.array(
      fc.record({
        of: fc.nat(17),
        holder: fc.option(person, { nil: undefined }),
        deputy: fc.option(person, { nil: undefined }),
      }),
      { maxLength: 30 },
    ),
    slots: fc.array(
      fc.record({ day: fc.integer({ min: 1, max: 28 }), hour: fc.constantFrom('09', '10', '14') }),
      {
        maxLength: 8,
      },
    ),
    words: fc.array(fc.constantFrom('mardi matin', '14 h', 'à voir', 'S3', 'dimanche'), { maxLength: 18 }),
    hosts: fc.boolean(),
    together: fc.boolean(),
  })
  .map(({ count, seats, slots, words, hosts, together }) => {
    const territories = madeTerritories(count, (k) => ({
      ...(words[k] && { availability: [words[k]] }),
      ...(hosts && k % 5 === 0 && { canHost: true }),
      ...(k % 7 === 3 && { position: undefined, videoReady: false }),
    }));
    return madeAssembly(territories, {
      seats: seats.flatMap(({ of, holder, deputy }, k) =>
        of < count
          ? [
              {
                id: `s${k}`,
                territoryId: territories[of]?.id ?? '',
                ...(holder && { holder }),
                ...(deputy && { deputy }),
              },
            ]
          : [],
      ),
      slots: slots.map(({ day, hour }, k) => ({
        id: `S${k}`,
        date: `2026-11-${String(day).padStart(2, '0')}`,
        start: `${hour}:00`,
        end: `${Number(hour) + 2}:00`,
      })),
      rules:
        together && count > 3
          ? [{ id: 'r', kind: 'together', level: 'hard', territoryIds: ['t01', 't02'] }]
          : [],
    });
  });

const options: fc.Arbitrary<PartialOptions> = fc.record({
  workshop: fc.record({
    entry: fc.constantFrom('territorial', 'seats') as fc.Arbitrary<'territorial' | 'seats'>,
    minSize: fc.integer({ min: 1, max: 4 }),
    maxSize: fc.integer({ min: 4, max: 7 }),
    workshopCount: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    cadence: fc.constantFrom('one-off', 'lasting') as fc.Arbitrary<'one-off' | 'lasting'>,
    effort: fc.constant(0.002),
  }),
  programme: fc.record({
    rounds: fc.integer({ min: 1, max: 4 }),
    meeting: fc.constantFrom('video', 'in-person') as fc.Arbitrary<'video' | 'in-person'>,
    repeatCost: fc.constantFrom(null, 0.2),
    from: fc.constantFrom('2026-11-02', null),
    holidays: fc.constantFrom([], ['2026-11-11', '2026-11-10']),
    roundDays: fc.constantFrom([], ['2026-11-11']),
  }),
});

describe('any programme', () => {
  test('is one that its schema accepts, and keeps what always holds', () => {
    fc.assert(
      fc.property(assemblies, options, (assembly, asked) => {
        const made = madeOrRefused(() => programmeOf(assembly, asked));
        if (!made) return;
        expect(programmeSchema.safeParse(made).error).toBeUndefined();
        everyoneOnceARound(made);
        chairsSit(made);
        sessionsHold(made);
      }),
      { numRuns: 25 },
    );
  });
});

/** Rules and crowded delegations may have no answer; nothing else is thrown. */
function madeOrRefused(make: () => Programme): Programme | undefined {
  try {
    return make();
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).code).toBe('infeasible');
    return undefined;
  }
}

function everyoneOnceARound({ rounds, entry, assembly }: Programme): void {
  const units =
    entry === 'seats'
      ? assembly.seats.filter(({ holder, deputy }) => holder ?? deputy).map(({ id }) => id)
      : assembly.territories.map(({ id }) => id);
  for (const { workshops, sittingOut } of rounds) {
    const placed = workshops.flatMap(({ territoryIds, seatIds }) => seatIds ?? territoryIds);
    const out = sittingOut.map(({ territoryId, seatId }) => seatId ?? territoryId);
    expect([...placed, ...out].sort()).toEqual([...units].sort());
    for (const { territoryIds, seatIds } of workshops) {
      if (seatIds) expect(new Set(territoryIds).size).toBe(seatIds.length);
    }
  }
}

function chairsSit({ rounds, assembly, chairing }: Programme): void {
  const times = new Map<string, number>();
  for (const { workshops } of rounds) {
    const busy = new Set<string>();
    for (const { territoryIds, seatIds, chairs } of workshops) {
      const named = chairs
        ? [chairs.woman, chairs.man, ...chairs.standIns].flatMap((each) => each ?? [])
        : [];
      expect(named.length).toBeLessThanOrEqual(2);
      expect(new Set(named.map(({ territoryId }) => territoryId)).size).toBe(named.length);
      for (const { seatId, role, territoryId } of named) {
        expect(seatIds ?? territoryIds).toContain(seatIds ? seatId : territoryId);
        expect(busy.has(`${seatId} ${role}`)).toBe(false);
        busy.add(`${seatId} ${role}`);
        times.set(`${seatId} ${role}`, (times.get(`${seatId} ${role}`) ?? 0) + 1);
      }
      const civilityOf = (chair: (typeof named)[number] | null | undefined) =>
        chair && assembly.seats.find(({ id }) => id === chair.seatId)?.[chair.role]?.civility;
      if (chairs?.woman) expect(civilityOf(chairs.woman)).toBe('F');
      if (chairs?.man) expect(civilityOf(chairs.man)).toBe('M');
    }
  }
  for (const { seatId, role, now } of chairing?.duties ?? []) {
    expect(now).toBe(times.get(`${seatId} ${role}`) ?? 0);
  }
}

function sessionsHold(programme: Programme): void {
  const { options, rounds, slots, calendar } = programme;
  const { holidays } = (options as { programme: { holidays: string[] } }).programme;
  const dated = workshopsOf(programme).flatMap(({ sessions }) => sessions.filter(({ slotId }) => slotId));
  expect(calendar.events).toHaveLength(dated.length);
  expect(new Set(calendar.events.map(({ uid }) => uid)).size).toBe(dated.length);
  for (const { slotId, date } of dated) {
    expect(holidays).not.toContain(date);
    expect(slots.map(({ id }) => id)).toContain(slotId);
  }
  const spans = rounds.flatMap(({ from, until }) => (from && until ? [[from, until] as const] : []));
  spans.slice(1).forEach(([from], r) => {
    expect((spans[r]?.[1] ?? '') <= from).toBe(true);
  });
}

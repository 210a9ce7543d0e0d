import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assembly } from '../../../engine/model/assembly.js';
import type { Rule } from '../../../engine/model/rule.js';
import { createRng } from '../../../engine/random/rng.js';
import { composeBySeat } from '../../../engine/workshop/by-seat.js';
import { describeConflict } from '../../../engine/workshop/refusals/describe-conflict.js';
import { thrownBy } from '../thrown-error.js';
import { entryInput, entryOptions } from './entry-input.js';
import { seatedAssembly } from './seated-assembly.js';

const plenary = seatedAssembly();
const settings = entryOptions({ entry: 'seats', minSize: 8, maxSize: 12, workshopCount: 24, effort: 0.2 });

function compose(assembly: Assembly, options = settings, date: string | null = null) {
  const input = entryInput(assembly, { date });
  return { input, ...composeBySeat(input, options, createRng(1)) };
}

describe('composeBySeat', () => {
  const { input, workshops, unplaced, value, upperBound } = compose(plenary);

  test('places 232 people of 58 territories in 24 workshops of 8 to 12, each once', () => {
    expect(workshops).toHaveLength(24);
    const placed = workshops.flatMap(({ seats = [] }) => seats);
    expect(placed.length).toBe(232);
    expect(new Set(placed).size).toBe(232);
    expect(unplaced).toEqual([]);
    for (const { seats = [] } of workshops) {
      expect(seats.length).toBeGreaterThanOrEqual(8);
      expect(seats.length).toBeLessThanOrEqual(12);
    }
    expect(upperBound).toBeGreaterThanOrEqual(value);
  });

  test('keeps the seats of one territory apart, and tells the territory of each seat', () => {
    for (const { territories, seats = [] } of workshops) {
      expect(new Set(territories).size).toBe(territories.length);
      expect(seats.map((seat) => input.seats[seat]?.territoryId)).toEqual(
        territories.map((t) => input.territoryIds[t]),
      );
    }
  });

  test('has women and men, and the colleges, in each workshop as in the whole, or nearly', () => {
    const shareOf = (has: (seat: (typeof input.seats)[number]) => boolean) =>
      input.seats.filter(has).length / input.seats.length;
    const off = (has: (seat: (typeof input.seats)[number]) => boolean, share: number) =>
      workshops
        .map(({ seats = [] }) => {
          const count = seats.filter((seat) => has(input.seats[seat]!)).length;
          return Math.max(0, Math.abs(count - share * seats.length) - 0.5);
        })
        .reduce((sum, miss) => sum + miss, 0);
    const woman = (seat: (typeof input.seats)[number]) => seat.holder?.civility === 'F';
    const elected = (seat: (typeof input.seats)[number]) => seat.college === 'Élus';
    const balanced = off(woman, shareOf(woman)) + off(elected, shareOf(elected));
    const unbalanced = compose(plenary, { ...settings, balance: 0 });
    const without = unbalanced.workshops
      .map(({ seats = [] }) => {
        const count = seats.filter((seat) => woman(input.seats[seat]!)).length;
        return Math.max(0, Math.abs(count - shareOf(woman) * seats.length) - 0.5);
      })
      .reduce((sum, miss) => sum + miss, 0);
    // one person off in one workshop of twenty-four, at most
    expect(balanced).toBeLessThanOrEqual(1);
    expect(without).toBeGreaterThan(balanced);
  });

  test('gives the deputy the place of an empty holder, and says who is not placed and why', () => {
    const small = seatedAssembly({ territoryCount: 12, seatCount: 24 });
    const seats = small.seats.map((seat) => {
      const { holder, ...empty } = seat;
      if (seat.id === 't003-1') return { ...empty, deputy: holder! };
      if (seat.id === 't004-2') return empty;
      return seat.id === 't005-1' ? { ...seat, from: '2022-01-01', to: '2024-06-30' } : seat;
    });
    const day = compose({ ...small, seats }, { ...settings, workshopCount: null }, '2024-07-01');
    const idsOf = (found: readonly number[]) => found.map((seat) => day.input.seats[seat]?.id);
    const placed = idsOf(day.workshops.flatMap(({ seats: own = [] }) => own));
    expect(placed).toHaveLength(22);
    expect(placed).toContain('t003-1');
    expect(day.unplaced.map(({ seat, why }) => [day.input.seats[seat!]?.id, why])).toEqual([
      ['t004-2', 'seat-empty'],
      ['t005-1', 'seat-out-of-term'],
    ]);
    // the last day of a term still counts, and without a day every term does
    expect(
      compose({ ...small, seats }, { ...settings, workshopCount: null }, '2024-06-30').unplaced,
    ).toHaveLength(1);
    expect(compose({ ...small, seats }, { ...settings, workshopCount: null }).unplaced).toHaveLength(1);
  });

  test('tells a territory without a seat', () => {
    const small = seatedAssembly({ territoryCount: 12, seatCount: 24 });
    const seats = small.seats.filter(({ territoryId }) => territoryId !== 't007');
    const { unplaced: left } = compose({ ...small, seats }, { ...settings, workshopCount: null });
    expect(left).toEqual([{ territory: 7, why: 'no-seat' }]);
  });

  test('keeps rules on territories for their seats, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 11 }), (a, step) => {
        const ids = [a, (a + step) % 12].map((t) => `t${String(t).padStart(3, '0')}`);
        const rules: Rule[] = [
          { id: 'apart', kind: 'apart', territoryIds: ids, level: 'hard' },
          { id: 'pin', kind: 'pinned', territoryIds: [ids[0]!], workshop: 2, level: 'hard' },
        ];
        const small = seatedAssembly({ territoryCount: 12, seatCount: 24 });
        const found = compose(
          { ...small, rules },
          { ...settings, workshopCount: null, minSize: 4, maxSize: 8, effort: 0 },
        );
        const homesOf = (id: string) =>
          found.workshops.flatMap(({ territories }, g) =>
            territories.some((t) => found.input.territoryIds[t] === id) ? [g] : [],
          );
        expect(homesOf(ids[0]!)).toContain(1);
        for (const g of homesOf(ids[0]!)) expect(homesOf(ids[1]!)).not.toContain(g);
      }),
      { numRuns: 10 },
    );
  });

  test('brings the seats of two territories together rank by rank', () => {
    const small = seatedAssembly({ territoryCount: 12, seatCount: 24 });
    const rules: Rule[] = [{ id: 'with', kind: 'together', territoryIds: ['t001', 't002'], level: 'hard' }];
    const found = compose({ ...small, rules }, { ...settings, workshopCount: null, minSize: 4, maxSize: 8 });
    const homesOf = (id: string) =>
      found.workshops.flatMap(({ territories }, g) =>
        territories.some((t) => found.input.territoryIds[t] === id) ? [g] : [],
      );
    expect(homesOf('t001')).toHaveLength(2);
    expect(homesOf('t001')).toEqual(homesOf('t002'));
  });
});

describe('composeBySeat refuses', () => {
  test('a territory with more seats than workshops, with the ways out', () => {
    const small = seatedAssembly({ territoryCount: 6, seatCount: 24 });
    const crowd = Array.from({ length: 6 }, (_, k) => ({
      ...small.seats[0]!,
      id: `t000-${10 + k}`,
    }));
    const assembly = { ...small, seats: [...small.seats, ...crowd] };
    const error = thrownBy(() =>
      compose(assembly, { ...settings, minSize: 5, maxSize: 8, workshopCount: 5 }),
    );
    expect(error.code).toBe('infeasible');
    expect(describeConflict(error, 'fr')).toBe(
      't000 a 10 sièges, qui doivent tous être dans des ateliers différents, et il n’y a au plus que 5 ateliers. ' +
        'Pour commencer : 10 ateliers, ou des ateliers de 3 à 8 ; il restera un autre désaccord à lever.',
    );
    const free = thrownBy(() =>
      compose(assembly, { ...settings, minSize: 5, maxSize: 8, workshopCount: null }),
    );
    expect(describeConflict(free, 'en')).toContain('Possible: workshops of 3 to 8.');
    const opened = compose(assembly, { ...settings, minSize: 3, maxSize: 8, workshopCount: 10 });
    expect(opened.workshops).toHaveLength(10);
  });

  test('seats that do not fill workshops, counted as seats', () => {
    const small = seatedAssembly({ territoryCount: 6, seatCount: 11 });
    const error = thrownBy(() =>
      compose(small, { ...settings, minSize: 6, maxSize: 10, workshopCount: null }),
    );
    expect(describeConflict(error, 'fr')).toMatch(
      /^11 sièges ne se répartissent pas en ateliers de 6 à 10\./u,
    );
    expect(describeConflict(error, 'en')).toMatch(/^11 seats cannot be divided/u);
  });

  test('two seats with one id, and a seat of an unknown territory', () => {
    const small = seatedAssembly({ territoryCount: 6, seatCount: 12 });
    const twice = { ...small, seats: [...small.seats, small.seats[0]!] };
    expect(thrownBy(() => compose(twice)).code).toBe('duplicate-seat');
    const lost = { ...small, seats: [{ ...small.seats[0]!, territoryId: 'nowhere' }] };
    expect(thrownBy(() => compose(lost)).code).toBe('unknown-territory');
  });
});

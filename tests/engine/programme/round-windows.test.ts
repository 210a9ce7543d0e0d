import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Slot } from '../../../engine/model/slot.js';
import { isoDay } from '../../../engine/numeric/iso-day.js';
import { roundWindows } from '../../../engine/programme/round-windows.js';

/** One slot a day from 5 October 2026. */
const daily = (count: number): Slot[] =>
  Array.from({ length: count }, (_, k) => {
    const date = isoDay(20_731 + k);
    return { id: `s${String(k).padStart(2, '0')}`, date, start: '10:00', end: '12:00' };
  });
const free = (count: number) => ({ day: null, absences: new Array<number>(count).fill(0) });
const idsOf = (windows: ReturnType<typeof roundWindows>) =>
  windows.map(({ slots }) => slots.map(({ id }) => id));

describe('roundWindows', () => {
  test('three rounds over nine slots keep near the first of each third', () => {
    const windows = roundWindows(daily(9), [free(9), free(9), free(9)], false);
    expect(windows.map(({ near }) => near?.id)).toEqual(['s00', 's03', 's06']);
    expect(idsOf(windows)).toEqual([
      ['s00', 's01'],
      ['s02', 's03', 's04'],
      ['s05', 's06', 's07', 's08'],
    ]);
  });

  test('lasting rounds have all slots from theirs to that of the next', () => {
    const windows = roundWindows(daily(9), [free(9), free(9), free(9)], true);
    expect(windows.map(({ slots }) => slots.length)).toEqual([3, 3, 3]);
  });

  test('a day asked for goes before absences, and fewer absences before an even rhythm', () => {
    const slots = daily(6);
    const absences = [4, 4, 0, 4, 4, 4];
    const [asked] = roundWindows(slots, [{ day: slots[4]?.date ?? null, absences }], false);
    expect(asked?.near?.id).toBe('s04');
    const [even] = roundWindows(slots, [{ day: null, absences }], false);
    expect(even?.near?.id).toBe('s02');
  });

  test('fewer slots than rounds leave the last rounds without', () => {
    const windows = roundWindows(daily(2), [free(2), free(2), free(2)], false);
    expect(windows.map(({ near }) => near?.id ?? null)).toEqual(['s00', 's01', null]);
  });

  test('windows follow each other without a slot in common, each around its own, and no choice costs less', () => {
    const rounds = fc.array(
      fc.record({
        day: fc.constant(null),
        absences: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 7, maxLength: 7 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rounds, fc.boolean(), (times, lasting) => {
        const slots = daily(7);
        const windows = roundWindows(slots, times, lasting);
        const all = idsOf(windows).flat();
        expect(all).toEqual([...all].sort());
        expect(new Set(all).size).toBe(all.length);
        for (const { slots: own, near } of windows) expect(own).toContain(near);
        const absent = windows.reduce(
          (sum, { near }, r) => sum + (times[r]?.absences[Number(near?.id.slice(1))] ?? 0),
          0,
        );
        expect(absent).toBe(leastAbsences(times.map(({ absences }) => absences)));
      }),
    );
  });
});

/** Every choice of ascending slots, tried. */
function leastAbsences(absences: readonly (readonly number[])[], from = 0): number {
  const [first, ...others] = absences;
  if (!first) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = from; k + others.length < first.length; k++) {
    least = Math.min(least, (first[k] ?? 0) + leastAbsences(others, k + 1));
  }
  return least;
}

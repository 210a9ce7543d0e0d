import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantInParis } from '../../../exchange/calendar/paris-time.js';

const utc = (wallClock: string) => instantInParis(wallClock).toISOString().slice(0, 16);

describe('instantInParis', () => {
  it('is two hours behind in summer and one in winter, on both sides of each change of clocks', () => {
    expect(utc('2026-10-24T10:00:00')).toBe('2026-10-24T08:00');
    expect(utc('2026-10-25T01:59:00')).toBe('2026-10-24T23:59');
    expect(utc('2026-10-25T03:00:00')).toBe('2026-10-25T02:00');
    expect(utc('2026-10-26T10:00:00')).toBe('2026-10-26T09:00');
    expect(utc('2027-03-27T10:00:00')).toBe('2027-03-27T09:00');
    expect(utc('2027-03-28T01:59:00')).toBe('2027-03-28T00:59');
    expect(utc('2027-03-28T03:00:00')).toBe('2027-03-28T01:00');
    expect(utc('2027-03-29T10:00:00')).toBe('2027-03-29T08:00');
  });

  it('takes the first of an hour lived twice, and the hour after one that does not exist', () => {
    expect(utc('2026-10-25T02:30:00')).toBe('2026-10-25T00:30');
    expect(utc('2027-03-28T02:30:00')).toBe('2027-03-28T01:30');
  });

  it('shows the same wall clock again in Paris, and goes forward as clocks do', () => {
    const paris = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const wall = new Date(minute * 60_000).toISOString().slice(0, 19);
        const instant = instantInParis(wall);
        const shown = paris.format(instant).replace(' ', 'T');
        const skipped = /-03-(2[5-9]|3[01])T02:/u.test(wall);
        if (!skipped) expect(shown).toBe(wall);
        const next = instantInParis(new Date((minute + 1) * 60_000).toISOString().slice(0, 19));
        expect(next.getTime() - instant.getTime()).toBeGreaterThanOrEqual(-3540_000);
      }),
      { numRuns: 300 },
    );
  });
});

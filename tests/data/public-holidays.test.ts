import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../data/calendar/public-holidays.js';
import { withPublicHolidays } from '../../data/calendar/with-public-holidays.js';

const of2026 = [
  '2026-01-01',
  '2026-04-06',
  '2026-05-01',
  '2026-05-08',
  '2026-05-14',
  '2026-05-25',
  '2026-07-14',
  '2026-08-15',
  '2026-11-01',
  '2026-11-11',
  '2026-12-25',
];

describe('publicHolidays', () => {
  it('are the eleven of each year, as days', () => {
    expect(publicHolidays(2026, 2026)).toEqual(of2026);
    expect(publicHolidays(2026, 2028)).toHaveLength(33);
    expect(publicHolidays(2027, 2026)).toEqual([]);
  });
});

describe('withPublicHolidays', () => {
  it('adds the holidays of the years that the programme may take, after those given', () => {
    const held = withPublicHolidays(
      { programme: { from: '2026-11-02', rounds: 3, holidays: ['2026-12-24'] } },
      {},
      3,
    ).programme?.holidays;
    expect(held?.slice(0, 3)).toEqual(['2026-11-11', '2026-12-24', '2026-12-25']);
    expect(held).toContain('2027-01-01');
    expect(held).not.toContain('2026-05-01');
    expect(held).not.toContain('2028-01-01');
  });

  it('takes the years of the slots of the list, and nothing where no day is told', () => {
    const slot = { id: 's', date: '2027-05-06', start: '10:00', end: '12:00' };
    expect(withPublicHolidays({}, { slots: [slot] }, 3).programme?.holidays?.slice(0, 2)).toEqual([
      '2027-05-06',
      '2027-05-08',
    ]);
    expect(withPublicHolidays({ general: { seed: 2 } }, {}, 3)).toEqual({ general: { seed: 2 } });
  });
});

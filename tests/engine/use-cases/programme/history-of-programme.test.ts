import { describe, expect, test } from 'vitest';
import { historyOf } from '../../../../engine/use-cases/programme/history-of-programme.js';
import { madeAssembly, madeSeats, madeTerritories, programmeOf, workshopsOf } from './made-programme.js';

describe('a programme that goes on from another', () => {
  const territories = madeTerritories(16);
  const seats = [
    ...madeSeats(territories),
    ...madeSeats(territories, (k) => (k % 2 === 0 ? 'M' : 'F')).map((seat) => ({
      ...seat,
      id: `${seat.id}-2`,
    })),
  ];
  const first = programmeOf(madeAssembly(territories, { seats }), {
    workshop: { minSize: 4, maxSize: 4, effort: 1 },
    programme: { rounds: 2 },
  });
  const history = historyOf(first);
  const next = programmeOf(madeAssembly(territories, { seats, history }), {
    workshop: { minSize: 4, maxSize: 4, effort: 1 },
    programme: { rounds: 2, from: '2027-11-02' },
  });

  test('tells who met and which seats chaired, on the day they did', () => {
    const [workshop] = workshopsOf(first);
    const { woman, man } = workshop?.chairs ?? {};
    expect(history.slice(0, 2)).toEqual([
      {
        kind: 'workshop',
        territoryIds: workshop?.territoryIds,
        date: workshop?.sessions[0]?.date,
        label: `${workshop?.title.fr} (T1-A01)`,
      },
      {
        kind: 'chairs',
        territoryIds: [woman?.territoryId, man?.territoryId].sort(),
        seatIds: [woman?.seatId, man?.seatId].sort(),
        date: workshop?.sessions[0]?.date,
        label: `${workshop?.title.fr} (T1-A01)`,
      },
    ]);
  });

  test('meets others: a pair that met before and meets now counts as meeting again', () => {
    const met = new Set<string>();
    for (const programme of [first, next]) {
      for (const { territoryIds } of workshopsOf(programme)) {
        for (const a of territoryIds) for (const b of territoryIds) if (a < b) met.add(`${a} ${b}`);
      }
    }
    // 16 in fours meet 24 pairs a round; four rounds without a repeat meet 96 of the 120
    expect(first.meetings.repeats).toBe(0);
    expect(met.size).toBe(96 - next.meetings.repeats);
  });

  test('chairs others: past duties count, and few chair again', () => {
    const { duties = [], proven } = next.chairing ?? {};
    expect(duties.reduce((sum, { past }) => sum + past, 0)).toBe(16);
    expect(duties.reduce((sum, { now }) => sum + now, 0)).toBe(16);
    expect(proven).toBe(true);
    // one workshop has no man who did not chair yet and is not of the woman's territory
    const again = duties.filter(({ past, now }) => past + now > 1);
    expect(again.length).toBeLessThanOrEqual(1);
    expect(again.every(({ past, now }) => past === 1 && now === 1)).toBe(true);
  });
});

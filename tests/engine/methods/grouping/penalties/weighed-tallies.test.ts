import { describe, expect, test } from 'vitest';
import { WeighedTallies } from '../../../../../engine/methods/grouping/penalties/weighed-tallies.js';
import type { Tally } from '../../../../../engine/model/criterion.js';

/** A tally that answers a multiple of what identifies the change, and says that it was asked. */
function answering(factor: number, asked: string[] = [], name = ''): Tally {
  const answer = (value: number): number => {
    asked.push(name);
    return factor * value;
  };
  return {
    local: true,
    deltaOfMove: (i, from, to) => answer(100 * i + 10 * from + to),
    deltaOfSwap: (i, g, j, h) => answer(1000 * i + 100 * g + 10 * j + h),
    record: (i, from, to) => {
      asked.push(`${name}: ${i} ${from} ${to}`);
    },
    penaltyOf: (group) => answer(group),
  };
}

describe('WeighedTallies', () => {
  test('adds up what its tallies say, each by its weight', () => {
    const several = new WeighedTallies([
      { weight: 2, tally: answering(1) },
      { weight: 5, tally: answering(-3) },
    ]);
    expect(several.none).toBe(false);
    // 2 − 15 = −13 times what is asked
    expect(several.deltaOfMove(1, 2, 3)).toBe(-13 * 123);
    expect(several.deltaOfSwap(1, 2, 3, 4)).toBe(-13 * 1234);
    expect(several.penaltyOf(2)).toBe(-26);
    expect(several.mostFall(2, 3)).toBe(-65);
  });

  test('takes a closer bound on what a change can win where a tally has one', () => {
    const tally = { ...answering(1), mostFall: (g: number, h: number) => 10 * g + h };
    const several = new WeighedTallies([
      { weight: 2, tally },
      { weight: 3, tally: answering(1) },
    ]);
    expect(several.mostFall(4, 5)).toBe(2 * 45 + 3 * 9);
  });

  test('says nothing without tallies', () => {
    const several = new WeighedTallies([]);
    expect(several.none).toBe(true);
    expect([several.deltaOfMove(1, 2, 3), several.deltaOfSwap(1, 2, 3, 4)]).toEqual([0, 0]);
    expect([several.riseOfMove(1, 2, 3), several.riseOfSwap(1, 2, 3, 4)]).toEqual([0, 0]);
    expect([several.penaltyOf(1), several.mostFall(1, 2)]).toEqual([0, 0]);
  });

  test('tells every tally what was recorded', () => {
    const told: string[] = [];
    const of = (name: string) => ({ weight: 1, tally: answering(1, told, name) });
    new WeighedTallies([of('a'), of('b')]).record(6, 1, 2);
    expect(told).toEqual(['a: 6 1 2', 'b: 6 1 2']);
  });

  test.each([
    ['a move', (tallies: WeighedTallies) => tallies.riseOfMove(1, 0, 2)],
    ['an exchange', (tallies: WeighedTallies) => tallies.riseOfSwap(1, 0, 3, 2)],
  ])('refuses %s that makes some penalty rise, and asks that one sooner each time', (_, rise) => {
    const asked: string[] = [];
    const of = (factor: number, name: string) => ({ weight: 1, tally: answering(factor, asked, name) });
    const tallies = new WeighedTallies([of(0, 'a'), of(-1, 'b'), of(1, 'c'), of(1, 'd')]);
    const askedIn = (): string => {
      asked.length = 0;
      expect(rise(tallies)).toBe(Number.POSITIVE_INFINITY);
      return asked.join('');
    };
    expect([askedIn(), askedIn(), askedIn(), askedIn()]).toEqual(['abc', 'ac', 'c', 'c']);
    // nobody is forgotten: all are asked where nothing rises
    asked.length = 0;
    expect([tallies.riseOfMove(0, 0, 0), asked.join('')]).toEqual([0, 'cabd']);
    const calm = new WeighedTallies([of(0, 'a'), of(-1, 'b')]);
    asked.length = 0;
    expect(rise(calm)).toBe(0);
    expect(asked.join('')).toBe('ab');
  });
});

import { expect, it } from 'vitest';
import { searchClock } from '../../cli/search-clock.js';

it('stops the search for workshops alone, so many seconds after it began', () => {
  let time = 0;
  const shown: string[] = [];
  const clock = searchClock(
    2,
    ({ stage }) => shown.push(stage),
    () => time,
  );
  const stops = () => clock.shouldStop?.();
  clock.onProgress?.({ stage: 'community', done: 0, total: 1 });
  time = 5000;
  expect(stops()).toBe(false);
  expect(clock.remaining?.()).toBe(1);
  clock.onProgress?.({ stage: 'workshop', done: 0, total: 1 });
  time = 5500;
  expect(clock.remaining?.()).toBe(0.75);
  time = 6999;
  clock.onProgress?.({ stage: 'workshop', done: 1, total: 2 });
  expect(stops()).toBe(false);
  time = 7000;
  expect(stops()).toBe(true);
  expect(clock.remaining?.()).toBe(0);
  clock.onProgress?.({ stage: 'explain', done: 0, total: 1 });
  expect(stops()).toBe(false);
  expect(shown).toEqual(['community', 'workshop', 'workshop', 'explain']);
});

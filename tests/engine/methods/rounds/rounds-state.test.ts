import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoundsState } from '../../../../engine/methods/rounds/rounds-state.js';
import { createRng } from '../../../../engine/random/rng.js';
import { drawnSeating, drawnSizes, expectFreshCount, groupsPerRound } from './drawn-seating.js';

describe('the state of the rounds', () => {
  test('offers gains of moves that are what they then bring, and equals a fresh count after any change', () => {
    fc.assert(
      fc.property(...drawnSizes, (seed, n, rounds) => {
        const rng = createRng(seed);
        const state = new RoundsState(drawnSeating(seed, n, rounds));
        state.setPrice(1.5);
        for (let step = 0; step < 40; step++) {
          const r = rng.integer(rounds);
          const i = rng.integer(n);
          const j = rng.integer(n);
          const h = r * groupsPerRound + rng.integer(groupsPerRound);
          const [a, b] = [state.groupOf[r * n + i]!, state.groupOf[r * n + j]!];
          if (a === -1) continue;
          const before = state.value - 1.5 * state.cost;
          if (step % 2 === 0 && b !== -1 && a !== b) {
            state.exchange(r, i, j);
            continue;
          }
          if (h === a) continue;
          const gain = state.gainOfMove(r, i, h);
          state.move(r, i, h);
          expect(state.value - 1.5 * state.cost - before).toBeCloseTo(gain, 9);
        }
        expectFreshCount(state);
      }),
    );
  });

  test('counts two who meet three times as two repeats that cost three', () => {
    const state = new RoundsState({
      order: 2,
      groupStart: Int32Array.of(0, 1, 2),
      min: Int32Array.of(0, 0),
      max: Int32Array.of(2, 2),
      groupOf: Int32Array.of(0, 0, 1, 1),
      weights: new Float64Array(0),
      history: Int16Array.of(0, 1, 1, 0),
    });
    expect(state.repeats()).toBe(2);
    expect(state.cost).toBe(3);
  });
});

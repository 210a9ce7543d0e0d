import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoundsState } from '../../../../engine/methods/rounds/rounds-state.js';
import { unsettledRounds } from '../../../../engine/methods/rounds/seated-round.js';
import { createRng } from '../../../../engine/random/rng.js';
import { drawnSeating, drawnSizes, expectFreshCount } from './drawn-seating.js';

const price = 1.5;

describe('a round as a grouping given the others', () => {
  test('gains what all rounds gain, and puts back rounds that equal a fresh count', () => {
    fc.assert(
      fc.property(...drawnSizes, (seed, n, rounds) => {
        const rng = createRng(seed);
        const state = new RoundsState(drawnSeating(seed, n, rounds, rng.next() < 0.5 ? 0 : 0.2));
        state.setPrice(price);
        for (const round of unsettledRounds(state, 0)) {
          const before = state.value - price * state.cost;
          round.takeOut();
          const { grouping } = round;
          const a = rng.integer(grouping.groupOf.length);
          const b = rng.integer(grouping.groupOf.length);
          const apart = grouping.groupOf[a] !== grouping.groupOf[b];
          const gain = apart ? grouping.gainOfSwap(a, b) : 0;
          if (apart) grouping.exchange(a, b, gain);
          round.putBack();
          expect(state.value - price * state.cost - before).toBeCloseTo(gain, 9);
        }
        expectFreshCount(state);
      }),
    );
  });

  test('is not looked at where all sit in one group', () => {
    const seating = {
      ...drawnSeating(1, 5, 2),
      groupStart: Int32Array.of(0, 1, 2),
      groupOf: Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
    };
    expect(unsettledRounds(new RoundsState(seating), 0)).toEqual([]);
  });
});

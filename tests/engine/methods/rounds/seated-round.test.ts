import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoundsState, type Seating } from '../../../../engine/methods/rounds/rounds-state.js';
import { unsettledRounds } from '../../../../engine/methods/rounds/seated-round.js';
import { createRng } from '../../../../engine/random/rng.js';

const price = 1.5;

describe('a round as a grouping given the others', () => {
  test('gains what all rounds gain, and puts back rounds that equal a fresh count', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 4, max: 14 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, n, rounds) => {
          const rng = createRng(seed);
          const state = new RoundsState(seatingOf(n, rounds, rng.next() < 0.5 ? 0 : 0.2, seed));
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
          const fresh = new RoundsState({ ...state.seating, groupOf: state.groupOf });
          expect(state.cost).toBe(fresh.cost);
          expect(state.value).toBeCloseTo(fresh.value, 9);
          expect([...state.meetings]).toEqual([...fresh.meetings]);
          expect([...state.size]).toEqual([...fresh.size]);
        },
      ),
    );
  });

  test('is not looked at where all sit in one group', () => {
    const seating = {
      ...seatingOf(5, 2, 0, 1),
      groupStart: Int32Array.of(0, 1, 2),
      groupOf: Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
    };
    expect(unsettledRounds(new RoundsState(seating), 0)).toEqual([]);
  });
});

/** Three groups a round, some units without a seat, weights and a history at random. */
function seatingOf(order: number, rounds: number, absence: number, seed: number): Seating {
  const rng = createRng(seed + 1);
  const weights = new Float64Array(order * order);
  const history = new Int16Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      weights[i * order + j] = weights[j * order + i] = rng.next() - 0.3;
      history[i * order + j] = history[j * order + i] = rng.next() < 0.2 ? 1 : 0;
    }
  }
  return {
    order,
    groupStart: Int32Array.from({ length: rounds + 1 }, (_, r) => 3 * r),
    min: new Int32Array(3 * rounds),
    max: new Int32Array(3 * rounds).fill(order),
    groupOf: Int32Array.from({ length: rounds * order }, (_, at) =>
      rng.next() < absence ? -1 : 3 * Math.floor(at / order) + rng.integer(3),
    ),
    weights,
    history,
  };
}

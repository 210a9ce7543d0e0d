import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoundsState, type Seating } from '../../../../engine/methods/rounds/rounds-state.js';
import { createRng } from '../../../../engine/random/rng.js';

describe('the state of the rounds', () => {
  test('offers gains of moves that are what they then bring, and equals a fresh count after any change', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 4, max: 14 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, n, rounds) => {
          const rng = createRng(seed);
          const groups = 3;
          const state = new RoundsState(randomSeating(n, rounds, groups, seed));
          state.setPrice(1.5);
          for (let step = 0; step < 40; step++) {
            const r = rng.integer(rounds);
            const i = rng.integer(n);
            const j = rng.integer(n);
            const h = r * groups + rng.integer(groups);
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
          const fresh = new RoundsState({ ...state.seating, groupOf: state.groupOf });
          expect(fresh.cost).toBe(state.cost);
          expect(fresh.value).toBeCloseTo(state.value, 9);
          expect([...fresh.meetings]).toEqual([...state.meetings]);
          expect([...fresh.size]).toEqual([...state.size]);
          expect(fresh.repeats()).toBe(state.repeats());
        },
      ),
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

function randomSeating(order: number, rounds: number, groups: number, seed: number): Seating {
  const rng = createRng(seed).stream('seating');
  const weights = new Float64Array(order * order);
  const history = new Int16Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      weights[i * order + j] = weights[j * order + i] = rng.next();
      history[i * order + j] = history[j * order + i] = rng.integer(3);
    }
  }
  return {
    order,
    groupStart: Int32Array.from({ length: rounds + 1 }, (_, r) => r * groups),
    min: new Int32Array(rounds * groups),
    max: new Int32Array(rounds * groups).fill(order),
    groupOf: Int32Array.from({ length: rounds * order }, (_, at) =>
      rng.integer(6) === 0 ? -1 : Math.floor(at / order) * groups + rng.integer(groups),
    ),
    weights,
    history,
  };
}

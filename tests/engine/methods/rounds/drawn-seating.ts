import fc from 'fast-check';
import { expect } from 'vitest';
import { RoundsState, type Seating } from '../../../../engine/methods/rounds/rounds-state.js';
import { createRng } from '../../../../engine/random/rng.js';

/** Groups of each drawn round. */
export const groupsPerRound = 3;

/** A seed, how many units, how many rounds. */
export const drawnSizes = [
  fc.nat(),
  fc.integer({ min: 4, max: 14 }),
  fc.integer({ min: 1, max: 4 }),
] as const;

/** Rounds of three groups, some units without a seat (all with one where `absence` is 0), weights and a history at random. */
export function drawnSeating(seed: number, order: number, rounds: number, absence = 1 / 6): Seating {
  const rng = createRng(seed).stream('seating');
  const weights = new Float64Array(order * order);
  const history = new Int16Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      weights[i * order + j] = weights[j * order + i] = rng.next() - 0.3;
      history[i * order + j] = history[j * order + i] = rng.integer(3);
    }
  }
  return {
    order,
    groupStart: Int32Array.from({ length: rounds + 1 }, (_, r) => r * groupsPerRound),
    min: new Int32Array(rounds * groupsPerRound),
    max: new Int32Array(rounds * groupsPerRound).fill(order),
    groupOf: Int32Array.from({ length: rounds * order }, (_, at) =>
      rng.next() < absence ? -1 : Math.floor(at / order) * groupsPerRound + rng.integer(groupsPerRound),
    ),
    weights,
    history,
  };
}

/** Fails unless a state equals one counted anew from its groups. */
export function expectFreshCount(state: RoundsState): void {
  const fresh = new RoundsState({ ...state.seating, groupOf: state.groupOf });
  expect(state.cost).toBe(fresh.cost);
  expect(state.value).toBeCloseTo(fresh.value, 9);
  expect([...state.meetings]).toEqual([...fresh.meetings]);
  expect([...state.size]).toEqual([...fresh.size]);
  expect(state.repeats()).toBe(fresh.repeats());
}

import type { Rng } from '../../random/rng.js';
import { shuffle } from '../../random/shuffle.js';
import { presence } from './check-rounds.js';
import { evenSizes } from './group-sizes.js';
import type { RoundsProblem } from './rounds-problem.js';
import type { Seating } from './rounds-state.js';
import { seatedInTurn } from './sitting-out.js';

/** The problem as flat arrays, everyone who has a seat in a random group, groups as even as bounds allow. */
export function firstSeating(problem: RoundsProblem, rng: Rng): Seating {
  const { order, rounds } = problem;
  const groupStart = new Int32Array(rounds.length + 1);
  rounds.forEach((groups, r) => {
    groupStart[r + 1] = groupStart[r]! + groups.length;
  });
  const bounds = rounds.flat();
  const min = Int32Array.from(bounds, (group) => group.min);
  const max = Int32Array.from(bounds, (group) => Math.min(group.max, order));
  const seats = rounds.map((groups) => groups.reduce((sum, group) => sum + group.max, 0));
  const seated = seatedInTurn(order, presence(problem), seats);
  const groupOf = new Int32Array(rounds.length * order).fill(-1);
  for (let r = 0; r < rounds.length; r++) seatRound(groupOf, seated, order, r, groupStart, min, max, rng);
  return {
    order,
    groupStart,
    min,
    max,
    groupOf,
    weights: problem.weights ?? new Float64Array(0),
    history: pastMeetings(problem),
  };
}

function seatRound(
  groupOf: Int32Array,
  seated: Uint8Array,
  order: number,
  r: number,
  groupStart: Int32Array,
  min: Int32Array,
  max: Int32Array,
  rng: Rng,
): void {
  const units = Int32Array.from({ length: order }, (_, i) => i).filter((i) => seated[r * order + i] === 1);
  shuffle(units, rng);
  const first = groupStart[r]!;
  const last = groupStart[r + 1]!;
  let next = 0;
  evenSizes(min.subarray(first, last), max.subarray(first, last), units.length).forEach((size, g) => {
    for (let k = 0; k < size; k++) groupOf[r * order + units[next++]!] = first + g;
  });
}

function pastMeetings({ order, history }: RoundsProblem): Int16Array {
  const meetings = new Int16Array(order * order);
  for (const [i, j, times] of history ?? []) {
    meetings[i * order + j]! += times;
    meetings[j * order + i]! += times;
  }
  return meetings;
}

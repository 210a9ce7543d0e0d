import type { Rng } from '../../random/rng.js';
import type { RoundsState } from './rounds-state.js';

export interface Annealing {
  /** exchanges and moves tried */
  readonly iterations: number;
  /** temperatures at the start and at the end, in units of value */
  readonly hot: number;
  readonly cold: number;
  /** rounds before this one stay as they are */
  readonly firstRound: number;
  /** the search ends where nothing is left to gain: unweighted, and cost this low */
  readonly leastCost: number;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number) => void;
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983, 10.1126/science.220.4598.671) over all rounds at
 * once, for the largest value − price × cost at the price the state has: exchanges of two units of one round
 * (the neighbourhood of Dotú, Van Hentenryck 2007, AI Communications 20(3), 151–162) and moves within the
 * bounds. Leaves the state where it ends; returns the changes tried.
 */
export function annealRounds(state: RoundsState, rng: Rng, annealing: Annealing): number {
  const { iterations, hot, cold, firstRound, leastCost, shouldStop, onProgress } = annealing;
  const seats = takenSeats(state, firstRound);
  if (seats.length === 0) return 0;
  const perStage = Math.ceil(iterations / stages);
  const cooling = (cold / hot) ** (1 / stages);
  let temperature = hot;
  let done = 0;
  while (done < iterations && !shouldStop()) {
    const count = Math.min(perStage, iterations - done);
    for (let k = 0; k < count; k++) tryChange(state, seats, rng, temperature);
    done += count;
    temperature *= cooling;
    onProgress(done);
    if (!state.weighted && state.cost <= leastCost) break;
  }
  return done;
}

/** temperatures of one annealing */
const stages = 200;

/** Places (round × order + unit) that someone sits at. */
function takenSeats({ groupOf, order }: RoundsState, firstRound: number): Int32Array {
  return Int32Array.from(groupOf.keys()).filter((at) => at >= firstRound * order && groupOf[at] !== -1);
}

function tryChange(state: RoundsState, seats: Int32Array, rng: Rng, temperature: number): void {
  const { order, groupOf, size, members, capacity } = state;
  const { groupStart, min, max } = state.seating;
  const at = seats[rng.integer(seats.length)]!;
  const r = Math.floor(at / order);
  const i = at - r * order;
  const g = groupOf[at]!;
  const first = groupStart[r]!;
  const h = first + rng.integer(groupStart[r + 1]! - first);
  if (h === g) return;
  // an empty place of group h stands for a move
  const seat = rng.integer(max[h]!);
  if (seat >= size[h]!) {
    if (size[h]! >= max[h]! || size[g]! <= min[g]!) return;
    if (accepts(state.gainOfMove(r, i, h), temperature, rng)) state.move(r, i, h);
    return;
  }
  const j = members[h * capacity + seat]!;
  if (accepts(state.gainOfExchange(r, i, j), temperature, rng)) state.exchange(r, i, j);
}

function accepts(gain: number, temperature: number, rng: Rng): boolean {
  return gain >= 0 || rng.next() < Math.exp(gain / temperature);
}

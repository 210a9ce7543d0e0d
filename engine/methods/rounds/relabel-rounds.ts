import type { Rng } from '../../random/rng.js';
import type { Annealing } from './anneal-rounds.js';
import type { RoundsState } from './rounds-state.js';

/**
 * Annealing over who stands for which point of a design: two units take each other's places in every round,
 * so that who meets whom changes and how often pairs meet does not, history apart. Units with seats in the
 * same rounds only. Leaves the state at the last labels, cold; returns what it took, in exchanges offered.
 */
export function relabelRounds(
  state: RoundsState,
  rng: Rng,
  { iterations, hot, cold, shouldStop, onProgress }: Omit<Annealing, 'cheap' | 'dear'>,
): number {
  const peersOf = peersByRounds(state);
  const movable = Int32Array.from(peersOf.keys()).filter((i) => peersOf[i]!.length > 1);
  if (movable.length === 0) return 0;
  const work = offersOfATrade * state.roundCount;
  const trials = Math.ceil(iterations / work);
  const cooling = (cold / hot) ** (1 / Math.max(1, trials));
  let temperature = hot;
  for (let k = 0; k < trials; k++) {
    if (k % 256 === 0) {
      if (shouldStop()) return k * work;
      onProgress(k * work);
    }
    const i = movable[rng.integer(movable.length)]!;
    const peers = peersOf[i]!;
    const j = peers[rng.integer(peers.length)]!;
    if (i !== j) {
      const before = state.value - state.price * state.cost;
      trade(state, i, j);
      const gain = state.value - state.price * state.cost - before;
      if (gain < 0 && rng.next() >= Math.exp(gain / temperature)) trade(state, i, j);
    }
    temperature *= cooling;
  }
  return trials * work;
}

/** Two units that take each other's places in one round count as so many exchanges offered, though they take longer. */
const offersOfATrade = 10;

function trade(state: RoundsState, i: number, j: number): void {
  for (let r = 0; r < state.roundCount; r++) {
    const at = r * state.order;
    const g = state.groupOf[at + i]!;
    if (g !== -1 && g !== state.groupOf[at + j]!) state.exchange(r, i, j);
  }
}

/** For each unit those seated in the same rounds, itself among them. */
function peersByRounds(state: RoundsState): readonly (readonly number[])[] {
  const alike = new Map<string, number[]>();
  return Array.from({ length: state.order }, (_, i) => {
    const key = roundsOf(state, i);
    const units = alike.get(key) ?? [];
    units.push(i);
    alike.set(key, units);
    return units;
  });
}

/** One letter a round: seated or not. */
function roundsOf({ roundCount, order, groupOf }: RoundsState, i: number): string {
  let key = '';
  for (let r = 0; r < roundCount; r++) key += groupOf[r * order + i] === -1 ? '-' : '+';
  return key;
}

import type { OpeningState } from './opening-state.js';

/** A group that could be opened now. */
export interface Opening {
  readonly topic: number;
  readonly members: readonly number[];
  /** what it would add to the value */
  readonly gain: number;
  readonly size: number;
}

const seedsTried = 3;

/**
 * The best group found on a topic with those who still have a place to give, or null when they are too few.
 *
 * Grown one block at a time, the one that adds most first, from each of three starts; it stops growing when
 * the next one would take away, or at `largest` units. The state is left as it was.
 */
export function bestOpening(state: OpeningState, topic: number, largest: number): Opening | null {
  const { candidates, problem, size } = state.ground;
  const available = (candidates[topic] ?? []).filter((b) => state.hasRoom(b) && !state.isOn(b, topic));
  if (available.reduce((sum, b) => sum + size[b]!, 0) < problem.bounds.min) return null;
  const alone = (b: number): number =>
    state.ground.worth[b * state.ground.topicCount + topic]! +
    (state.placesOf[b] === 0 ? state.coverageOf(b) : 0);
  const seeds = [...available].sort((a, b) => alone(b) - alone(a) || a - b).slice(0, seedsTried);
  let best: Opening | null = null;
  for (const seed of seeds) {
    const grown = grow(state, topic, seed, { available, largest });
    if (grown && (!best || grown.gain > best.gain)) best = grown;
  }
  return best;
}

function grow(
  state: OpeningState,
  topic: number,
  seed: number,
  { available, largest }: { readonly available: readonly number[]; readonly largest: number },
): Opening | null {
  const { min, max } = state.ground.problem.bounds;
  const { size, barred, blockCount } = state.ground;
  const before = state.value;
  const g = state.open(topic, [seed]);
  const group = state.groups[g]!;
  const left = new Set(available);
  left.delete(seed);
  for (;;) {
    let next = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const b of left) {
      if (group.size + size[b]! > max || group.members.some((c) => barred[b * blockCount + c] === 1))
        continue;
      const gain =
        (state.changeOf(g, -1, b) + (state.placesOf[b] === 0 ? state.coverageOf(b) : 0)) / size[b]!;
      if (gain <= most) continue;
      next = b;
      most = gain;
    }
    if (next === -1 || (group.size >= min && (most <= 0 || group.size + size[next]! > largest))) break;
    state.add(next, g);
    left.delete(next);
  }
  const opening: Opening = {
    topic,
    members: [...group.members],
    gain: state.value - before,
    size: group.size,
  };
  state.close(g);
  // sums are undone in another order than they were made
  state.value = before;
  return opening.size >= min ? opening : null;
}

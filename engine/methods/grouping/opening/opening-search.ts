import type { OpeningState } from './opening-state.js';

/** gains below this are rounding */
const tolerance = 1e-9;

/**
 * Improves the open groups until nothing is gained by one block entering, leaving, replacing another, moving, or
 * changing places with one of another group. `dirty`: the groups to look at first; those touched follow. Groups that
 * stand are left alone.
 */
export function improveOpening(state: OpeningState, dirty: Iterable<number>): void {
  const queue = new Set([...dirty].filter((g) => g >= state.standing));
  while (queue.size > 0) {
    const [g] = queue;
    queue.delete(g!);
    const touched = improveGroup(state, g!);
    if (touched) for (const h of touched) queue.add(h);
  }
}

interface Step {
  gain: number;
  /** who leaves group g, who comes, and from where; −1: nobody, nowhere */
  leaver: number;
  joiner: number;
  from: number;
  /** the leaver takes the joiner's place there */
  exchange: boolean;
}

/** Makes the best step that touches group g; the groups it changed, or null when none gains. */
function improveGroup(state: OpeningState, g: number): number[] | null {
  const best: Step = { gain: tolerance, leaver: -1, joiner: -1, from: -1, exchange: false };
  const group = state.groups[g]!;
  const { problem, size, candidates } = state.ground;
  const consider = (gain: number, leaver: number, joiner: number, from: number, exchange: boolean): void => {
    if (gain > best.gain) Object.assign(best, { gain, leaver, joiner, from, exchange });
  };
  for (const b of group.members) {
    if (group.size - size[b]! < problem.bounds.min) continue;
    consider(state.changeOf(g, b, -1) - lastPlace(state, b), b, -1, -1, false);
  }
  const homes = homesOf(state);
  for (const b of candidates[group.topic] ?? []) {
    // already on the topic, it can only come from its group there
    const onTopic = state.isOn(b, group.topic);
    const from = (homes[b] ?? []).filter(
      (h) => h !== g && h >= state.standing && (!onTopic || state.groups[h]!.topic === group.topic),
    );
    if (onTopic && from.length === 0) continue;
    for (const leaver of [-1, ...group.members]) {
      if (!state.mayEnter(b, g, leaver)) continue;
      const here = state.changeOf(g, leaver, b);
      const lost = leaver === -1 ? 0 : lastPlace(state, leaver);
      if (!onTopic && state.hasRoom(b)) consider(here - lost + firstPlace(state, b), leaver, b, -1, false);
      for (const h of from) {
        const other = state.groups[h]!;
        if (other.size - size[b]! >= problem.bounds.min) {
          consider(here - lost + state.changeOf(h, b, -1), leaver, b, h, false);
        }
        if (leaver === -1 || !state.mayEnter(leaver, h, b)) continue;
        if (other.topic === group.topic || !state.isOn(leaver, other.topic)) {
          consider(here + state.changeOf(h, b, leaver), leaver, b, h, true);
        }
      }
    }
  }
  return best.gain > tolerance ? make(state, g, best) : null;
}

function make(state: OpeningState, g: number, { leaver, joiner, from, exchange }: Step): number[] {
  if (leaver !== -1) state.remove(leaver, g);
  if (from !== -1) state.remove(joiner, from);
  if (joiner !== -1) state.add(joiner, g);
  if (exchange) state.add(leaver, from);
  return from === -1 ? [g] : [g, from];
}

function homesOf(state: OpeningState): number[][] {
  const homes: number[][] = Array.from({ length: state.ground.blockCount }, () => []);
  for (const [g, { members }] of state.groups.entries()) for (const b of members) homes[b]!.push(g);
  return homes;
}

function firstPlace(state: OpeningState, b: number): number {
  return state.placesOf[b] === 0 ? state.coverageOf(b) : 0;
}

function lastPlace(state: OpeningState, b: number): number {
  return state.placesOf[b] === 1 ? state.coverageOf(b) : 0;
}

import type { Rng } from '../../../random/rng.js';
import type { SubsetProblem } from './subset-problem.js';
import { SubsetState } from './subset-state.js';

export interface SubsetOptions {
  /** rounds of dropping some members and filling up again */
  readonly iterations: number;
  readonly shouldStop?: (() => boolean) | undefined;
}

export interface SubsetSolution {
  /** ascending */
  readonly units: readonly number[];
  /** see `SubsetProblem` */
  readonly value: number;
  readonly iterations: number;
}

/** gains below this are rounding */
const tolerance = 1e-9;

/**
 * The subset of the largest value within the bounds and rules: filled greedily, improved by one block entering,
 * leaving or replacing another, then by rounds that drop a third of the members and fill up again (iterated local
 * search). Null when no subset within the bounds and rules was found.
 *
 * A shortfall of the wanted costs more than any value. The same problem and draws give the same subset.
 */
export function bestSubset(
  problem: SubsetProblem,
  rng: Rng,
  { iterations, shouldStop = () => false }: SubsetOptions,
): SubsetSolution | null {
  const state = new SubsetState(problem);
  if (!state.holdsRequired()) return null;
  fill(state, () => 1);
  improve(state);
  let best = state.size >= problem.bounds.min ? { value: state.worth(), members: [...state.members] } : null;
  let done = 0;
  for (; done < iterations && !shouldStop(); done++) {
    const free = state.members.filter((b) => !state.isRequired(b));
    const dropped = Math.max(1, Math.ceil(free.length / 3));
    for (let k = 0; k < dropped && free.length > 0; k++) {
      state.remove(free.splice(rng.integer(free.length), 1)[0]!);
    }
    fill(state, () => 0.5 + rng.next());
    improve(state);
    const value = state.worth();
    if (state.size >= problem.bounds.min && (!best || value > best.value + tolerance)) {
      best = { value, members: [...state.members] };
    } else if (best) state.become(best.members);
  }
  if (!best) return null;
  state.become(best.members);
  if (!state.keepsCriteria()) return null;
  return { units: state.units(), value: state.value(), iterations: done };
}

/** Takes in the block that adds most (times a favour drawn for each), while one may enter. */
function fill(state: SubsetState, favour: () => number): void {
  const { min } = state.problem.bounds;
  const favours = state.candidates.map(favour);
  for (;;) {
    let next = -1;
    let most = Number.NEGATIVE_INFINITY;
    state.candidates.forEach((b, k) => {
      if (!state.mayReplace(-1, b)) return;
      const gain = state.worthAfter(-1, b) - state.worth();
      const favoured = gain > 0 ? gain * favours[k]! : gain;
      if (favoured <= most) return;
      next = b;
      most = favoured;
    });
    if (next === -1 || (most <= 0 && state.size >= min)) return;
    state.add(next);
  }
}

/** Steepest ascent. */
function improve(state: SubsetState): void {
  for (;;) {
    let best = { leaver: -1, joiner: -1 };
    let most = state.worth() + tolerance;
    for (const leaver of [-1, ...state.members]) {
      if (leaver !== -1 && state.isRequired(leaver)) continue;
      for (const joiner of [-1, ...state.candidates]) {
        if (!state.mayReplace(leaver, joiner)) continue;
        const worth = state.worthAfter(leaver, joiner);
        if (worth <= most) continue;
        most = worth;
        best = { leaver, joiner };
      }
    }
    if (best.leaver === -1 && best.joiner === -1) return;
    if (best.leaver !== -1) state.remove(best.leaver);
    if (best.joiner !== -1) state.add(best.joiner);
  }
}

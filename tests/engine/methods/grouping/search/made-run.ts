import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import {
  AnnealingRun,
  type SearchControl,
} from '../../../../../engine/methods/grouping/search/annealing-run.js';
import type { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { drawnProblem } from './made-state.js';

/** A run of up to a thousand sweeps, never told to stop. */
export function runOf(state: GroupingState, control: Partial<SearchControl> = {}, seed = 1): AnnealingRun {
  const { groupOf } = state;
  return new AnnealingRun(state, createRng(seed), {
    iterations: 1000,
    shouldStop: () => false,
    onProgress: () => {},
    restart: () => groupOf.slice(),
    ...control,
  });
}

/** 18 units in 3 groups, a pair and two separations among them. */
export const entangled: GroupingProblem = {
  ...drawnProblem(18, 3, { min: 5, max: 7 }),
  together: [[0, 1]],
  apart: [
    [2, 3],
    [0, 4],
  ],
  pinned: [[5, 1]],
};

/** What a clock says that is looked at again and again: so much less each time. */
export function clock(step: number): { remaining: () => number; asked: () => number } {
  let asked = 0;
  return { remaining: () => 1 - step * asked++, asked: () => asked };
}

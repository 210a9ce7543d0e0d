import { openingGround } from './opening-ground.js';
import type { OpenGroup, OpeningProblem } from './opening-problem.js';
import { OpeningState } from './opening-state.js';

/**
 * What any groups are worth, as `OpeningState` counts it, whoever made them: hard rules, bounds and places without worth
 * are not asked about.
 */
export function openingValue(problem: OpeningProblem): (groups: readonly OpenGroup[]) => number {
  const ground = openingGround(unruled(problem));
  return (groups) => {
    const state = new OpeningState(ground);
    for (const { topic, units } of groups) state.open(topic, units);
    return state.value;
  };
}

/** Every unit a block of its own, so that groups may tear apart what rules keep together. */
function unruled({ together: _, apart: __, criteria = [], ...problem }: OpeningProblem): OpeningProblem {
  return { ...problem, criteria: criteria.filter(({ level }) => level === 'soft') };
}

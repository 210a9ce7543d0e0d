import { type SubsetProblem, wantedCount } from './subset-problem.js';
import { SubsetState } from './subset-state.js';

/** What a subset is worth, and how many of the wanted it lacks. */
export interface SubsetWorth {
  readonly value: number;
  readonly lacking: number;
}

/** What any subset is worth, whoever chose it: hard rules, bounds and who may be chosen are not asked about. */
export function subsetWorth(problem: SubsetProblem): (units: readonly number[]) => SubsetWorth {
  const { together: _, apart: __, required: ___, criteria = [], ...terms } = problem;
  const state = new SubsetState({ ...terms, criteria: criteria.filter(({ level }) => level === 'soft') });
  return (units) => {
    state.become(units);
    const wanted = units.filter((i) => problem.wanted[i] === 1).length;
    return {
      value: state.value(),
      lacking: Math.max(0, wantedCount(problem.wantedShare, units.length) - wanted),
    };
  };
}

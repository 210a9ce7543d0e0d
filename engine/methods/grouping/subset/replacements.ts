import { keepsHardCriteria } from '../penalties/keeps-hard-criteria.js';
import type { SubsetProblem } from './subset-problem.js';
import { SubsetState } from './subset-state.js';
import { subsetWorth } from './subset-value.js';

/** Who would replace whom in a subset, and what it would then be worth. */
export interface Replacement {
  /** those who would leave: one, or all who must be together */
  readonly leavers: readonly number[];
  readonly joiners: readonly number[];
  readonly value: number;
}

/**
 * Every replacement of members of a subset by others that bounds and rules allow, the best first; a shortfall of the
 * wanted comes after everything else. Required members are not replaced. None for a subset that tears apart units that
 * must be together.
 *
 * O(members × others) changes, each weighed as the search does.
 */
export function replacements(problem: SubsetProblem, units: readonly number[]): Replacement[] {
  const state = new SubsetState(problem);
  const inside = new Set(units);
  const members = state.candidates.filter((b) => state.unitsOf(b).some((i) => inside.has(i)));
  state.become(members);
  if (state.size !== units.length || !state.units().every((i) => inside.has(i))) return [];
  const worthOf = subsetWorth(problem);
  const found: (Replacement & { readonly worth: number })[] = [];
  for (const leaver of members) {
    if (state.isRequired(leaver)) continue;
    for (const joiner of state.candidates) {
      if (!state.mayReplace(leaver, joiner)) continue;
      const leavers = state.unitsOf(leaver);
      const joiners = state.unitsOf(joiner);
      const after = [...units.filter((i) => !leavers.includes(i)), ...joiners];
      if (!keepsHardCriteria(problem, after)) continue;
      const { value } = worthOf(after);
      found.push({ leavers, joiners, value, worth: state.worthAfter(leaver, joiner) });
    }
  }
  // of those worth the same, the first found: by who leaves, then by who comes
  return found
    .sort((a, b) => b.worth - a.worth)
    .map(({ leavers, joiners, value }) => ({ leavers, joiners, value }));
}

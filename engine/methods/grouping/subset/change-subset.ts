import type { Rng } from '../../../random/rng.js';
import { type ByMoves, tellByMoves } from '../by-moves.js';
import { type FewMembershipsOptions, fewMemberships } from '../memberships/few-memberships.js';
import { become } from '../memberships/membership-state.js';
import { bestSubset } from './best-subset.js';
import { type SubsetChange, SubsetMemberships } from './subset-memberships.js';
import type { SubsetProblem } from './subset-problem.js';

/** The budget is of known units that come or leave. */
export interface ChangeSubsetOptions extends Omit<FewMembershipsOptions, 'starts'> {
  /** the problem, the draws and the rounds of a subset chosen afresh */
  readonly fresh: { readonly problem: SubsetProblem; readonly rng: Rng; readonly iterations: number };
}

/** A subset with few moves from the one published. */
export interface ChangedSubset {
  /** ascending */
  readonly units: readonly number[];
  readonly moves: number;
  /** its value, a shortfall of the wanted counted before anything else */
  readonly sought: number;
}

/** The free one is as good as one chosen afresh. */
export interface ChangedSubsets extends ByMoves<ChangedSubset> {
  /** units that came or left whatever was chosen: they may no longer be in it, or must */
  readonly forced: ReadonlySet<number>;
}

/** Takes a published subset up again: the best for each number of moves up to the budget, and at will. */
export function changeSubset(
  change: SubsetChange,
  { budget, rng, fresh, shouldStop }: ChangeSubsetOptions,
): ChangedSubsets {
  const state = new SubsetMemberships(change);
  const afresh = change.frozen
    ? null
    : bestSubset(fresh.problem, fresh.rng, { iterations: fresh.iterations, shouldStop });
  const starts = afresh ? [startFrom(state, afresh.units)] : [];
  const few = fewMemberships(state, { budget, rng, shouldStop, starts });
  return {
    ...tellByMoves(few, ({ on, moves, sought }) => ({ units: unitsAt(state, on), moves, sought })),
    forced: state.forced(change.published),
  };
}

function startFrom(state: SubsetMemberships, units: readonly number[]): Uint8Array {
  const chosen = new Set(units);
  return state.on.map((on, b) => {
    if (!state.isFree(b)) return on;
    return state.unitsOf(b).every((i) => chosen.has(i)) ? 1 : 0;
  });
}

function unitsAt(state: SubsetMemberships, on: Uint8Array): number[] {
  become(state, on);
  return state.units();
}

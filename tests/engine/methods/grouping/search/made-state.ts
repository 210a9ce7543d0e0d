import type fc from 'fast-check';
import { expect } from 'vitest';
import { CriteriaMeter } from '../../../../../engine/methods/grouping/penalties/criteria-meter.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import { blockWeights } from '../../../../../engine/methods/grouping/problem/block-weights.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { feasibleGrouping } from '../../../../../engine/methods/grouping/search/feasible-grouping.js';
import { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules, symmetricWeights, tinyCounts } from '../every-grouping.js';

interface Making {
  readonly seed?: number;
  /** what a block is worth in a group */
  readonly worthOf?: (b: number, g: number) => number;
}

/** The state of some grouping that keeps the rules; null where there is none. */
export function stateOf(problem: GroupingProblem, { seed = 1, worthOf }: Making = {}): GroupingState | null {
  const rules = blockRules(problem);
  const start = feasibleGrouping(rules, createRng(seed));
  if (start.outcome !== 'found') return null;
  const { blockCount, groupCount } = rules;
  const places =
    worthOf &&
    Float64Array.from({ length: groupCount * blockCount }, (_, at) =>
      worthOf(at % blockCount, Math.floor(at / blockCount)),
    );
  const weights = blockWeights(problem.weights, rules, places ?? null);
  const meter = new CriteriaMeter(problem.criteria ?? [], rules, weights.total);
  return new GroupingState(rules, weights, meter, start.groupOf);
}

/** The state of a grouping of blocks under the rules, weights and criteria of another. */
export function freshState(
  problem: GroupingProblem,
  { rules, weights }: Pick<GroupingState, 'rules' | 'weights'>,
  groupOf: Int32Array,
): GroupingState {
  const meter = new CriteriaMeter(problem.criteria ?? [], rules, weights.total);
  return new GroupingState(rules, weights, meter, groupOf);
}

/** The group of each unit. */
export function unitsOf({ rules, groupOf }: Pick<GroupingState, 'rules' | 'groupOf'>): Int32Array {
  return rules.blockOf.map((b) => groupOf[b]!);
}

/** Everything a state derives from where its blocks are; members in order, being a set. */
export function derived(state: GroupingState): unknown {
  const { groupOf, size, count, sums, own, blockers, outlying, members, capacity } = state;
  const sets = [...count].map((c, g) =>
    [...members.subarray(g * capacity, g * capacity + c)].sort((a, b) => a - b),
  );
  return { groupOf, size, count, sums, own, blockers, outlying, sets, objective: state.objective };
}

/** Every rule holds, and the state is what a fresh computation makes of its groups; weights are whole numbers. */
export function expectSound(problem: GroupingProblem, state: GroupingState): void {
  expect(keepsRules(problem, unitsOf(state))).toBe(true);
  expect(derived(state)).toEqual(derived(freshState(problem, state, state.groupOf)));
}

/** The most that one move of a block or one exchange of two gains, rules kept, each computed afresh. */
export function bestGain(
  problem: GroupingProblem,
  { rules, weights, groupOf, objective }: GroupingState,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const changed of neighbours(problem, { rules, groupOf })) {
    const { objective: after } = freshState(problem, { rules, weights }, changed);
    most = Math.max(most, after - objective);
  }
  return most;
}

/** What one move of a block or one exchange of two blocks makes of a grouping, where every rule holds after it. */
export function* neighbours(
  problem: GroupingProblem,
  { rules, groupOf }: Pick<GroupingState, 'rules' | 'groupOf'>,
): Generator<Int32Array> {
  const holds = (changed: Int32Array): boolean => keepsRules(problem, unitsOf({ rules, groupOf: changed }));
  for (let a = 0; a < rules.blockCount; a++) {
    for (let h = 0; h < rules.groupCount; h++) {
      const moved = groupOf.with(a, h);
      if (h !== groupOf[a] && holds(moved)) yield moved;
    }
    for (let b = 0; b < a; b++) {
      const exchanged = groupOf.with(a, groupOf[b]!).with(b, groupOf[a]!);
      if (groupOf[a] !== groupOf[b] && holds(exchanged)) yield exchanged;
    }
  }
}

/** Tiny problems with every rule the search keeps by construction, places barred to a unit included. */
export function tinyRuled(largest = 7): fc.Arbitrary<GroupingProblem> {
  return tinyCounts(largest).map(({ quotas: _, varieties: __, ...ruled }) => ruled);
}

/** Whole-number weights of n units, from −30 to 69, in groups of given bounds. */
export function drawnProblem(
  order: number,
  groupCount: number,
  bounds: { readonly min: number; readonly max: number },
  seed = 5,
): GroupingProblem {
  const rng = createRng(seed);
  return {
    order,
    weights: symmetricWeights(order, () => rng.integer(100) - 30),
    groups: Array.from({ length: groupCount }, () => bounds),
  };
}

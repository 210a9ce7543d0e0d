import { EngineError } from '../../engine-error.js';
import { createRng, type Rng } from '../../random/rng.js';
import { groupingUpperBound } from './bounds/upper-bound.js';
import { explainConflict } from './conflicts/explain-conflict.js';
import { CriteriaMeter } from './penalties/criteria-meter.js';
import { foldCriteria } from './penalties/fold-criteria.js';
import { withHardCriteria } from './penalties/hard-criteria.js';
import { type BlockRules, blockRules } from './problem/block-rules.js';
import { type BlockWeights, blockWeights } from './problem/block-weights.js';
import { checkGrouping } from './problem/check-grouping.js';
import type { GroupingProblem } from './problem/grouping-problem.js';
import { annealedSearch } from './search/annealed-search.js';
import { feasibleGrouping } from './search/feasible-grouping.js';
import { fillGroups } from './search/fullest-sizes.js';
import { GroupingState } from './search/grouping-state.js';
import { repair } from './search/repair.js';

export interface GroupingOptions {
  /** default 1 */
  readonly seed?: number | undefined;
  /** sweeps of annealing after the first local optimum; default `defaultIterations(order)`, a third where a criterion ties all groups */
  readonly iterations?: number | undefined;
  /** asked often; true ends the search with the best grouping so far */
  readonly shouldStop?: (() => boolean) | undefined;
  /**
   * the share of the time given that is left, 1 to 0, beside `shouldStop` or instead of it: the search then cools
   * once, as slowly as that time allows, and ends with it. What it finds depends on the clock.
   */
  readonly remaining?: (() => number) | undefined;
  /** where to start: a group for each unit or −1; what breaks a rule is placed anew */
  readonly initial?: Int32Array | undefined;
  /** about a hundred times per search */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface GroupingSolution {
  /** the group of each unit; −1 is kept for entries that may leave a unit unplaced: here all are placed */
  readonly groupOf: Int32Array;
  /** Σ of weights over pairs in one group, criteria apart */
  readonly value: number;
  /** no grouping within bounds, together, apart and pinned has a larger value */
  readonly upperBound: number;
  /** (upperBound − value) / |upperBound|; 0 when they meet */
  readonly gap: number;
  /** sweeps made */
  readonly iterations: number;
}

/**
 * Puts every unit into one group, within the bounds and rules, for the largest Σ of weights over pairs in
 * one group (maximally diverse grouping; capacitated clustering).
 *
 * together, apart and pinned always hold. Soft criteria lower what the search seeks by weight × penalty,
 * not `value`; hard ones hold or the call throws. The same problem, seed and iterations give the same
 * groups. O(order × (order + groups)) memory.
 *
 * @throws EngineError `infeasible` (its value: a `GroupingConflict`), `no-grouping-found` (neither found nor
 * refuted), `hard-criterion-broken`, `bad-initial`, `bad-iterations`, and those of `checkGrouping`
 */
export function solveGrouping(problem: GroupingProblem, options: GroupingOptions = {}): GroupingSolution {
  const { groupOf, iterations } = searchGrouping(problem, options);
  const value = groupingValue(problem.order, problem.weights, groupOf);
  // the bound is summed in another order than the value and may fall short of it by rounding
  const upperBound = Math.max(value, groupingUpperBound(problem));
  const gap = upperBound === value ? 0 : (upperBound - value) / Math.abs(upperBound);
  return { groupOf, value, upperBound, gap, iterations };
}

/** The groups of `solveGrouping` without a bound on what others could reach, with the same errors. */
export function searchGrouping(
  problem: GroupingProblem,
  options: GroupingOptions = {},
): Pick<GroupingSolution, 'groupOf' | 'iterations'> {
  checkGrouping(problem);
  const hardened = withHardCriteria(problem);
  checkOptions(problem, options.iterations ?? 0, options.initial);
  const rules = blockRules(hardened);
  const folded = foldCriteria(rules, problem.weights, hardened.criteria ?? []);
  const weights = blockWeights(folded.weights, rules, folded.places);
  const rng = createRng(options.seed ?? 1);
  const draws = rng.stream('construction');
  const start = firstGrouping(problem, hardened, rules, draws, options.initial);
  const filled = start.slice();
  if (!options.initial && weights.sum > 0) fillGroups(rules, filled, draws);

  const criteria = new CriteriaMeter(folded.others, rules, weights.total);
  const state = new GroupingState(rules, weights, criteria, filled);
  // such criteria cost some three times as much a sweep
  const effort = defaultIterations(problem.order) / (criteria.tiesGroups ? 3 : 1);
  const iterations = options.iterations ?? Math.round(effort);
  // a share of each group may be out of reach with the sizes that make the most pairs
  if (!repair(state, rng.stream('repair'), options.shouldStop ?? (() => false))) state.adopt(start);
  const found = annealedSearch(state, rng.stream('search'), {
    // with one group or none there is nothing to choose
    iterations: rules.groupCount > 1 ? iterations : 0,
    shouldStop: options.shouldStop ?? (() => false),
    remaining: options.remaining,
    onProgress: options.onProgress ?? (() => {}),
    restart: () => restart(rules, weights, draws, start),
  });

  const groupOf = rules.blockOf.map((b) => found.groupOf[b]!);
  refuseBrokenCriteria(problem, groupOf);
  return { groupOf, iterations: found.iterations };
}

/** Sweeps that give a good grouping in about a tenth of a second for a region and seconds for a country. */
export function defaultIterations(order: number): number {
  return Math.round(Math.min(2500, 3.5e5 / Math.max(order, 1)));
}

/** Σ of weights over pairs in one group; −1 is no group. */
export function groupingValue(order: number, weights: Float64Array, groupOf: Int32Array): number {
  let value = 0;
  for (let i = 0; i < order; i++) {
    if (groupOf[i] === -1) continue;
    for (let j = i + 1; j < order; j++) if (groupOf[j] === groupOf[i]) value += weights[i * order + j]!;
  }
  return value;
}

function checkOptions(
  { order, groups }: GroupingProblem,
  iterations: number,
  initial: Int32Array | undefined,
): void {
  if (!(iterations >= 0)) {
    throw new EngineError('bad-iterations', `iterations is ${iterations}.`, 'give 0 or more.', iterations);
  }
  if (!initial) return;
  if (initial.length !== order) {
    throw new EngineError(
      'bad-initial',
      `initial has ${initial.length} entries for ${order} units.`,
      'give one group a unit, −1 for none.',
      initial.length,
    );
  }
  const stray = initial.find((g) => g < -1 || g >= groups.length);
  if (stray === undefined) return;
  throw new EngineError(
    'bad-initial',
    `initial names group ${stray}, but groups go from 0 to ${groups.length - 1}.`,
    'groups are counted from 0; −1 is for none.',
    stray,
  );
}

/** `hardened`: the problem with its hard criteria restated, of which a conflict may speak. */
function firstGrouping(
  problem: GroupingProblem,
  hardened: GroupingProblem,
  rules: BlockRules,
  rng: Rng,
  initial: Int32Array | undefined,
): Int32Array {
  const { blockCount, units, unitStart } = rules;
  const preferred =
    initial && Int32Array.from({ length: blockCount }, (_, b) => initial[units[unitStart[b]!]!]!);
  const start = feasibleGrouping(rules, rng, preferred ? { preferred } : {});
  if (start.outcome === 'found') return start.groupOf;
  const conflict = explainConflict(hardened);
  if (conflict) {
    throw new EngineError(
      'infeasible',
      `No grouping of ${problem.order} units into ${problem.groups.length} groups keeps every rule.`,
      'see the rules in conflict and the ways out in the value of this error.',
      conflict,
    );
  }
  // kept by construction, those on pairs and on places
  const hard = (problem.criteria ?? []).filter((c) => c.level === 'hard' && (c.pairs ?? c.places));
  const ruleIds = hard.map(({ ruleId }) => ruleId);
  throw new EngineError(
    'no-grouping-found',
    ruleIds.length > 0
      ? `No grouping was found that keeps the hard rules ${ruleIds.join(', ')} with the others.`
      : 'No grouping that keeps every rule was found, nor proof that there is none.',
    'loosen the size bounds, make a rule soft, or give up some of those that keep units apart.',
    { order: problem.order, groupCount: problem.groups.length, ruleIds },
  );
}

/** Groups drawn afresh, or those of the start where none are found. */
function restart(rules: BlockRules, weights: BlockWeights, rng: Rng, start: Int32Array): Int32Array {
  const preferred = Int32Array.from(rules.pinnedTo, () => rng.integer(rules.groupCount));
  const again = feasibleGrouping(rules, rng, { preferred });
  if (again.outcome !== 'found') return start;
  if (weights.sum > 0) fillGroups(rules, again.groupOf, rng);
  return again.groupOf;
}

function refuseBrokenCriteria(problem: GroupingProblem, groupOf: Int32Array): void {
  for (const criterion of problem.criteria ?? []) {
    if (criterion.level !== 'hard' || criterion.evaluate(groupOf) <= 1e-9) continue;
    throw new EngineError(
      'hard-criterion-broken',
      `No grouping was found that keeps rule "${criterion.ruleId}".`,
      'the rule contradicts others, or the search was stopped too soon: give more iterations, or make it soft.',
      { ruleId: criterion.ruleId, justification: criterion.justify(groupOf) },
    );
  }
}

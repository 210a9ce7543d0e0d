import { EngineError } from '../engine-error.js';
import type { ByMoves } from '../methods/grouping/by-moves.js';
import type { ChangedGrouping, ChangeProblem } from '../methods/grouping/changes/change-problem.js';
import { groupWithFewChanges } from '../methods/grouping/changes/few-changes.js';
import type { GroupBounds, GroupingProblem } from '../methods/grouping/problem/grouping-problem.js';
import { defaultIterations, solveGrouping } from '../methods/grouping/solve-grouping.js';
import type { Rng } from '../random/rng.js';
import type { IndexedRules } from './rules/index-rules.js';
import { shiftedWeights } from './workshop-weights.js';

export interface ReplanProblem {
  readonly order: number;
  /** what two territories in one workshop are worth, order × order */
  readonly weights: Float64Array;
  /** the workshop of each territory by its place in the published plan; −1: a newcomer */
  readonly home: Int32Array;
  /** what each published workshop may hold, and what a new one may */
  readonly standing: readonly GroupBounds[];
  readonly opening: GroupBounds;
  readonly rules: IndexedRules;
  /** workshops, by place, that nobody enters or leaves */
  readonly frozen: readonly number[];
  readonly budget: number;
  /** of the search for what moving everyone would give; 1: as a plan is composed by default */
  readonly effort: number;
}

export interface ReplannedWorkshops extends ByMoves<ChangedGrouping> {
  /** the bounds of each workshop: those of the options, or what a hand had accepted; 0..0: it closes */
  readonly bounds: readonly GroupBounds[];
}

/**
 * Places newcomers and moves as few as `budget` allows, workshop by workshop of a published plan: for each
 * number of moves the best grouping found. What is sought is neutral to sizes, as in `composeWorkshops`.
 *
 * Workshops open or close only where sizes cannot add up otherwise.
 */
export function replanWorkshops(
  problem: ReplanProblem,
  rng: Rng,
  shouldStop: () => boolean = () => false,
): ReplannedWorkshops {
  const { order, weights, home, budget, rules, frozen } = problem;
  const constant = meanAmongHomes(weights, home);
  const { together, apart, pinned, criteria } = rules;
  const attempts = possibleBounds(problem).map((bounds, attempt): ReplannedWorkshops => {
    const change: ChangeProblem = {
      order,
      weights: shiftedWeights(weights, order, constant),
      groups: bounds,
      together,
      apart,
      pinned,
      criteria,
      home,
      frozen,
    };
    const draws = rng.stream(`attempt ${attempt}`);
    const iterations = Math.round(problem.effort * defaultIterations(order));
    const free = freeGrouping(change, iterations, draws.stream('free'), shouldStop);
    const starts = free ? [free.groupOf] : [];
    const search = (most: number, steps?: number): (ChangedGrouping | null)[] =>
      groupWithFewChanges(change, { budget: most, rng: draws.stream('few'), starts, steps, shouldStop });
    const byMoves = search(budget);
    const within = byMoves.findIndex((found) => found !== null);
    return { bounds, byMoves, free, fewest: within === -1 ? fewestMoves(search, budget, order) : within };
  });
  return attempts.reduce((best, next) => (isBetter(next, best, budget) ? next : best));
}

/** Further and further until something holds: fewer steps each, since only whether it holds is asked. */
function fewestMoves(
  search: (most: number, steps: number) => (ChangedGrouping | null)[],
  budget: number,
  order: number,
): number | null {
  for (let most = Math.min(order, 2 * budget + 4); ; most = Math.min(order, 2 * most)) {
    const fewest = search(most, 60).findIndex((found) => found !== null);
    if (fewest !== -1) return fewest;
    if (most === order) return null;
  }
}

function isBetter(one: ReplannedWorkshops, other: ReplannedWorkshops, budget: number): boolean {
  const least = (each: ReplannedWorkshops): number => each.fewest ?? Number.POSITIVE_INFINITY;
  const sought = (each: ReplannedWorkshops): number =>
    each.byMoves[budget]?.sought ?? Number.NEGATIVE_INFINITY;
  if (sought(one) !== sought(other)) return sought(one) > sought(other);
  return least(one) < least(other);
}

/**
 * The bounds of every workshop, as many ways as there are to make sizes add up with the fewest openings or
 * closings: as they are; with new ones after the others; or with the smallest ones closed (four to try).
 */
function possibleBounds(problem: ReplanProblem): GroupBounds[][] {
  const { order, home, opening, frozen, rules } = problem;
  const sizes = new Int32Array(problem.standing.length);
  for (const g of home) if (g >= 0) sizes[g] = (sizes[g] ?? 0) + 1;
  const held = new Set([...frozen, ...rules.pinned.map(([, g]) => g)]);
  const standing = problem.standing.map((bounds, g): GroupBounds => {
    const size = sizes[g] ?? 0;
    return frozen.includes(g) ? { min: size, max: size } : bounds;
  });
  const total = (bounds: readonly GroupBounds[], end: 'min' | 'max'): number =>
    bounds.reduce((sum, each) => sum + each[end], 0);
  if (total(standing, 'max') < order) {
    const missing = Math.ceil((order - total(standing, 'max')) / opening.max);
    return [[...standing, ...Array.from({ length: missing }, () => opening)]];
  }
  if (total(standing, 'min') <= order) return [standing];
  const closing = Math.ceil((total(standing, 'min') - order) / Math.max(1, opening.min));
  const bySize = standing
    .map((_, g) => g)
    .filter((g) => !held.has(g))
    .sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b);
  const kept = bySize.slice(0, Math.max(0, closing - 1));
  const last = bySize.slice(Math.max(0, closing - 1), closing + 3);
  if (bySize.length < closing) return [standing];
  return last.map((g) => {
    const closed = new Set([...kept, g]);
    return standing.map((bounds, h) => (closed.has(h) ? { min: 0, max: 0 } : bounds));
  });
}

/** The best found when everyone may move but those of frozen workshops; null where the search finds none. */
function freeGrouping(
  change: ChangeProblem,
  iterations: number,
  rng: Rng,
  shouldStop: () => boolean,
): ChangedGrouping | null {
  const { home, frozen = [], groups, pinned = [] } = change;
  const held = new Set(frozen);
  const seated = [...home.entries()].filter(([i, g]) => held.has(g) && !pinned.some(([unit]) => unit === i));
  const problem: GroupingProblem = {
    ...change,
    groups: groups.map((bounds, g) => {
      const size = home.filter((at) => at === g).length;
      return held.has(g) ? { min: size, max: size } : bounds;
    }),
    pinned: [...pinned, ...seated],
  };
  try {
    const { groupOf, value } = solveGrouping(problem, {
      seed: rng.integer(2 ** 32),
      iterations,
      initial: home,
      shouldStop,
    });
    const changes = groupOf.filter((g, i) => home[i] !== -1 && home[i] !== g).length;
    const cost = (change.criteria ?? [])
      .filter(({ level }) => level === 'soft')
      .reduce((sum, criterion) => sum + criterion.weight * criterion.evaluate(groupOf), 0);
    return { groupOf, changes, sought: value - cost };
  } catch (error) {
    // a reference only: that there is none is an answer
    if (error instanceof EngineError && unsolved.has(error.code)) return null;
    throw error;
  }
}

const unsolved: ReadonlySet<string> = new Set(['infeasible', 'no-grouping-found', 'hard-criterion-broken']);

/** Mean weight of two territories of one published workshop; 0 without such a pair. */
function meanAmongHomes(weights: Float64Array, home: Int32Array): number {
  const order = home.length;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      if (home[i] === -1 || home[i] !== home[j]) continue;
      sum += weights[i * order + j] ?? 0;
      pairs++;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}

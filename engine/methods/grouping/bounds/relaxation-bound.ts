import { blockRules } from '../problem/block-rules.js';
import type { GroupingProblem } from '../problem/grouping-problem.js';
import { meetingLimits } from './meeting-limits.js';
import { SplitRelaxation } from './split-relaxation.js';
import { groupingUpperBound } from './upper-bound.js';

export interface RelaxationOptions {
  /** asked before every iteration; true ends with the best bound so far */
  readonly shouldStop?: (() => boolean) | undefined;
  /** at most; default 400; fewer are made once the bound stands still */
  readonly iterations?: number | undefined;
  /** every ten iterations, with the best bound so far */
  readonly onProgress?: ((done: number, total: number, upperBound: number) => void) | undefined;
  /**
   * bounds the mean value of several groupings among which no two units meet in more than this share, 0..1, unless
   * the rules make them; default 1
   */
  readonly mostTogether?: number | undefined;
}

export interface RelaxationBound {
  /** no grouping within bounds, together, apart and pinned has a larger value, criteria apart */
  readonly upperBound: number;
  /** iterations made */
  readonly iterations: number;
}

/** iterations before the first inequalities are added, between additions, and between bounds */
const firstCuts = 40;
const betweenCuts = 20;
const betweenBounds = 10;

/**
 * A tighter bound than the instant one, for a search that has time: each iteration costs an eigenvalue
 * decomposition, O(order³), some 6 ms for 158 units and 0.3 s for 500. Memory: a dozen order² matrices.
 *
 * A grouping is relaxed to a matrix that is positive semidefinite and nonnegative, keeps the limits of
 * sizes, and, as they are found broken, inequalities among three units or more (`violatedCuts`). Whatever
 * the iteration has reached, its multipliers are made into a bound that holds; the best so far is kept, the
 * instant one to begin with. Nothing is drawn at random. Hard criteria and counts are left out: they only lower
 * what can be reached.
 *
 * @throws EngineError as `checkGrouping`
 */
export function relaxationBound(problem: GroupingProblem, options: RelaxationOptions = {}): RelaxationBound {
  const { shouldStop = () => false, iterations = 400, onProgress = () => {}, mostTogether = 1 } = options;
  let upperBound = groupingUpperBound(problem);
  const limits = meetingLimits(problem.groups, blockRules(problem), mostTogether);
  if (limits.steepestSizes.length < 2 || problem.order < 3) return { upperBound, iterations: 0 };
  const relaxation = new SplitRelaxation(problem.weights, limits);
  let reference = Number.POSITIVE_INFINITY;
  let done = 0;
  while (done < iterations && !shouldStop()) {
    relaxation.step();
    done++;
    if (done % betweenBounds === 0 || done === iterations) {
      upperBound = Math.min(upperBound, relaxation.bound());
      onProgress(done, iterations, upperBound);
    }
    if (done < firstCuts || done % betweenCuts !== 0) continue;
    const added = relaxation.addCuts();
    if (done % 100 !== 0) continue;
    if (added === 0 && reference - upperBound <= 1e-6 * Math.abs(upperBound)) break;
    reference = upperBound;
  }
  return { upperBound, iterations: done };
}

/**
 * What rules cost the search, in CPU of this process: rounds with every rule on against the same number with none,
 * at 158 territories; and eight plenary days of 232 seats with every rule on, after 0.3 s, 3 s and 30 s.
 *
 *   npm run build && node dist/benchmarks/speed/criteria.js
 */
import { EngineError, type GroupingProblem, solveGrouping } from '../../engine/index.js';
import { milliseconds } from '../cpu-time.js';
import { rounded } from '../ratios.js';
import { writeResult } from '../result-file.js';
import { neutral, plenaryDay, ruledTerritories } from '../ruled-assembly.js';

const seeds = [1, 2, 3];
const plenarySeeds = [1, 2, 3, 4, 5, 6, 7, 8];
const iterations = 6000;
const evenPairs = 16 * 45 + 8 * 36;

const cost = seeds.map((seed) => {
  const { free, ruled } = ruledTerritories(seed);
  const once = (problem: GroupingProblem): number =>
    milliseconds(() => solveGrouping(problem, { seed, iterations }));
  once(free);
  once(ruled);
  // in turn, so that a slow moment of the machine touches both
  const rounds = [0, 1, 2].map(() => ({ none: once(free), all: once(ruled) }));
  const none = Math.min(...rounds.map((round) => round.none));
  const all = Math.min(...rounds.map((round) => round.all));
  return {
    seed,
    iterations,
    noneMs: rounded(none, 1),
    allMs: rounded(all, 1),
    ratio: rounded(all / none, 2),
  };
});
console.table(cost);

const plenary = plenarySeeds.map((seed) => {
  const problem = plenaryDay(seed);
  const [early, soon, late] = [0.3, 3, 30].map((seconds) => objectiveAfter(problem, seed, seconds));
  return {
    seed,
    feasibleAfter300ms: early !== null,
    after300ms: early,
    after3s: soon,
    after30s: late,
    shortOf30s: soon && late ? rounded((late - soon) / late, 5) : null,
  };
});
console.table(plenary);
writeResult('criteria', { cost, plenary });

/**
 * Σ affinity − Σ weight × soft penalty of what is found in that time, stated at even sizes: what is sought plus the
 * constant taken off each pair × the pairs of 16 groups of 10 and 8 of 9. Null when a hard rule is still broken.
 */
function objectiveAfter(problem: GroupingProblem, seed: number, seconds: number): number | null {
  const start = process.cpuUsage();
  let calls = 0;
  let over = false;
  const remaining = (): number => {
    const { user, system } = process.cpuUsage(start);
    return 1 - (user + system) / (1e6 * seconds);
  };
  const shouldStop = (): boolean => {
    if (!over && ++calls % 16 === 0) over = remaining() <= 0;
    return over;
  };
  try {
    const { groupOf, value } = solveGrouping(problem, { seed, iterations: 1e9, shouldStop, remaining });
    const penalties = (problem.criteria ?? []).map(
      (c) => (c.level === 'soft' ? c.weight : 0) * c.evaluate(groupOf),
    );
    return rounded(
      penalties.reduce((sum, penalty) => sum - penalty, value + neutral * evenPairs),
      3,
    );
  } catch (error) {
    if (error instanceof EngineError && error.code === 'hard-criterion-broken') return null;
    throw error;
  }
}

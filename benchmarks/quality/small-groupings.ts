/**
 * Whether `solveGrouping` finds the optimum of up to 18 units with identical bounds within 0.2 s of CPU, against a
 * dynamic programme over subsets; and how long the call took that found it. Weights: whole numbers drawn evenly, in turn positive,
 * around zero and negative, and those of three archetypes; CPU counts from the call, the process being warm.
 *
 *   npm run build && node dist/benchmarks/quality/small-groupings.js [SEEDS] [LEAST_ORDER] [LARGEST_ORDER]
 *
 * SEEDS default 3, orders 4 to 18: many minutes, nearly all of it the dynamic programme
 */
import { createRng, type GroupingProblem, type Rng, solveGrouping } from '../../engine/index.js';
import { bestBySubsets } from '../../tests/engine/methods/grouping/best-by-subsets.js';
import { writeResult } from '../result-file.js';

const [seedCount = 3, least = 4, largest = 18] = process.argv.slice(2).map(Number);
const limitMs = 200;

const kinds = ['positive', 'even', 'negative', 'archetypes'] as const;
type Kind = (typeof kinds)[number];

interface Shape {
  readonly order: number;
  readonly count: number;
  readonly min: number;
  readonly max: number;
}

// the first calls of a process are slowed by compilation, which is not what is asked
for (let k = 0; k < 20; k++) within(problemOf({ order: 10, count: 2, min: 4, max: 6 }, 'even', k), 1, 50);

const figures = Array.from({ length: largest - least + 1 }, (_, k) => k + least).map((order) => {
  const runs = shapesOf(order).flatMap((shape) =>
    kinds.flatMap((kind) =>
      Array.from({ length: seedCount }, (_, seed) => ({
        ...shape,
        kind,
        seed,
        ...compare(shape, kind, seed),
      })),
    ),
  );
  const found = runs.filter(({ reached }) => reached);
  const needed = found.map(({ neededMs }) => neededMs).sort((a, b) => a - b);
  const figure = {
    order,
    runs: runs.length,
    optimal: found.length,
    share: found.length / runs.length,
    medianMs: rounded(needed[needed.length >> 1] ?? Number.NaN),
    longestMs: rounded(needed.at(-1) ?? Number.NaN),
    missed: runs.filter(({ reached }) => !reached),
  };
  console.log(JSON.stringify(figure));
  return figure;
});
writeResult('small-groupings', { seedCount, limitMs, figures });

/** Two to six groups, exact, narrow and wide bounds, as far as they hold the units. */
function shapesOf(order: number): Shape[] {
  return [2, 3, 4, 5, 6].flatMap((count) => {
    const low = Math.floor(order / count);
    const high = Math.ceil(order / count);
    if (low < 1 || count > order / 2) return [];
    return [
      { order, count, min: low, max: high },
      { order, count, min: Math.max(1, low - 1), max: high + 1 },
      { order, count, min: 1, max: Math.min(order, high + 3) },
    ];
  });
}

/**
 * The least of a doubling row of times in which the optimum is found; the search goes the same way whatever its
 * time, so that longer ones find it too.
 */
function compare(
  shape: Shape,
  kind: Kind,
  seed: number,
): { reached: boolean; neededMs: number; shortOf: number } {
  const problem = problemOf(shape, kind, seed);
  const best = bestBySubsets(shape.order, problem.weights, shape, shape.count);
  let shortOf = 0;
  for (const ms of [1, 2, 4, 8, 16, 32, 64, 128, limitMs]) {
    const { value, callMs } = within(problem, seed, ms);
    shortOf = best - value;
    if (shortOf <= 1e-6) return { reached: true, neededMs: callMs, shortOf };
  }
  return { reached: false, neededMs: Number.NaN, shortOf };
}

function within(problem: GroupingProblem, seed: number, ms: number): { value: number; callMs: number } {
  const start = process.cpuUsage();
  const elapsedMs = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const { value } = solveGrouping(problem, { seed, iterations: 1e9, shouldStop: () => elapsedMs() >= ms });
  return { value, callMs: elapsedMs() };
}

function problemOf({ order, count, min, max }: Shape, kind: Kind, seed: number): GroupingProblem {
  const rng = createRng(seed).stream(`${kind} ${order}`);
  const weights = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      const w = weightOf(kind, i, j, rng);
      weights[i * order + j] = w;
      weights[j * order + i] = w;
    }
  }
  return { order, weights, groups: Array.from({ length: count }, () => ({ min, max })) };
}

function weightOf(kind: Kind, i: number, j: number, rng: Rng): number {
  const drawn = Math.floor(rng.next() * 100);
  if (kind === 'archetypes') return drawn / 2 + (i % 3 === j % 3 ? 30 : 0);
  return drawn - (kind === 'positive' ? 0 : kind === 'even' ? 50 : 100);
}

function rounded(ms: number): number {
  return Math.round(10 * ms) / 10;
}

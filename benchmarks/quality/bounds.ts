/**
 * Bounds of groupings against the best values seen: gap = bound / best − 1, for the instant bound and for the
 * relaxation as it goes on. Instances and best values stand outside the product (see `sharedData`).
 * Run: node dist/benchmarks/quality/bounds.js [instance…]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type GroupingProblem, groupingRelaxationBound } from '../../engine/index.js';
import { sharedData, writeResult } from '../result-file.js';

const folder = join(sharedData, 'mdgp');
const marks = [0.3, 1, 2, 7, 18];
const asked = process.argv.slice(2);
const instances =
  asked.length > 0 ? asked : ['Terr_n158_k16_8-12_s1', 'Terr_n158_k20_6-10_s2', 'RanReal_n158_k16_8-12_s3'];

if (!existsSync(folder)) {
  console.error(`No instances in ${folder}: set DECROISE_SHARED to the folder that holds data/mdgp.`);
  process.exit(1);
}

const figures = instances.map((name) => {
  const best = bestSeen(name);
  const { problem } = readInstance(name);
  const instant = groupingRelaxationBound(problem, { iterations: 0 }).upperBound;
  const started = process.cpuUsage();
  const seconds = (): number => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  };
  const gapAfter: Record<string, number> = {};
  let at = 0;
  let latest = instant;
  const { upperBound, iterations } = groupingRelaxationBound(problem, {
    iterations: 1e6,
    shouldStop: () => seconds() > (marks.at(-1) ?? 0),
    onProgress: (_done, _total, bound) => {
      // what stood before a mark was passed counts for it
      for (; at < marks.length && seconds() > (marks[at] ?? 0); at++)
        gapAfter[`${marks[at]} s`] = gapOf(latest, best);
      latest = bound;
    },
  });
  for (; at < marks.length; at++) gapAfter[`${marks[at]} s`] = gapOf(upperBound, best);
  const row = {
    instance: name,
    best,
    instantGap: gapOf(instant, best),
    gapAfter,
    iterations,
    cpuSeconds: Math.round(10 * seconds()) / 10,
  };
  console.log(JSON.stringify(row));
  return row;
});

writeResult('bounds', figures);

/** In per cent of the best value, two decimals. */
function gapOf(bound: number, best: number): number {
  return Math.round(1e4 * (bound / best - 1)) / 100;
}

function bestSeen(name: string): number {
  const rows = readFileSync(join(folder, 'anchors.csv'), 'utf8').split('\n');
  return Number(
    rows
      .find((row) => row.startsWith(`${name},`))
      ?.split(',')
      .at(-1),
  );
}

function readInstance(name: string): { problem: GroupingProblem } {
  const lines = gunzipSync(readFileSync(join(folder, `${name}.txt.gz`)))
    .toString()
    .trim()
    .split('\n');
  const [head = '', ...pairs] = lines;
  const [order = '', count = '', , ...bounds] = head.trim().split(/\s+/);
  const n = Number(order);
  const groups = Array.from({ length: Number(count) }, (_, g) => ({
    min: Number(bounds[2 * g]),
    max: Number(bounds[2 * g + 1]),
  }));
  const weights = new Float64Array(n * n);
  for (const pair of pairs) {
    const [i = 0, j = 0, w = 0] = pair.trim().split(/\s+/).map(Number);
    weights[i * n + j] = w;
    weights[j * n + i] = w;
  }
  return { problem: { order: n, weights, groups } };
}

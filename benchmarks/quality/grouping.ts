/**
 * What `solveGrouping` reaches on instances of the maximally diverse grouping problem in a given CPU time of
 * one thread, beside what the authors' own programs reached: TPSDP (Yang et al., EJOR 2022) and IMS (Lai, Hao
 * 2016, 10.1016/j.ejor.2016.05.018), means measured on a machine of this kind (`anchors.csv`).
 *
 *   npm run build && node dist/benchmarks/quality/grouping.js [SECONDS,…] [INSTANCE,…] [SEEDS]
 *
 * SECONDS default 3, INSTANCE all (a part of a name is enough), SEEDS 3. All instances at N seconds write
 * `benchmarks/results/grouping-Ns.json`. Instances are read from `../shared/data/mdgp` or, with
 * DECROISE_SHARED=DIR, from `DIR/data/mdgp`. Those of MDGPLIB have no stated licence and are not shipped: take
 * them from https://grafo.etsii.urjc.es/optsicom/mdgp and write each one as `NAME.txt.gz` (see `readInstance`)
 * beside an `anchors.csv` of the same columns.
 */
import { type GroupingProblem, solveGrouping } from '../../engine/index.js';
import { type Anchor, readAnchors, readInstance } from '../mdgp-instance.js';
import { writeResult } from '../result-file.js';

const [budgets = '3', names = '', seedCount = '3'] = process.argv.slice(2);
const wanted = names.split(',');
const anchors = readAnchors().filter(({ instance }) => wanted.some((part) => instance.includes(part)));
const seeds = Array.from({ length: Number(seedCount) }, (_, k) => k + 1);

for (const seconds of budgets.split(',').map(Number)) {
  const figures = anchors.map((anchor) => measure(anchor, seconds));
  console.table(figures.map(({ values, ...rest }) => rest));
  if (names === '') writeResult(`grouping-${seconds}s`, figures);
}

function measure(anchor: Anchor, seconds: number) {
  const problem = readInstance(anchor.instance);
  const values = seeds.map((seed) => solveWithin(problem, seed, seconds));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = (other: number | null) => (other === null ? null : percent(mean / other - 1));
  const long = seconds > 10;
  const figure = {
    instance: anchor.instance,
    seconds,
    mean: Math.round(10 * mean) / 10,
    best: Math.round(10 * Math.max(...values)) / 10,
    percentAboveTpsdp: above(long ? anchor.tpsdp20s : anchor.tpsdp3s),
    percentAboveIms: above(long ? anchor.ims20s : anchor.ims3s),
    percentAboveBestSeen: above(anchor.bestSeen),
    values,
  };
  console.log(JSON.stringify(figure));
  return figure;
}

function solveWithin(problem: GroupingProblem, seed: number, seconds: number): number {
  const start = process.cpuUsage();
  const remaining = () => {
    const { user, system } = process.cpuUsage(start);
    return Math.max(0, 1 - (user + system) / (seconds * 1e6));
  };
  const shouldStop = () => remaining() === 0;
  return solveGrouping(problem, { seed, iterations: Number.MAX_SAFE_INTEGER, shouldStop, remaining }).value;
}

function percent(share: number): number {
  return Math.round(1e5 * share) / 1e3;
}

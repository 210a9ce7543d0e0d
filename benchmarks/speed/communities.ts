/**
 * CPU time of finding communities, ours beside the other libraries', in interleaved rounds on the same graphs:
 * the core call on a graph that is ready, and the whole way from arrays of edges.
 *
 *   npm run build && node dist/benchmarks/speed/communities.js
 */
import { createRng, graphFromEdges, leiden } from '../../engine/index.js';
import { contendersOn, cpuSeconds, detectLouvain, graphologyOf } from '../communities-peers.js';
import { benchmarkGraphs, wholeWayGraphs } from '../graphs/benchmark-graphs.js';
import type { EdgeList } from '../graphs/edge-list.js';
import { digits, geometricMean, spread } from '../ratios.js';
import { writeResult } from '../result-file.js';

interface Row {
  readonly graph: string;
  readonly order: number;
  readonly edges: number;
  /** milliseconds of CPU of each contender */
  readonly milliseconds: Record<string, { min: number; median: number; max: number }>;
  /** how many times longer than ours the others take, least against least */
  readonly ratio: Record<string, number>;
}

const coreCall: Row[] = [];
for (const make of benchmarkGraphs) coreCall.push(await timeCoreCall(make()));
const wholeWay = wholeWayGraphs.map((make) => timeWholeWay(make()));
const large = coreCall.filter(({ order }) => order >= 1000);
const geometricMeans = Object.fromEntries(
  Object.keys(large[0]?.ratio ?? {}).map((name) => [
    name,
    geometricMean(large.flatMap(({ ratio }) => ratio[name] ?? [])),
  ]),
);
for (const { graph, ratio } of [...coreCall, ...wholeWay]) console.log(graph, JSON.stringify(ratio));
console.log('geometric means, n ≥ 1,000', geometricMeans);
writeResult('communities-speed', {
  note: 'CPU time, two iterations for ours, igraph and leidenalg; ratio: least time against our least time',
  coreCall,
  geometricMeans,
  wholeWay,
});

async function timeCoreCall(list: EdgeList): Promise<Row> {
  process.stderr.write(`${list.name}\n`);
  const contenders = await contendersOn(list);
  const rounds = list.order >= 100000 ? 2 : list.order >= 35000 ? 3 : 6;
  // small graphs are run several times a round: enough for compilers to be done and the clock to be fine
  const times = Math.max(1, Math.round(6000 / list.order));
  const seconds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, run, compiled } of contenders) {
      if (round < 0 && compiled) continue;
      let sum = 0;
      const calls = round < 0 && list.order < 35000 ? 4 * times : times;
      for (let k = 0; k < calls; k++) sum += (await run(1 + k + times * Math.max(0, round))).seconds;
      if (round >= 0) seconds.get(name)?.push(sum / times);
    }
  }
  for (const contender of contenders) contender.close();
  return rowOf(list, seconds);
}

/** From arrays of edges to communities: ours builds flat rows, the other a graphology graph for its Louvain. */
function timeWholeWay(list: EdgeList): Row {
  const ways: Record<string, (seed: number) => unknown> = {
    decroise: (seed) =>
      leiden(graphFromEdges(list.order, list.sources, list.targets, list.weights), { seed }).count,
    'graphology built, then Louvain': (seed) => {
      const rng = createRng(seed);
      return Object.keys(detectLouvain(graphologyOf(list), { rng: () => rng.next() })).length;
    },
  };
  const seconds = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = -1; round < 2; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const start = cpuSeconds();
      way(2 + round);
      if (round >= 0) seconds.get(name)?.push(cpuSeconds() - start);
    }
  }
  return rowOf(list, seconds);
}

function rowOf(list: EdgeList, seconds: ReadonlyMap<string, readonly number[]>): Row {
  const ours = Math.min(...(seconds.get('decroise') ?? []));
  const entries = [...seconds];
  return {
    graph: list.name,
    order: list.order,
    edges: list.sources.length,
    milliseconds: Object.fromEntries(
      entries.map(([name, all]) => [name, spread(all.map((value) => 1000 * value))]),
    ),
    ratio: Object.fromEntries(
      entries
        .filter(([name]) => name !== 'decroise')
        .map(([name, all]) => [name, digits(Math.min(...all) / ours, 3)]),
    ),
  };
}
